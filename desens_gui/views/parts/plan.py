"""A plan as a table to prepare and to run from: bags above, steps below.

Numbers are text with "." as decimal point.
"""

from __future__ import annotations

from msgspec import Struct

from desens_gui.views.parts.card import CardHead


class BagSheetHeads(Struct, frozen=True, kw_only=True):
    """Two lines each; the unit stands here once, nowhere in the rows."""

    bag: str
    drug: tuple[str, str]
    volume: tuple[str, str]
    concentration: tuple[str, str]
    steps: tuple[str, str]
    used: tuple[str, str]
    discard: tuple[str, str]


class BagSheetRow(Struct, frozen=True, kw_only=True):
    """`number` chooses the tint."""

    number: int
    bag: str
    drug: str
    volume: str
    concentration: str
    steps: str
    used: str
    discard: str


class BagSheetView(Struct, frozen=True, kw_only=True):
    head: CardHead
    heads: BagSheetHeads
    rows: tuple[BagSheetRow, ...]
    foot: tuple[tuple[str, str], ...] = ()
    """Sentences under the table: a strong beginning and the rest."""


class PlanHeads(Struct, frozen=True, kw_only=True):
    step: str
    bag: str
    rate: tuple[str, str]
    minutes: tuple[str, str]
    volume: tuple[str, str]
    dose: tuple[str, str]
    total: tuple[str, str]
    rise: tuple[str, str]
    scale: str
    start: tuple[str, str]


class PlanRow(Struct, frozen=True, kw_only=True):
    """`at` is where the total stands on the log scale, 0 to 1 (geometry only)."""

    bag_number: int
    step: str
    bag: str
    rate: str
    minutes: str
    volume: str
    dose: str
    total: str
    rise: str
    at: float
    start: str
    spoken: str = ""


class ScaleTick(Struct, frozen=True):
    """A decade on the log scale, 0 to 1; some have no label."""

    at: float
    label: str = ""


class StepPlanView(Struct, frozen=True, kw_only=True):
    """`checked` puts the tick before the note of the head: what it says was worked out and holds."""

    head: CardHead
    checked: bool
    heads: PlanHeads
    scale: tuple[ScaleTick, ...]
    rows: tuple[PlanRow, ...]
    totals: tuple[str, ...]
    foot: str = ""


class PlanView(Struct, frozen=True, kw_only=True):
    bags: BagSheetView
    steps: StepPlanView
