"""The steps at any moment are those that a course of the facts by then would tell."""

from __future__ import annotations

import pytest

from desens_gui.course.so_far import CourseSoFar, course_of
from desens_gui.course.steps_then import StepsThen
from tests import trends
from tests.driving import Chair

SESSIONS = [trends.completed, trends.paused, trends.reacting, trends.entered_in_error]


def then(chair: Chair) -> tuple[StepsThen, CourseSoFar]:
    course = course_of(chair.records)
    return StepsThen(chair.records, course.history), course


@pytest.mark.parametrize("session", SESSIONS)
def test_forwards_and_backwards_it_is_the_course_of_the_facts_by_then(session: object) -> None:
    chair: Chair = session()  # type: ignore[operator]
    steps, _ = then(chair)
    last = len(chair.records)
    order = [*range(1, last + 1, 7), *range(last, 0, -11), last, last]
    for seq in order:
        prefix = course_of(chair.records[:seq])
        assert prefix.state is not None
        for later in (0, 30_000_000_000):
            at_ns = prefix.state.timeline.at_ns + later
            assert steps.courses(seq, at_ns) == prefix.steps(at_ns)


def test_before_the_first_fact_there_is_none_and_after_the_last_all() -> None:
    chair = trends.completed()
    steps, course = then(chair)
    assert steps.courses(0, 0) == ()
    assert course.state is not None
    at_ns = course.state.timeline.at_ns
    assert steps.courses(10_000, at_ns) == course.steps(at_ns)
    assert len(steps.courses(10_000, at_ns)) == 12


def test_facts_that_come_later_are_followed() -> None:
    chair = trends.running(2)
    steps, course = then(chair)
    assert len(steps.courses(len(chair.records), chair.now_ns)) == 2
    trends.up(chair)
    for recorded in chair.records[course.state.seq if course.state else 0 :]:
        from desens_gui.domain.evolve.evolving import evolve

        course.add(recorded, evolve(course.state, recorded))
    assert len(steps.courses(len(chair.records), chair.now_ns)) == 3
