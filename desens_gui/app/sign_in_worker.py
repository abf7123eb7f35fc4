"""The port SignIn in the window program: PINs are looked at in a thread of their own."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from desens_gui.session.people import Answer, Done, Member, NotLooked
from desens_gui.session.signing_in import SigningIn
from desens_gui.storage.problems import StorageProblem

Look = Callable[[SigningIn], Answer]
_Asked = tuple[Look, Done] | None


class SignInWorker(QObject):
    """make: the use case, made in the thread, because hashing takes a while to import.

    members: who may sign in when the program starts; looked up again with each try.
    """

    _answered = Signal(object, object, object)

    def __init__(self, make: Callable[[], SigningIn], members: tuple[Member, ...]) -> None:
        super().__init__()
        self._make = make
        self._members = members
        self._closed = False
        self._asked: queue.SimpleQueue[_Asked] = queue.SimpleQueue()
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, name="desens-sign-in", daemon=True)
        self._thread.start()

    def members(self) -> tuple[Member, ...]:
        return self._members

    def with_pin(self, person_id: str, pin: str, done: Done) -> None:
        self._asked.put((lambda signing_in: signing_in.pin(person_id, pin), done))

    def with_badge(self, code: str, done: Done) -> None:
        self._asked.put((lambda signing_in: signing_in.badge(code), done))

    def close(self) -> None:
        """Answers that are still to come are nobody's any more."""
        self._closed = True
        self._asked.put(None)
        self._thread.join(2)

    def _run(self) -> None:
        signing_in = self._make()
        while (asked := self._asked.get()) is not None:
            look, done = asked
            members = self._members
            answer: Answer
            try:
                answer = look(signing_in)
                members = signing_in.members()
            except StorageProblem as problem:
                answer = NotLooked(problem)
            del look, asked  # the PIN in it
            self._answered.emit(answer, done, members)

    def _deliver(self, answer: Answer, done: Done, members: tuple[Member, ...]) -> None:
        self._members = members
        if not self._closed:
            done(answer)
