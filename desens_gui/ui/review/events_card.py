"""The events in their card; the head tells what the marks of the chart mean, where there is a head."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QWidget

from desens_gui.ui.charts.marks import draw_glyph, glyph_width
from desens_gui.ui.review.event_list import EventList
from desens_gui.ui.review.part_card import PartCard
from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.canvas import Canvas
from desens_gui.views.parts.chart import Glyph


class EventsCard(PartCard):
    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self._legend: tuple[tuple[Glyph, str], ...] = ()
        self._letter = ""
        self.list = EventList(looks, self)
        self.body().addWidget(self.list)

    def render_legend(self, legend: tuple[tuple[Glyph, str], ...], letter: str) -> None:
        if (legend, letter) != (self._legend, self._letter):
            self._legend, self._letter = legend, letter
            self.update()

    def _set_margins(self) -> None:
        if self._body is not None:
            top = self.theme.m.card_head if self.head.title else 2
            self._body.setContentsMargins(2, top, 2, 2)

    def draw(self, canvas: Canvas, box: QRectF) -> None:
        super().draw(canvas, box)
        if not self.head.title:
            return
        c, m = self.theme.c, self.theme.m
        end = box.right() - m.pad - canvas.width(self.head.note, "label") - 2 * m.gap
        left = box.left() + m.pad + canvas.width(self.head.title, "title") + 3 * m.gap
        row = QRectF(0, box.top(), 0, m.card_head)
        for glyph, name in self._legend:
            side, wide = glyph_width(self.theme, glyph), canvas.width(name, "small_plain")
            if left + side + 5 + wide > end:
                return
            at = QPointF(left + side / 2, row.center().y())
            draw_glyph(canvas.painter, self.theme, at, glyph, self._letter)
            place = QRectF(left + side + 5, row.top(), wide + 1, row.height())
            canvas.text(place, name, "small_plain", c.ink2)
            left += side + 5 + wide + 1.5 * m.gap
