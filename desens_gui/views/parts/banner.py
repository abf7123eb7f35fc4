"""Whose session this is: the row that never scrolls."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from desens_gui.views.parts.action import ActionView


class TagView(Struct, frozen=True):
    """A short word in a filled box: SIMULATION, REVIEW, NOT LIVE."""

    text: str
    kind: Literal["simulation", "review", "plain"] = "plain"


class BannerView(Struct, frozen=True, kw_only=True):
    name: str
    details: str = ""
    allergies_label: str = ""
    allergy: str = ""
    allergy_detail: str = ""
    treatment: str = ""
    protocol: str = ""
    clock: str = ""
    date: str = ""
    tags: tuple[TagView, ...] = ()
    action: ActionView | None = None
    cover: ActionView | None = None
