"""The program at the chair, in one process: it starts, takes keys, closes, and goes on where it was."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from desens_gui.app.chair_program import CannotStart, alive, run
from desens_gui.domain.events.every import AlarmEvent, Event
from desens_gui.domain.events.reaction import ReactionCalled
from desens_gui.domain.events.restart import ProgramResumed
from desens_gui.domain.events.setup import PolicySet, SessionOpened
from desens_gui.storage.reading import read_session
from desens_gui.storage.verify import State, verify
from desens_gui.system.clock import SystemClock
from desens_gui.system.heartbeat import Heartbeat
from desens_gui.system.locks import ChairLock
from desens_gui.system.paths import folders
from desens_gui.ui.window import MainWindow
from desens_gui.wording.words import ENGLISH
from tests.app.keys import encrypted_site
from tests.end_to_end.real_session import running_step_2
from tests.storage.locked_files import holding

Usable = Callable[..., Callable[[], None]]


def kinds(session: Path) -> list[type[Event]]:
    """Its facts but those of alarms: whether this machine has a loudspeaker is another question."""
    facts = [fact.event for fact in read_session(session)]
    return [type(fact) for fact in facts if not isinstance(fact, AlarmEvent)]


def only(data: Path) -> Path:
    (path,) = folders(data).sessions.glob("*.desens")
    return path


def test_a_draft_is_begun_closed_and_gone_on_with(tmp_path: Path, usable: Usable) -> None:
    seen: list[str] = []

    def look(window: MainWindow) -> None:
        seen.append(window.windowTitle())
        QTest.keyClicks(window.focusWidget(), "Mara")
        assert window.frame.content.currentWidget() is not None

    assert run(tmp_path, "light", ENGLISH, usable(look)) == 0
    assert len(seen) == 1
    assert kinds(only(tmp_path)) == [SessionOpened, PolicySet]
    assert verify(only(tmp_path)).state is State.INTACT
    assert gc.isenabled()
    assert run(tmp_path, "dark", ENGLISH, usable()) == 0
    assert kinds(only(tmp_path))[-1] is ProgramResumed


def test_a_running_session_asks_what_the_pump_did(tmp_path: Path, usable: Usable) -> None:
    chair = running_step_2(folders(tmp_path))
    assert chair.close()
    shown: list[str] = []

    def look(window: MainWindow) -> None:
        shown.append(window.frame.alarm.view.title)
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_F12)
        QCoreApplication.processEvents()
        shown.append(window.frame.alarm.view.title)

    assert run(tmp_path, "light", ENGLISH, usable(look)) == 0
    assert shown[0].startswith("PROGRAM WAS AWAY")
    assert shown[1].startswith("REACTION called")
    assert kinds(chair.path)[-2:] == [ProgramResumed, ReactionCalled]


def test_the_foot_says_whether_files_are_encrypted(tmp_path: Path, usable: Usable) -> None:
    said: list[str] = []

    def look(window: MainWindow) -> None:
        said.append(window.frame.status.view.file)

    assert run(tmp_path / "clear", "light", ENGLISH, usable(look)) == 0
    with holding():
        encrypted_site(folders(tmp_path / "crypt"))
        assert run(tmp_path / "crypt", "light", ENGLISH, usable(look)) == 0
    assert said == ["Files on this workstation are not encrypted", ""]


def test_a_chair_that_is_taken(tmp_path: Path) -> None:
    lock = ChairLock(folders(tmp_path).make().data)
    lock.acquire()
    try:
        with pytest.raises(CannotStart, match="already runs"):
            run(tmp_path, "light", ENGLISH)
    finally:
        lock.release()


def test_a_folder_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    with pytest.raises(CannotStart, match="cannot be written"):
        run(tmp_path / "file", "light", ENGLISH)


def test_a_file_that_cannot_be_read_is_named_and_stands_in_nobodys_way(
    tmp_path: Path, usable: Usable
) -> None:
    place = folders(tmp_path).make()
    broken = place.sessions / "2026-11-22-aaaaaaaa.desens"
    broken.write_bytes(b"not a session")
    said: list[str] = []
    assert (
        run(tmp_path, "light", ENGLISH, usable(lambda window: said.append(window.frame.status.view.file)))
        == 0
    )
    assert broken.name in said[0]
    assert len(list(place.sessions.glob("*.desens"))) == 2


def test_the_beat_leaves_a_sign_of_life_until_the_session_is_over(tmp_path: Path) -> None:
    heartbeat = Heartbeat(tmp_path / "s.alive")
    now = SystemClock().now()
    alive(heartbeat, now, over=False)
    assert (tmp_path / "s.alive").exists()
    alive(heartbeat, now, over=True)
    assert not (tmp_path / "s.alive").exists()
