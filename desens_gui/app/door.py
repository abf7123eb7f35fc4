"""Where the program at the chair is asked by a later start: to show its window, or whether a review may open.

A local socket in the data folder, for this user only; nothing that is said on it names a patient.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Literal

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

LONGEST = 4096
CLOSE = b"close\n"
"""Sent to a review that was let in, once a session is live: the chair is for its patient (SAFETY S9)."""


class Asked(msgspec.Struct, frozen=True):
    what: Literal["show", "review"]


class Answer(msgspec.Struct, frozen=True):
    """done: the window is shown, or the review may open. said: for the person who started the other one."""

    done: bool
    said: str = ""


def door_name(data: Path) -> str:
    """A file in the data folder, which is the owner's alone; on Windows a pipe named by its digest."""
    if os.name == "nt":
        return f"desens-{sha256(str(data).encode()).hexdigest()[:16]}"
    return str(data / "chair.socket")


class Door(QObject):
    """Open while the program holds the chair. `name` is None where no socket can be made."""

    def __init__(self, data: Path, answer: Callable[[Asked], Answer], parent: QObject) -> None:
        super().__init__(parent)
        self._answer = answer
        self._reviews: list[QLocalSocket] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._connected)
        name = door_name(data)
        QLocalServer.removeServer(name)  # what a crash left: the chair's lock says that nobody listens there
        self.name = name if self._server.listen(name) else None

    def _connected(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            socket.disconnected.connect(lambda socket=socket: self._gone(socket))
            socket.disconnected.connect(socket.deleteLater)

    def _read(self, socket: QLocalSocket) -> None:
        """One question for each connection; whoever asks anything else is cut off."""
        if not socket.canReadLine():
            if socket.bytesAvailable() > LONGEST:
                socket.abort()
            return
        try:
            asked = msgspec.json.decode(socket.readLine().data(), type=Asked)
        except msgspec.MsgspecError:
            socket.abort()
            return
        answer = self._answer(asked)
        socket.write(msgspec.json.encode(answer) + b"\n")
        socket.flush()
        if answer.done and asked.what == "review":
            self._reviews.append(socket)

    def _gone(self, socket: QLocalSocket) -> None:
        self._reviews = [other for other in self._reviews if other is not socket]

    def close_reviews(self) -> None:
        """A session is live now."""
        for socket in self._reviews:
            socket.write(CLOSE)
            socket.flush()
        self._reviews = []

    def close(self) -> None:
        self._server.close()
