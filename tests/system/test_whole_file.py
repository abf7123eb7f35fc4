"""A file is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desens_gui.system import whole_file
from desens_gui.system.whole_file import write_whole


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_it_is_there_whole_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    write_whole(path, b"page")
    assert path.read_bytes() == b"page"
    assert names(tmp_path) == ["page.pdf"]
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600


def test_nothing_is_overwritten_unless_asked(tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(b"old")
    with pytest.raises(FileExistsError):
        write_whole(path, b"new")
    assert (path.read_bytes(), names(tmp_path)) == (b"old", ["page.pdf"])
    write_whole(path, b"new", replace=True)
    assert (path.read_bytes(), names(tmp_path)) == (b"new", ["page.pdf"])


def test_a_link_at_the_target_is_replaced_and_not_followed(tmp_path: Path) -> None:
    other, path = tmp_path / "other", tmp_path / "page.pdf"
    other.write_bytes(b"other")
    path.symlink_to(other)
    with pytest.raises(FileExistsError):
        write_whole(path, b"new")
    write_whole(path, b"new", replace=True)
    assert other.read_bytes() == b"other"


def test_a_disk_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(OSError, match="No space"):
        write_whole(tmp_path / "page.pdf", b"page")
    assert names(tmp_path) == []


def test_a_new_name_that_cannot_be_made_durable_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So an error never leaves a file that may be gone tomorrow; what was written over stays written."""

    def fails(_folder: Path) -> None:
        raise OSError(5, "Input/output error")

    path = tmp_path / "page.pdf"
    monkeypatch.setattr(whole_file, "_sync", fails)
    with pytest.raises(OSError, match="Input/output"):
        write_whole(path, b"page")
    assert names(tmp_path) == []
    path.write_bytes(b"old")
    with pytest.raises(OSError, match="Input/output"):
        write_whole(path, b"new", replace=True)
    assert (path.read_bytes(), names(tmp_path)) == (b"new", ["page.pdf"])


def test_a_disk_without_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(_path: Path, _target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    path = tmp_path / "page.pdf"
    write_whole(path, b"page")
    assert (path.read_bytes(), names(tmp_path)) == (b"page", ["page.pdf"])
    with pytest.raises(FileExistsError):
        write_whole(path, b"new")
    assert names(tmp_path) == ["page.pdf"]
