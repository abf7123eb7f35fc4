"""The translator that is handed to everything that speaks: English sentence in, the reader's sentence out."""

from __future__ import annotations

from collections.abc import Callable

Translate = Callable[[str], str]
TranslateInContext = Callable[[str, str], str]


def _same(message: str) -> str:
    return message


def _same_in_context(_context: str, message: str) -> str:
    return message


class Words:
    """Looks up a sentence by its English text, then fills in its values by name.

    `words("{left} of {total} done", left=3, total=12)`. Clinical words whose meaning depends on where they
    stand go through `within`: `words.within("vital sign", "Consciousness")`. Both names are what the
    extraction looks for.
    """

    __slots__ = ("_translate", "_within")

    def __init__(self, translate: Translate = _same, within: TranslateInContext = _same_in_context) -> None:
        self._translate = translate
        self._within = within

    def __call__(self, message: str, /, **values: object) -> str:
        text = self._translate(message)
        return text.format_map(values) if values else text

    def within(self, context: str, message: str, /, **values: object) -> str:
        text = self._within(context, message)
        return text.format_map(values) if values else text


ENGLISH = Words()
