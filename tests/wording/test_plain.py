"""No text from outside can hide, reorder or break what a person reads."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desens_gui.wording.plain import button_text, plain

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
        ("two\nlines\tand\x00nul\x85", "two lines and nul "),
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
    assert all(unicodedata.category(character)[0] != "C" for character in shown)
    assert plain(shown) == shown


def test_an_ampersand_in_a_button_is_an_ampersand() -> None:
    assert button_text("Smith & Sons\u202e") == "Smith && Sons‹U+202E›"
