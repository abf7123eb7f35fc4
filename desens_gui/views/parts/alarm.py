"""The strip that is always there, so that nothing jumps when an alarm starts."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.stepper import StepperView

AlarmLevel = Literal["none", "low", "medium", "high"]


class AlarmStripView(Struct, frozen=True, kw_only=True):
    """`edge_on` is the present half of the flash (only the edge flashes, never the text).

    `silent`: there is no sound to hear it by, so the whole window shows it. `stepper` stands between title
    and text while nothing sounds; where the text has no room it goes first.
    """

    level: AlarmLevel = "none"
    icon: str = ""
    title: str
    text: str = ""
    note_icon: str = ""
    note_strong: str = ""
    note: str = ""
    edge_on: bool = False
    acknowledge: ActionView | None = None
    pause_audio: ActionView | None = None
    silent: bool = False
    stepper: StepperView | None = None
