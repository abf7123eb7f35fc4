"""The step that runs, or the instruction to the nurse that waits for a report from the pump."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.field import FieldView
from desens_gui.views.parts.timer import TimerView


class FactView(Struct, frozen=True, kw_only=True):
    """Beside the ring: label above, value below it, detail behind the value."""

    label: str
    value: str
    detail: str = ""
    size: Literal["rate", "bag", "plain"] = "plain"


class LineRow(Struct, frozen=True, kw_only=True):
    """Under the ring: "Line | own set, primed with bag 3 | 18 mL"."""

    label: str
    value: str
    note: str = ""


class NextView(Struct, frozen=True, kw_only=True):
    tag: str
    text: str
    note: str = ""


class OrderView(Struct, frozen=True, kw_only=True):
    """What the person at the pump must do now, until the pump's state is reported (SAFETY S1).

    `counted` says what the ledger counts meanwhile. `fields` are typed from the pump's own display.
    """

    text: str
    clock: str
    since: str = ""
    counted: str = ""
    urgent: bool = False
    fields: tuple[FieldView, ...] = ()


class StepCardView(Struct, frozen=True, kw_only=True):
    """With an `order` the ring, facts and rows give way to it; `order.counted` says what still counts."""

    head: CardHead
    timer: TimerView
    facts: tuple[FactView, ...] = ()
    extra: str = ""
    rows: tuple[LineRow, ...] = ()
    next: NextView | None = None
    order: OrderView | None = None
