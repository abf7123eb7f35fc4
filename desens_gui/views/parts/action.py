"""What a thing to press shows: one action, and the bar of them at the foot of a screen."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

ActionKind = Literal["normal", "primary", "danger", "quiet"]


class ActionView(Struct, frozen=True, kw_only=True):
    """`intent` is the code sent when pressed; with a `blocked_reason` ("Not yet. ...") it explains."""

    intent: str
    label: str
    sub: str = ""
    icon: str = ""
    key: str = ""
    kind: ActionKind = "normal"
    blocked_reason: str = ""
    done: bool = False
    key_shown: bool = True


class ActionBarView(Struct, frozen=True, kw_only=True):
    """REACTION far left, the rest beside it, the one primary action far right."""

    reaction: ActionView | None = None
    secondary: tuple[ActionView, ...] = ()
    primary: ActionView | None = None
