"""A session comes back from its backup; nothing whole is written over and nothing damaged is thrown away."""

from __future__ import annotations

from pathlib import Path

import pytest

from desens_gui.storage.copying import entries_of
from desens_gui.storage.problems import Altered, Missing, NameTaken
from desens_gui.storage.restore import Restored, restore
from tests.storage.facts import note, recorded, session
from tests.storage.files import session_file, stored, tamper


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    (tmp_path / "backup").mkdir()
    return session_file(tmp_path / "backup")


@pytest.fixture
def sessions(tmp_path: Path) -> Path:
    made = tmp_path / "sessions"
    made.mkdir()
    return made


def test_what_is_gone_comes_back(backup: Path, sessions: Path) -> None:
    assert restore(backup, sessions) is Restored.NEW
    assert entries_of(sessions / backup.name) == entries_of(backup)
    assert restore(backup, sessions) is Restored.ALREADY_THERE


def test_a_longer_record_is_left_alone(backup: Path, sessions: Path) -> None:
    here = stored(sessions / backup.name, session(9))
    before = here.read_bytes()
    assert restore(backup, sessions) is Restored.ALREADY_THERE
    assert here.read_bytes() == before


def test_a_shorter_record_is_brought_up_to_date(backup: Path, sessions: Path) -> None:
    stored(sessions / backup.name, session(5))
    assert restore(backup, sessions) is Restored.OLDER_REPLACED
    assert len(entries_of(sessions / backup.name)) == 8


def test_a_damaged_file_is_put_aside_with_what_lies_beside_it(backup: Path, sessions: Path) -> None:
    for number in (1, 2):
        here = sessions / backup.name
        here.write_bytes(b"rot")
        here.with_name(here.name + "-journal").write_bytes(b"left")
        assert restore(backup, sessions) is Restored.DAMAGED_PUT_ASIDE
        aside = here.with_name(f"{here.name}.damaged-{number}")
        assert aside.read_bytes() == b"rot"
        assert aside.with_name(aside.name + "-journal").read_bytes() == b"left"
        assert len(entries_of(here)) == 8
        assert not here.with_name(here.name + "-journal").exists()


def test_another_whole_record_is_never_written_over(backup: Path, sessions: Path) -> None:
    other = [*session(2), recorded(3, note("another story"))]
    here = stored(sessions / backup.name, other)
    before = here.read_bytes()
    with pytest.raises(NameTaken):
        restore(backup, sessions)
    assert here.read_bytes() == before


def test_a_backup_that_is_altered_or_gone_restores_nothing(backup: Path, sessions: Path) -> None:
    tamper(backup, "UPDATE event SET actor = 'x' WHERE seq = 4")
    with pytest.raises(Altered):
        restore(backup, sessions)
    backup.unlink()
    with pytest.raises(Missing):
        restore(backup, sessions)
    assert not list(sessions.iterdir())
