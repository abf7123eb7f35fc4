"""The steps of setting up, in their order: which are done, and which is open."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

StepMark = Literal["done", "open", "to_come"]


class StepMarkView(Struct, frozen=True, kw_only=True):
    """`intent` opens the step's card. `done` stays true of a step that is open again."""

    intent: str
    number: str
    label: str
    mark: StepMark = "to_come"
    done: bool = False


class StepperView(Struct, frozen=True, kw_only=True):
    name: str
    steps: tuple[StepMarkView, ...]
