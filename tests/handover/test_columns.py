"""Columns of plain text."""

from __future__ import annotations

from desens_gui.handover.columns import columns


def test_decimal_points_stand_in_line() -> None:
    assert columns([("Dose mg", "Rate"), ("0.02", "2"), ("1,845.362", "80"), ("\u221216", "5")]) == (
        "  Dose mg  Rate\n    0.02      2\n1,845.362    80\n  \u221216         5"
    )


def test_words_begin_at_the_left() -> None:
    assert columns([("Name", "n"), ("2-bag", "1"), ("x", "12")]) == "Name    n\n2-bag   1\nx      12"


def test_heads_alone() -> None:
    assert columns([("A", "B")]) == "A  B"
