"""The rows of the event table: one line for each fact that belongs to the course."""

from __future__ import annotations

from desens_gui.course.so_far import CourseSoFar
from desens_gui.course.timeline import Row
from desens_gui.domain.events.ending import SessionEnded, StopCalled
from desens_gui.domain.events.reaction import ReactionCalled
from desens_gui.domain.recorded import PROGRAM
from desens_gui.views.parts.review import EventRowView
from desens_gui.wording import moments
from desens_gui.wording.events import entered_in_error, event_line, late_entry
from desens_gui.wording.plain import plain
from desens_gui.wording.roles import role_name
from desens_gui.wording.words import Words

STRONG = ReactionCalled | StopCalled | SessionEnded


def event_rows(course: CourseSoFar, words: Words) -> tuple[EventRowView, ...]:
    """In order of recording, as the moments of the scrubber follow; the time is when it happened."""
    rows = sorted(course.rows.all(), key=lambda row: row.seq)
    return tuple(_row(course, row, words) for row in rows)


def _row(course: CourseSoFar, row: Row, words: Words) -> EventRowView:
    text = event_line(words, row.recorded)
    if row.late:
        text = late_entry(words, text)
    struck = row.struck_by is not None
    if struck:
        text = entered_in_error(words, text)
    clock = course.clock
    return EventRowView(
        seq=row.seq,
        number=str(row.seq),
        time=moments.hour_minute_second(clock.utc_us(row.at_ns), clock.zone_offset_min(row.at_ns)),
        text=text,
        who=_person(course, row.actor, words),
        struck=struck,
        strong=isinstance(row.recorded.event, STRONG),
    )


def _person(course: CourseSoFar, actor: str, words: Words) -> str:
    """The name a person signed in with; the id where nobody of that id did."""
    if actor == PROGRAM.id:
        return role_name(words, PROGRAM.role)
    known = course.state.known(actor) if course.state is not None else None
    return plain(known.name if known is not None else actor)
