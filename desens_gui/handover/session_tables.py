"""The tables of a session that go to other programs, by name."""

from __future__ import annotations

from collections.abc import Callable

from desens_gui.course.so_far import CourseSoFar
from desens_gui.handover.csv_text import csv_text
from desens_gui.handover.event_rows import EVENT_COLUMNS, event_rows
from desens_gui.handover.step_rows import STEP_COLUMNS, step_rows
from desens_gui.handover.vitals_rows import VITALS_COLUMNS, vitals_rows
from desens_gui.wording.words import Words

_TABLES: dict[str, Callable[[CourseSoFar, Words], str]] = {
    "events": lambda course, words: csv_text(EVENT_COLUMNS, event_rows(course, words)),
    "vitals": lambda course, _words: csv_text(VITALS_COLUMNS, vitals_rows(course)),
    "steps": lambda course, _words: csv_text(STEP_COLUMNS, step_rows(course)),
}
TABLES = tuple(_TABLES)


def table_csv(name: str, course: CourseSoFar, words: Words) -> str:
    """One table as CSV; KeyError for a name that is none. Encode it as csv_text.ENCODING."""
    return _TABLES[name](course, words)
