"""One answer of a few, side by side in one frame."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.canvas import Canvas
from desens_gui.ui.widgets.key_cap import draw_key_cap, key_cap_width
from desens_gui.ui.widgets.painted import Painted
from desens_gui.ui.widgets.pressable import Pressable
from desens_gui.ui.widgets.wrapping import balanced
from desens_gui.views.parts.field import ChoiceView, OptionView
from desens_gui.wording.plain import plain


class Segment(Pressable):
    """One option; chosen is a fill and a tick. `stepped` asks for the neighbour, -1 or 1."""

    stepped = Signal(int)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.setCheckable(True)
        self.view = OptionView(code="", label="")
        self.first = self.last = False

    def render(self, view: OptionView) -> None:  # type: ignore[override]
        if view == self.view:
            return
        self.view = view
        self.setChecked(view.chosen)
        self.setProperty("blocked", bool(view.blocked_reason))
        self.tell(view.label, view.blocked_reason)
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        measure = self.theme.measure("strong")
        wide = max(map(measure, balanced(plain(self.view.label), measure)))
        cap = key_cap_width(self.theme.metrics("small"), self.view.key)
        return QSize(round(wide + max(cap, 18) + 6 + 2 * self.theme.m.gap), self.theme.m.field)

    def draw(self, canvas: Canvas, box: QRectF) -> None:
        c, m = self.theme.c, self.theme.m
        chosen = self.view.chosen
        ink = c.on_disabled if self.view.blocked_reason else c.on_acc if chosen else c.ink
        fill = c.acc_fill if chosen else c.acc_tint if self.isDown() else c.panel
        if not chosen and not self.isDown() and self.underMouse():
            fill = c.panel2
        canvas.box(box.adjusted(1 if self.first else 0, 1, -1, -1), fill, radius=m.radius_field - 1)
        if not self.last:
            canvas.rule(box.right() - 1, box.top(), box.right() - 1, box.bottom(), c.line2)
        cap = 0.0 if chosen else key_cap_width(canvas.metrics("small"), self.view.key)
        mark = 16.0 if chosen else cap
        measure = canvas.theme.measure("strong")
        label = plain(self.view.label)
        room = box.width() - m.gap - (mark + 6 if mark else 0)
        wide = measure(label)
        above = chosen and wide > room and " " not in label
        if above:  # no room beside the label: the tick stands above it
            canvas.icon("tick", QRectF(box.center().x() - 6, box.top() + 2, 12, 12), ink, 2.6)
            place = box.adjusted(3, 8, -3, 0)
            canvas.text(place, label, "strong", ink, "centre")
            return
        if wide > room:
            wide = max(map(measure, balanced(label, measure)))
        left = box.center().x() - (wide + (mark + 6 if mark else 0)) / 2
        middle = box.center().y()
        if chosen:
            canvas.icon("tick", QRectF(left, middle - 8, 16, 16), ink, 2.4)
            left += mark + 6
        canvas.paragraph(QRectF(left, box.top(), wide + 1, box.height()), label, "strong", ink, "centre")
        if cap:
            draw_key_cap(canvas, left + wide + 6 + cap, middle, self.view.key, ink, c.line2)


class SegmentedChoice(Painted):
    """`chosen` carries the code of the choice and of the option; arrow keys move inside."""

    chosen = Signal(str, str)
    explained = Signal(str)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.view = ChoiceView(code="", name="", options=())
        self.segments: list[Segment] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)

    def render(self, view: ChoiceView) -> None:  # type: ignore[override]
        if view == self.view:
            return
        self.view = view
        self.tell(view.name)
        while len(self.segments) < len(view.options):
            segment = Segment(self.looks, self)
            segment.clicked.connect(self._pressed)
            segment.stepped.connect(self._step)
            self.segments.append(segment)
            self._row.addWidget(segment)
        for number, segment in enumerate(self.segments):
            shown = number < len(view.options)
            segment.setVisible(shown)
            if shown:
                segment.first, segment.last = number == 0, number == len(view.options) - 1
                segment.render(view.options[number])
        self.update()

    def _pressed(self) -> None:
        segment = self.sender()
        if isinstance(segment, Segment):
            if segment.view.blocked_reason:
                self.explained.emit(segment.view.blocked_reason)
            else:
                self.chosen.emit(self.view.code, segment.view.code)

    def _step(self, step: int) -> None:
        at = next((number for number, each in enumerate(self.segments) if each.hasFocus()), 0)
        self.segments[(at + step) % len(self.view.options)].setFocus(Qt.FocusReason.TabFocusReason)

    def draw(self, canvas: Canvas, box: QRectF) -> None:
        c, m = self.theme.c, self.theme.m
        canvas.box(box, c.panel, c.line2, radius=m.radius_field)

    def clipped_texts(self) -> list[str]:
        return [text for segment in self.segments if segment.isVisible() for text in segment.clipped_texts()]
