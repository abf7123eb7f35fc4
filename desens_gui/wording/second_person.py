"""Why nobody else is there: the reasons of one tap, by the codes that the record keeps."""

from __future__ import annotations

from desens_gui.wording.plain import plain
from desens_gui.wording.words import Words

ONE_TAP = ("only_one_on_shift", "colleague_called_away", "no_one_qualified")


def second_person_reason(words: Words, stored: str) -> str:
    """The reason as it is read; one that somebody typed stays as typed."""
    match stored:
        case "only_one_on_shift":
            return words("only nurse on this shift")
        case "colleague_called_away":
            return words("colleague called away")
        case "no_one_qualified":
            return words("nobody else qualified here")
        case _:
            return plain(stored)
