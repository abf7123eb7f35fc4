"""The one loop of a live session: a command in, facts out to log, state and listeners (DESIGN 3)."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

import msgspec

from desens_gui.domain.answers import Decision, Refused
from desens_gui.domain.commands.every import Command
from desens_gui.domain.commands.step import Tick
from desens_gui.domain.decide.deciding import decide
from desens_gui.domain.events.alarm import AlarmCode
from desens_gui.domain.events.every import Event
from desens_gui.domain.evolve.evolving import evolve, fold
from desens_gui.domain.instants import Instant
from desens_gui.domain.proof import Proof
from desens_gui.domain.recorded import PROGRAM, Actor, Recorded
from desens_gui.domain.session import Session
from desens_gui.session.moment import Moment
from desens_gui.session.ports import Clock, Ids, SessionLog, Zone
from desens_gui.session.saving import Acks, Saving


class NewFact(msgspec.Struct, frozen=True):
    """One more fact and the state it made."""

    recorded: Recorded[Event]
    after: Session


Listener = Callable[[Sequence[NewFact]], None]


class RefusalAudit(Protocol):
    def refused(self, command: Command, actor: Actor, refused: Refused, stamp: Instant) -> None:
        """Keep who was refused what; the session's own record keeps nothing of it."""
        ...


class LiveSession:
    """Owned by one thread. `acks` is what the log was given to acknowledge to.

    records: what the log already holds, for a session that goes on. A log that fails keeps what it took and
    the timer goes on; an append that raises leaves the session as it was.
    """

    def __init__(
        self,
        *,
        log: SessionLog,
        acks: Acks,
        clock: Clock,
        ids: Ids,
        zone: Zone,
        workstation: str,
        records: Iterable[Recorded[Event]] = (),
        audit: RefusalAudit | None = None,
    ) -> None:
        self._log = log
        self._acks = acks
        self._clock = clock
        self._ids = ids
        self._zone = zone
        self._workstation = workstation
        self._audit = audit
        self._records = list(records)
        self._state = fold(self._records)
        self._unsaved: deque[tuple[int, Instant]] = deque()
        self._ticked: Instant | None = None
        self._listeners: list[Listener] = []

    @property
    def state(self) -> Session:
        """Only of a session that was opened."""
        assert self._state is not None
        return self._state

    @property
    def is_open(self) -> bool:
        return self._state is not None

    @property
    def records(self) -> Sequence[Recorded[Event]]:
        """Every fact so far, in order; it grows, and only here."""
        return self._records

    @property
    def workstation(self) -> str:
        return self._workstation

    @property
    def waiting(self) -> int:
        """How many facts are not durable yet."""
        return self._log.waiting

    @property
    def code(self) -> str:
        """The compare code of the whole record; "" while a fact of it is not durable yet."""
        return "" if self._log.waiting else self._log.head.code

    def moment(self) -> Moment:
        stamp = self._clock.now()
        return Moment(self.state, stamp, self.state.timeline.place(stamp))

    def saving(self) -> Saving:
        newest = self._acks.newest
        while newest is not None and self._unsaved and self._unsaved[0][0] <= newest.seq:
            self._unsaved.popleft()
        return Saving(
            saved_us=None if newest is None else newest.utc_us,
            oldest_unsaved=self._unsaved[0][1] if self._unsaved else None,
            problem=self._log.problem,
        )

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call it after every decision that recorded something; the answer stops that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def submit(self, command: Command, actor: Actor, proof: Proof | None = None) -> Decision:
        """proof: of the person who answers for it beside or as the actor."""
        return self._decide(command, actor, proof, self._clock.now())

    def tick(self, technical: Iterable[AlarmCode] = ()) -> Decision:
        """Ask what is due; the first tick of a run looks back to its first command.

        technical: what is wrong with the machine now.
        """
        stamp = self._clock.now()
        decision = self._decide(Tick(previous=self._ticked, technical=tuple(technical)), PROGRAM, None, stamp)
        self._ticked = stamp
        return decision

    def close(self, timeout_s: float = 5.0) -> bool:
        """Write what waits; whether nothing was left behind. The session itself stays as it is."""
        return self._log.close(timeout_s)

    def _decide(self, command: Command, actor: Actor, proof: Proof | None, stamp: Instant) -> Decision:
        if self._ticked is None:
            self._ticked = stamp
        decision = decide(self._state, command, actor, proof, stamp)
        if isinstance(decision, Refused):
            if self._audit is not None:
                self._audit.refused(command, actor, decision, stamp)
        elif decision.events:
            self._record(decision.events, actor, decision.second_person, stamp)
        return decision

    def _record(
        self, events: Sequence[Event], actor: Actor, second_person: str | None, stamp: Instant
    ) -> None:
        zone_offset_min = self._zone.offset_min(stamp.utc_us)
        state, facts = self._state, []
        for seq, event in enumerate(events, start=len(self._records) + 1):
            recorded = Recorded(
                seq=seq,
                uuid=self._ids.uuid(),
                stamp=stamp,
                zone_offset_min=zone_offset_min,
                actor=actor,
                second_person=second_person,
                workstation=self._workstation,
                event=event,
            )
            state = evolve(state, recorded)
            facts.append(NewFact(recorded, state))
        new = [fact.recorded for fact in facts]
        self._log.append(new)
        self._records.extend(new)
        self._state = state
        self._unsaved.append((new[-1].seq, stamp))
        for listener in tuple(self._listeners):
            listener(facts)
