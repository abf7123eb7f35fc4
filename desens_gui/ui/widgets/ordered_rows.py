"""Things to do in this order, as a card: every row as high as it needs, and a share of what is left."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.canvas import SLACK, Canvas
from desens_gui.ui.widgets.card import Card
from desens_gui.ui.widgets.controls import Replies
from desens_gui.ui.widgets.ordered_row import OrderedRowWidget
from desens_gui.ui.widgets.wrapping import wrapped
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.ordered import OrderedView
from desens_gui.wording.plain import plain


def first_open(stops: list[QWidget]) -> QWidget | None:
    """The first field that waits for text."""
    fields = (stop for stop in stops if isinstance(stop, QLineEdit))
    return next((field for field in fields if not field.text() and not field.isReadOnly()), None)


class OrderedRows(Card):
    def __init__(self, looks: Looks, replies: Replies, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self._replies = replies
        self.view = OrderedView(head=CardHead(title=""), rows=())
        self._kept: dict[str, OrderedRowWidget] = {}
        self.rows: list[OrderedRowWidget] = []

    def render(self, view: OrderedView) -> None:  # type: ignore[override]
        """Rows are kept by their codes: one that stays keeps what has the focus in it."""
        if view == self.view:
            return
        self.view = view
        self.use_frame(view.tone)
        self.render_head(view.head)
        self.rows = []
        for row in view.rows:
            widget = self._kept.get(row.code)
            if widget is None:
                widget = self._kept[row.code] = OrderedRowWidget(self.looks, self._replies, self)
            widget.render(row)
            widget.show()
            self.rows.append(widget)
        for widget in self._kept.values():
            if widget not in self.rows:
                widget.hide()
        self._place()
        self.update()

    def stops(self) -> list[QWidget]:
        return [stop for row in self.rows for stop in row.stops()]

    def current_stop(self) -> QWidget | None:
        """The first empty field of the row that is to be done now, or else its first control."""
        stops = [stop for row in self.rows if row.view.state == "current" for stop in row.stops()]
        return first_open(stops) or (stops[0] if stops else None)

    def current_action(self) -> QWidget | None:
        """The button of the row that is to be done now."""
        rows = [row for row in self.rows if row.view.state == "current" and row.view.action]
        return rows[0].right[-1] if rows else None

    # ---- places

    def _foot_height(self) -> float:
        foot, m = self.view.foot, self.theme.m
        if foot is None:
            return 1.0
        room = self.width() - 3 * m.pad - m.icon - 2
        strong = self.theme.metrics("label_strong").height() if foot.strong else 0.0
        lines = wrapped(plain(foot.text), self.theme.measure("label"), room + SLACK) if foot.text else []
        return strong + len(lines) * self.theme.metrics("label").height() + 2 * m.gap

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def restyle(self) -> None:
        super().restyle()
        self._place()

    def _place(self) -> None:
        if not self.rows:
            return
        edge = 3 if self.frame_colour else 1
        width = self.width() - 2 * edge
        top = float(self.theme.m.card_head if self.head.title else edge)
        room = self.height() - top - max(self._foot_height(), edge)
        least = [row.least_height(width) for row in self.rows]
        share = (room - sum(least)) / len(least)
        at = top
        for row, need in zip(self.rows, least, strict=True):
            bottom = at + need + share
            row.setGeometry(edge, round(at), width, round(bottom) - round(at))
            at = bottom

    def draw_body(self, canvas: Canvas, box: QRectF) -> None:
        foot, c, m = self.view.foot, self.theme.c, self.theme.m
        if foot is None:
            return
        place = QRectF(
            box.left(), box.bottom() - self._foot_height() + 1, box.width(), self._foot_height() - 1
        )
        canvas.fill(place, c.panel2)
        side = float(m.icon)
        canvas.icon(self.view.foot_icon, QRectF(m.pad + 2, place.center().y() - side / 2, side, side), c.ink2)
        room = place.adjusted(2 * m.pad + side, m.gap, -m.pad, -m.gap)
        if foot.strong:
            line = canvas.metrics("label_strong").height()
            canvas.text(
                QRectF(room.left(), room.top(), room.width(), line), foot.strong, "label_strong", c.ink
            )
            room.setTop(room.top() + line)
        canvas.paragraph(room, foot.text, "label", c.ink2, top=True)
