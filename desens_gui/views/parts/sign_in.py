"""Signing in: badge or name and PIN, beside the running step. No view ever holds a PIN or a badge code."""

from __future__ import annotations

from msgspec import Struct

from desens_gui.domain.recorded import Role
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.facts import FactsView
from desens_gui.views.parts.field import FieldView
from desens_gui.views.parts.live_column import LiveColumnView
from desens_gui.views.parts.setup import PickView


class Colleague(Struct, frozen=True):
    """One who may sign in here."""

    id: str
    name: str
    role: Role


class SigningState(Struct, frozen=True, kw_only=True):
    """colleagues by name; chosen is an id; said: what came of the last try. looking: it is not known yet.

    purpose: what somebody shows who they are for; "": to act here from now on.
    """

    colleagues: tuple[Colleague, ...] = ()
    chosen: str = ""
    said: str = ""
    looking: bool = False
    since_us: int | None = None
    purpose: str = ""


class SignInView(Struct, frozen=True, kw_only=True):
    """live None: nothing runs yet. From top to bottom: badge, name, people, PIN; facts beside it."""

    live: LiveColumnView | None = None
    head: CardHead
    badge: str
    badge_sub: str
    between: str
    who: FieldView
    people: PickView
    more: str = ""
    pin: FieldView
    said: str = ""
    back: ActionView | None = None
    facts: tuple[FactsView, ...] = ()
