"""Room in reserve: made where there is plenty, given back once, and never a reason to stop."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from desens_gui.storage.ballast import Ballast


class Usage(NamedTuple):
    free: int


def test_it_is_real_room_given_back_once(tmp_path: Path) -> None:
    path = tmp_path / "ballast"
    ballast = Ballast(path)
    assert not ballast.free()
    assert ballast.make()
    assert ballast.make()
    assert path.stat().st_size >= 64 * 1024
    assert path.stat().st_blocks * 512 >= path.stat().st_size  # no hole
    assert ballast.free()
    assert not path.exists()


def test_it_does_not_take_the_last_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ballast = Ballast(tmp_path / "ballast", 1024)
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: Usage(4095))
    assert not ballast.make()
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: Usage(4096))
    assert ballast.make()


def test_a_folder_that_is_not_there_is_an_answer(tmp_path: Path) -> None:
    assert not Ballast(tmp_path / "none" / "ballast").make()
    assert not Ballast(tmp_path / "none" / "ballast").free()


def test_half_a_reserve_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError("no space")

    monkeypatch.setattr("os.fsync", refuse)
    assert not Ballast(tmp_path / "ballast").make()
    assert list(tmp_path.iterdir()) == []
