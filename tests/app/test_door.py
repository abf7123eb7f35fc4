"""A later start asks the program that has the chair: real sockets, who asks in a thread or a process."""

from __future__ import annotations

import socket
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication

from desens_gui.app import knocking
from desens_gui.app.door import Answer, Asked, Door
from desens_gui.app.knocking import Knock, NoAnswer, NotLetIn, ask_to_review, show_first
from desens_gui.app.reception import Reception, is_live
from desens_gui.app.session_at_chair import open_at_chair
from desens_gui.domain.commands.parts import ClosePart
from desens_gui.domain.events.parts import Leaving
from desens_gui.system.locks import ChairLock, ChairTaken, read_holder
from desens_gui.system.paths import Folders, folders
from desens_gui.ui.window import MainWindow
from desens_gui.wording.words import ENGLISH
from tests.courses import at_step, completed, set_up
from tests.end_to_end.real_session import hasty_policy, running_step_2
from tests.ui import stage

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the data folder holds a socket")
LONGEST_S = 30.0


@pytest.fixture
def place(tmp_path: Path) -> Folders:
    return folders(tmp_path / "data").make()


@pytest.fixture
def parent(app: QApplication) -> Iterator[QObject]:
    parent = QObject()
    yield parent
    parent.deleteLater()
    QCoreApplication.processEvents()


ASKING = """
import sys; from pathlib import Path
from desens_gui.app.knocking import NotLetIn, ask_to_review, show_first
from desens_gui.system.locks import ChairTaken, read_holder
from desens_gui.system.paths import folders
from desens_gui.wording.words import ENGLISH
place = folders(Path(sys.argv[1]))
print(show_first(ChairTaken(read_holder(place.data / "chair.json"))))
try:
    print(ask_to_review(place, ENGLISH))
except NotLetIn as refused:
    print(refused)
"""
"""In a process of its own: Qt's waiting keeps every other thread from running."""


def turning(done: Callable[[], bool]) -> None:
    nothing = threading.Event()
    for _ in range(round(LONGEST_S / 0.01)):
        QCoreApplication.processEvents()
        if done():
            return
        nothing.wait(0.01)
    raise AssertionError("never")


def test_it_answers_and_is_for_this_user_only(place: Folders, parent: QObject) -> None:
    heard: list[Asked] = []

    def answer(asked: Asked) -> Answer:
        heard.append(asked)
        return Answer(True, "in front")

    door = Door(place.data, answer, parent)
    assert door.name is not None
    assert stat.S_IMODE(Path(door.name).stat().st_mode) & 0o077 == 0
    client = connected(door.name)
    client.sendall(b'{"what":"show"}\n')
    assert received(client) == b'{"done":true,"said":"in front"}\n'
    assert heard == [Asked("show")]
    client.close()
    QCoreApplication.processEvents()
    again = Door(place.data, answer, parent)
    assert again.name == door.name, "what a crash left does not stand in the way"
    again.close()
    door.close()


def test_where_no_socket_can_be_nobody_is_let_in(tmp_path: Path, parent: QObject) -> None:
    assert Door(tmp_path / "none", lambda _asked: Answer(True), parent).name is None


def connected(name: str) -> socket.socket:
    client = socket.socket(socket.AF_UNIX)
    client.connect(name)
    client.settimeout(0.05)
    return client


def received(client: socket.socket) -> bytes:
    """What comes while the window's loop goes round; nothing: the other side is gone."""
    for _ in range(200):
        QCoreApplication.processEvents()
        try:
            return client.recv(200)
        except TimeoutError:
            continue
        except ConnectionResetError:
            return b""
    raise AssertionError("never")


@pytest.mark.parametrize("sent", [b"hello\n", b'{"what":"format"}\n', b"x" * 5000])
def test_whoever_asks_anything_else_is_cut_off(place: Folders, parent: QObject, sent: bytes) -> None:
    door = Door(place.data, lambda _asked: Answer(True), parent)
    assert door.name is not None
    stranger = connected(door.name)
    stranger.sendall(sent)
    assert received(stranger) == b""
    stranger.close()
    door.close()


def test_a_program_that_is_frozen_does_not_answer(place: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(knocking, "PATIENCE_MS", 50)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(place.data / "other"))
        server.listen()
        with pytest.raises(NoAnswer):
            Knock(str(place.data / "other"), Asked("show"))
    with pytest.raises(NoAnswer):
        Knock(str(place.data / "nothing"), Asked("show"))


def test_without_a_chair_a_review_opens_and_beside_a_silent_one_it_does_not(place: Folders) -> None:
    assert ask_to_review(place, ENGLISH) is None
    lock = ChairLock(place.data)
    lock.acquire()
    try:
        with pytest.raises(NotLetIn, match="It does not answer"):
            ask_to_review(place, ENGLISH)
        assert show_first(ChairTaken(read_holder(place.data / "chair.json"))) is None
        left = (place.data / "chair.json").read_bytes()
    finally:
        lock.release()
    (place.data / "chair.json").write_bytes(left)  # as a crash leaves it
    assert ask_to_review(place, ENGLISH) is None


@pytest.mark.hazard("H-15")
@pytest.mark.requirement("R-one-chair")
def test_while_a_session_is_live_nothing_opens_beside_it(place: Folders, app: QApplication) -> None:
    assert [is_live(chair.session) for chair in (set_up(), at_step(6), completed())] == [False, True, False]
    moved = at_step(6)
    moved.do(ClosePart(why=Leaving.HANDED_OVER, to="ward-7"))
    assert not is_live(moved.session)
    chair = running_step_2(place)
    window = MainWindow(stage.looks(), stage.never_asked, lambda: True)
    reception = Reception(window, chair.live, ENGLISH)
    lock = ChairLock(place.data)
    lock.acquire()
    lock.tell(chair.path, reception.open(place.data))
    window.showMinimized()
    asking = subprocess.Popen(
        [sys.executable, "-c", ASKING, str(place.data)], stdout=subprocess.PIPE, text=True
    )
    turning(lambda: asking.poll() is not None)
    shown, refused = asking.communicate()[0].splitlines()
    assert shown == "Desens runs already at this workstation: its window is in front now."
    assert refused.startswith("A session is live at this chair: nothing else opens beside it.")
    assert not window.isMinimized()
    reception.close()
    lock.release()
    assert chair.close()
    window.close()
    window.deleteLater()


@pytest.mark.requirement("R-one-chair")
def test_a_review_that_stood_open_closes_when_a_session_goes_live(
    place: Folders, tmp_path: Path, app: QApplication
) -> None:
    reviewed = running_step_2(folders(tmp_path / "old"))
    assert reviewed.close()
    chair = open_at_chair(place, hasty_policy)
    window = MainWindow(stage.looks(), stage.never_asked, lambda: True)
    reception = Reception(window, chair.live, ENGLISH)
    lock = ChairLock(place.data)
    lock.acquire()
    lock.tell(chair.path, reception.open(place.data))
    asked: list[Asked] = []
    door = reception._door
    assert door is not None
    answer = door._answer
    door._answer = lambda ask: (asked.append(ask), answer(ask))[1]  # type: ignore[func-returns-value]
    review = subprocess.Popen(
        [sys.executable, "-m", "desens_gui", "review", str(reviewed.path), "--data", str(place.data)]
    )
    try:
        turning(lambda: bool(asked))
        reception.beat()
        assert review.poll() is None
        door.close_reviews()
        turning(lambda: review.poll() is not None)
        assert review.returncode == 0
    finally:
        review.kill()
        review.wait()
    reception.close()
    lock.release()
    assert chair.close()
    window.close()
    window.deleteLater()


def test_the_beat_closes_reviews_once(app: QApplication) -> None:
    closed: list[bool] = []

    class Counting:
        def close_reviews(self) -> None:
            closed.append(True)

    class Live:
        state = set_up().session

    live = Live()
    reception = Reception(MainWindow.__new__(MainWindow), live, ENGLISH)  # type: ignore[arg-type]
    reception._door = Counting()  # type: ignore[assignment]
    reception.beat()
    live.state = at_step(6).session
    reception.beat()
    reception.beat()
    assert closed == [True]
