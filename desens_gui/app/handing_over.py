"""Hand over to another workstation: a verified copy, then this part is closed, then the copy is renewed.

So there is a copy to go on from before anything is closed, whatever fails in between.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from desens_gui.domain.answers import Decision, Refused
from desens_gui.domain.commands.parts import ClosePart
from desens_gui.domain.events.parts import Leaving
from desens_gui.domain.recorded import Actor
from desens_gui.session.live_session import LiveSession
from desens_gui.storage.backup import back_up
from desens_gui.storage.problem_words import sentence
from desens_gui.storage.problems import Missing, StorageProblem
from desens_gui.storage.verify import verify
from desens_gui.wording.refusals import refusals
from desens_gui.wording.words import Words

LONGEST_NS = 10_000_000_000


def nobody_told() -> None:
    """Where no audit is kept."""


class HandingOver:
    """Of one live session. The copying is done on a thread of its own; `beat` goes on with what follows.

    said: what a person is told now; "" while there is nothing to tell. copied: called once a copy has left
    this workstation, whatever comes after.
    """

    def __init__(
        self, live: LiveSession, path: Path, words: Words, copied: Callable[[], None] = nobody_told
    ) -> None:
        self._live = live
        self._path = path
        self._words = words
        self._told_copied = copied
        self._actor: Actor | None = None
        self._to = ""
        self._since_ns = 0
        self._folder = Path()
        self._thread: threading.Thread | None = None
        self._problem: StorageProblem | None = None
        self._next: Callable[[], None] | None = None
        self.said = ""

    def begin(self, folder: Path, to: str, actor: Actor) -> None:
        """Nothing where one is under way. The folder must be there: a medium that is missing is no folder."""
        if self._next is not None:
            return
        self._folder, self._to, self._actor = folder, to, actor
        self.said = self._words("Writing a copy to {folder}.", folder=folder)
        self._since_ns = self._now_ns()
        self._next = self._copy_open

    @property
    def busy(self) -> bool:
        return self._next is not None

    def beat(self) -> None:
        """Told five times a second."""
        if self._next is None or (self._thread is not None and self._thread.is_alive()):
            return
        self._thread = None
        self._next()

    def wait(self, timeout_s: float) -> None:
        """For whoever has no beat: until the copying of now is done."""
        if self._thread is not None:
            self._thread.join(timeout_s)

    def _copy(self, then: Callable[[], None]) -> None:
        self._problem = None
        self._next = then
        self._thread = threading.Thread(target=self._copied, name="desens-handover", daemon=True)
        self._thread.start()

    def _copy_open(self) -> None:
        """Once all that is recorded is on the disk; not hours later, when nobody thinks of it any more."""
        if not self._live.waiting:
            self._copy(self._close)
        elif self._now_ns() - self._since_ns > LONGEST_NS:
            self._end(self._words("Not handed over, this part goes on: not everything is saved."))

    def _now_ns(self) -> int:
        return self._live.moment().stamp.boot_ns

    def _copied(self) -> None:
        try:
            if not self._folder.is_dir():
                raise Missing
            back_up(self._path, self._folder)
        except StorageProblem as problem:
            self._problem = problem

    def _close(self) -> None:
        if self._problem is not None:
            self._end(
                self._words(
                    "Not handed over, this part goes on: {folder}: {said}",
                    folder=self._folder,
                    said=sentence(self._problem, self._words),
                )
            )
            return
        self._told_copied()
        decision = self._submit()
        if isinstance(decision, Refused):
            self._end(refusals(self._words, decision.reasons, self._live.state.zone_offset_min))
            return
        self._next = self._copy_closed

    def _submit(self) -> Decision:
        assert self._actor is not None
        return self._live.submit(ClosePart(why=Leaving.HANDED_OVER, to=self._to), self._actor)

    def _copy_closed(self) -> None:
        """Once the closing is on the disk."""
        if not self._live.waiting:
            self._copy(self._done)

    def _done(self) -> None:
        words, copy = self._words, self._folder / self._path.name
        if self._problem is not None:
            said = words(
                "Handed over; the copy {copy} is from just before: {said}",
                copy=copy,
                said=sentence(self._problem, words),
            )
        else:
            said = words(
                "Handed over. Copy: {copy}, compare code {code}. Take it over at {to}.",
                copy=copy,
                code=verify(copy).code,
                to=self._to,
            )
        self._end(said)

    def _end(self, said: str) -> None:
        self.said = said
        self._next = None
