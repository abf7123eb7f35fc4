"""Breaks a text into lines at its spaces. Pure: the measure of a text is handed in."""

from __future__ import annotations

from collections.abc import Callable

Measure = Callable[[str], float]


def wrapped(text: str, measure: Measure, room: float) -> list[str]:
    """Lines no wider than `room`, filled one after the other; a single longer word stays whole."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def balanced(text: str, measure: Measure) -> tuple[str, str]:
    """The two lines whose wider one is narrowest; a text without space stays on the first."""
    words = text.split(" ")
    pairs = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    if not pairs:
        return text, ""
    return min(pairs, key=lambda pair: max(measure(pair[0]), measure(pair[1])))
