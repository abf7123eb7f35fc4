"""A card of things to read: pairs of label and value, then a few lines of text."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.canvas import SLACK, Canvas
from desens_gui.ui.widgets.card import Card
from desens_gui.ui.widgets.wrapping import wrapped
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.facts import FactsView, LineView, PairView
from desens_gui.wording.plain import plain

TOTAL = 1.25  # height of a sum against the other pairs


class FactsCard(Card):
    """As high as its text wants at the width it has."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.view = FactsView(head=CardHead(title=""))

    def render(self, view: FactsView) -> None:  # type: ignore[override]
        if view == self.view:
            return
        self.view = view
        self.use_frame(view.tone)
        self.render_head(view.head)
        pairs = [f"{pair.label} {pair.value}" for pair in view.pairs]
        lines = [f"{line.strong} {line.text}" for line in view.lines]
        self.tell(view.head.title, ". ".join([*pairs, *lines]))
        self.updateGeometry()
        self.update()

    # ---- measuring

    @property
    def _pair_height(self) -> float:
        return self.theme.metrics("body").height() + 1.25 * self.theme.m.gap

    def _wrapped(self, text: str, role: str, width: float) -> int:
        return len(wrapped(plain(text), self.theme.measure(role), width + SLACK)) if text else 0

    def _line_height(self, line: LineView, width: float) -> float:
        strong = (
            self._wrapped(line.strong, "label_strong", width) * self.theme.metrics("label_strong").height()
        )
        text = self._wrapped(line.text, "label", width) * self.theme.metrics("label").height()
        return strong + text + (self.theme.m.gap if line.rule else 0)

    def height_at(self, width: float) -> int:
        """px that the card needs when it is `width` px wide."""
        m, view = self.theme.m, self.view
        height = (m.card_head if view.head.title else 1) + 1.0
        height += sum(self._pair_height * (TOTAL if pair.total else 1) for pair in view.pairs)
        if view.lines:
            inside = width - 2 - 2 * m.pad
            height += sum(self._line_height(line, inside) for line in view.lines)
            height += m.gap * 0.6 * (len(view.lines) - 1) + 1.6 * m.gap
        return round(height) + 1

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height_at(self.width()))

    # ---- painting

    def draw_body(self, canvas: Canvas, box: QRectF) -> None:
        m, top = self.theme.m, box.top()
        for number, pair in enumerate(self.view.pairs):
            height = self._pair_height * (TOTAL if pair.total else 1)
            place = QRectF(box.left() + m.pad - 2, top, box.width() - 2 * m.pad + 4, height)
            self._draw_pair(canvas, place, pair, box, first=number == 0)
            top += height
        if not self.view.lines:
            return
        if self.view.pairs:
            canvas.rule(box.left(), top, box.right(), top, self.theme.c.line)
        top += 0.8 * m.gap
        for line in self.view.lines:
            height = self._line_height(line, box.width() - 2 * m.pad)
            self._draw_line(canvas, QRectF(box.left() + m.pad, top, box.width() - 2 * m.pad, height), line)
            top += height + 0.6 * m.gap

    def _draw_pair(self, canvas: Canvas, place: QRectF, pair: PairView, box: QRectF, *, first: bool) -> None:
        c = self.theme.c
        if not first:
            colour, width = (c.ink, 2) if pair.total else (c.line, 1)
            canvas.rule(box.left(), place.top(), box.right(), place.top(), colour, width)
        strong, quiet = ("title", "title") if pair.total else ("strong", "body")
        value = canvas.text(place, pair.value, strong, c.ink, "right")
        room = place.adjusted(0, 0, -value - self.theme.m.gap, 0)
        canvas.text(room, pair.label, quiet, c.ink if pair.total else c.ink2)

    def _draw_line(self, canvas: Canvas, box: QRectF, line: LineView) -> None:
        c, top = self.theme.c, box.top()
        if line.rule:
            canvas.rule(box.left(), top, box.right(), top, c.line)
            top += self.theme.m.gap
        for text, role, colour in ((line.strong, "label_strong", c.ink), (line.text, "label", c.ink2)):
            if text:
                room = QRectF(box.left(), top, box.width(), box.bottom() - top)
                top += canvas.paragraph(room, text, role, colour, top=True)
