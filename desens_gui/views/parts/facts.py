"""Small cards of things to read: a running clock, facts in pairs, a few lines of text."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from desens_gui.views.parts.card import CardHead

Tone = Literal["", "acc", "high"]


class ClockCardView(Struct, frozen=True, kw_only=True):
    """`clock` is a stopwatch text; `text` may wrap. The tone frames the card, "high" makes the clock red."""

    label: str
    clock: str
    text: str = ""
    tone: Tone = "acc"


class PairView(Struct, frozen=True, kw_only=True):
    """Label on the left, value on the right; `total` rules it off as a sum."""

    label: str
    value: str
    total: bool = False


class LineView(Struct, frozen=True, kw_only=True):
    """A bold line, a quiet one under it; either may be empty. `rule` draws a line above."""

    strong: str = ""
    text: str = ""
    rule: bool = False


class FactsView(Struct, frozen=True, kw_only=True):
    """Pairs first, then lines."""

    head: CardHead
    pairs: tuple[PairView, ...] = ()
    lines: tuple[LineView, ...] = ()
    tone: Tone = ""
