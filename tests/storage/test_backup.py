"""Backup: finished sessions, whole and verified in a second folder; what was missed is named."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

import pytest

from desens_gui.storage import copying
from desens_gui.storage.backup import Missed, back_up, back_up_all, is_over
from desens_gui.storage.copying import entries_of
from desens_gui.storage.problems import Altered, DeviceFailed, Missing, NameTaken, StorageProblem
from desens_gui.storage.verify import State, verify
from tests.storage.facts import session
from tests.storage.files import rechain, session_file, stored, tamper

FINISHED = Path(__file__).parents[1] / "session_files" / "schema-1.desens"


@pytest.fixture
def finished(tmp_path: Path) -> Path:
    (tmp_path / "sessions").mkdir()
    return Path(shutil.copyfile(FINISHED, tmp_path / "sessions" / "finished.desens"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "backup"
    made.mkdir()
    return made


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_the_copy_is_whole_alone_and_private(finished: Path, folder: Path) -> None:
    before = finished.read_bytes()
    copy = back_up(finished, folder)
    assert names(folder) == ["finished.desens"]
    assert entries_of(copy) == entries_of(finished)
    assert verify(copy).code == verify(finished).code
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert finished.read_bytes() == before
    assert names(finished.parent) == ["finished.desens"]


def test_a_medium_that_cannot_be_written_reads_the_copy(finished: Path, folder: Path) -> None:
    copy = back_up(finished, folder)
    copy.chmod(0o400)
    assert verify(copy).state is State.INTACT


def test_what_is_there_and_whole_is_left_alone(finished: Path, folder: Path) -> None:
    copy = back_up(finished, folder)
    before = copy.stat().st_ino
    assert back_up(finished, folder).stat().st_ino == before


def test_an_older_or_damaged_copy_is_replaced(finished: Path, folder: Path) -> None:
    copy = back_up(finished, folder)
    tamper(copy, "DELETE FROM event WHERE seq > 100")
    assert len(entries_of(back_up(finished, folder))) == 161
    copy.write_bytes(copy.read_bytes()[:5000])
    assert len(entries_of(back_up(finished, folder))) == 161
    copy.write_bytes(b"nothing")
    assert len(entries_of(back_up(finished, folder))) == 161


def test_another_record_of_the_same_name_is_never_written_over(finished: Path, folder: Path) -> None:
    other = stored(folder / finished.name, session(3))
    before = other.read_bytes()
    with pytest.raises(NameTaken):
        back_up(finished, folder)
    assert other.read_bytes() == before


def test_an_altered_session_is_not_copied(finished: Path, folder: Path) -> None:
    tamper(finished, "UPDATE event SET actor = 'x' WHERE seq = 4")
    with pytest.raises(Altered):
        back_up(finished, folder)
    assert names(folder) == []


def test_a_copy_that_did_not_come_out_right_never_gets_the_name(
    finished: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vacuumed = copying._vacuumed

    def badly(private: Path, part: Path) -> tuple[str, ...]:
        entries = vacuumed(private, part)
        tamper(part, "UPDATE event SET payload = replace(payload, '0', '1') WHERE seq = 161")
        rechain(part)
        return entries

    monkeypatch.setattr(copying, "_vacuumed", badly)
    with pytest.raises(DeviceFailed):
        back_up(finished, folder)
    assert names(folder) == []


def test_what_is_read_back_otherwise_is_said(
    finished: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digests = iter(["one", "other"])
    monkeypatch.setattr(copying, "_digest", lambda _file: next(digests))
    with pytest.raises(DeviceFailed):
        back_up(finished, folder)


def test_only_finished_sessions_are_backed_up(finished: Path, folder: Path) -> None:
    running = session_file(finished.parent)
    assert not is_over(running)
    assert is_over(finished)
    assert back_up_all([running, finished], folder) == []
    assert names(folder) == ["finished.desens"]


def test_a_backup_is_made_again_when_the_session_is_newer(finished: Path, folder: Path) -> None:
    copy = back_up(finished, folder)
    os.utime(finished, ns=(copy.stat().st_mtime_ns + 10**9,) * 2)
    tamper(copy, "DELETE FROM event WHERE seq > 100")
    os.utime(copy, ns=(finished.stat().st_mtime_ns - 1,) * 2)
    assert back_up_all([finished], folder) == []
    assert len(entries_of(copy)) == 161


def test_what_was_missed_is_named(finished: Path, folder: Path) -> None:
    folder.rmdir()
    assert _told(back_up_all([finished], folder)) == [("finished.desens", Missing)]
    finished.write_bytes(finished.read_bytes()[:9000])
    folder.mkdir()
    assert _told(back_up_all([finished], folder)) == [("finished.desens", Altered)]


def _told(missed: list[Missed]) -> list[tuple[str, type[StorageProblem]]]:
    return [(each.session.name, type(each.problem)) for each in missed]
