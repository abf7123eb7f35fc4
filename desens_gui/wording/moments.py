"""Dates, times of day and ages as a person reads them, in the one display zone of a session.

The zone is an offset in minutes east of UTC that stands in the record, so every reader sees the same times.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from desens_gui.wording.words import ENGLISH, Words

MONTHS_SHOWN_BELOW_YEARS = 2

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_YEAR_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)


def _local(utc_us: int, zone_offset_min: int) -> datetime:
    return _EPOCH + timedelta(microseconds=utc_us, minutes=zone_offset_min)


def day(utc_us: int, zone_offset_min: int, words: Words = ENGLISH) -> str:
    """ "22-Nov-2026"."""
    return _date_text(_local(utc_us, zone_offset_min).date(), words)


def iso_day(utc_us: int, zone_offset_min: int) -> str:
    """ "2026-11-22"."""
    return _local(utc_us, zone_offset_min).date().isoformat()


def hour_minute(utc_us: int, zone_offset_min: int) -> str:
    """ "10:42"; the seconds are cut off, as on a clock."""
    return f"{_local(utc_us, zone_offset_min):%H:%M}"


def hour_minute_second(utc_us: int, zone_offset_min: int) -> str:
    """ "10:42:12"."""
    return f"{_local(utc_us, zone_offset_min):%H:%M:%S}"


def birth_date(born: str, words: Words = ENGLISH) -> str:
    """An ISO date as "12-Mar-1968"; ValueError when it is no ISO date."""
    return _date_text(date.fromisoformat(born), words)


def age_years(born: str, utc_us: int, zone_offset_min: int) -> int:
    """Whole years on that day; ValueError when born is no ISO date. Negative for a birth in the future."""
    return _age_months(born, utc_us, zone_offset_min) // 12


def age(born: str, utc_us: int, zone_offset_min: int, words: Words = ENGLISH) -> str:
    """ "58 y", below two years "17 mo"."""
    months = _age_months(born, utc_us, zone_offset_min)
    if months < MONTHS_SHOWN_BELOW_YEARS * 12:
        return words("{months} mo", months=months)
    return words("{years} y", years=months // 12)


def _age_months(born: str, utc_us: int, zone_offset_min: int) -> int:
    birth = date.fromisoformat(born)
    today = _local(utc_us, zone_offset_min).date()
    months = (today.year - birth.year) * 12 + today.month - birth.month
    return months if today.day >= birth.day else months - 1


def partial_date(text: str, words: Words = ENGLISH) -> str:
    """ "2026-10-03" as "03-Oct-2026", "2026-10" as "Oct-2026"; any other text stays as it is."""
    if found := _YEAR_MONTH.fullmatch(text):
        return f"{month_names(words)[int(found[2]) - 1]}-{found[1]}"
    try:
        return birth_date(text, words)
    except ValueError:
        return text


def _date_text(day_of: date, words: Words) -> str:
    return f"{day_of.day:02d}-{month_names(words)[day_of.month - 1]}-{day_of.year:04d}"


def month_names(words: Words = ENGLISH) -> tuple[str, ...]:
    """ "Jan" to "Dec"."""
    return (
        words.within("month", "Jan"),
        words.within("month", "Feb"),
        words.within("month", "Mar"),
        words.within("month", "Apr"),
        words.within("month", "May"),
        words.within("month", "Jun"),
        words.within("month", "Jul"),
        words.within("month", "Aug"),
        words.within("month", "Sep"),
        words.within("month", "Oct"),
        words.within("month", "Nov"),
        words.within("month", "Dec"),
    )
