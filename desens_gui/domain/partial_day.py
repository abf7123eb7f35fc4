"""A day that may be known to the month or the year only."""

from __future__ import annotations

import re
from datetime import date

_WHOLE = re.compile(r"\d{4}(-\d{2}){0,2}", re.ASCII)


def possible_day(day: str, today: date) -> bool:
    """Whether it is an ISO day, month or year, and not to come."""
    if not _WHOLE.fullmatch(day):
        return False
    try:
        date.fromisoformat(f"{day}-01-01"[:10] if len(day) < 10 else day)
    except ValueError:
        return False
    return day <= today.isoformat()[: len(day)]
