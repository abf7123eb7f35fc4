"""The moment of the session as a place on a line: play, what the chart shows, drag, how fast."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSlider, QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.action_button import ActionButton
from desens_gui.ui.widgets.canvas import Canvas
from desens_gui.ui.widgets.choice import SegmentedChoice
from desens_gui.ui.widgets.painted import Painted
from desens_gui.ui.widgets.spoken import tell
from desens_gui.views.parts.review import ScrubberView
from desens_gui.wording.plain import plain

HANDLE_PX = 16.0
GROOVE_PX = 4.0


class TimeLine(QSlider):
    """Seconds of session time. `moved` only from a finger or the mouse; keys go on to the screen."""

    moved = Signal(float)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.looks = looks
        self._marks: tuple[float, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        looks.changed.connect(self.update)

    def render(self, view: ScrubberView) -> None:  # type: ignore[override]
        self.setRange(0, round(view.end))
        self.setValue(round(view.at))
        if view.marks != self._marks:
            self._marks = view.marks
            self.update()
        tell(self, view.name, f"{view.time}, {view.place}")

    def sizeHint(self) -> QSize:
        return QSize(200, self.looks.theme.m.target)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.looks.theme.m.target)

    def _px(self, value: float) -> float:
        room = self.width() - HANDLE_PX
        return HANDLE_PX / 2 + room * value / max(1, self.maximum())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._go(event.position().x())

    def _go(self, px: float) -> None:
        room = max(1.0, self.width() - HANDLE_PX)
        share = min(1.0, max(0.0, (px - HANDLE_PX / 2) / room))
        self.moved.emit(share * self.maximum())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        canvas, c = Canvas(painter, self.looks.theme), self.looks.theme.c
        middle, at = self.height() / 2, self._px(self.value())
        groove = QRectF(HANDLE_PX / 2, middle - GROOVE_PX / 2, self.width() - HANDLE_PX, GROOVE_PX)
        canvas.box(groove, c.line2, radius=GROOVE_PX / 2)
        done = QRectF(groove.left(), groove.top(), at - groove.left(), GROOVE_PX)
        canvas.box(done, c.acc_fill, radius=GROOVE_PX / 2)
        for mark in self._marks:
            px = self._px(mark)
            canvas.rule(px, middle - 8, px, middle + 7, c.ink2)
        handle = QRectF(at - HANDLE_PX / 2, middle - HANDLE_PX / 2, HANDLE_PX, HANDLE_PX)
        canvas.box(handle, c.acc_fill, c.panel, radius=HANDLE_PX / 2, width=2)
        painter.end()


class Scrubber(Painted):
    """One row: play, how much of the course the chart shows, the line, the time, how fast."""

    moved = Signal(float)
    intent = Signal(str)
    chosen = Signal(str, str)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.view: ScrubberView | None = None
        self.play = ActionButton(looks, self)
        self.line = TimeLine(looks, self)
        self.windows = SegmentedChoice(looks, self)
        self.speed = ActionButton(looks, self)
        self.play.intent.connect(self.intent)
        self.speed.intent.connect(self.intent)
        self.windows.chosen.connect(self.chosen)
        self.line.moved.connect(self.moved)
        self._take_no_click_focus()

    def _take_no_click_focus(self) -> None:
        """A press with the mouse leaves the focus where the keys move through the session."""
        for button in (self.play, self.speed, *self.windows.segments):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def render(self, view: ScrubberView) -> None:  # type: ignore[override]
        if view == self.view:
            return
        old, self.view = self.view, view
        self.play.render(view.play)
        self.line.render(view)
        self.windows.render(view.windows)
        self._take_no_click_focus()
        self.speed.render(view.speed)
        self.tell(view.name, f"{view.time}, {view.place}")
        if old is None or _widths(old) != _widths(view):
            self._place()
        self.update(self._words_box().toAlignedRect())

    def _words_width(self) -> float:
        if self.view is None:
            return 0.0
        place = self.theme.width(plain(self.view.place), "small_plain")
        return max(self.theme.width("00:00:00", "strong"), place) + 4

    def _words_box(self) -> QRectF:
        right = self.speed.geometry().left() - self.theme.m.gap
        wide = self._words_width()
        return QRectF(right - wide, 0, wide, self.height())

    def _place(self) -> None:
        m, high = self.theme.m, self.height()
        play = self.play.sizeHint().width()
        self.play.setGeometry(0, 0, play, high)
        wide = sum(max(m.target, each.sizeHint().width()) for each in self.windows.segments)
        self.windows.setGeometry(play + m.gap, 0, wide, high)
        speed = max(m.target, self.speed.sizeHint().width())
        self.speed.setGeometry(self.width() - speed, 0, speed, high)
        left = play + wide + 2 * m.gap
        self.line.setGeometry(left, 0, round(self._words_box().left()) - m.gap - left, high)
        self.update()

    def restyle(self) -> None:
        super().restyle()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def draw(self, canvas: Canvas, box: QRectF) -> None:
        view, c = self.view, self.theme.c
        if view is None:
            return
        room = self._words_box()
        high, low = canvas.metrics("strong").height(), canvas.metrics("small_plain").height()
        top = room.center().y() - (high + low) / 2
        canvas.text(QRectF(room.left(), top, room.width(), high), view.time, "strong", c.ink, "right")
        below = QRectF(room.left(), top + high, room.width(), low)
        canvas.text(below, view.place, "small_plain", c.ink2, "right")


def _widths(view: ScrubberView) -> tuple[object, ...]:
    """What the places of the controls are worked out from."""
    return view.play, view.windows, view.speed, len(view.place)
