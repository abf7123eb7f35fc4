"""A session goes on at another workstation: one part of it is closed, the next one begins (SAFETY S21).

The next part's file begins with every fact of the old one, word for word, so that it explains itself and its
chain goes on where the old one stood.
"""

from __future__ import annotations

from enum import StrEnum

from desens_gui.domain.fact import Fact


class Leaving(StrEnum):
    """HANDED_OVER: closed here first. CONTINUED: it was found to go on elsewhere already."""

    HANDED_OVER = "handed_over"
    CONTINUED = "continued"


class PartClosed(Fact, frozen=True, tag="part_closed/1"):
    """Nothing more is recorded here; no ending of the session. to: the workstation or place.

    code: the compare code that the other workstation showed, where it goes on already.
    """

    why: Leaving
    to: str
    code: str = ""


class PartTakenOver(Fact, frozen=True, tag="part_taken_over/1"):
    """First fact of a new part: which part it continues, bound by that part's last entry.

    part_id, continues: names of the files. head_*: number, hash and seal of the last entry taken over.
    closed_there: the old part was closed before; else it was taken from its file or a copy as it stood.
    """

    part_id: str
    number: int
    continues: str
    from_workstation: str
    head_seq: int
    head_hash: str
    head_seal: str | None
    closed_there: bool
    by: str
