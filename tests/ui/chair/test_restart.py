"""The program was away: each answer by its key, what is missing is named, the session goes on."""

from __future__ import annotations

from desens_gui.domain.events.alarm import AlarmCode, AlarmRaised, Priority
from desens_gui.domain.events.restart import AwayAnswered, ProgramResumed, PumpMeanwhile
from desens_gui.domain.quantities import Rate, Volume
from tests import courses
from tests.driving import MINUTE
from tests.ui.chair import ways
from tests.ui.chair.at_chair import AtChair
from tests.ui.chair.conftest import Begin
from tests.ui.chair.keyboard import ENTER, F2, F3, SPACE


def away(begin: Begin, minutes: int = 4) -> AtChair:
    """Killed three minutes into step 5 and started again."""
    chair = begin(courses.at_step(5))
    chair.wait(3 * MINUTE)
    chair.killed_and_back(minutes * MINUTE)
    return chair


def clock(chair: AtChair, ago_s: int) -> str:
    return ways.clock(chair.clock.now().utc_us - ago_s * 1_000_000)


def answered(chair: AtChair) -> AwayAnswered:
    event = chair.event(AwayAnswered)
    assert isinstance(event, AwayAnswered)
    return event


def elapsed_s(chair: AtChair) -> float:
    assert chair.state.step is not None
    return chair.state.step.elapsed_ns(chair.live.moment().now_ns) / 1e9


def test_it_says_how_long_and_asks_first(begin: Begin) -> None:
    chair = away(begin)
    assert chair.shown == "restart"
    assert isinstance(chair.events[-2], ProgramResumed)
    assert chair.events[-1] == AlarmRaised(alarm=AlarmCode.AWAY, priority=Priority.LOW)
    assert "PROGRAM WAS AWAY 4 min" in chair.alarm
    before = len(chair.events)
    chair.key(F2)
    assert (len(chair.events), chair.shown) == (before, "restart")
    assert chair.blocked.startswith("Not yet.")


def test_it_ran_all_the_time(begin: Begin) -> None:
    chair = away(begin)
    chair.press("1")
    chair.choose("Running")
    chair.tab_to("pump_rate")
    chair.enter("5")
    chair.again(F2)
    assert answered(chair).meanwhile is PumpMeanwhile.RAN
    assert (chair.shown, chair.stage, chair.step) == ("bedside", "Stepping", 5)
    assert 7 * MINUTE <= elapsed_s(chair) < 7 * MINUTE + 5


def test_it_ran_but_at_another_rate_is_refused(begin: Begin) -> None:
    chair = away(begin)
    chair.press("1")
    chair.choose("Running")
    chair.tab_to("pump_rate")
    chair.enter("10")
    before = len(chair.events)
    chair.again(F2)
    assert (len(chair.events), chair.shown) == (before, "restart")
    assert "10 mL/h" in chair.blocked


def test_it_stopped_at_a_time(begin: Begin) -> None:
    chair = away(begin)
    chair.press("2")
    chair.tab_to("stopped_at")
    chair.enter(clock(chair, 2 * MINUTE))
    chair.choose("Stopped")
    chair.again(F2)
    event = answered(chair)
    assert (event.meanwhile, event.running) == (PumpMeanwhile.STOPPED_AT, False)
    assert (chair.shown, chair.state.pump_runs) == ("paused", False)
    assert chair.primary == "Check before going on"
    assert 5 * MINUTE <= elapsed_s(chair) < 5 * MINUTE + 5


def test_it_went_to_keep_open(begin: Begin) -> None:
    chair = away(begin)
    chair.press("3")
    chair.tab_to("keep_open_rate")
    chair.enter("1")
    chair.tab_to("keep_open_since")
    chair.enter(clock(chair, 3 * MINUTE))
    chair.choose("Stopped")
    chair.again(F2)
    event = answered(chair)
    assert (event.meanwhile, event.keep_open_ml_h) == (PumpMeanwhile.KEEP_OPEN, Rate.of("1"))
    assert not chair.state.pump_runs


def test_not_sure_with_the_volume_of_the_pump(begin: Begin) -> None:
    chair = away(begin)
    chair.press("4")
    chair.tab_to("total_volume")
    chair.enter("0.5")
    chair.choose("Stopped")
    chair.again(F2)
    event = answered(chair)
    assert (event.meanwhile, event.total_ml) == (PumpMeanwhile.NOT_SURE, Volume.of("0.5"))


def test_not_sure_without_it_needs_an_order(begin: Begin) -> None:
    chair = away(begin)
    chair.press("4")
    chair.choose("Running")
    chair.tab_to("pump_rate")
    chair.enter("5")
    before = len(chair.events)
    chair.again(F2)
    assert len(chair.events) == before
    assert "order" in chair.blocked.lower()
    chair.tab_to("order:by")
    chair.enter("Dr Meier")
    chair.choose("Telephone")
    chair.choose("Read back")
    chair.again(F2)
    assert answered(chair).meanwhile is PumpMeanwhile.NOT_SURE
    assert (chair.shown, chair.step) == ("bedside", 5)


def test_enter_and_space_answer_nothing_by_themselves(begin: Begin) -> None:
    chair = away(begin)
    before = len(chair.events)
    chair.key(ENTER, times=10)
    assert len(chair.events) == before
    assert not chair.chair.forms.of("restart").chosen
    chair.press("2")
    chair.key(SPACE)
    assert len(chair.events) == before


def test_what_was_typed_survives_the_seconds(begin: Begin) -> None:
    chair = away(begin)
    chair.press("2")
    chair.tab_to("stopped_at")
    chair.type("10:")
    chair.wait(5)
    assert (chair.code, chair.field("stopped_at").text()) == ("stopped_at", "10:")


def test_going_up_is_blocked_and_a_check_may_be_made_meanwhile(begin: Begin) -> None:
    chair = away(begin)
    assert "go up" not in chair.primary.lower()
    chair.key(F3)
    assert chair.shown == "check"
