"""Makes any text safe to show on one line: nothing in it can hide, reorder, overprint or break a line."""

from __future__ import annotations

import re
import unicodedata

MOST_MARKS = 3
"""Marks that may stand on one letter: pointed Hebrew needs three. A fourth would reach the line above."""

OVERLAY = 1
"""The combining class of marks that strike a letter out."""

LEFT_TO_RIGHT = "\u200e"
"""The mark that keeps a right-to-left word, and the numbers beside it, in their places."""

_ORDINARY = re.compile("[ -~\u00a0-\u00ac\u00ae-\u02af\u2010-\u2027\u2030-\u2052\u2190-\u22ff]*")
"""Text of these alone stands as it is: most of what is ever shown."""

_BLANK = frozenset("\t\n\v\f\r\x85\u2028\u2029")
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
"""Letters and marks by their category that nobody sees all the same: fillers, joiners, variants."""

_RIGHT_TO_LEFT = re.compile("e?(r(?:[rmn]*[rm])?)e?")
_DIRECTIONS = {"R": "r", "AL": "r", "AN": "r", "NSM": "m", "L": "l", "EN": "l"}


def plain(text: str) -> str:
    """A line break becomes a space; what hides, steers or storms is shown as its number; NFC.

    "Smith\\u202eGM" reads "Smith‹U+202E›GM". Right-to-left words are fenced, so that what stands beside them
    stays in order. Markup is left as it is: whoever draws must not interpret it.
    """
    if _ORDINARY.fullmatch(text):
        return text
    typed = unicodedata.normalize("NFC", text)
    shown = _marked(typed)
    return _fenced(typed, shown)


def _marked(typed: str) -> list[str]:
    """What stands for each character."""
    shown, marks = [], MOST_MARKS
    for character in typed:
        category = unicodedata.category(character)
        if category in {"Mn", "Me"}:
            marks += 1
            over = category == "Me" or unicodedata.combining(character) == OVERLAY
            seen = marks <= MOST_MARKS and not over and not _UNSEEN.match(character)
            shown.append(character if seen else _number(character))
            continue
        if category != "Mc":
            marks = 0 if category[0] == "L" else MOST_MARKS  # on a digit it would strike out or enclose
        shown.append(_shown(character, category))
    return shown


def _shown(character: str, category: str) -> str:
    if character in _BLANK or (category == "Zs" and character != "\u00a0"):
        return " "
    if category[0] == "C" or _UNSEEN.match(character):
        return _number(character)
    return character


def _number(character: str) -> str:
    return f"‹U+{ord(character):04X}›"


def _fenced(typed: str, shown: list[str]) -> str:
    """Each stretch of right-to-left words between two marks; the marks of an earlier call are its own."""
    directions = "".join(map(_direction, typed, shown))
    whole, done = [], 0
    for found in _RIGHT_TO_LEFT.finditer(directions):
        inside = "".join(shown[found.start(1) : found.end(1)])
        whole += [*shown[done : found.start()], LEFT_TO_RIGHT, inside, LEFT_TO_RIGHT]
        done = found.end()
    return "".join((*whole, *shown[done:]))


def _direction(character: str, shown: str) -> str:
    """r: right to left, l: left to right, m: as the letter before it, n: as its neighbours, e: a fence."""
    if character == LEFT_TO_RIGHT:
        return "e"
    if len(shown) > 1:
        return "l"
    return _DIRECTIONS.get(unicodedata.bidirectional(character), "n")


def is_plain(text: str) -> bool:
    """Whether it is shown as it is: no line break, and nothing in it that hides, steers or storms."""
    return plain(text).replace(LEFT_TO_RIGHT, "") == unicodedata.normalize("NFC", text)
