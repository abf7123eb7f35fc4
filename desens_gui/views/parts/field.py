"""What the parts of a form show: fields to type in, choices, and chips."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

FieldState = Literal["normal", "waiting", "out_of_range", "error", "read_only", "stale"]
FieldKind = Literal["number", "time", "text", "secret"]
Severity = Literal["", "mild", "moderate", "severe", "baseline"]


class FieldView(Struct, frozen=True, kw_only=True):
    """`code` names it in signals, `name` is what assistive technology reads, `words` stand under it.

    "stale": what was typed is too old to count and shows grey, but may be typed over. `kind` chooses the
    widget where a form has fields of several kinds.
    """

    code: str
    name: str
    text: str = ""
    unit: str = ""
    hint: str = ""
    state: FieldState = "normal"
    words: str = ""
    kind: FieldKind = "number"


class OptionView(Struct, frozen=True, kw_only=True):
    code: str
    label: str
    key: str = ""
    chosen: bool = False
    blocked_reason: str = ""


class ChoiceView(Struct, frozen=True, kw_only=True):
    """One answer of a few, side by side; none is chosen before a person chose."""

    code: str
    name: str
    options: tuple[OptionView, ...]


class ChipView(Struct, frozen=True, kw_only=True):
    """A symptom to tap. `severity_text` stands under the label; what the next tap means is the rule's."""

    code: str
    label: str
    severity: Severity = ""
    severity_text: str = ""
