"""The events as rows to read and to tap: number, time, what happened, by whom."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desens_gui.ui.theme import Looks, Theme
from desens_gui.ui.widgets.canvas import SLACK, Canvas, Placed
from desens_gui.ui.widgets.spoken import tell
from desens_gui.ui.widgets.wrapping import wrapped
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.review import EventRowView, EventsView
from desens_gui.wording.plain import plain

MARK_PX = 3.0
WHO_SHARE = 0.22


class EventList(QAbstractScrollArea):
    """`picked` carries the number of the fact. Keys go on to the screen, which moves through the session."""

    picked = Signal(int)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.looks = looks
        self.view = EventsView(head=CardHead(title=""))
        self.placed: tuple[Placed, ...] = ()
        self._ends: list[int] = []
        self._lines: list[list[str]] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        looks.changed.connect(self.restyle)

    @property
    def theme(self) -> Theme:
        return self.looks.theme

    def render(self, view: EventsView) -> None:  # type: ignore[override]
        if view == self.view:
            return
        old, self.view = self.view, view
        if view.rows is not old.rows:
            self._measure()
        row = view.rows[view.current] if view.current >= 0 else None
        said = f"{row.time} {row.text}, {row.who}" if row is not None else view.head.note
        tell(self, view.head.title, said)
        self._show_current()
        self.viewport().update()

    # ---- measuring

    def _columns(self) -> tuple[float, float, float, float]:
        """Left edges of time, text and person, and the right end."""
        m = self.theme.m
        rows = self.view.rows
        measure = self.theme.measure("label")
        number = max((measure(row.number) for row in rows[-1:]), default=0.0)
        time = measure("00:00:00")
        end = self.viewport().width() - m.pad
        who = min(max((measure(plain(row.who)) for row in rows), default=0.0) + 1, end * WHO_SHARE)
        first = m.pad + MARK_PX + number + m.gap
        return first, first + time + 1.5 * m.gap, end - who, end

    def _measure(self) -> None:
        _, text, who, _ = self._columns()
        room = who - text - self.theme.m.gap
        high = self.theme.metrics("label").height()
        measure = self.theme.measure("label")
        strong = self.theme.measure("label_strong")
        self._lines = [
            wrapped(plain(row.text), strong if row.strong else measure, room + SLACK)
            for row in self.view.rows
        ]
        air = self.theme.m.gap
        self._ends = list(accumulate(round(len(lines) * high + air) for lines in self._lines))
        bar, page = self.verticalScrollBar(), self.viewport().height()
        over = max(0, (self._ends[-1] if self._ends else 0) - page)
        bar.setRange(0, next((end for end in self._ends if end >= over), over) if over else 0)
        bar.setPageStep(page)
        bar.setSingleStep(round(high + air))

    def _span(self, place: int) -> tuple[int, int]:
        return (self._ends[place - 1] if place else 0), self._ends[place]

    def _show_current(self) -> None:
        """Scrolls no more than needed, one row before and after in sight, whole rows at the top."""
        place, bar = max(0, self.view.current), self.verticalScrollBar()
        if place >= len(self._ends):
            return
        top = self._span(max(0, place - 1))[0]
        bottom = self._span(min(len(self._ends) - 1, place + 1))[1]
        if top < bar.value():
            bar.setValue(top)
        elif bottom > bar.value() + self.viewport().height():
            over = bottom - self.viewport().height()
            bar.setValue(next((end for end in self._ends if end >= over), over))

    def restyle(self) -> None:
        self._measure()
        self._show_current()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 60)

    # ---- what a person does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = round(event.position().y()) + self.verticalScrollBar().value()
        place = bisect_right(self._ends, at)
        if place < len(self.view.rows):
            self.picked.emit(self.view.rows[place].seq)

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        canvas = Canvas(painter, self.theme)
        canvas.fill(QRectF(self.viewport().rect()), self.theme.c.panel)
        offset = self.verticalScrollBar().value()
        columns = self._columns()
        place = bisect_right(self._ends, offset)
        while place < len(self._ends):
            top, bottom = self._span(place)
            if top - offset >= self.viewport().height():
                break
            box = QRectF(0, top - offset, self.viewport().width(), bottom - top)
            self._draw_row(canvas, box, place, columns)
            place += 1
        painter.end()
        self.placed = tuple(canvas.placed)

    def _draw_row(
        self, canvas: Canvas, box: QRectF, place: int, columns: tuple[float, float, float, float]
    ) -> None:
        c, row = self.theme.c, self.view.rows[place]
        known, current = place <= self.view.current, place == self.view.current
        if current:
            canvas.fill(box, c.acc_tint)
            canvas.fill(QRectF(box.left(), box.top(), MARK_PX, box.height()), c.acc)
        canvas.rule(box.left(), box.bottom() - 1, box.right(), box.bottom() - 1, c.line)
        ink, quiet = (c.ink, c.ink2) if known else (c.ink3, c.ink3)
        time, text, who, end = columns
        left = self.theme.m.pad + MARK_PX
        line = QRectF(0, box.top() + self.theme.m.gap / 2, 0, canvas.metrics("label").height())
        canvas.text(_between(line, left, time), row.number, "label", quiet)
        canvas.text(_between(line, time, text), row.time, "label", quiet)
        canvas.text(_between(line, who, end), row.who, "label", quiet)
        for words in self._lines[place]:
            room = _between(line, text, who - self.theme.m.gap)
            self._draw_words(canvas, room, words, row, c.ink3 if row.struck else ink)
            line.translate(0, line.height())

    def _draw_words(self, canvas: Canvas, box: QRectF, words: str, row: EventRowView, ink: QColor) -> None:
        wide = canvas.text(box, words, "label_strong" if row.strong else "label", ink)
        if row.struck:
            canvas.painter.setPen(QPen(ink, 1.4))
            middle = round(box.center().y()) + 0.5
            canvas.painter.drawLine(int(box.left()), int(middle), int(box.left() + wide), int(middle))

    def clipped_texts(self) -> list[str]:
        return [one.text for one in self.placed if not one.fits]

    def painted_texts(self) -> list[str]:
        return [one.text for one in self.placed]


def _between(line: QRectF, left: float, right: float) -> QRectF:
    return QRectF(left, line.top(), right - left, line.height())
