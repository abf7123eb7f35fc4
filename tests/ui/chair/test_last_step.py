"""The last step to the closed session by the keyboard: checks, half-way, bag empty, flush, end check."""

from __future__ import annotations

from desens_gui.domain.events.check import CheckPurpose, CheckRecorded, SeenNoChange, WatchConfirmed
from desens_gui.domain.events.ending import BagReportedEmpty, Ending, LineFlushed, SessionEnded
from desens_gui.domain.events.pump import PumpReportedStopped
from tests import courses
from tests.driving import MINUTE
from tests.ui.chair import ways
from tests.ui.chair.at_chair import AtChair
from tests.ui.chair.conftest import Begin
from tests.ui.chair.keyboard import ENTER, F2, F7


def observing(begin: Begin) -> AtChair:
    """The bag ran empty, the line is flushed, the pump is off: all by keys."""
    driven = courses.at_step(12)
    flow = driven.session.ledger.flow
    assert flow is not None
    left = (
        driven.plan.bag(3).volume - driven.policy.line_volume - driven.session.ledger.of_bag(3, driven.now_ns)
    )
    driven.wait(float((left / flow.rate).value))
    chair = begin(driven)
    chair.key(F7)
    chair.again(F2)
    chair.wait(15 * MINUTE)
    chair.again(F2)
    chair.again(F2)
    return chair


def test_check_then_half_way_then_check(begin: Begin) -> None:
    chair = begin(courses.at_step(12))
    chair.wait(12 * MINUTE)
    assert chair.primary == "Start the check"
    ways.check(chair)
    chair.again(F2)
    check = chair.events[-1]
    assert isinstance(check, CheckRecorded)
    assert (chair.shown, check.purpose) == ("bedside", CheckPurpose.STEP)
    chair.wait(15 * MINUTE)
    assert chair.primary == "Seen and asked, no change"
    chair.again(F2)
    assert isinstance(chair.events[-1], SeenNoChange)
    chair.wait(12 * MINUTE)
    assert chair.primary == "Start the check"


def test_a_check_much_too_late_asks_to_stop_or_for_a_named_person(begin: Begin) -> None:
    chair = begin(courses.at_step(12))
    chair.wait(26 * MINUTE)
    assert "Stop the pump until the check is done" in chair.alarm
    assert chair.window.frame.alarm.view.level == "medium"
    assert chair.primary == "Start the check"
    chair.choose("Patient watched, go on")
    confirmed = chair.events[-1]
    assert isinstance(confirmed, WatchConfirmed)
    assert confirmed.by == "Dr Haas"
    assert "Stop the pump until" not in chair.alarm


def test_an_empty_bag_much_too_early_needs_its_reason(begin: Begin) -> None:
    chair = begin(courses.at_step(12))
    chair.wait(20 * MINUTE)
    chair.key(F7)
    assert chair.shown == "bag_empty"
    before = len(chair.events)
    chair.again(F2)
    assert (len(chair.events), chair.shown) == (before, "bag_empty")
    assert "mL" in chair.alarm
    chair.tab_to("empty:reason")
    chair.enter("Line came apart, half the bag on the floor")
    chair.again(F2)
    empty = chair.events[-1]
    assert isinstance(empty, BagReportedEmpty)
    assert empty.reason.startswith("Line came apart")
    assert (chair.shown, chair.stage) == ("ending", "Flushing")


def test_from_the_empty_bag_to_the_observation(begin: Begin) -> None:
    chair = observing(begin)
    kinds = [type(event) for event in chair.events]
    assert kinds.index(BagReportedEmpty) < kinds.index(LineFlushed)
    assert isinstance(chair.event(PumpReportedStopped), PumpReportedStopped)
    assert (chair.shown, chair.stage) == ("ending", "Observing")


def test_end_check_finish_and_handover(begin: Begin) -> None:
    chair = observing(begin)
    before = len(chair.events)
    chair.again(F2)
    assert (chair.stage, len(chair.events)) == ("Observing", before)
    assert chair.blocked.startswith("Not yet.")
    chair.wait(60 * MINUTE)
    assert chair.primary == "Start the end check"
    chair.again(F2)
    ways.fill_check(chair, temperature="36.8")
    chair.again(F2)
    chair.wait(5)
    assert (chair.primary, chair.blocked) == ("Close the session", "")
    chair.again(F2)
    ended = chair.events[-1]
    assert isinstance(ended, SessionEnded)
    assert (ended.ending, ended.tolerance) == (Ending.COMPLETED, True)
    assert chair.shown == "ending"
    states = {row.state for row in chair.screen.order.view.rows}  # type: ignore[attr-defined]
    assert states == {"done"}
    assert chair.focus_name == "Handover"
    chair.key(F7)
    assert chair.handed_over == 1
    assert "Saved." in chair.alarm
    chair.key(ENTER)


def test_a_key_for_the_next_step_of_the_end_is_not_taken_twice(begin: Begin) -> None:
    chair = begin(courses.emptied())
    chair.wait(14 * MINUTE)
    chair.key(F2)
    chair.key(F2)
    kinds = [type(event) for event in chair.events]
    assert kinds.count(LineFlushed) == 1
    assert chair.state.pump_runs
