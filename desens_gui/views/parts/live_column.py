"""The left column beside a form: the present step keeps its timer, and the steps stay in sight."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.ladder import LadderView
from desens_gui.views.parts.timer import TimerView


class LiveTimerView(Struct, frozen=True, kw_only=True):
    """`rate` and `unit` as reported, `rate_note` behind them in two short lines, `extra` below in bold."""

    head: CardHead
    timer: TimerView
    rate: str = ""
    unit: str = ""
    rate_note: str = ""
    extra: str = ""
    tone: Literal["", "acc", "low", "medium", "high"] = ""


class LiveColumnView(Struct, frozen=True, kw_only=True):
    """`given` and `planned` are the heads of the two number columns of the short list of steps."""

    timer: LiveTimerView
    ladder: LadderView
    given: str
    planned: str
    course_hidden: bool = False
