"""Below the time axis: which stretch is shown, what the marks mean, and the way back to the newest."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desens_gui.ui.charts.marks import draw_glyph, glyph_width
from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.action_button import ActionButton
from desens_gui.ui.widgets.canvas import Canvas
from desens_gui.ui.widgets.choice import SegmentedChoice
from desens_gui.ui.widgets.painted import Painted
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.chart import Glyph
from desens_gui.views.parts.field import ChoiceView

Legend = tuple[tuple[Glyph, str], ...]


class ChartFoot(Painted):
    window_chosen = Signal(str)
    back_asked = Signal()

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.choice = SegmentedChoice(looks, self)
        self.back = ActionButton(looks, self)
        self.choice.chosen.connect(lambda _choice, option: self.window_chosen.emit(option))
        self.back.intent.connect(lambda _intent: self.back_asked.emit())
        self._legend: Legend = ()
        self._letter = ""

    def render(self, choice: ChoiceView, back: ActionView, legend: Legend, letter: str) -> None:  # type: ignore[override]
        old = (self.choice.view, self.back.view)
        self.choice.render(choice)
        self.back.render(back)
        if (choice, back) != old:
            self._place()
        if (legend, letter) != (self._legend, self._letter):
            self._legend, self._letter = legend, letter
            self.update()

    def restyle(self) -> None:
        super().restyle()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        m = self.theme.m
        wide = sum(max(m.target, segment.sizeHint().width()) for segment in self.choice.segments)
        self.choice.setGeometry(0, 0, wide, self.height())
        own = max(m.target, self.back.sizeHint().width())
        self.back.setGeometry(self.width() - own, 0, own, self.height())
        self.update()

    def draw(self, canvas: Canvas, box: QRectF) -> None:
        """As much of the legend as has room between the controls; nothing of it is cut."""
        c, theme = self.theme.c, self.theme
        left = self.choice.geometry().right() + 2.0 * theme.m.gap
        for glyph, name in self._legend:
            side, wide = glyph_width(theme, glyph), canvas.width(name, "small_plain")
            if left + side + 5 + wide > self.back.geometry().left() - theme.m.gap:
                return
            draw_glyph(canvas.painter, theme, QPointF(left + side / 2, box.center().y()), glyph, self._letter)
            canvas.text(
                QRectF(left + side + 5, box.top(), wide + 1, box.height()), name, "small_plain", c.ink2
            )
            left += side + 5 + wide + 1.5 * theme.m.gap
