"""Going on at another workstation: what closes a part, what begins the next, no dose is lost between."""

from __future__ import annotations

from fractions import Fraction

import pytest

from desens_gui.domain.commands.check import RecordNote
from desens_gui.domain.commands.ending import EndSession, StopToday
from desens_gui.domain.commands.pump import ReportPumpRunning, ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction
from desens_gui.domain.commands.restart import AnswerAway
from desens_gui.domain.commands.step import Escalate, Tick
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.events.parts import Leaving, PartClosed, PartTakenOver
from desens_gui.domain.events.restart import ProgramResumed, PumpMeanwhile
from desens_gui.domain.quantities import Amount
from desens_gui.domain.recorded import PROGRAM
from desens_gui.domain.refusals.general import AwayNotAnswered, SessionIsOver, TextMissing
from desens_gui.domain.refusals.parts import CodeUnreadable, GoesOnElsewhere
from desens_gui.domain.stage import Ended, Reacting
from tests.courses import SESSION_ID, at_step, set_up
from tests.driving import MINUTE
from tests.parts import CODE, HASH, closing, moved, taking


@pytest.mark.requirement("R-S21-take-over")
def test_a_closed_part_goes_on_nowhere_here_and_is_no_ending() -> None:
    chair = at_step(6)
    (event,) = chair.do(closing(" ward-7 "))
    assert event == PartClosed(why=Leaving.HANDED_OVER, to="ward-7")
    assert chair.session.is_over
    assert chair.session.ending is None
    assert not isinstance(chair.session.stage, Ended)
    for command in (
        CallReaction(),
        ReportPumpStopped(),
        Escalate(),
        RecordNote(text="x"),
        StopToday(ending=Ending.STOPPED_PATIENT_WISH),
        closing(),
    ):
        assert chair.refused(command) == (GoesOnElsewhere(to="ward-7"),)
    assert chair.do(Tick(), PROGRAM) == ()


@pytest.mark.requirement("R-S21-take-over")
def test_that_it_goes_on_elsewhere_already_needs_the_code_shown_there() -> None:
    chair = at_step(6)
    for typed in ("", "312", "312-8A31-77G0"):
        assert chair.refused(closing(why=Leaving.CONTINUED, code=typed)) == (CodeUnreadable(typed=typed),)
    assert chair.refused(closing(" ")) == (TextMissing(field="workstation"),)
    (event,) = chair.do(closing(why=Leaving.CONTINUED, code=" 312-8a31-77f0"), PROGRAM)
    assert event == PartClosed(why=Leaving.CONTINUED, to="ward-7", code=CODE)


@pytest.mark.hazard("H-15")
@pytest.mark.requirement("R-S21-take-over")
def test_the_new_part_names_the_old_one_and_asks_at_once_what_the_pump_did() -> None:
    chair = at_step(6)
    before = chair.session
    chair.do(closing())
    head = chair.session.seq
    last = chair.clock.now()
    chair.clock.reboot("another machine", 90)
    taken, resumed = chair.do(taking(last), PROGRAM)
    assert taken == PartTakenOver(
        part_id="2026-11-22-b",
        number=2,
        continues=SESSION_ID,
        from_workstation="chair-4",
        head_seq=head,
        head_hash=HASH,
        head_seal=None,
        closed_there=True,
        by="Mara Lindt",
    )
    assert isinstance(resumed, ProgramResumed)
    assert resumed.away_ms == 90_000
    state = chair.session
    assert not state.is_over
    assert (state.part_number, state.part_id) == (2, "2026-11-22-b")
    assert (state.plan, state.patient, state.staff, state.stage) == (
        before.plan,
        before.patient,
        before.staff,
        before.stage,
    )
    assert state.opened.session_id == SESSION_ID, "the labels of its bags stay good"
    (refused,) = chair.refused(Escalate())
    assert isinstance(refused, AwayNotAnswered)


def test_a_third_part_continues_the_second() -> None:
    chair = at_step(6)
    moved(chair)
    chair.do(closing("ward-9"))
    chair.do(taking(chair.clock.now(), "2026-11-22-c"), PROGRAM)
    assert chair.session.part is not None
    taken = chair.session.part.taken
    assert (taken.number, taken.continues) == (3, "2026-11-22-b")


def test_it_is_taken_over_by_somebody_and_only_while_it_is_not_over() -> None:
    chair = at_step(6)
    assert chair.refused(taking(chair.clock.now(), by=" "), PROGRAM) == (TextMissing(field="name"),)
    ended = set_up()
    ended.do(StopToday(ending=Ending.STOPPED_PATIENT_WISH))
    ended.do(EndSession(ending=Ending.STOPPED_PATIENT_WISH))
    assert ended.refused(taking(ended.clock.now()), PROGRAM) == (SessionIsOver(),)


def test_where_nothing_runs_nothing_is_asked() -> None:
    chair = set_up()
    moved(chair)
    assert chair.session.away is None
    assert not chair.session.is_over


def test_an_open_reaction_stays_open_over_the_change() -> None:
    chair = at_step(6)
    chair.do(CallReaction())
    moved(chair, closed=False)
    assert isinstance(chair.session.stage, Reacting)
    assert chair.session.part is not None
    assert not chair.session.part.taken.closed_there
    chair.do(ReportPumpStopped())


@pytest.mark.hazard("H-15")
@pytest.mark.requirement("R-S21-ledger")
@pytest.mark.parametrize("closed", [True, False], ids=["handed over", "found"])
@pytest.mark.parametrize("gap_s", [0, 90, 3 * MINUTE])
def test_the_parts_together_give_what_one_run_gives(gap_s: int, closed: bool) -> None:
    one = at_step(6)
    one.wait(2 * MINUTE)
    two = one.copy()
    in_part_1 = two.given
    moved(two, seconds=gap_s, closed=closed)
    rate = two.plan.step(6).rate
    if two.session.away is not None:
        two.do(AnswerAway(meanwhile=PumpMeanwhile.RAN, running=True, rate_ml_h=rate))
    one.wait(gap_s)
    assert two.step_elapsed == one.step_elapsed
    for chair in (one, two):
        chair.wait(12 * MINUTE)
        chair.check()
        chair.wait(MINUTE)
        chair.do(Escalate(none_new=True))
        chair.do(ReportPumpRunning(rate_ml_h=chair.plan.step(7).rate))
        chair.wait(5 * MINUTE)
    assert two.given == one.given
    since = two.given.value - in_part_1.value
    assert in_part_1.value + since == one.given.value
    assert isinstance(since, Fraction)
    assert two.session.ledger.entries(two.now_ns) == one.session.ledger.entries(one.now_ns)


def test_what_ran_until_it_stopped_meanwhile_counts_to_that_moment() -> None:
    one = at_step(6)
    two = one.copy()
    one.wait(60)
    stopped = one.now
    one.do(ReportPumpStopped(at=stopped))
    moved(two, seconds=300)
    two.do(AnswerAway(meanwhile=PumpMeanwhile.STOPPED_AT, running=False, at=stopped))
    assert two.given == one.given
    assert isinstance(two.given, Amount)
