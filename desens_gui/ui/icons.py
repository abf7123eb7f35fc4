"""Small line drawings in a box of 24 by 24, read from one file and drawn without any image plugin."""

from __future__ import annotations

import tomllib
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

SIDE = 24.0
STROKE = 1.8
_COUNTS = {"M": 2, "L": 2, "C": 6, "Q": 4, "Z": 0, "O": 3, "R": 5}


class IconPaths:
    """Outline and filled path by name, parsed when first drawn. An unknown name is a KeyError."""

    def __init__(self, sources: dict[str, dict[str, str]]) -> None:
        self._sources = sources
        self._parsed: dict[str, tuple[QPainterPath, QPainterPath]] = {}

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._sources)

    def paths(self, name: str) -> tuple[QPainterPath, QPainterPath]:
        pair = self._parsed.get(name)
        if pair is None:
            source = self._sources[name]
            pair = parsed(source.get("stroke", "")), parsed(source.get("fill", ""))
            self._parsed[name] = pair
        return pair

    def draw(self, painter: QPainter, name: str, box: QRectF, colour: QColor, width: float = STROKE) -> None:
        """Draws into the box, which should be square; `width` is the stroke in units of the 24 px box."""
        outline, filled = self.paths(name)
        painter.save()
        painter.translate(box.topLeft())
        painter.scale(box.width() / SIDE, box.height() / SIDE)
        pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(outline, pen)
        painter.fillPath(filled, colour)
        painter.restore()


def load_icons(path: Path) -> IconPaths:
    return IconPaths(tomllib.loads(path.read_text(encoding="utf-8")))


def parsed(source: str) -> QPainterPath:
    """A path from commands with absolute coordinates. An unknown command is a ValueError."""
    path, words, at = QPainterPath(), source.split(), 0
    path.setFillRule(Qt.FillRule.WindingFill)
    while at < len(words):
        command = words[at]
        if command not in _COUNTS:
            raise ValueError(f"unknown drawing command {command!r}")
        count = _COUNTS[command]
        numbers = [float(word) for word in words[at + 1 : at + 1 + count]]
        _add(path, command, numbers)
        at += 1 + count
    return path


def _add(path: QPainterPath, command: str, n: list[float]) -> None:
    match command:
        case "M":
            path.moveTo(n[0], n[1])
        case "L":
            path.lineTo(n[0], n[1])
        case "C":
            path.cubicTo(n[0], n[1], n[2], n[3], n[4], n[5])
        case "Q":
            path.quadTo(n[0], n[1], n[2], n[3])
        case "O":
            path.addEllipse(n[0] - n[2], n[1] - n[2], 2 * n[2], 2 * n[2])
        case "R":
            path.addRoundedRect(n[0], n[1], n[2], n[3], n[4], n[4])
        case _:
            path.closeSubpath()
