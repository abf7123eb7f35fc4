"""CSV that any program reads and no spreadsheet program runs."""

from __future__ import annotations

import csv
import io
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desens_gui.domain.quantities import Rate
from desens_gui.handover.csv_text import ENCODING, STARTERS, csv_text, safe

FORMULAS = (
    "=1+1",
    "+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    "\n=1",
    "\ufeff=1",
    "\u200b=1",
    "\u00a0 =1",
    "\uff1d1+1",
    "\uff0b1",
    "\uff0d1",
    "\uff20SUM(A1)",
    "\u200b \uff1d1",
)


@pytest.mark.parametrize("text", FORMULAS)
def test_text_that_would_run_is_marked(text: str) -> None:
    assert safe(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "   ", "O'Brien", "a=b", "5 mg", "'=1", "\u00e9t\u00e9", "\u2212 5"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert safe(text) == text


@given(st.text())
def test_no_cell_begins_with_a_sign_that_runs(text: str) -> None:
    assert not safe(text).lstrip().startswith(tuple(STARTERS))


def test_every_cell_is_quoted_lines_end_in_cr_lf_and_numbers_stay_numbers() -> None:
    text = csv_text(("a", "b", "c", "d", "e"), [('say "x"', -5, Fraction(-1, 2), Rate.of("12.5"), None)])
    assert text == '"a","b","c","d","e"\r\n"say ""x""","-5","-0.5","12.5",""\r\n'


def test_it_reads_back_line_breaks_and_all() -> None:
    rows = [["line\nbreak", 'a "b", c'], ["", "\u00e9"]]
    text = csv_text(("a", "b"), rows)
    assert list(csv.reader(io.StringIO(text, newline=""))) == [["a", "b"], *rows]
    assert text.encode(ENCODING).startswith(b"\xef\xbb\xbf")
