"""Dates, times of day and ages as a person reads them, in the one display zone of a session.

The zone is an offset in minutes east of UTC that stands in the record, so every reader sees the same times.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from desens_gui.wording.words import ENGLISH, Words

MONTHS_SHOWN_BELOW_YEARS = 2

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _local(utc_us: int, zone_offset_min: int) -> datetime:
    return _EPOCH + timedelta(microseconds=utc_us, minutes=zone_offset_min)


def day(utc_us: int, zone_offset_min: int, words: Words = ENGLISH) -> str:
    """ "22-Nov-2026"."""
    return _date_text(_local(utc_us, zone_offset_min).date(), words)


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


def _date_text(day_of: date, words: Words) -> str:
    return f"{day_of.day:02d}-{_month(day_of.month, words)}-{day_of.year:04d}"


def _month(month: int, words: Words) -> str:
    names = (
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
    return names[month - 1]
