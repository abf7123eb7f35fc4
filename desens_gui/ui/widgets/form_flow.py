"""Where everything in a form stands: texts broken into lines, controls in a grid as wide as there is room."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QRectF

from desens_gui.ui.theme import Theme
from desens_gui.ui.widgets.canvas import SLACK
from desens_gui.ui.widgets.wrapping import Measure, wrapped
from desens_gui.views.parts.facts import ClockCardView, LineView, PairView
from desens_gui.views.parts.setup import AnswerView, FormBlock, PickView
from desens_gui.wording.plain import plain

CELL = (150.0, 200.0)  # px that a field needs at least; narrow, wide
MOST_CELLS = 4
PAIR_LABEL = 0.32  # of the width, for the label of a pair

HeightOf = Callable[[str], int]


class TextSpot(Struct, frozen=True):
    """One line of text; `box` is as wide as it may be."""

    box: QRectF
    text: str
    role: str
    colour: str
    right: bool = False


def lines_of(text: str, measure: Measure, room: float) -> list[str]:
    """Lines no wider than `room`; a longer word is broken at a hyphen, else where the room ends."""
    lines: list[str] = []
    for line in wrapped(plain(text), measure, room):
        while len(line) > 1 and measure(line) > room:
            fits = next((end for end in range(len(line) - 1, 1, -1) if measure(line[:end]) <= room), 1)
            fits = line.rfind("-", 0, fits) + 1 or fits
            lines.append(line[:fits])
            line = line[fits:]
        lines.append(line)
    return lines


class FormFlow:
    """Goes down the blocks once. `boxes` are the places of controls by code; `height` is the end."""

    def __init__(self, theme: Theme, width: float, height_of: HeightOf) -> None:
        self._theme, self._width, self._height_of = theme, width, height_of
        self._left = float(theme.m.pad)
        self._room = width - 2 * theme.m.pad
        self.texts: list[TextSpot] = []
        self.strips: list[QRectF] = []
        self.rules: list[float] = []
        self.boxes: dict[str, QRectF] = {}
        self.height = 0.0

    def add(self, block: FormBlock) -> None:
        if block.title:
            self._title(block.title, block.note)
        if block.lines or block.clock:
            self.height += self._theme.m.gap * 0.75
        for line in block.lines:
            self._line(line)
        if block.clock is not None:
            self._clock(block.clock)
        for pair in block.pairs:
            self._pair(pair)
        if block.pick is not None:
            self._pick(block.pick)
        if block.answers:
            self.height += self._theme.m.gap * 0.6
            self._answers(block.answers)
        if block.action is not None:
            self.height += self._theme.m.gap
            self._control(block.action.intent, self._left, self._room)
            self.height += self._theme.m.gap

    def problem(self, text: str) -> None:
        """Why the last try was refused."""
        if text:
            self.height += self._theme.m.gap * 0.75
            self._paragraph(text, "strong", "high_ink")

    # ---- text

    def _title(self, title: str, note: str) -> None:
        m = self._theme.m
        height = self._theme.metrics("label_strong").height() + 8
        box = QRectF(0, self.height, self._width, height)
        self.strips.append(box)
        inside = box.adjusted(m.pad, 0, -m.pad, 0)
        self.texts.append(TextSpot(inside, title, "label_strong", "ink"))
        room = self._room - self._theme.width(plain(title), "label_strong") - m.gap
        if note and self._theme.width(plain(note), "label") <= room:
            self.texts.append(TextSpot(inside, note, "label", "ink2", right=True))
        self.height += height

    def _paragraph(self, text: str, role: str, colour: str, left: float = 0.0, room: float = 0.0) -> float:
        """Below the last line; returns its height."""
        line_height = self._theme.metrics(role).height()
        begin = self.height
        own = room or self._room
        for line in lines_of(text, self._theme.measure(role), own + SLACK):
            box = QRectF(left or self._left, self.height, own, line_height)
            self.texts.append(TextSpot(box, line, role, colour))
            self.height += line_height
        return self.height - begin

    def _line(self, line: LineView) -> None:
        if line.strong:
            self._paragraph(line.strong, "strong" if not line.text else "label_strong", "ink")
        if line.text:
            self._paragraph(line.text, "body" if not line.strong else "label", "ink2")
        self.height += self._theme.m.gap * 0.6

    def _clock(self, clock: ClockCardView) -> None:
        self._paragraph(clock.label, "strong", "ink")
        self._paragraph(clock.clock, "timer", "ink")
        self._paragraph(clock.text, "label", "ink2")

    def _pair(self, pair: PairView) -> None:
        m = self._theme.m
        top = self.height
        label_room = PAIR_LABEL * self._room
        self.height = top + m.gap * 0.75
        self._paragraph(pair.label, "body", "ink2", room=label_room - m.gap)
        below = self.height
        self.height = top + m.gap * 0.75
        left = self._left + label_room
        self._paragraph(pair.value, "strong", "ink", left, self._room - label_room)
        self.height = max(below, self.height) + m.gap * 0.75
        self.rules.append(self.height)

    # ---- controls

    def _control(self, code: str, left: float, width: float) -> None:
        height = self._height_of(code)
        self.boxes[code] = QRectF(left, self.height, width, height)
        self.height += height

    def _pick(self, pick: PickView) -> None:
        self._control(pick.code, 1.0, self._width - 2)
        if pick.problem:
            self._paragraph(pick.problem, "label", "ink")

    def _answers(self, answers: tuple[AnswerView, ...]) -> None:
        m = self._theme.m
        least = CELL[m.min_width > 0]
        cells = max(1, min(MOST_CELLS, int((self._room + m.gap) // (least + m.gap))))
        row: list[tuple[AnswerView, int]] = []
        taken = 0
        for answer in answers:
            span = min(2, cells) if answer.wide else 1
            if taken + span > cells:
                self._row(row, cells)
                row, taken = [], 0
            row.append((answer, span))
            taken += span
        self._row(row, cells)

    def _row(self, row: list[tuple[AnswerView, int]], cells: int) -> None:
        """Names above, controls, then what is wrong with any of them, over the whole width."""
        m, line = self._theme.m, self._theme.metrics("label_strong").height() + 1
        cell = (self._room - (cells - 1) * m.gap) / cells
        left, top = self._left, self.height
        for answer, span in row:
            width = span * cell + (span - 1) * m.gap
            shown = answer.field or answer.choice
            assert shown is not None
            box = QRectF(left, top, width, line)
            self.texts.append(TextSpot(box, shown.name, "label_strong", "ink"))
            self.height = top + line
            self._control(shown.code, left, width)
            left += width + m.gap
        for answer, _ in row:
            if answer.problem:
                self._paragraph(answer.problem, "label", "ink")
        self.height += m.gap * 0.6
