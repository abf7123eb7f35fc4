"""The handover report of a session: facts in, one document in SBAR order out."""

from __future__ import annotations

from desens_gui.course.so_far import CourseSoFar
from desens_gui.handover.assessment import assessment
from desens_gui.handover.background import background
from desens_gui.handover.document import Report
from desens_gui.handover.head import across, banner, edges
from desens_gui.handover.origin import Origin
from desens_gui.handover.recommendation import recommendation
from desens_gui.handover.situation import situation
from desens_gui.handover.told import Told
from desens_gui.wording.words import Words


def report(course: CourseSoFar, words: Words, origin: Origin, at_ns: int | None = None) -> Report:
    """Told up to at_ns, by default up to the last fact. ValueError for a course without a fact."""
    state = course.state
    if state is None:
        raise ValueError("a course without a fact has no report")
    told = Told(course, state, words, state.timeline.at_ns if at_ns is None else at_ns)
    return Report(
        edges=edges(told, origin),
        across=across(told, origin),
        banner=banner(told),
        sections=(
            situation(told, origin),
            background(told),
            assessment(told),
            recommendation(told),
        ),
    )
