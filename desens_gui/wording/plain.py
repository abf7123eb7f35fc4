"""Makes any text safe to show on one line: nothing in it can hide, reorder or break what a person reads."""

from __future__ import annotations

import unicodedata


def plain(text: str) -> str:
    """Control characters become a space, invisible and reordering ones are shown as their number; NFC.

    "Smith\\u202eGM" reads "Smith‹U+202E›GM". Markup is left as it is: whoever draws must not interpret it.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_shown, unicodedata.normalize("NFC", text)))


def _shown(character: str) -> str:
    if character.isprintable() or character == "\u00a0":
        return character
    category = unicodedata.category(character)
    if category in {"Cc", "Zl", "Zp", "Zs"}:
        return " "
    return f"‹U+{ord(character):04X}›"


def button_text(text: str) -> str:
    """For Qt controls that read `&` as a shortcut mark: the same text, with every `&` meant as itself."""
    return plain(text).replace("&", "&&")
