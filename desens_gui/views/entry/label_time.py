"""Until when a bag may be used, as its label says: a time of today, or a date with it."""

from __future__ import annotations

import re
from datetime import date

from desens_gui.domain.instants import Utc
from desens_gui.views.entry.forms import FormReader
from desens_gui.views.entry.times import DAY_S, second_of_day
from desens_gui.wording import moments
from desens_gui.wording.typed import shown
from desens_gui.wording.typed_date import UnreadableDate, date_sentence, parse_date

FIELD = "use_before"
_DATED = re.compile(r"(?P<day>\S.*?)[ ,T]+(?P<time>[\d:.]+)", re.ASCII)


def label_time(reader: FormReader) -> Utc | None:
    """Without a date the time is today's, past or not: an expired bag must not pass for tomorrow's."""
    scene, words = reader.scene, reader.scene.words
    name, offset_min = words("Use before"), scene.session.zone_offset_min
    text = reader.text(FIELD, name)
    if not text:
        return None
    found = _DATED.fullmatch(text)
    time, day = (found["time"], found["day"]) if found else (text, "")
    second = second_of_day(time)
    if second is None:
        reader.problems[FIELD] = words(
            "{field}: “{typed}” is not a time; write for example 18:30 or 23-Nov-2026 06:30.",
            field=name,
            typed=shown(text),
        )
        return None
    read = parse_date(day, words) if day else moments.iso_day(scene.stamp.utc_us, offset_min)
    if isinstance(read, UnreadableDate):
        reader.problems[FIELD] = date_sentence(read, name, words)
        return None
    days = date.fromisoformat(read).toordinal() - date(1970, 1, 1).toordinal()
    return Utc((days * DAY_S + second - offset_min * 60) * 1_000_000)
