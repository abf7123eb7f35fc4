"""Which file a report was made from, when, and what may be said of that file."""

from __future__ import annotations

from msgspec import Struct


class Origin(Struct, frozen=True, kw_only=True):
    """code: the compare code of the last entry, "" without one. whole: every entry was verified.

    made_utc_us: when the report is made.
    """

    file: str
    entries: int
    made_utc_us: int
    code: str = ""
    whole: bool = True
