"""No text from outside can hide, reorder or break what a person reads."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desens_gui.wording.plain import LEFT_TO_RIGHT, is_plain, plain

CANARY = "<b>DOSE x10</b><img src=/etc/hostname>&"


@pytest.mark.parametrize(
    ("given_text", "shown"),
    [
        ("OKAFOR, Adaeze", "OKAFOR, Adaeze"),
        ("José", "José"),
        ("Jose\u0301", "José"),
        ("10\u00a0mL/h, ½ × −3 °C", "10\u00a0mL/h, ½ × −3 °C"),
        ("Smith\u202eGM 01", "Smith‹U+202E›GM 01"),
        ("a\u2066b\u2069c", "a‹U+2066›b‹U+2069›c"),
        ("1\u200b0", "1‹U+200B›0"),
        ("two\nlines\tand\x85", "two lines and "),
        ("nul\x00 and \x1b[31mred", "nul‹U+0000› and ‹U+001B›[31mred"),
        ("hidden\u3164\u034f\ufe0f", "hidden‹U+3164›‹U+034F›‹U+FE0F›"),
        ("e\u0323\u0302\u0353\u0363\u0369\u036a", "ệ\u0353\u0363\u0369‹U+036A›"),
        ("Z\u0336o\u0489", "Z‹U+0336›o‹U+0489›"),
        ("1\u03362 mg", "1‹U+0336›2 mg"),
        ("\u0336", "‹U+0336›"),
        ("นี้", "นี้"),
        ("की", "की"),
        ("\ufeffname", "‹U+FEFF›name"),
        ("half \ud800", "half ‹U+D800›"),
        ("para\u2029graph", "para graph"),
        (CANARY, CANARY),
        ("", ""),
    ],
)
def test_plain(given_text: str, shown: str) -> None:
    assert plain(given_text) == shown


@given(st.text())
def test_plain_leaves_nothing_that_hides_or_reorders(text: str) -> None:
    shown = plain(text)
    assert all(unicodedata.category(character)[0] != "C" for character in shown.replace(LEFT_TO_RIGHT, ""))
    assert plain(shown) == shown


FENCE = LEFT_TO_RIGHT
NAME, FAMILY = "\u05e9\u05dc\u05d5\u05dd", "\u05db\u05d4\u05df"  # Hebrew


@pytest.mark.parametrize(
    ("given_text", "shown"),
    [
        (NAME, f"{FENCE}{NAME}{FENCE}"),
        (f"{NAME} 10 mg", f"{FENCE}{NAME}{FENCE} 10 mg"),
        (f"{FAMILY}, {NAME} (MRN 7)", f"{FENCE}{FAMILY}, {NAME}{FENCE} (MRN 7)"),
        (f"{FAMILY} 10 {NAME}", f"{FENCE}{FAMILY}{FENCE} 10 {FENCE}{NAME}{FENCE}"),
        ("\u05e9\u05b8\u05bc 5", f"{FENCE}\u05e9\u05b8\u05bc{FENCE} 5"),
        (f"{NAME}\u202e{NAME}", f"{FENCE}{NAME}{FENCE}‹U+202E›{FENCE}{NAME}{FENCE}"),
        ("a\u200eb", "a‹U+200E›b"),
    ],
)
def test_right_to_left_words_keep_what_stands_beside_them_in_order(given_text: str, shown: str) -> None:
    assert plain(given_text) == shown
    assert plain(shown) == shown


@pytest.mark.parametrize("text", ["OKAFOR", "José", "Jose\u0301", NAME, f"{NAME} {FAMILY}", "a & <b>", ""])
def test_what_is_shown_as_it_is(text: str) -> None:
    assert is_plain(text)


@pytest.mark.parametrize("text", ["a\u200bb", "two\nlines", "1\u0336", "\u202eGM", "\x1b[31m", "\u2003"])
def test_what_is_not(text: str) -> None:
    assert not is_plain(text)
