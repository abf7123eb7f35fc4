"""What is due, in order of time."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

DueState = Literal["done", "now", "to_come", "late"]


class DueRow(Struct, frozen=True, kw_only=True):
    """`time` may carry "~" when it is an estimate; `when` reads "in 04:12", "after the check", "done"."""

    state: DueState
    time: str
    text: str
    when: str = ""


class DueView(Struct, frozen=True, kw_only=True):
    title: str
    note: str = ""
    rows: tuple[DueRow, ...] = ()
