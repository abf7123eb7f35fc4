"""When the pump stood still, and when the program did not look."""

from __future__ import annotations

import msgspec
import pytest

from desens_gui.course.intervals import Gap, GapKind, StopCause, Stopped
from desens_gui.course.so_far import CourseSoFar, course_of
from desens_gui.domain.commands.ending import ReportBagEmpty, ReportFlushed, StopToday
from desens_gui.domain.commands.pump import ReportPumpRunning, ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction, EnterReactionInError
from desens_gui.domain.commands.restart import AnswerAway, ResumeProgram
from desens_gui.domain.commands.step import Pause, Resume, Tick
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.events.restart import PumpMeanwhile
from desens_gui.domain.events.step import PauseReason
from desens_gui.domain.instants import Instant
from desens_gui.domain.quantities import NS_PER_MINUTE, Rate, Volume
from desens_gui.domain.recorded import PROGRAM
from tests.course.playing import Chair

SECOND = 1_000_000_000


def course(chair: Chair) -> CourseSoFar:
    return course_of(chair.records)


# ---------------------------------------------------------------- stops


def test_no_stop_before_the_first_drug() -> None:
    chair = Chair()
    chair.set_up()
    assert course(chair).intervals.stopped == ()


def test_a_pause_is_a_stop_from_report_to_report() -> None:
    chair = Chair()
    chair.start_step_1()
    chair.wait(minutes=1)
    chair.do(Pause(reason=PauseReason.TOILET))
    chair.wait(seconds=30)
    chair.do(ReportPumpStopped(at=chair.utc(seconds_ago=10)))
    stopped_ns = chair.at_ns - 10 * SECOND
    open_stop = Stopped(from_ns=stopped_ns, to_ns=None, cause=StopCause.PAUSE, reason=PauseReason.TOILET)
    assert course(chair).intervals.stopped == (open_stop,)
    chair.wait(minutes=2)
    chair.check()
    chair.do(Resume())
    chair.do(ReportPumpRunning(rate_ml_h=Rate.of("2")))
    assert course(chair).intervals.stopped == (msgspec.structs.replace(open_stop, to_ns=chair.at_ns),)


def test_a_bag_change_is_a_stop_of_its_own() -> None:
    chair = Chair()
    chair.to_step(5)
    assert [stop.cause for stop in course(chair).intervals.stopped] == [StopCause.BAG_CHANGE]


def test_a_reaction_in_error_leaves_a_pause() -> None:
    chair = Chair()
    chair.start_step_1()
    chair.do(CallReaction())
    chair.do(ReportPumpStopped())
    assert [stop.cause for stop in course(chair).intervals.stopped] == [StopCause.REACTION]
    chair.do(EnterReactionInError(reason="elbow"))
    assert [stop.cause for stop in course(chair).intervals.stopped] == [StopCause.PAUSE]


def test_a_pause_that_becomes_a_reaction_stays_the_pause_it_began_as() -> None:
    chair = Chair()
    chair.start_step_1()
    chair.do(Pause(reason=PauseReason.SYMPTOM))
    chair.do(ReportPumpStopped())
    chair.do(CallReaction())
    assert [stop.cause for stop in course(chair).intervals.stopped] == [StopCause.PAUSE]


def test_a_stop_for_good_is_the_end_and_begins_the_observation() -> None:
    chair = Chair()
    chair.start_step_1()
    chair.do(CallReaction())
    chair.do(ReportPumpStopped())
    stopped_ns = chair.at_ns
    chair.wait(minutes=5)
    chair.do(StopToday(ending=Ending.STOPPED_REACTION))
    intervals = course(chair).intervals
    assert intervals.stopped == (Stopped(from_ns=stopped_ns, to_ns=None, cause=StopCause.END),)
    assert intervals.observed_from_ns == stopped_ns


def test_a_stop_in_the_flush() -> None:
    chair = Chair()
    chair.to_step(12)
    chair.wait(minutes=160.875)
    chair.do(ReportBagEmpty())
    chair.do(ReportPumpStopped())
    assert course(chair).intervals.stopped[-1].cause is StopCause.FLUSH
    assert course(chair).intervals.observed_from_ns is None
    chair.wait(minutes=1)
    chair.do(ReportFlushed(volume_ml=Volume.of("18")))
    assert course(chair).intervals.stopped[-1].cause is StopCause.END


# ---------------------------------------------------------------- absences


def away(chair: Chair, answer: AnswerAway | None) -> None:
    chair.wait(minutes=1)
    seen = chair.now()
    chair.wait(minutes=3)
    chair.do(ResumeProgram(last_seen=seen, program="1"), PROGRAM)
    if answer is not None:
        chair.do(answer)


def test_an_absence_is_a_gap() -> None:
    chair = Chair()
    chair.start_step_1()
    away(chair, None)
    to_ns = chair.at_ns
    assert course(chair).intervals.gaps == (Gap(to_ns - 3 * NS_PER_MINUTE, to_ns, GapKind.AWAY),)


def test_stalls_and_sleep_are_gaps() -> None:
    chair = Chair()
    chair.start_step_1()
    before = chair.now()
    chair.wait(seconds=10)
    chair.do(Tick(previous=before), PROGRAM)
    slept = Instant(before.boot_ns, chair.now().mono_ns - SECOND, before.utc_us, before.boot_id)
    chair.do(Tick(previous=slept), PROGRAM)
    kinds = [(gap.kind, gap.to_ns - gap.from_ns) for gap in course(chair).intervals.gaps]
    assert kinds == [(GapKind.STALL, 10 * SECOND), (GapKind.SLEEP, 10 * SECOND)]


def test_stopped_and_running_again_while_away_is_a_stop_that_is_over() -> None:
    chair = Chair()
    chair.start_step_1()
    chair.wait(minutes=4)
    at = chair.utc(seconds_ago=60)
    chair.wait(seconds=-240)
    running = AnswerAway(meanwhile=PumpMeanwhile.STOPPED_AT, running=True, rate_ml_h=Rate.of("2"), at=at)
    away(chair, running)
    to_ns = chair.at_ns
    found = Stopped(
        from_ns=to_ns - NS_PER_MINUTE, to_ns=to_ns, cause=StopCause.PAUSE, reason=PauseReason.FOUND_STOPPED
    )
    assert course(chair).intervals.stopped == (found,)


@pytest.mark.parametrize("meanwhile", [PumpMeanwhile.RAN, PumpMeanwhile.KEEP_OPEN])
def test_a_pump_that_ran_on_leaves_no_stop(meanwhile: PumpMeanwhile) -> None:
    chair = Chair()
    chair.start_step_1()
    chair.wait(minutes=4)
    at = chair.utc(seconds_ago=60) if meanwhile is PumpMeanwhile.KEEP_OPEN else None
    chair.wait(seconds=-240)
    keep_open = Rate.of("1") if at is not None else None
    answer = AnswerAway(
        meanwhile=meanwhile, running=True, rate_ml_h=Rate.of("2"), at=at, keep_open_ml_h=keep_open
    )
    away(chair, answer)
    assert course(chair).intervals.stopped == ()


def test_found_stopped_after_an_absence_stays_open() -> None:
    chair = Chair()
    chair.start_step_1()
    chair.wait(minutes=4)
    at = chair.utc(seconds_ago=60)
    chair.wait(seconds=-240)
    away(chair, AnswerAway(meanwhile=PumpMeanwhile.STOPPED_AT, running=False, at=at))
    (stop,) = course(chair).intervals.stopped
    assert (stop.from_ns, stop.to_ns, stop.reason) == (
        chair.at_ns - NS_PER_MINUTE,
        None,
        PauseReason.FOUND_STOPPED,
    )


def test_a_stop_reported_before_the_answer_is_one_stop() -> None:
    chair = Chair()
    chair.start_step_1()
    away(chair, None)
    chair.do(ReportPumpStopped())
    stopped_ns = chair.at_ns
    chair.wait(seconds=30)
    chair.do(AnswerAway(meanwhile=PumpMeanwhile.RAN, running=False))
    (stop,) = course(chair).intervals.stopped
    assert (stop.from_ns, stop.to_ns, stop.cause) == (stopped_ns, None, StopCause.PAUSE)
