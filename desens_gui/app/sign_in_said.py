"""What is said to a person who is not signed in, wherever a PIN is asked for outside the session."""

from __future__ import annotations

from desens_gui.session.people import Answer, Waiting, WrongPin
from desens_gui.wording.staff_words import must_wait, not_known, wrong_pin
from desens_gui.wording.words import Words


def said(answer: Answer, words: Words) -> str:
    match answer:
        case WrongPin(wait=wait):
            return wrong_pin(words, wait)
        case Waiting(left=left):
            return must_wait(words, left)
        case _:
            return not_known(words)
