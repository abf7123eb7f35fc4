"""The moment of a session that --at asks for."""

from __future__ import annotations

import re

from desens_gui.domain.events.every import Event
from desens_gui.domain.instants import Utc
from desens_gui.domain.recorded import Recorded
from desens_gui.session.moment import Moment
from desens_gui.session.review import Review
from desens_gui.session.spoken_time import elapsed_ns, moment

US_PER_DAY = 86_400_000_000
LIKE = ("2026-11-22T09:42:12Z", "10:42:12", "+01:23:00")
_TIME_OF_DAY = re.compile(r"\d\d:\d\d(?::\d\d)?", re.ASCII)


def asked(review: Review, text: str | None) -> Moment | None:
    """Without a text the last fact's moment; None for a moment before the first fact.

    ValueError for a text that is none of LIKE. A time of day without a date is the first one in the session.
    """
    if text is None:
        return review.at_ns(review.end_ns)
    if text.startswith("+"):
        passed_ns = elapsed_ns(text.removeprefix("+"))
        if passed_ns is None:
            raise ValueError(text)
        return review.at_ns(passed_ns)
    if _TIME_OF_DAY.fullmatch(text):
        return review.at_time(_first_after(review.records[0], text))
    return review.at_time(Utc.of(text).us)


def _first_after(first: Recorded[Event], text: str) -> int:
    whole = text if text.count(":") == 2 else f"{text}:00"
    meant = moment(whole, first.stamp.utc_us, first.zone_offset_min)
    if meant is None:
        raise ValueError(text)
    return meant.us if meant.us >= first.stamp.utc_us // 1_000_000 * 1_000_000 else meant.us + US_PER_DAY
