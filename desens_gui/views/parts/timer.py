"""The ring of the step."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

TimerState = Literal["running", "over", "late_low", "late_medium", "stopped", "if_it_ran"]


class TimerView(Struct, frozen=True, kw_only=True):
    """`text` is "04:12" or "+03:38"; `left` is the share of the ring still ahead, 0 to 1 (geometry only)."""

    text: str
    caption: str = ""
    left: float = 0.0
    state: TimerState = "running"
