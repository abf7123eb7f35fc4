"""Random nurses, pumps, ticks, sleeps and restarts: what must hold holds after every action."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import (
    invariant,
    precondition,
    rule,
)

from desens_gui.domain.answers import Refused
from desens_gui.domain.commands.check import RecordSeen
from desens_gui.domain.commands.ending import EndSession, StopToday
from desens_gui.domain.commands.pump import ReportPumpStopped
from desens_gui.domain.commands.restart import AnswerAway, ResumeProgram
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.events.restart import PumpMeanwhile
from desens_gui.domain.evolve.evolving import fold
from desens_gui.domain.ledger import NOTHING, given_by_step
from desens_gui.domain.recorded import PROGRAM
from tests.domain.readers import Readers
from tests.driving import MINUTE


class Ward(Readers):
    """The chair with its machine: time, sleep, restarts; and what always holds."""

    @rule(seconds=st.integers(3, 40 * MINUTE))
    def machine_sleeps(self, seconds: int) -> None:
        self.chair.clock.sleep(seconds)
        self.chair.tick()
        self.reached["sleep"] += 1

    @rule(seconds=st.integers(2, 7200), sign=st.sampled_from([-1, 1]))
    def wall_clock_is_set(self, seconds: int, sign: int) -> None:
        """By more than the second that is not worth recording."""
        before = self.chair.now_ns
        self.chair.clock.step_wall(sign * seconds)
        assert self.chair.now_ns == before
        self.chair.tick()

    @precondition(lambda self: not self.chair.session.is_over)
    @rule(seconds=st.integers(0, 40 * MINUTE), reboot=st.booleans())
    def program_restarts(self, seconds: int, reboot: bool) -> None:
        self.chair.tick()
        last_seen, before = self.chair.clock.now(), self.chair.now_ns
        self._submit(RecordSeen())
        if reboot:
            self.chair.clock.reboot(f"boot-{len(self.chair.records)}", seconds)
        else:
            self.chair.wait(seconds)
        self.chair.last_tick = None
        self.chair.submit(ResumeProgram(last_seen=last_seen, program="desens 0.1"), PROGRAM)
        assert self.chair.now_ns <= before + seconds * 1_000_000_000
        self.reached["restart"] += 1

    # ------------------------------------------------------------------ what always holds

    @invariant()
    def what_was_given_stays_given(self) -> None:
        assert self.chair.given >= self.given
        self.given = self.chair.given
        assert self.chair.given_at_most >= self.chair.given

    @invariant()
    def no_bag_gives_more_than_it_held(self) -> None:
        chair = self.chair
        parts = given_by_step(chair.session.ledger, chair.plan, chair.now_ns)
        for bag in chair.plan.bags:
            assert sum((part.volume for part in parts if part.bag == bag.number), NOTHING) <= bag.volume

    @invariant()
    def a_pump_that_counts_is_one_reported_running(self) -> None:
        session = self.chair.session
        flows = session.ledger.flow is not None
        assert session.pump_runs or not flows
        assert flows or not session.pump_runs or session.emptied

    @invariant()
    def no_step_has_more_minutes_than_the_wall(self) -> None:
        run = self.chair.session.step
        assert run is not None
        assert 0 <= run.elapsed_ns(self.chair.now_ns) <= self.chair.now_ns - run.started_ns

    def teardown(self) -> None:
        """Every session folds to its live state, and from wherever it stands it can be stopped and closed."""
        if not hasattr(self, "chair"):
            return
        chair, ending = self.chair, Ending.STOPPED_PATIENT_WISH
        if not chair.session.is_over:
            chair.do(StopToday(ending=ending))
            if chair.session.pump_runs:
                chair.do(ReportPumpStopped())
            if chair.session.away is not None:
                assert isinstance(chair.submit(EndSession(ending=ending)), Refused)
                chair.do(AnswerAway(meanwhile=PumpMeanwhile.NOT_SURE, running=False))
            chair.do(EndSession(ending=ending, cut_short_by="Dr Haas"))
        assert fold(chair.records) == chair.state
