"""The whole course of a session as far as its facts go; a live session adds each fact once."""

from __future__ import annotations

from collections.abc import Iterable

from desens_gui.course.clock import WallClock
from desens_gui.course.dose_curve import DoseCurve
from desens_gui.course.effective import Struck
from desens_gui.course.history import History
from desens_gui.course.intervals import Intervals
from desens_gui.course.marks import Marks
from desens_gui.course.placed import place
from desens_gui.course.steps import StepCourse, StepRuns
from desens_gui.course.timeline import EventRows
from desens_gui.course.vitals_series import VitalsSeries
from desens_gui.domain.events.every import Event
from desens_gui.domain.evolve.evolving import evolve
from desens_gui.domain.recorded import Recorded
from desens_gui.domain.session import Session


class CourseSoFar:
    """Every fold of the course, fed together. A fact costs the same however many came before."""

    def __init__(self) -> None:
        self.state: Session | None = None
        self.clock = WallClock()
        self.history = History()
        self.struck = Struck()
        self.runs = StepRuns(self.struck)
        self.vitals = VitalsSeries()
        self.intervals = Intervals()
        self.marks = Marks(self.struck)
        self.dose = DoseCurve()
        self.rows = EventRows(self.struck)

    def add(self, recorded: Recorded[Event], state_after: Session) -> None:
        """One more fact, with the state that evolve made of it."""
        placed = place(recorded, self.state, state_after)
        self.clock.add(placed)
        self.history.add(placed)
        self.struck.add(placed)
        self.runs.add(placed)
        self.vitals.add(placed)
        self.intervals.add(placed)
        self.marks.add(placed)
        self.dose.add(placed)
        self.rows.add(placed)
        self.state = state_after

    def steps(self, at_ns: int) -> tuple[StepCourse, ...]:
        """Every run of a step, as it stands at a moment."""
        return () if self.state is None else self.runs.courses(self.state, at_ns)


def course_of(records: Iterable[Recorded[Event]]) -> CourseSoFar:
    """The course of recorded facts from the first on."""
    course = CourseSoFar()
    for recorded in records:
        course.add(recorded, evolve(course.state, recorded))
    return course


def step_courses(records: Iterable[Recorded[Event]], at_ns: int | None = None) -> tuple[StepCourse, ...]:
    """The runs of the steps up to a moment; by default up to the last fact."""
    course = course_of(records)
    if course.state is None:
        return ()
    return course.steps(course.state.timeline.at_ns if at_ns is None else at_ns)
