"""Every entry of a session as a row: what, when it happened, when it was written, by whom."""

from __future__ import annotations

from collections.abc import Iterator

from desens_gui.course.so_far import CourseSoFar
from desens_gui.domain.instants import Utc
from desens_gui.handover.csv_text import Cell
from desens_gui.handover.stamps import local, utc_and_local
from desens_gui.wording.events import event_line
from desens_gui.wording.words import Words

EVENT_COLUMNS = (
    *("seq", "uuid", "kind", "happened_utc", "happened_local", "recorded_utc", "recorded_local"),
    *(
        "zone_offset_min",
        "late_entry",
        "struck_by_seq",
        "actor",
        "role",
        "second_person",
        "workstation",
        "text",
    ),
)


def event_rows(course: CourseSoFar, words: Words) -> Iterator[tuple[Cell, ...]]:
    """In order of recording."""
    for row in sorted(course.rows.all(clinical_only=False), key=lambda row: row.seq):
        recorded = row.recorded
        offset = recorded.zone_offset_min
        yield (
            row.seq,
            recorded.uuid,
            str(recorded.event.__struct_config__.tag),
            *utc_and_local(course, row.at_ns),
            Utc(recorded.stamp.utc_us).text,
            local(recorded.stamp.utc_us, offset),
            offset,
            "yes" if row.late else "no",
            row.struck_by,
            recorded.actor.id,
            recorded.actor.role.value,
            recorded.second_person,
            recorded.workstation,
            event_line(words, recorded),
        )
