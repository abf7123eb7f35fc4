"""What people do at one chair, in any order; each action is held against the oracle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
)

from desens_gui.domain.answers import Accepted
from desens_gui.domain.commands.check import RecordMedication, RecordSeen
from desens_gui.domain.commands.ending import EndSession, ReportBagEmpty, ReportFlushed, StopToday
from desens_gui.domain.commands.every import Command
from desens_gui.domain.commands.pump import ReportPumpRunning, ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction, EnterReactionInError
from desens_gui.domain.commands.restart import AnswerAway
from desens_gui.domain.commands.setup import IdentifyStaff
from desens_gui.domain.commands.step import Escalate, Pause, Resume, StayOnStep
from desens_gui.domain.events.check import CheckPurpose
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.events.restart import PumpMeanwhile
from desens_gui.domain.events.step import PauseReason
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.quantities import Amount, Rate, Volume
from desens_gui.domain.stage import (
    ChangingBag,
    Flushing,
    GoingUp,
    Observing,
    Paused,
    Reacting,
    Resuming,
    Stepping,
)
from tests import readings
from tests.courses import at_step, hang, told_rate
from tests.domain.oracle import Oracle
from tests.driving import COLLEAGUE, MINUTE, Chair, order

REACHED = (
    "pause",
    "bag change",
    "sleep",
    "restart",
    "reaction",
    "going up",
    "resume",
    "answer",
    "flush",
    "end",
)
shares = st.integers(0, 100)


class Nurses(RuleBasedStateMachine):
    """One chair; every rule is something a person may do at any moment."""

    reached: ClassVar[Counter[str]] = Counter()

    @initialize(step=st.sampled_from([12, 8, 4, 1, 6]))
    def begin(self, step: int) -> None:
        self.chair: Chair = at_step(step)
        self.chair.tick()
        self.chair.do(IdentifyStaff(id=COLLEAGUE.id, name="T. Adler", role=COLLEAGUE.role))
        self.oracle = Oracle(self.chair.now_ns)
        self.given: Amount = self.chair.given

    def _submit(self, command: Command, *, settles: bool = False) -> bool:
        """Whether it was accepted. settles: it may take back what was counted as given."""
        before, number = self.chair.given, self.chair.step_number
        accepted = isinstance(self.chair.submit(command), Accepted)
        if accepted and not settles:
            assert self.chair.given >= before
        if accepted and settles:
            self.given = self.chair.given
        assert self.chair.step_number in (number, number + 1)
        return accepted

    @rule(
        share=shares,
        kind=st.sampled_from(["well", "well", "well", "ill", "partial"]),
        back=st.integers(0, 400),
    )
    def check(self, share: int, kind: str, back: int) -> None:
        back = back if share < 20 else 0
        at, at_ns = self.chair.ago(back), self.chair.now_ns - back * 1_000_000_000
        found: dict[str, Any] = {"sbp": 85, "dbp": 50} if kind == "ill" else {}
        command = readings.check(at, **found)
        if kind == "partial":
            command = readings.only(at, heart_rate=80)
        before = self.chair.session.check
        if not self._submit(command):
            return
        check = self.chair.session.check
        assert check is not None
        assert check is not before
        if check.purpose is not CheckPurpose.STEP or check.step != self.chair.step_number:
            self.oracle.used()  # whatever was recorded for the step is gone
        elif kind == "partial":
            self.oracle.measure(at_ns, items=("heart_rate",), temperature=False)
        else:
            self.oracle.measure(at_ns, ill=("sbp",) if kind == "ill" else ())

    @rule(share=shares)
    def go_up(self, share: int) -> None:
        early = order(OrderFor.GO_UP_EARLY) if share < 30 else None
        session, now_ns = self.chair.session, self.chair.now_ns
        elapsed = self.chair.step_elapsed
        if self._submit(Escalate(none_new=True, order=early)):
            assert isinstance(session.stage, Stepping)
            assert session.pump_runs
            assert self.oracle.lets_up(now_ns)
            assert early is not None or elapsed >= self.chair.plan.step(session.step.number).duration  # type: ignore[union-attr]
            self.oracle.used()
            self.reached["going up"] += 1
            if isinstance(self.chair.session.stage, ChangingBag):
                self.oracle.bag_connected()
                self.reached["bag change"] += 1

    @rule(share=shares, back=st.integers(0, 20))
    def pump_runs(self, share: int, back: int) -> None:
        """The pump is reported running: at the told rate, sometimes at another."""
        stage, number = self.chair.session.stage, self.chair.step_number
        if isinstance(stage, ChangingBag) and self.chair.session.away is None and share < 90:
            hang(self.chair, COLLEAGUE if share % 2 else None)
            self.oracle.bag_read_twice()
        told = getattr(stage, "to_step", number)
        rate = told_rate(self.chair, told) if share % 10 else Rate.of("33")
        at = self.chair.ago(back) if share < 40 else None
        if self._submit(ReportPumpRunning(rate_ml_h=rate, at=at), settles=at is not None):
            assert share % 10 != 0
            assert isinstance(stage, ChangingBag | GoingUp | Resuming | Flushing)
            assert self.oracle.lets_hang() or not isinstance(stage, ChangingBag)
            assert self.chair.session.pump is not None
            self.oracle.pump_confirmed(self.chair.session.pump.since_ns)
            self.reached["resume"] += isinstance(stage, Resuming)

    @rule(share=shares, back=st.integers(0, 90))
    def pump_stops(self, share: int, back: int) -> None:
        at = self.chair.ago(back) if share < 40 else None
        runs = self.chair.session.pump_runs and not self.chair.session.is_over
        assert self._submit(ReportPumpStopped(at=at), settles=at is not None) or not runs or at is not None
        self.reached["end"] += isinstance(self.chair.session.stage, Observing)

    @rule(reason=st.sampled_from(PauseReason))
    def pause(self, reason: PauseReason) -> None:
        running = isinstance(self.chair.session.stage, Stepping | GoingUp)
        assert self._submit(Pause(reason=reason)) or not running
        self.reached["pause"] += isinstance(self.chair.session.stage, Paused)

    @rule(share=shares)
    def resume(self, share: int) -> None:
        stopped = not self.chair.session.pump_runs
        long = order(OrderFor.RESUME_AFTER_LONG_PAUSE) if share < 50 else None
        if self._submit(Resume(order=long)):
            assert stopped
            assert self.chair.session.check is not None
            assert self.chair.session.check.purpose is CheckPurpose.RESUME

    @rule()
    def carry_on(self) -> None:
        """What a careful nurse does to go on: answer, take back a wrong key, pump off, check, pump on."""
        if self.chair.session.away is not None:
            self.answer(PumpMeanwhile.RAN, running=self.chair.session.pump_runs, share=0)
        self.entered_in_error()
        if isinstance(self.chair.session.stage, Paused) and self.chair.session.away is None:
            self.pump_stops(100, 0)
            self.check(100, "well", 0)
            self.resume(0)
            self.pump_runs(51, 0)

    @rule(again=st.integers(0, 3))
    def finish_steps(self, again: int) -> None:
        """What a careful nurse does in a step: wait, check, go up, set the pump."""
        for _ in range(again):
            if not isinstance(self.chair.session.stage, Stepping):
                break
            if self.chair.session.on_last_step:
                return self.bag_empty_and_flush()
            self.wait(20 * MINUTE)
            self.check(100, "well", 0)
            self.go_up(100)
            self.pump_runs(51, 0)
        return None

    def wrong_reaction(self) -> None:
        self.reaction(0)
        self.entered_in_error()

    @rule()
    def stay(self) -> None:
        self._submit(StayOnStep())
        self._submit(RecordSeen())

    @rule(back=st.integers(0, 60))
    def medication(self, back: int) -> None:
        given = RecordMedication(drug="cetirizine", dose="10 mg", route="po", at=self.chair.ago(back))
        if self._submit(given):
            self.oracle.spoiled(self.chair.now_ns - back * 1_000_000_000)

    @rule(share=shares)
    def reaction(self, share: int) -> None:
        if share < 60 and not self.chair.session.is_over:
            assert self._submit(CallReaction())
            self.reached["reaction"] += 1
            assert isinstance(self.chair.session.stage, Reacting)

    @rule()
    def entered_in_error(self) -> None:
        if self._submit(EnterReactionInError(reason="wrong key")):
            self.oracle.spoiled(self.chair.now_ns)

    @rule()
    def bag_empty_and_flush(self) -> None:
        self._submit(ReportBagEmpty(reason="as seen"), settles=True)
        if isinstance(self.chair.session.stage, Flushing):
            self.wait(14 * MINUTE)
            self._submit(ReportFlushed(volume_ml=Volume.of("18")), settles=True)
            self.pump_stops(100, 0)
            self.reached["flush"] += 1

    @rule(share=shares, ending=st.sampled_from(Ending))
    def stop_today(self, share: int, ending: Ending) -> None:
        if share < 5:
            self._submit(StopToday(ending=ending))
            self._submit(EndSession(ending=ending))

    @rule(seconds=st.integers(1, 20 * MINUTE))
    def wait(self, seconds: int) -> None:
        self.chair.wait(seconds)
        self.chair.tick()

    @precondition(lambda self: self.chair.session.away is not None)
    @rule(meanwhile=st.sampled_from(PumpMeanwhile), running=st.booleans(), share=shares)
    def answer(self, meanwhile: PumpMeanwhile, running: bool, share: int) -> None:
        away, now_ns = self.chair.session.away, self.chair.now_ns
        assert away is not None
        back = (now_ns - away.from_ns) // 1_000_000_000 * share // 100
        accepted = self._submit(
            AnswerAway(
                meanwhile=meanwhile,
                running=running,
                rate_ml_h=away.flow.rate,
                at=self.chair.ago(back) if meanwhile is not PumpMeanwhile.NOT_SURE else None,
                keep_open_ml_h=Rate.of("1"),
                order=order(OrderFor.GO_ON_AFTER_AWAY),
            ),
            settles=True,
        )
        if accepted:
            self.reached["answer"] += 1
            if meanwhile is not PumpMeanwhile.RAN and running:
                self.oracle.pump_confirmed(now_ns)


# What a nurse in a hurry does, in any order.
HASTE: dict[str, Callable[[Nurses], None]] = {
    "check": lambda ward: ward.check(100, "well", 0),
    "ill": lambda ward: ward.check(100, "ill", 0),
    "late check": lambda ward: ward.check(0, "well", 200),
    "pause": lambda ward: ward.pause(PauseReason.OTHER),
    "medication": lambda ward: ward.medication(0),
    "minutes": lambda ward: ward.wait(200),
    "up": lambda ward: ward.go_up(100),
    "wrong reaction": lambda ward: ward.wrong_reaction(),
    "stay": lambda ward: ward.stay(),
    "on": lambda ward: ward.carry_on(),
    "pump": lambda ward: ward.pump_runs(51, 0),
}
