"""The check form: vital signs, symptoms, and what each answer still lacks."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.field import ChipView, ChoiceView, FieldView, OptionView
from desens_gui.views.parts.live_column import LiveColumnView

RowState = Literal["normal", "to_answer", "out_of_range", "stale"]


class VitalRow(Struct, frozen=True, kw_only=True):
    """One item. `code` is that of the item; `fields` (two for blood pressure) or `choice` take the answer.

    `sub` stands under the label: "per min", "to answer", "too old". `words` stand under the field: what is
    wrong with it, or to be noted. `time` is a field with the code "time:<item>". `change_icon` is an icon.
    """

    code: str
    label: str
    sub: str = ""
    state: RowState = "normal"
    fields: tuple[FieldView, ...] = ()
    choice: ChoiceView | None = None
    words: str = ""
    time: FieldView
    last: str = ""
    base: str = ""
    change: str = ""
    change_icon: str = ""


class VitalHeads(Struct, frozen=True, kw_only=True):
    now: str
    measured: str
    last: str
    base: str
    change: str


class VitalsView(Struct, frozen=True, kw_only=True):
    """The foot is left out when it has no text."""

    head: CardHead
    heads: VitalHeads
    rows: tuple[VitalRow, ...]
    foot_strong: str = ""
    foot: str = ""


class SystemRow(Struct, frozen=True, kw_only=True):
    """One organ system. `none` and `more` are buttons (intents are ignored: the form knows the row).

    `none.done` and `baseline.chosen` say which answer stands. `chips` are the ones always in sight, `further`
    those behind More; `panel_title` heads them, `panel_close` takes the panel away again.
    """

    code: str
    label: str
    sub: str = ""
    state: RowState = "normal"
    none: ActionView
    baseline: OptionView
    chips: tuple[ChipView, ...] = ()
    further: tuple[ChipView, ...] = ()
    more: ActionView
    panel_title: str = ""
    panel_close: ActionView | None = None


class SymptomsView(Struct, frozen=True, kw_only=True):
    """`asked_all` is the one key for all seven; blocked, it explains."""

    head: CardHead
    chips_head: str
    rows: tuple[SystemRow, ...]
    foot_strong: str = ""
    asked_all: ActionView


class CheckView(Struct, frozen=True, kw_only=True):
    live: LiveColumnView
    vitals: VitalsView
    symptoms: SymptomsView
