"""Reading a date as typed. Only forms that can mean one day: 12-Mar-1968 and 1968-03-12."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

from msgspec import Struct

from desens_gui.wording.moments import month_names
from desens_gui.wording.typed import shown
from desens_gui.wording.words import ENGLISH, Words

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_NAMED = re.compile(r"([0-9]{1,2})[-. ]+([^\W\d_]+)\.?[-. ]+([0-9]{4})")
_NUMBERS = re.compile(r"\d{1,4}\s*[-./ ]\s*\d{1,2}\s*[-./ ]\s*\d{1,4}", re.ASCII)
_ISO_MONTH = re.compile(r"(\d{4})(?:-(\d{1,2}))?", re.ASCII)
_NAMED_MONTH = re.compile(r"([^\W\d_]+)\.?[-. ]+([0-9]{4})")

WHOLE_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class NoDate(StrEnum):
    """Why the text is no date."""

    NOT_A_DATE = "not_a_date"
    TWO_WAYS = "two_ways"
    NO_SUCH_DAY = "no_such_day"


class UnreadableDate(Struct, frozen=True):
    text: str
    reason: NoDate


def parse_date(text: str, words: Words = ENGLISH) -> str | UnreadableDate:
    """The ISO date. 03/04/1968 could be March or April and is refused."""
    tidy = text.strip()
    if found := _ISO.fullmatch(tidy):
        year, month, day = (int(part) for part in found.groups())
    elif found := _NAMED.fullmatch(tidy):
        year, month, day = int(found[3]), _month(found[2], words), int(found[1])
        if not month:
            return UnreadableDate(tidy, NoDate.NOT_A_DATE)
    else:
        reason = NoDate.TWO_WAYS if _NUMBERS.fullmatch(tidy) else NoDate.NOT_A_DATE
        return UnreadableDate(tidy, reason)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return UnreadableDate(tidy, NoDate.NO_SUCH_DAY)


def parse_partial_date(text: str, words: Words = ENGLISH) -> str | UnreadableDate:
    """The ISO date, or as much of it as is known: "2026-10", "2026"."""
    tidy = text.strip()
    if found := _ISO_MONTH.fullmatch(tidy):
        year, month = found[1], int(found[2] or 0)
        if found[2] and not 1 <= month <= 12:
            return UnreadableDate(tidy, NoDate.NO_SUCH_DAY)
        return f"{year}-{month:02d}" if month else year
    if (found := _NAMED_MONTH.fullmatch(tidy)) and (month := _month(found[1], words)):
        return f"{found[2]}-{month:02d}"
    return parse_date(tidy, words)


def _month(name: str, words: Words) -> int:
    """1 to 12 by its short name, translated or English, or by its whole English name; 0 for no month."""
    for names in (month_names(words), month_names(), WHOLE_NAMES):
        for number, known in enumerate(names, start=1):
            if name.casefold() == known.casefold():
                return number
    return 0


def date_sentence(problem: UnreadableDate, field: str, words: Words) -> str:
    """One sentence: the field, what was wrong, what is allowed."""
    typed = shown(problem.text)
    match problem.reason:
        case NoDate.TWO_WAYS:
            return words(
                "{field}: “{typed}” can be read two ways; write 12-Mar-1968 or 1968-03-12.",
                field=field,
                typed=typed,
            )
        case NoDate.NO_SUCH_DAY:
            return words(
                "{field}: “{typed}” is not a day of the calendar; write it like 12-Mar-1968.",
                field=field,
                typed=typed,
            )
        case _:
            return words(
                "{field}: “{typed}” is not a date; write 12-Mar-1968 or 1968-03-12.", field=field, typed=typed
            )
