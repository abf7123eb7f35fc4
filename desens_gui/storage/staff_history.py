"""What happened to the site's staff, entry by entry, and who they are by it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec.structs import replace

from desens_gui.domain.recorded import Role
from desens_gui.session.staff import Person
from desens_gui.storage.noted import Noted
from desens_gui.storage.problems import Altered, UnknownNewer, Why

ADDED = "staff_added/1"
PIN_SET = "staff_pin_set/1"
BADGE_SET = "staff_badge_set/1"
DEACTIVATED = "staff_deactivated/1"
REACTIVATED = "staff_reactivated/1"


class Standing(msgspec.Struct, frozen=True):
    """A person as they stand now. pin and badge: what the secrets kept beside the history must come to."""

    person: Person
    pin: str = ""
    badge: str = ""


def digest(secret: str) -> str:
    """Names a stored hash in the history without repeating it there: a changed one is seen."""
    return hashlib.sha256(b"desens staff 1\n" + secret.encode()).hexdigest()[:32]


def standing(history: Iterable[Noted]) -> dict[str, Standing]:
    """By id, in the order they were added; Altered, or UnknownNewer for a kind not known here."""
    found: dict[str, Standing] = {}
    for seq, entry in enumerate(history, start=1):
        try:
            _apply(found, entry.kind, entry.payload)
        except (KeyError, TypeError, ValueError) as error:
            raise Altered(Why.STORY, seq) from error
    return found


def _apply(found: dict[str, Standing], kind: str, told: dict[str, Any]) -> None:
    who = str(told["id"])
    if kind == ADDED:
        if who in found:
            raise ValueError(who)
        found[who] = Standing(Person(id=who, name=str(told["name"]), role=Role(told["role"])))
        return
    now = found[who]
    match kind:
        case "staff_pin_set/1":
            found[who] = replace(now, pin=str(told["digest"]))
        case "staff_badge_set/1":
            badge = str(told["digest"])
            found[who] = replace(now, badge=badge, person=replace(now.person, badge=bool(badge)))
        case "staff_deactivated/1" | "staff_reactivated/1":
            found[who] = replace(now, person=replace(now.person, active=kind == REACTIVATED))
        case _:
            raise UnknownNewer(kind)
