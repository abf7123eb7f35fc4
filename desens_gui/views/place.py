"""Which screen stands in the window at a moment."""

from __future__ import annotations

from desens_gui.domain.stage import (
    ChangingBag,
    Ended,
    Flushing,
    Observing,
    Paused,
    Reacting,
    SettingUp,
    Stopping,
)
from desens_gui.views.scene import Scene

PANELS = (
    "pause",
    "stop_today",
    "note",
    "early_sign",
    "entered_in_error",
    "bag_empty",
    "iv_site",
    "move",
    "unidentified",
    "take_over",
    "signatures",
    "cover_chair",
    "onset",
    "pattern",
    "grade",
)
ELSEWHERE = "elsewhere"
"""What stands in the place of everything once the session goes on at another workstation."""
SIGN_IN = "sign_in"
IN_REACTION = (
    "check",
    "note",
    "stop_today",
    "entered_in_error",
    "move",
    "unidentified",
    "onset",
    "pattern",
    "grade",
    SIGN_IN,
)
"""Forms that may stand over an open reaction; any other gives way to it."""
IN_ABSENCE = ("check", "note", "stop_today", "pause", "move", "unidentified", SIGN_IN)
"""Forms that may stand before it is answered what the pump did while the program was away."""


def place(scene: Scene, opened: str) -> str:
    """opened: the form a person asked for, or "". A reaction and an absence come before other forms."""
    stage = scene.session.stage
    if scene.session.left is not None:
        return ELSEWHERE
    if isinstance(stage, Ended):
        return "ending"
    if isinstance(stage, Reacting):
        return opened if opened in IN_REACTION else "reaction"
    if scene.session.away is not None:
        return opened if opened in IN_ABSENCE else "restart"
    return opened or (SIGN_IN if nobody_yet(scene) else _of_stage(scene))


def nobody_yet(scene: Scene) -> bool:
    """Before anything runs it is said first who is here."""
    return isinstance(scene.session.stage, SettingUp) and bool(scene.staffed) and scene.who is None


def _of_stage(scene: Scene) -> str:
    match scene.session.stage:
        case SettingUp():
            return "setup"
        case ChangingBag():
            return "bag_change"
        case Paused():
            return "paused"
        case Flushing() | Observing():
            return "ending"
        case Stopping() if not scene.session.pump_runs:
            return "ending"
        case _:
            return "bedside"
