"""Putting words together into lists and sentences."""

from __future__ import annotations

from collections.abc import Iterable

from desens_gui.wording.words import Words


def listed(names: Iterable[str]) -> str:
    """ "oxygen, consciousness"."""
    return ", ".join(names)


def lowered(words: Words, text: str) -> str:
    """As inside a sentence: "oxygen", but "SpO2" and "IV site". A language with capital nouns says "kept"."""
    first, _, _ = text.partition(" ")
    if (
        first[1:] != first[1:].lower()
        or words.within("first letter of a name, small or kept", "small") != "small"
    ):
        return text
    return text[:1].lower() + text[1:]


def raised(text: str) -> str:
    """As at the beginning of a sentence."""
    return text[:1].upper() + text[1:]
