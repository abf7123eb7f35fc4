"""Sessions with a course worth looking at: changing vital signs, marks, a pause, a reaction."""

from __future__ import annotations

from functools import cache
from typing import Any

from desens_gui.course.so_far import CourseSoFar, course_of
from desens_gui.domain.commands.check import RecordEarlySign, RecordMedication
from desens_gui.domain.commands.ending import EndSession
from desens_gui.domain.commands.pump import ReportPumpRunning, ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction, EnterReactionInError
from desens_gui.domain.commands.step import Escalate, Pause, Resume
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.events.step import PauseReason
from desens_gui.domain.stage import ChangingBag
from tests.courses import HOUR, bag_runs_empty, first_bag, flush, hang, told_rate
from tests.driving import MINUTE, Chair

HEART = (82, 80, 81, 79, 83, 82, 85, 86, 88, 91, 90, 88)
SYSTOLIC = (128, 126, 127, 124, 126, 122, 124, 121, 119, 118, 121, 122)


def found(number: int) -> dict[str, Any]:
    """What is measured in a step of the sample patient."""
    place = number % len(HEART)
    return {
        "heart_rate": HEART[place],
        "sbp": SYSTOLIC[place],
        "dbp": SYSTOLIC[place] - 48,
        "spo2": 97 + place % 2,
        "temp": f"36.{6 + place // 4}",
    }


def pass_time(chair: Chair, seconds: float) -> None:
    """Without a tick in every second; the program was there all the while."""
    chair.wait(seconds)
    chair.last_tick = None
    chair.tick()


def up(chair: Chair) -> None:
    """The rest of the step's minutes, a check, and the next step running."""
    number = chair.step_number
    left = chair.plan.step(number).duration - chair.step_elapsed
    pass_time(chair, int(left.value))
    chair.check(**found(number))
    chair.do(Escalate())
    pass_time(chair, 20)
    if isinstance(chair.session.stage, ChangingBag):
        hang(chair)
    chair.last_tick = None
    chair.do(ReportPumpRunning(rate_ml_h=told_rate(chair, number + 1)))


@cache
def _at_step(number: int) -> Chair:
    if number > 1:
        chair = _at_step(number - 1).copy()
        if chair.step_number == 6:
            pass_time(chair, 5 * MINUTE)
            chair.do(RecordEarlySign(sign="cough"))
        up(chair)
        return chair
    chair = first_bag()
    chair.do(RecordMedication(drug="diphenhydrAMINE", dose="25 mg", route="IV"))
    hang(chair)
    chair.do(ReportPumpRunning(rate_ml_h=told_rate(chair, 1)))
    return chair


def running(step: int = 9, seconds: int = 648) -> Chair:
    """A step that has run so long; the early sign was in step 6."""
    chair = _at_step(step).copy()
    pass_time(chair, seconds)
    return chair


@cache
def _paused() -> Chair:
    """A pause of 12 min in step 8, then one step more."""
    chair = running(8, 300)
    chair.do(Pause(reason=PauseReason.TOILET))
    pass_time(chair, 7)
    chair.do(ReportPumpStopped())
    pass_time(chair, 12 * MINUTE)
    chair.check(**found(8))
    chair.do(Resume())
    pass_time(chair, 5)
    chair.do(ReportPumpRunning(rate_ml_h=told_rate(chair, 8)))
    up(chair)
    return chair


def paused() -> Chair:
    return _paused().copy()


@cache
def _reacting() -> Chair:
    chair = running(9, 400)
    chair.do(CallReaction())
    pass_time(chair, 5)
    chair.do(ReportPumpStopped())
    pass_time(chair, 3 * MINUTE)
    chair.check(new={"skin": "hives"}, heart_rate=118, sbp=84, dbp=50, spo2=91)
    pass_time(chair, 10 * MINUTE)
    return chair


def reacting() -> Chair:
    """A reaction is open, the pump stands, and values are out of the usual range."""
    return _reacting().copy()


def entered_in_error() -> Chair:
    chair = running(3, 100)
    chair.do(CallReaction())
    chair.wait(4)
    chair.do(EnterReactionInError(reason="wrong key"))
    return chair


@cache
def _completed() -> Chair:
    chair = _at_step(12).copy()
    for minutes in (15, 30, 30, 30, 30):
        pass_time(chair, minutes * MINUTE)
        chair.check(**found(minutes))
    bag_runs_empty(chair)
    flush(chair)
    chair.do(ReportPumpStopped())
    chair.wait(HOUR)
    chair.check(**found(4))
    chair.do(EndSession(ending=Ending.COMPLETED))
    return chair


def completed() -> Chair:
    """All twelve steps, the flush, the observation, the end."""
    return _completed().copy()


def course(chair: Chair) -> CourseSoFar:
    return course_of(chair.records)
