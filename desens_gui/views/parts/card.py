"""What stands in the head of a card."""

from __future__ import annotations

from msgspec import Struct


class CardHead(Struct, frozen=True, kw_only=True):
    title: str
    note: str = ""
    icon: str = ""
    number: str = ""
