"""The course, the words and the moment that every part of a report is worked out from."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from desens_gui.course.so_far import CourseSoFar
from desens_gui.course.timeline import Row
from desens_gui.domain.events.every import Event
from desens_gui.domain.recorded import PROGRAM
from desens_gui.domain.session import Session
from desens_gui.wording import moments
from desens_gui.wording.plain import plain
from desens_gui.wording.roles import role_name
from desens_gui.wording.words import Words


class Told(Struct, frozen=True):
    """at_ns: up to this moment of the session everything is told. Times are in its display zone."""

    course: CourseSoFar
    state: Session
    words: Words
    at_ns: int

    def hh_mm(self, at_ns: int) -> str:
        clock = self.course.clock
        return moments.hour_minute(clock.utc_us(at_ns), clock.zone_offset_min(at_ns))

    def hh_mm_ss(self, at_ns: int) -> str:
        clock = self.course.clock
        return moments.hour_minute_second(clock.utc_us(at_ns), clock.zone_offset_min(at_ns))

    def day(self, at_ns: int) -> str:
        clock = self.course.clock
        return moments.day(clock.utc_us(at_ns), clock.zone_offset_min(at_ns), self.words)

    def day_and_time(self, at_ns: int) -> str:
        return f"{self.day(at_ns)} {self.hh_mm(at_ns)}"

    def rows(self) -> Iterator[tuple[Row, Event]]:
        """Every event that belongs to the course, as it happened, in order."""
        for row in self.course.rows.all():
            yield row, row.recorded.event

    def person(self, actor: str) -> str:
        """The name a person signed in with; the id where nobody of that id did."""
        if actor == PROGRAM.id:
            return role_name(self.words, PROGRAM.role)
        known = self.state.known(actor)
        return plain(known.name if known is not None else actor)
