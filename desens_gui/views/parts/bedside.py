"""The bedside screen while a step runs: steps, the present step, what is due, the trend."""

from __future__ import annotations

from msgspec import Struct

from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.due import DueView
from desens_gui.views.parts.ladder import LadderView
from desens_gui.views.parts.step_card import StepCardView


class BedsideView(Struct, frozen=True, kw_only=True):
    ladder: LadderView
    step: StepCardView
    due: DueView
    trend: CardHead
