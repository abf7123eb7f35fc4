"""Pausing with two keys, resuming with a fresh check, and the order after a long pause."""

from __future__ import annotations

from desens_gui.domain.events.pump import PumpReportedStopped
from desens_gui.domain.events.setup import OrderRecorded
from desens_gui.domain.events.step import PauseCalled, PauseReason, ResumeCommanded, StepStarted
from desens_gui.domain.instants import Utc
from tests import courses
from tests.driving import MINUTE
from tests.ui.chair import ways
from tests.ui.chair.at_chair import AtChair
from tests.ui.chair.conftest import Begin
from tests.ui.chair.keyboard import ENTER, ESC, F2, F6, F8


def paused(begin: Begin) -> AtChair:
    """Two minutes into step 2, the pump reported stopped."""
    chair = begin(courses.at_step(2))
    chair.wait(2 * MINUTE)
    chair.key(F8)
    chair.press("1")
    chair.wait(3)
    chair.key(ENTER)
    return chair


def test_pause_is_one_key_and_one_tap(begin: Begin) -> None:
    chair = begin(courses.at_step(2))
    chair.key(F8)
    assert chair.shown == "pause"
    assert "STOP THE PUMP" in chair.screen.card.view.lead  # type: ignore[attr-defined]
    chair.press("2")
    called = chair.events[-1]
    assert isinstance(called, PauseCalled)
    assert called.reason is list(PauseReason)[1]
    assert (chair.shown, chair.stage, chair.code) == ("paused", "Paused", "stop_time")
    assert chair.state.pump_runs
    assert "STOP THE PUMP" in chair.alarm


def test_the_time_the_pump_stopped_can_be_set_back(begin: Begin) -> None:
    chair = begin(courses.at_step(2))
    chair.wait(5 * MINUTE)
    started = chair.clock.now().utc_us
    chair.key(F8)
    chair.press("1")
    chair.wait(30)
    chair.enter("25:99")
    assert chair.state.pump_runs
    assert "25:99" in chair.alarm
    assert (chair.code, chair.field("stop_time").text()) == ("stop_time", "25:99")
    chair.field("stop_time").selectAll()
    chair.enter(ways.clock(started))
    stopped = chair.events[-1]
    assert isinstance(stopped, PumpReportedStopped)
    assert stopped.at == Utc(started // 1_000_000 * 1_000_000)
    assert not chair.state.pump_runs


def test_going_on_needs_a_fresh_check_and_the_rate_typed(begin: Begin) -> None:
    chair = paused(begin)
    assert chair.primary == "Check before going on"
    ways.check(chair)
    chair.again(F2)
    assert (chair.shown, chair.primary) == ("paused", "Resume step 2 at 5 mL/h")
    chair.again(F2)
    assert isinstance(chair.events[-1], ResumeCommanded)
    assert (chair.shown, chair.stage, chair.code) == ("bedside", "Resuming", "pump_rate")
    chair.wait(4)
    chair.enter("5")
    assert (chair.stage, chair.step) == ("Stepping", 2)
    assert chair.state.step is not None
    assert 2 * MINUTE <= chair.state.step.elapsed_ns(chair.live.moment().now_ns) / 1e9 < 2 * MINUTE + 10


def test_after_a_long_pause_an_order_is_taken_and_the_step_begins_again(begin: Begin) -> None:
    chair = paused(begin)
    chair.wait(31 * MINUTE)
    ways.check(chair)
    chair.again(F2)
    assert "order" in chair.blocked
    chair.tab_to("order:by")
    chair.enter("Dr Meier")
    chair.choose("Telephone")
    chair.choose("Read back")
    chair.choose("Order taken")
    assert isinstance(chair.events[-1], OrderRecorded)
    assert chair.primary == "Resume step 2 at 5 mL/h"
    assert chair.blocked == ""
    chair.again(F2)
    chair.wait(2)
    chair.enter("5")
    assert isinstance(chair.events[-1], StepStarted)
    assert chair.state.step is not None
    assert chair.state.step.elapsed_ns(chair.live.moment().now_ns) == 0


def test_an_order_without_an_answer_is_named(begin: Begin) -> None:
    chair = paused(begin)
    chair.wait(31 * MINUTE)
    before = len(chair.events)
    chair.choose("Order taken")
    assert len(chair.events) == before
    assert "Prescriber: nothing was entered." in chair.alarm
    chair.tab_to("order:by", most=120)
    chair.enter("Dr Meier")
    chair.choose("Order taken")
    assert len(chair.events) == before
    assert "telephone" in chair.alarm


def test_a_pause_that_never_reached_the_pump_is_taken_back(begin: Begin) -> None:
    chair = begin(courses.at_step(2))
    chair.wait(2 * MINUTE)
    chair.key(F8)
    chair.press("1")
    chair.wait(20)
    chair.key(F6)
    assert (chair.shown, chair.stage) == ("bedside", "Stepping")
    assert chair.state.step is not None
    assert chair.state.step.elapsed_ns(chair.live.moment().now_ns) / 1e9 == 2 * MINUTE + 20


def test_the_panel_is_left_without_a_fact(begin: Begin) -> None:
    chair = begin(courses.at_step(2))
    before = len(chair.events)
    chair.key(F8)
    chair.key(ESC)
    assert (len(chair.events), chair.shown, chair.focus_name) == (before, "bedside", "Go up to step 3")


def test_a_check_before_the_pump_stopped_opens_no_resume(begin: Begin) -> None:
    chair = begin(courses.at_step(2))
    ways.check(chair)
    chair.again(F2)
    chair.key(F8)
    chair.press("1")
    chair.wait(1)
    chair.key(ENTER)
    assert chair.primary == "Check before going on"
