"""Dates as typed: only what can mean one day is taken."""

from __future__ import annotations

import pytest

from desens_gui.wording.moments import partial_date
from desens_gui.wording.typed_date import (
    NoDate,
    UnreadableDate,
    date_sentence,
    parse_date,
    parse_partial_date,
)
from desens_gui.wording.words import ENGLISH, Words

GERMAN = Words(within=lambda context, text: {"Mar": "Mär", "Oct": "Okt"}.get(text, text))


@pytest.mark.parametrize(
    "text",
    [
        "12-Mar-1968",
        " 12-mar-1968 ",
        "12 Mar 1968",
        "12. March 1968",
        "12-MARCH-1968",
        "1968-03-12",
        "1968-3-12",
    ],
)
def test_forms_that_mean_one_day(text: str) -> None:
    assert parse_date(text) == "1968-03-12"


def test_months_in_the_readers_language() -> None:
    assert parse_date("12-Mär-1968", GERMAN) == "1968-03-12"
    assert parse_date("12-Mar-1968", GERMAN) == "1968-03-12"
    assert partial_date("2026-10", GERMAN) == "Okt-2026"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("03/04/1968", NoDate.TWO_WAYS),
        ("3.4.68", NoDate.TWO_WAYS),
        ("12-03-1968", NoDate.TWO_WAYS),
        ("31-Feb-1968", NoDate.NO_SUCH_DAY),
        ("1968-13-01", NoDate.NO_SUCH_DAY),
        ("0000-01-01", NoDate.NO_SUCH_DAY),
        ("12-Mrz-1968", NoDate.NOT_A_DATE),
        ("12-Marble-1968", NoDate.NOT_A_DATE),
        ("12-Mar-68", NoDate.NOT_A_DATE),
        ("today", NoDate.NOT_A_DATE),
        ("١٢-Mar-1968", NoDate.NOT_A_DATE),
        ("", NoDate.NOT_A_DATE),
    ],
)
def test_what_is_no_date(text: str, reason: NoDate) -> None:
    read = parse_date(text)
    assert read == UnreadableDate(text, reason)


@pytest.mark.parametrize(
    ("text", "iso", "shown"),
    [
        ("2026", "2026", "2026"),
        ("2026-10", "2026-10", "Oct-2026"),
        ("Oct-2026", "2026-10", "Oct-2026"),
        ("October 2026", "2026-10", "Oct-2026"),
        ("03-Oct-2026", "2026-10-03", "03-Oct-2026"),
    ],
)
def test_a_date_may_be_known_in_part(text: str, iso: str, shown: str) -> None:
    assert parse_partial_date(text) == iso
    assert partial_date(iso) == shown


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2026-13", NoDate.NO_SUCH_DAY),
        ("Foo-2026", NoDate.NOT_A_DATE),
        ("10/2026", NoDate.NOT_A_DATE),
        ("3/10/2026", NoDate.TWO_WAYS),
    ],
)
def test_what_is_no_date_even_in_part(text: str, reason: NoDate) -> None:
    assert parse_partial_date(text) == UnreadableDate(text, reason)


def test_a_text_that_is_no_date_is_shown_as_it_stands() -> None:
    assert partial_date("in childhood") == "in childhood"
    assert partial_date("") == ""


@pytest.mark.parametrize(
    ("reason", "said"),
    [(NoDate.TWO_WAYS, "two ways"), (NoDate.NO_SUCH_DAY, "calendar"), (NoDate.NOT_A_DATE, "not a date")],
)
def test_every_fault_names_field_wrong_and_allowed(reason: NoDate, said: str) -> None:
    sentence = date_sentence(UnreadableDate("3/4/68\u202e", reason), "Born", ENGLISH)
    assert sentence.startswith("Born: “3/4/68‹U+202E›”")
    assert said in sentence
    assert "12-Mar-1968" in sentence
