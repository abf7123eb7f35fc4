"""Plays a scenario: the same rules, the same log, a clock that only this moves."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from desens_gui.domain.answers import Decision, Refused
from desens_gui.domain.commands.every import Command
from desens_gui.domain.commands.people import CoSign, SignSession
from desens_gui.domain.commands.restart import AnswerAway
from desens_gui.domain.commands.setup import OpenSession, SetPolicy
from desens_gui.domain.decide.deciding import name_of
from desens_gui.domain.events.restart import PumpMeanwhile
from desens_gui.domain.instants import Instant
from desens_gui.domain.proof import Means, Proof
from desens_gui.domain.quantities import NS_PER_SECOND
from desens_gui.domain.recorded import PROGRAM, Actor, Role
from desens_gui.domain.refusals.every import AnyRefusal
from desens_gui.session.awaiting import Missed, Turn
from desens_gui.session.filling import NotKnownYet, fill
from desens_gui.session.live_session import LiveSession
from desens_gui.session.opening import resume
from desens_gui.session.ports import Ids, Zone
from desens_gui.session.proving import proof_of
from desens_gui.session.rehearsal import Recorder
from desens_gui.session.scenario import (
    ClockStep,
    Crash,
    Entry,
    Jump,
    Reboot,
    Restart,
    Scenario,
    Sleep,
    Stall,
    Written,
)
from desens_gui.session.simulated_clock import SimulatedClock
from desens_gui.wording.scenario_words import NotAsWritten, PlayFault


class ScenarioFailed(Exception):
    """It did not go as the scenario says."""

    def __init__(self, problem: NotAsWritten) -> None:
        super().__init__(f"line {problem.line}: {problem.fault}")
        self.problem = problem


Hands = Callable[[LiveSession, Command, Actor, Proof | None], Decision]
"""Who hands a command to the session: directly, or through a window for everybody to see."""


class Player:
    """Call `advance` until it says that it is over. `session` is another object after a restart.

    Nothing happens while a fact is not durable: simulated time waits for the disk.
    """

    def __init__(
        self,
        scenario: Scenario,
        *,
        opening: OpenSession,
        recorder: Recorder,
        clock: SimulatedClock,
        ids: Ids,
        zone: Zone,
        workstation: str,
        hands: Hands = LiveSession.submit,
    ) -> None:
        self._scenario = scenario
        self._hands = hands
        self._program = opening.program
        self._recorder = recorder
        self._clock = clock
        self._ids = ids
        self._zone = zone
        self._workstation = workstation
        begun = (
            Entry(line=0, by=PROGRAM, action=opening),
            Entry(line=0, by=PROGRAM, action=SetPolicy(policy=scenario.policy)),
        )
        self._entries = (*begun, *scenario.entries)
        self._place = 0
        self._turn = Turn()
        self._ticked_ns: int | None = None
        self._came_back_at: int | None = None
        self._pump_unanswered = False
        self.crashed = False
        self.session = self._open()

    @property
    def is_over(self) -> bool:
        return self.crashed or self._place == len(self._entries)

    @property
    def line(self) -> int:
        """The line of the entry that comes next; 0 before the first and after the last."""
        return 0 if self.is_over else self._entries[self._place].line

    def advance(self) -> bool:
        """One command, one tick or nothing; whether there is more to come. ScenarioFailed."""
        if self.is_over:
            return False
        if self.session.waiting:
            return True
        if self._recorder.died_here:
            self._come_back()
        elif self._pump_unanswered:
            self._answer_for_pump()
        else:
            self._go_on(self._entries[self._place])
        return not self.is_over

    def require_end(self) -> None:
        """ScenarioFailed if the session did not end as the scenario says; a crash is no end."""
        scenario, ending = self._scenario, self.session.state.ending
        found = "open" if ending is None else ending.value
        if not self.crashed and scenario.ends not in (None, found):
            raise ScenarioFailed(
                NotAsWritten(
                    fault=PlayFault.ENDED_OTHERWISE,
                    file=scenario.file,
                    line=scenario.ends_line,
                    expected=(str(scenario.ends),),
                    found=(found,),
                )
            )

    def _open(self) -> LiveSession:
        log, records = self._recorder.open()
        return LiveSession(
            log=log,
            acks=self._recorder.acks,
            clock=self._clock,
            ids=self._ids,
            zone=self._zone,
            workstation=self._workstation,
            records=records,
        )

    def _go_on(self, entry: Entry) -> None:
        """One second, one tick or the entry itself, never two decisions: a run may die between any two."""
        try:
            left_ns = self._turn.left_ns(entry, self.session, self._clock.passed_ns)
        except Missed as missed:
            raise self._failed(entry, missed.fault, missed.what) from missed
        if left_ns > 0:
            self._clock.step(min(left_ns, NS_PER_SECOND))
            self._tick()
        elif isinstance(entry.action, Jump) and self._ticked_ns != self._clock.passed_ns:
            self._tick()  # so that the gap is measured from here
        else:
            self._do(entry)
            self._place += 1
            self._turn.next(self.session, self._clock.passed_ns)

    def _tick(self) -> None:
        self.session.tick()
        self._ticked_ns = self._clock.passed_ns

    def _do(self, entry: Entry) -> None:
        match entry.action:
            case None:
                pass
            case Sleep() | Stall() | ClockStep() | Restart() | Reboot() | Crash():
                self._jump(entry.action)
            case Written():
                try:
                    command = fill(entry.action, self.session.moment())
                except NotKnownYet as unknown:
                    raise self._failed(entry, PlayFault.NOT_KNOWN_YET, unknown.name) from unknown
                self._submit(entry, command)
            case _:
                self._submit(entry, entry.action)

    def _submit(self, entry: Entry, command: Command) -> None:
        decision = self._hands(self.session, command, entry.by, _proof(self.session, command, entry))
        reasons = decision.reasons if isinstance(decision, Refused) else ()
        if {_name(reason) for reason in reasons} == set(entry.refused):
            return
        fault = PlayFault.NOT_REFUSED
        if reasons:
            fault = PlayFault.OTHER_REFUSAL if entry.refused else PlayFault.REFUSED
        raise self._failed(entry, fault, name_of(command), reasons)

    def _jump(self, jump: Jump) -> None:
        match jump:
            case Sleep(ns=ns):
                self._clock.sleep(ns)
                self._tick()
            case Stall(ns=ns):
                self._clock.stall(ns)
                self._tick()
            case ClockStep(by_ns=by_ns):
                self._clock.set_wall(by_ns)
                self._tick()
            case Restart(ns=ns):
                last_alive = self._clock.now()
                self._clock.stall(ns)
                self._restart(last_alive)
            case Reboot(ns=ns):
                last_alive = self._clock.now()
                self._clock.reboot(ns)
                self._restart(last_alive)
            case Crash():
                self.crashed = self._came_back_at != self._place
            case _:
                assert_never(jump)

    def _restart(self, last_alive: Instant | None = None) -> None:
        self.session = self._open()
        resume(self.session, self._program, last_alive)

    def _come_back(self) -> None:
        """The run that is played again was killed here: go on at the same instant, the pump ran meanwhile."""
        asked_before = self.session.state.away is not None
        self._restart()
        self._came_back_at = self._place
        if not asked_before and self.session.state.away is not None:
            self._pump_unanswered = True

    def _answer_for_pump(self) -> None:
        self._pump_unanswered = False
        away = self.session.state.away
        assert away is not None
        assert away.flow is not None
        answer = AnswerAway(meanwhile=PumpMeanwhile.RAN, running=True, rate_ml_h=away.flow.rate)
        self.session.submit(answer, self._last_nurse())

    def _last_nurse(self) -> Actor:
        """Who acted last of those who may speak for the pump: somebody reported it running."""
        return next(
            recorded.actor
            for recorded in reversed(self.session.records)
            if recorded.actor.role in (Role.NURSE, Role.ALLERGIST)
        )

    def _failed(
        self, entry: Entry, fault: PlayFault, what: str, reasons: tuple[AnyRefusal, ...] = ()
    ) -> ScenarioFailed:
        offset_min = self._zone.offset_min(self._clock.now().utc_us)
        return ScenarioFailed(
            NotAsWritten(
                fault=fault,
                file=self._scenario.file,
                line=entry.line,
                block_line=entry.block_line,
                what=what,
                expected=entry.refused,
                found=tuple(map(_name, reasons)),
                reasons=reasons,
                zone_offset_min=offset_min,
            )
        )


def play(player: Player, between: Callable[[], None] = lambda: None) -> None:
    """To the end, and the end held against the scenario; `between` is called after each advance."""
    while player.advance():
        between()
    player.require_end()


def _proof(session: LiveSession, command: Command, entry: Entry) -> Proof | None:
    """Whoever the entry names shows their PIN at that moment: who signs, or the second person."""
    person = entry.by if isinstance(command, CoSign | SignSession) else entry.second_person
    return None if person is None else proof_of(session.moment(), command, person, Means.PIN)


def _name(reason: AnyRefusal) -> str:
    """As `refused` of an entry has it."""
    return str(type(reason).__struct_config__.tag)
