"""A live session on a real file with the real writer thread, as at the chair, and nothing drawn."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from desens_gui.domain.answers import Refused
from desens_gui.domain.commands.check import RecordNote
from desens_gui.domain.commands.every import Command
from desens_gui.domain.commands.setup import IdentifyStaff, OpenSession
from desens_gui.domain.instants import Utc
from desens_gui.domain.recorded import Actor, Role
from desens_gui.session.live_session import LiveSession
from desens_gui.session.opening import begin
from desens_gui.session.ports import Ack
from desens_gui.session.saving import Acks, SavingState
from desens_gui.storage.ballast import Ballast
from desens_gui.storage.connecting import connect, header_of
from desens_gui.storage.keys import Encrypting
from desens_gui.storage.opening import create_session
from desens_gui.storage.problems import StorageProblem
from desens_gui.storage.reading import read_session
from desens_gui.storage.schema import schema_digest
from desens_gui.storage.verify import State, verify
from desens_gui.storage.writer import SessionWriter
from desens_gui.system.clock import SystemClock
from desens_gui.system.ids import SystemIds
from desens_gui.system.policies import load_policy
from desens_gui.system.zones import DisplayZone

TICK_S = 0.002
NURSE = Actor("nurse", Role.NURSE)
POLICY = load_policy()


class Chair:
    """A session file in a folder of its own; every acknowledgement is held against the file at once."""

    def __init__(
        self, folder: Path, ballast: Ballast | None = None, encrypting: Encrypting | None = None
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.path = folder / "2026-11-22-fault001.desens"
        self.false_acks = 0
        self.refused = 0
        self.problems: list[StorageProblem] = []
        self.states: list[SavingState] = []
        self.worst_beat_ms = 0.0
        self.before_ack: Callable[[], None] = lambda: None
        self.after_ack: Callable[[], None] = lambda: None
        self._ballast = ballast or Ballast(folder / "ballast", 64 * 1024)
        self._clock = SystemClock()
        self._acks = Acks()
        self._waiting = threading.Event()
        if not self.path.exists():
            create_session(self.path, encrypting=encrypting)

    def sit_down(self) -> None:
        """Start the writer and begin the session; from here on nothing may raise."""
        writer = SessionWriter(
            self.path,
            clock=self._clock,
            on_ack=self._acknowledged,
            on_problem=self.problems.append,
            ballast=self._ballast,
        )
        self.live = LiveSession(
            log=writer,
            acks=self._acks,
            clock=self._clock,
            ids=SystemIds(),
            zone=DisplayZone("UTC"),
            workstation="reliability",
        )
        opening = OpenSession(
            session_id=self.path.stem,
            schema_digest=schema_digest(),
            program="reliability",
            zone="UTC",
            simulated=True,
        )
        begin(self.live, opening, POLICY)
        self.do(IdentifyStaff(id=NURSE.id, name="reliability", role=NURSE.role))

    def note(self, text: str = "as ordered") -> None:
        self.do(RecordNote(text=text, at=Utc(self._clock.now().utc_us)))

    def do(self, command: Command) -> None:
        self.refused += isinstance(self.live.submit(command, NURSE), Refused)
        self.tick()

    def tick(self) -> None:
        """One beat of the timer, and what the screen says of saving."""
        begun_ns = self._clock.now().mono_ns
        self.live.tick()
        self.worst_beat_ms = max(self.worst_beat_ms, (self._clock.now().mono_ns - begun_ns) / 1e6)
        state = self.live.saving().state(self._clock.now())
        if not self.states or self.states[-1] is not state:
            self.states.append(state)

    def wait_for(self, condition: Callable[[], bool], seconds: float = 20.0) -> bool:
        """Go on beating until it holds; whether it did in that time."""
        until = self._clock.now().mono_ns + round(seconds * 1e9)
        while not condition() and self._clock.now().mono_ns < until:
            self.tick()
            self._waiting.wait(TICK_S)
        self.tick()
        return condition()

    def saved(self) -> bool:
        """By what the screen says."""
        return self.live.waiting == 0 and self.states[-1] is SavingState.SAVED

    def get_up(self) -> None:
        self.live.close()

    def stored_as_recorded(self) -> bool:
        """The file holds every fact of the session, in order, once."""
        try:
            records = read_session(self.path)
        except StorageProblem:
            return False
        return records == tuple(self.live.records) and verify(self.path).state is State.INTACT

    def _acknowledged(self, ack: Ack) -> None:
        """On the writer's thread."""
        self.worst_beat_ms = 0.0
        self.before_ack()
        connection = connect(self.path, "ro", header_of(self.path))
        try:
            held = connection.execute("SELECT uuid FROM event WHERE seq = ?", (ack.seq,)).fetchone()
        finally:
            connection.close()
        self.false_acks += held != (ack.uuid,)
        self.after_ack()
        self._acks(ack)
