"""The timer of the running step beside a form: ring, reported rate, what goes above the plan."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.canvas import SLACK, Canvas, Run
from desens_gui.ui.widgets.card import Card
from desens_gui.ui.widgets.timer_ring import draw_ring
from desens_gui.ui.widgets.wrapping import balanced, wrapped
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.live_column import LiveTimerView
from desens_gui.views.parts.timer import TimerView
from desens_gui.wording.plain import plain

FRAMES = {"": "", "acc": "acc", "low": "acc", "medium": "medium_line", "high": "high"}
RING = 0.84  # of the ring on the bedside screen


class LiveTimer(Card):
    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.view = LiveTimerView(head=CardHead(title=""), timer=TimerView(text=""))

    def render(self, view: LiveTimerView) -> None:  # type: ignore[override]
        if view == self.view:
            return
        self.view = view
        self.use_frame(FRAMES[view.tone])
        self.render_head(view.head)
        rate = f"{view.rate} {view.unit} {view.rate_note}"
        self.tell(f"{view.head.title} {view.timer.text} {view.timer.caption}", f"{rate}. {view.extra}")
        self.updateGeometry()
        self.update()

    @property
    def _side(self) -> float:
        return round(self.theme.m.ring * RING)

    @property
    def _rate_height(self) -> float:
        note = 2 * self.theme.metrics("label").height()
        return max(note, self.theme.metrics("bag").height()) if self.view.rate else 0.0

    def _extra(self, width: float) -> int:
        room = width - self.theme.m.pad
        measure = self.theme.measure("label_strong")
        return len(wrapped(plain(self.view.extra), measure, room + SLACK)) if self.view.extra else 0

    def height_at(self, width: float) -> int:
        """px that the card needs when it is `width` px wide."""
        m = self.theme.m
        extra = self._extra(width) * self.theme.metrics("label_strong").height()
        return round(m.card_head + 3 * m.gap + self._side + self._rate_height + extra)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height_at(self.width()))

    def draw_body(self, canvas: Canvas, box: QRectF) -> None:
        c, m, view, side = self.theme.c, self.theme.m, self.view, self._side
        draw_ring(canvas, QRectF(box.center().x() - side / 2, box.top() + m.gap, side, side), view.timer)
        top = box.top() + side + 1.5 * m.gap
        if view.rate:
            self._draw_rate(canvas, QRectF(box.left(), top, box.width(), self._rate_height))
            top += self._rate_height + m.gap / 2
        if view.extra:
            room = QRectF(box.left() + m.pad / 2, top, box.width() - m.pad, box.bottom() - top)
            canvas.paragraph(room, view.extra, "label_strong", c.ink, "centre", top=True)

    def _draw_rate(self, canvas: Canvas, box: QRectF) -> None:
        c, m, view = self.theme.c, self.theme.m, self.view
        runs = [Run(view.rate, "bag", c.ink), Run(view.unit, "title", c.ink, 6)]
        own = canvas.width(view.rate, "bag") + 6 + canvas.width(view.unit, "title")
        measure = self.theme.measure("label")
        note = max(map(measure, balanced(plain(view.rate_note), measure)))
        left = box.center().x() - (own + m.gap + note) / 2
        canvas.runs(QRectF(left, box.top(), own + 1, box.height()), runs)
        room = QRectF(left + own + m.gap, box.top(), note + 1, box.height())
        canvas.paragraph(room, view.rate_note, "label", c.ink2)
