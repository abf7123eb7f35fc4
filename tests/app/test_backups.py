"""The backup of the window program: from its settings, and what it says."""

from __future__ import annotations

import shutil
from pathlib import Path

from desens_gui.app.backups import Backups
from desens_gui.system.paths import Folders, folders
from desens_gui.wording.words import ENGLISH
from tests.session.log_contract import WAIT_S

FINISHED = Path(__file__).parents[1] / "session_files" / "schema-1.desens"


def settled(place: Folders) -> Backups:
    made = Backups(place, ENGLISH)
    assert made.keeper is None or made.keeper.wait(WAIT_S)
    return made


def test_without_settings_nothing_is_wanted_and_nothing_is_said(tmp_path: Path) -> None:
    made = settled(folders(tmp_path).make())
    made.beat(over=True)
    assert made.said() == ""
    made.close()


def test_a_wrong_settings_file_is_said(tmp_path: Path) -> None:
    place = folders(tmp_path).make()
    place.settings.write_text("backup = 1", "utf-8")
    made = settled(place)
    assert made.said() == "settings.toml: “backup” is not a known name; known here are backup_folder."
    made.close()


def test_what_was_missed_is_said_until_it_is_done(tmp_path: Path) -> None:
    place = folders(tmp_path / "data").make()
    folder = tmp_path / "backup"
    place.settings.write_text(f'backup_folder = "{folder.as_posix()}"', "utf-8")
    shutil.copyfile(FINISHED, place.sessions / "one.desens")
    made = settled(place)
    assert made.keeper is not None
    assert made.said() == (
        "Sessions without backup: 1. one.desens: The session file or its folder cannot be found or opened."
    )
    folder.mkdir()
    made.beat(over=False)
    assert made.said()
    made.beat(over=True)  # the session at the chair came to its end
    assert made.keeper.wait(WAIT_S)
    assert made.said() == ""
    assert [each.name for each in folder.iterdir()] == ["one.desens"]
    made.close()
