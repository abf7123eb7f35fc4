"""What time itself records: once per due time, jumps as jumps (DESIGN 6, SAFETY S7, S8, S16)."""

from __future__ import annotations

import pytest

from desens_gui.domain.commands.check import AnswerForWatch, RecordSeen
from desens_gui.domain.commands.ending import StopToday
from desens_gui.domain.commands.pump import ReportPumpRunning, ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction
from desens_gui.domain.commands.step import Escalate, Pause, Resume, StayOnStep, Tick
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.events.every import Event
from desens_gui.domain.events.step import (
    ClockStepped,
    PauseReason,
    ProgramStalled,
    PromptKind,
    PromptRaised,
    TimeJump,
)
from desens_gui.domain.quantities import Duration
from desens_gui.domain.recorded import PROGRAM
from desens_gui.domain.stage import Stepping
from tests import readings
from tests.courses import LAST, at_step, observing, ready, told_rate
from tests.driving import MINUTE, Chair

SOON, DUE, LATE = PromptKind.CHECK_SOON, PromptKind.CHECK_DUE, PromptKind.CHECK_LATE
VERY_LATE, STOP = PromptKind.CHECK_VERY_LATE, PromptKind.STOP_UNTIL_CHECKED
ELAPSED, SEEN, OVER = PromptKind.STEP_ELAPSED, PromptKind.SEEN_DUE, PromptKind.OBSERVATION_OVER


def prompts(chair: Chair, minutes: float) -> list[tuple[float, PromptKind]]:
    """What ticking once a second raised: minutes from now, and what."""
    begun = chair.now_ns
    found: list[tuple[float, PromptKind]] = []
    for _ in range(round(minutes * MINUTE)):
        chair.wait(1)
        raised = (event for event in chair.tick() if isinstance(event, PromptRaised))
        minute = (chair.now_ns - begun) / MINUTE / 1_000_000_000
        found.extend((minute, event.prompt) for event in raised)
    return found


@pytest.mark.requirement("R-S8-7", "R-S16-1")
def test_a_step_without_a_check_prompts_then_is_late_then_very_late() -> None:
    assert prompts(at_step(6), 30) == [
        (12, SOON),
        (15, ELAPSED),
        (15, DUE),
        (18, LATE),
        (25, VERY_LATE),
    ]


@pytest.mark.requirement("R-S16-1")
def test_a_step_checked_in_time_prompts_nothing_more() -> None:
    chair = at_step(6)
    assert prompts(chair, 12) == [(12, SOON)]
    chair.check()
    assert prompts(chair, 5) == [(3, ELAPSED)]
    assert prompts(chair, 2) == [(1 / 60, DUE), (1, LATE)]  # the check has grown too old meanwhile


def test_an_incomplete_check_leaves_the_prompts() -> None:
    chair = at_step(6)
    chair.wait(14 * MINUTE)
    chair.check(spo2=None)
    assert prompts(chair, 2) == [(1 / 60, SOON), (1, ELAPSED), (1, DUE)]


@pytest.mark.requirement("R-S11-2")
def test_after_a_finding_the_check_is_due_again_in_five_minutes() -> None:
    chair = at_step(6)
    chair.wait(15 * MINUTE)
    chair.tick()
    chair.check(new={"skin": "itch"})
    assert prompts(chair, 16) == [(5, DUE), (8, LATE), (15, VERY_LATE)]


@pytest.mark.requirement("R-S11-2")
def test_staying_asks_for_the_check_after_five_minutes() -> None:
    chair = ready(6)
    chair.tick()
    chair.do(Escalate())
    chair.do(StayOnStep())
    assert prompts(chair, 9) == [
        (2, SOON),
        (5, DUE),
        (8, LATE),
    ]


@pytest.mark.requirement("R-S6-1")
def test_a_pause_moves_what_is_due_by_its_length() -> None:
    chair = at_step(6)
    chair.wait(10 * MINUTE)
    chair.do(Pause(reason=PauseReason.TOILET))
    chair.do(ReportPumpStopped())
    assert prompts(chair, 20) == []
    chair.check()
    chair.do(Resume())
    chair.do(ReportPumpRunning(rate_ml_h=told_rate(chair)))
    assert prompts(chair, 6) == [(2, SOON), (5, ELAPSED), (5, DUE)]


@pytest.mark.requirement("R-D3-1")
def test_deciding_the_same_tick_again_changes_nothing() -> None:
    chair = at_step(6)
    chair.wait(16 * MINUTE)
    assert {event.prompt for event in chair.do(Tick(), PROGRAM) if isinstance(event, PromptRaised)} == {
        ELAPSED,
        DUE,
    }
    assert chair.do(Tick(), PROGRAM) == ()


@pytest.mark.hazard("H-13")
@pytest.mark.requirement("R-S7-1", "R-S7-2", "R-S7-3")
def test_the_last_step_unwatched() -> None:
    assert prompts(at_step(LAST), 30) == [
        (7.5, SEEN),
        (12, SOON),
        (15, DUE),
        (18, LATE),
        (20, VERY_LATE),
        (25, STOP),
    ]


@pytest.mark.hazard("H-13")
@pytest.mark.requirement("R-S7-1", "R-S7-2")
def test_the_last_step_watched() -> None:
    chair = at_step(LAST)
    assert prompts(chair, 15) == [(7.5, SEEN), (12, SOON), (15, DUE)]
    chair.check()
    assert prompts(chair, 15) == [(15, SEEN)]
    chair.do(RecordSeen())
    assert prompts(chair, 15) == [(12, SOON), (15, DUE)]
    chair.check()
    assert prompts(chair, 28) == [(15, SEEN), (27, SOON)]


@pytest.mark.requirement("R-S7-1")
def test_an_early_check_in_the_last_step_is_not_the_first_one() -> None:
    chair = at_step(LAST)
    chair.wait(12 * MINUTE - 1)
    chair.check()
    assert (3 + 1 / 60, DUE) in prompts(chair, 4)


@pytest.mark.requirement("R-S7-1")
def test_half_a_check_moves_nothing_in_the_last_step() -> None:
    chair = at_step(LAST)
    chair.wait(14 * MINUTE)
    chair.do(readings.only(chair.now, heart_rate=80))
    assert (1, DUE) in prompts(chair, 2)
    chair.check()
    assert prompts(chair, 6) == []
    chair.do(readings.only(chair.now, heart_rate=80))  # and takes nothing back either
    assert DUE not in [kind for _, kind in prompts(chair, 23)]


@pytest.mark.requirement("R-S11-2", "R-S7-1")
def test_a_finding_in_the_last_step_is_looked_at_again_soon() -> None:
    chair = at_step(LAST)
    chair.wait(15 * MINUTE)
    chair.check(new={"skin": "itch"})
    assert (5, DUE) in prompts(chair, 6)
    chair.check(new={"skin": "itch"})  # the whole check was made: it is not late, and is made again
    assert (5, DUE) in prompts(chair, 6)
    chair.check()
    assert DUE not in [kind for _, kind in prompts(chair, 29)]


@pytest.mark.requirement("R-S7-3")
def test_a_named_person_watching_puts_off_the_stop_by_ten_minutes() -> None:
    chair = at_step(LAST)
    chair.wait(26 * MINUTE)
    assert STOP in [event.prompt for event in chair.tick() if isinstance(event, PromptRaised)]
    chair.do(AnswerForWatch(by="Dr Haas"))
    assert prompts(chair, 11) == [(10, STOP)]


@pytest.mark.requirement("R-S7-1")
def test_a_pause_in_the_last_step_moves_its_first_check() -> None:
    chair = at_step(LAST)
    chair.wait(10 * MINUTE)
    chair.do(ReportPumpStopped())
    assert prompts(chair, 10) == []
    chair.check()
    chair.do(Resume())
    chair.do(ReportPumpRunning(rate_ml_h=told_rate(chair)))
    assert (5, DUE) in prompts(chair, 6)


@pytest.mark.requirement("R-S16-1")
def test_vital_signs_in_a_reaction_are_due_every_five_minutes() -> None:
    chair = at_step(6)
    chair.wait(MINUTE)
    chair.do(CallReaction())
    assert prompts(chair, 6) == [(2, SOON), (5, DUE)]
    chair.check(spo2=88)
    assert prompts(chair, 6) == [(2, SOON), (5, DUE)]


@pytest.mark.requirement("R-S7-4", "R-S19-1")
def test_the_observation_asks_for_its_end_check() -> None:
    chair = observing()
    assert prompts(chair, 60) == [(54, SOON), (57, DUE), (60, OVER), (60, LATE)]
    checked = observing()
    checked.wait(58 * MINUTE)
    checked.check()
    assert prompts(checked, 3) == [(2, OVER)]


def test_an_observation_after_a_stop_asks_no_end_check() -> None:
    chair = at_step(6)
    chair.do(StopToday(ending=Ending.STOPPED_PATIENT_WISH))
    chair.do(ReportPumpStopped())
    assert prompts(chair, 61) == [(60, OVER)]


def jumped(chair: Chair) -> tuple[Event, ...]:
    return tuple(event for event in chair.tick() if isinstance(event, ProgramStalled | ClockStepped))


@pytest.mark.hazard("H-12")
@pytest.mark.requirement("R-D6-1")
def test_sleep_and_stall_are_recorded_and_change_no_time() -> None:
    chair = at_step(6)
    chair.tick()
    chair.clock.sleep(90)
    assert jumped(chair) == (ProgramStalled(jump=TimeJump.SLEEP, gap_ms=90_000),)
    assert chair.step_elapsed == Duration(90)
    chair.clock.stall(40)
    assert jumped(chair) == (ProgramStalled(jump=TimeJump.STALL, gap_ms=40_000),)
    assert chair.step_elapsed == Duration(130)


@pytest.mark.requirement("R-D6-1")
@pytest.mark.parametrize(("gap", "recorded"), [(2.0, False), (2.001, True)])
def test_a_gap_of_two_seconds_is_none(gap: float, recorded: bool) -> None:
    chair = at_step(6)
    chair.tick()
    chair.clock.stall(gap)
    assert bool(jumped(chair)) is recorded


@pytest.mark.hazard("H-12")
@pytest.mark.requirement("R-D6-1")
@pytest.mark.parametrize("seconds", [7200, -7200, 1.001, -1.001])
def test_a_wall_clock_that_is_set_is_recorded_and_changes_no_time(seconds: float) -> None:
    chair, untouched = at_step(6), at_step(6)
    for each in (chair, untouched):
        each.tick()
        each.wait(1)
    chair.clock.step_wall(seconds)
    assert jumped(chair) == (ClockStepped(by_ms=round(seconds * 1000)),)
    for each in (chair, untouched):
        each.wait(5 * MINUTE)
    assert chair.step_elapsed == untouched.step_elapsed
    assert chair.given == untouched.given
    assert chair.session.stage == Stepping()


def test_a_second_of_wall_clock_drift_is_none_and_another_boot_is_no_gap() -> None:
    chair = at_step(6)
    chair.tick()
    chair.clock.step_wall(1)
    assert jumped(chair) == ()
    chair.clock.reboot("boot-2", 600)
    assert jumped(chair) == ()
