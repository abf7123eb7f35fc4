"""A later start asks the program that has the chair, and waits two seconds for its answer."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtNetwork import QLocalSocket

from desens_gui.app.door import CLOSE, Answer, Asked
from desens_gui.system.locks import ChairLock, ChairTaken, read_holder, writer_of
from desens_gui.system.paths import Folders
from desens_gui.wording.words import Words
from desens_gui.wording.writers import chair_is_taken

PATIENCE_MS = 2000


class NoAnswer(Exception):
    """Nobody answers there in time."""


class NotLetIn(Exception):
    """One sentence for the person who asked."""


class Knock:
    """One question and its answer. The connection stands as long as this does."""

    def __init__(self, name: str, asked: Asked) -> None:
        self._socket = QLocalSocket()
        self._socket.connectToServer(name)
        if not self._socket.waitForConnected(PATIENCE_MS):
            raise NoAnswer
        self._socket.write(msgspec.json.encode(asked) + b"\n")
        self._socket.flush()
        while not self._socket.canReadLine():
            if not self._socket.waitForReadyRead(PATIENCE_MS):
                self._socket.abort()
                raise NoAnswer
        try:
            self.answer = msgspec.json.decode(self._socket.readLine().data(), type=Answer)
        except msgspec.MsgspecError as error:
            raise NoAnswer from error

    def when_closed(self, close: Callable[[], object]) -> None:
        """Called when a session goes live at the chair, at once if one has meanwhile."""
        self._socket.readyRead.connect(lambda: self._read(close))
        self._read(close)

    def _read(self, close: Callable[[], object]) -> None:
        if bytes(self._socket.readAll().data()).endswith(CLOSE):
            close()

    def leave(self) -> None:
        self._socket.abort()


def ask_to_review(place: Folders, words: Words) -> Knock | None:
    """None where nobody has the chair; NotLetIn with the sentence of the program that has it."""
    holder = read_holder(place.data / "chair.json")
    if holder is None:
        return None
    try:
        if holder.server is None:
            raise NoAnswer
        knock = Knock(holder.server, Asked("review"))
    except NoAnswer as nobody:
        lock = ChairLock(place.data)
        try:
            lock.acquire()
        except ChairTaken as taken:
            raise NotLetIn(no_answer(words, taken)) from nobody
        lock.release()  # the note was left by a crash
        return None
    if not knock.answer.done:
        knock.leave()
        raise NotLetIn(knock.answer.said)
    return knock


def show_first(taken: ChairTaken) -> str | None:
    """What the program that has the chair says once its window is in front; None: it does not answer."""
    if taken.holder is None or taken.holder.server is None:
        return None
    try:
        knock = Knock(taken.holder.server, Asked("show"))
    except NoAnswer:
        return None
    knock.leave()
    return knock.answer.said


def no_answer(words: Words, taken: ChairTaken) -> str:
    return words(
        "{taken} It does not answer: look at its window, or ask for help with that workstation.",
        taken=chair_is_taken(words, writer_of(taken.holder)),
    )
