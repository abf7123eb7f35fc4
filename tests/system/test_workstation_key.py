"""The workstation's key: made once, for the owner only, never lost."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from desens_gui.system import whole_file
from desens_gui.system.paths import folders
from desens_gui.system.workstation_key import BYTES, NotAKey, WorkstationKey, read_key


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return folders(tmp_path / "data").key


def test_it_is_made_when_it_is_first_asked_for_and_kept(path: Path) -> None:
    key = WorkstationKey(path)
    assert not path.exists()
    made = key()
    assert len(made) == BYTES
    assert key() == made == WorkstationKey(path)() == read_key(path)


def test_two_workstations_have_two_keys(tmp_path: Path) -> None:
    assert WorkstationKey(tmp_path / "a" / "key")() != WorkstationKey(tmp_path / "b" / "key")()


@pytest.mark.skipif(sys.platform == "win32", reason="folders of a user are private there")
def test_only_its_owner_reads_it(path: Path) -> None:
    WorkstationKey(path)()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_what_is_no_key_is_put_aside(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"half a ke")
    with pytest.raises(NotAKey, match="32 bytes"):
        read_key(path)
    made = WorkstationKey(path)()
    assert read_key(path) == made
    assert path.with_name("workstation.key.unreadable").read_bytes() == b"half a ke"


def test_a_quicker_program_wins(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = whole_file.write_whole

    def late(target: Path, data: bytes) -> None:
        write(target, b"k" * BYTES)
        write(target, data)

    monkeypatch.setattr(whole_file, "write_whole", late)
    assert WorkstationKey(path)() == b"k" * BYTES
