"""Things to do in this order: numbered rows, each done, current or to come."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.facts import LineView, PairView, Tone
from desens_gui.views.parts.field import ChoiceView, FieldView

OrderState = Literal["done", "current", "to_come", "instruction"]


class OrderedRow(Struct, frozen=True, kw_only=True):
    """`code` names the row. Text left, `fields`, `choice` and `action` at the right on one line.

    `grid` are fields under the text, each with its name above it. `table` are read pairs under the text.
    `problem` says in words why the last try was refused. "instruction" is a row nobody ticks (no control);
    `urgent` writes the title large and red.
    """

    code: str
    number: str = ""
    title: str
    sub: str = ""
    state: OrderState = "to_come"
    urgent: bool = False
    table: tuple[PairView, ...] = ()
    problem: str = ""
    grid: tuple[FieldView, ...] = ()
    fields: tuple[FieldView, ...] = ()
    choice: ChoiceView | None = None
    action: ActionView | None = None


class OrderedView(Struct, frozen=True, kw_only=True):
    """`foot` is a quiet row below the last one, with an icon before it."""

    head: CardHead
    rows: tuple[OrderedRow, ...]
    foot: LineView | None = None
    foot_icon: str = ""
    tone: Tone = ""
