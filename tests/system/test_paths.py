"""Folders of the workstation, and file names without patient data."""

from __future__ import annotations

import re
import stat
from pathlib import Path

import pytest

from desens_gui.domain.instants import Utc
from desens_gui.system.ids import SystemIds
from desens_gui.system.paths import folders, session_name, sessions_in
from desens_gui.system.zones import DisplayZone
from tests.fake_clock import FakeIds


def test_the_platforms_own_folder(own_folders: Path) -> None:
    found = folders()
    assert found.data.is_relative_to(own_folders)
    assert found.data.name == "desens"
    assert not found.data.exists()


def test_another_folder_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = folders(Path("out"))
    assert found.data == tmp_path / "out"
    assert found.make() == found.make()
    for folder in (found.data, found.sessions):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    session = found.sessions / "2026-11-22-k7qm2x9d.desens"
    assert found.heartbeat(session) == found.data / "2026-11-22-k7qm2x9d.alive"
    assert found.ballast.parent == found.data


def test_a_session_is_named_by_the_date_of_its_display_zone() -> None:
    late = Utc.of("2026-11-22T23:30:00Z").us
    assert session_name(late, DisplayZone("UTC"), FakeIds()) == "2026-11-22-test0001.desens"
    assert session_name(late, DisplayZone("Europe/Berlin"), FakeIds()) == "2026-11-23-test0001.desens"
    assert re.fullmatch(
        r"2026-11-22-[a-z2-9]{8}\.desens", session_name(late, DisplayZone("UTC"), SystemIds())
    )


def test_sessions_of_a_folder_newest_first(tmp_path: Path) -> None:
    for name in ("2026-11-20-a.desens", "2026-11-22-b.desens", "ballast", "2026-11-22-b.desens-journal"):
        (tmp_path / name).write_text("x")
    (tmp_path / "2026-11-23-c.desens").touch()  # the program stopped before the first entry
    assert [path.name for path in sessions_in(tmp_path)] == ["2026-11-22-b.desens", "2026-11-20-a.desens"]
    assert sessions_in(tmp_path / "none") == ()
