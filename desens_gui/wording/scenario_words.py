"""Sentences about a scenario that did not go as it says: the line, what was to happen, what did."""

from __future__ import annotations

from enum import StrEnum
from typing import assert_never

from msgspec import Struct

from desens_gui.domain.refusals.every import AnyRefusal
from desens_gui.wording.refusals import refusals
from desens_gui.wording.typed import shown
from desens_gui.wording.words import Words


class PlayFault(StrEnum):
    REFUSED = "refused"
    NOT_REFUSED = "not_refused"
    OTHER_REFUSAL = "other_refusal"
    NEVER_CAME = "never_came"
    TIME_IS_OVER = "time_is_over"
    NOT_KNOWN_YET = "not_known_yet"
    ENDED_OTHERWISE = "ended_otherwise"


class NotAsWritten(Struct, frozen=True, kw_only=True):
    """line: of the entry; block_line: of the command inside the block that the entry names, 0 for none.

    what: the command, what was waited for, or the name in braces. found, reasons: the refusals that came.
    """

    fault: PlayFault
    file: str
    line: int
    block_line: int = 0
    what: str = ""
    expected: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    reasons: tuple[AnyRefusal, ...] = ()
    zone_offset_min: int | None = None


def play_sentence(problem: NotAsWritten, words: Words) -> str:
    """What did not go as written; of refusals that came, each in its own sentence after it."""
    said = _said(problem, words)
    return f"{said} {refusals(words, problem.reasons, problem.zone_offset_min)}" if problem.reasons else said


def _said(problem: NotAsWritten, words: Words) -> str:
    place = words("{file}, line {line}", file=shown(problem.file), line=problem.line)
    if problem.block_line:
        place = words("{place} (in the block, line {line})", place=place, line=problem.block_line)
    values = {
        "place": place,
        "what": problem.what,
        "expected": ", ".join(problem.expected),
        "found": ", ".join(problem.found),
    }
    match problem.fault:
        case PlayFault.REFUSED:
            return words("{place}: {what} was refused: {found}.", **values)
        case PlayFault.NOT_REFUSED:
            return words("{place}: {what} was accepted; expected was the refusal {expected}.", **values)
        case PlayFault.OTHER_REFUSAL:
            return words("{place}: {what} was refused: {found}; expected was {expected}.", **values)
        case PlayFault.NEVER_CAME:
            return words("{place}: “{what}” was waited for in vain.", **values)
        case PlayFault.TIME_IS_OVER:
            return words("{place}: “{what}” is over already when this entry is reached.", **values)
        case PlayFault.NOT_KNOWN_YET:
            return words("{place}: the session has nothing yet for “{what}”.", **values)
        case PlayFault.ENDED_OTHERWISE:
            return words("{place}: the session ended “{found}”; expected was “{expected}”.", **values)
        case _:
            assert_never(problem.fault)
