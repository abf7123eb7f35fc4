"""The steps of the plan as rungs: what was given and what is planned never share a column."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

RungState = Literal["done", "current", "next", "to_come", "skipped"]


class LadderBag(Struct, frozen=True, kw_only=True):
    """One bag and the number of rungs it covers; `strength` is the number, `unit` its unit."""

    label: str
    strength: str = ""
    unit: str = ""
    rows: int


class LadderRow(Struct, frozen=True, kw_only=True):
    """Numbers as text with "." as decimal point; an empty text leaves the cell empty."""

    state: RungState
    step: str
    rate: str = ""
    minutes: str = ""
    start: str = ""
    given: str = ""
    given_total: str = ""
    planned: str = ""
    planned_total: str = ""
    tag: str = ""
    flagged: bool = False
    spoken: str = ""


class LadderHeads(Struct, frozen=True, kw_only=True):
    """Column heads; the unit of rate and of dose stands here once, nowhere in the rows."""

    bag: str
    step: str
    rate: str
    rate_unit: str
    minutes: str = ""
    start: str
    given: str
    planned: str
    dose: str
    total: str


class LadderView(Struct, frozen=True, kw_only=True):
    title: str
    note: str = ""
    heads: LadderHeads
    bags: tuple[LadderBag, ...]
    rows: tuple[LadderRow, ...]
    foot_strong: str = ""
    foot: str = ""
    foot_note: str = ""
