"""What a window really painted, as texts."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QLineEdit, QWidget


def texts(window: QWidget) -> frozenset[str]:
    """Every text that stands in the window, of widgets that can be seen."""
    return frozenset(_texts(window))


def stands(value: str, texts: frozenset[str]) -> bool:
    """Whether it stands there as whole words, alone or within a text."""
    return any(f" {value} " in f" {text} " for text in texts)


def _texts(window: QWidget) -> Iterator[str]:
    for part in window.findChildren(QWidget):
        if not part.isVisibleTo(window):
            continue
        yield from (one.text for one in getattr(part, "placed", ()))
        if isinstance(part, QLineEdit):
            yield part.text()
