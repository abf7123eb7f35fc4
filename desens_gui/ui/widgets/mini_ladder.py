"""The steps as a short list beside a form: number, bag, rate, given, planned."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.canvas import Canvas
from desens_gui.ui.widgets.card import Card
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.ladder import LadderRow, LadderView, RungState

GLYPHS: dict[RungState, str] = {
    "done": "tick",
    "current": "play",
    "next": "lock",
    "skipped": "cross",
    "to_come": "",
}
LEAST_ROW = 3.0  # px that a row is higher than its letters
MOST_ROW = 1.9  # of the height of its letters


def in_sight(rows: tuple[LadderRow, ...], most: int) -> tuple[int, int]:
    """First and last (exclusive) row to show: the current one, or the last done, stays in the middle."""
    if len(rows) <= most:
        return 0, len(rows)
    done = max((at for at, row in enumerate(rows) if row.state == "done"), default=0)
    current = next((at for at, row in enumerate(rows) if row.state == "current"), done)
    first = min(max(0, current - most // 2), len(rows) - most)
    return first, first + most


class MiniLadder(Card):
    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.view: LadderView | None = None
        self.given = self.planned = ""

    def render(self, view: LadderView, given: str, planned: str) -> None:  # type: ignore[override]
        """`given` and `planned` head the two columns of doses."""
        if view == self.view and (given, planned) == (self.given, self.planned):
            return
        self.view, self.given, self.planned = view, given, planned
        self.render_head(CardHead(title=view.title, note=view.note))
        self.tell(f"{view.title}, {view.note}", ". ".join(row.spoken for row in view.rows if row.spoken))
        self.update()

    def draw_body(self, canvas: Canvas, box: QRectF) -> None:
        view, c = self.view, self.theme.c
        if view is None or not view.rows:
            return
        letters = canvas.metrics("label").height()
        heads = QRectF(box.left(), box.top(), box.width(), round(letters * 1.3))
        self._draw_heads(canvas, heads)
        first, last = in_sight(
            view.rows, max(1, int((box.bottom() - heads.bottom()) // (letters + LEAST_ROW)))
        )
        height = min((box.bottom() - heads.bottom()) / (last - first), letters * MOST_ROW)
        bags = [number for number, bag in enumerate(view.bags) for _ in range(bag.rows)]
        tints = (c.bag1, c.bag2, c.bag3)
        for place, at in enumerate(range(first, last)):
            top = round(heads.bottom() + place * height)
            row_box = QRectF(box.left(), top, box.width(), round(heads.bottom() + (place + 1) * height) - top)
            bag = bags[at] if at < len(bags) else 0
            canvas.fill(row_box, tints[min(bag, 2)])
            if place and at < len(bags) and bags[at - 1] != bag:
                canvas.rule(box.left(), top, box.right(), top, c.line2)
            label = view.bags[bag].label if at < len(bags) else ""
            self._draw_row(canvas, row_box, view.rows[at], label)

    def _columns(self, box: QRectF) -> tuple[float, float, float, float, float]:
        """Right edge of the number, left of the bag, right edges of rate, given and planned."""
        m, wide = self.theme.m, self.theme.m.min_width > 0
        step = box.left() + m.pad + (38 if wide else 30)
        planned = box.right() - m.pad
        given = planned - (86 if wide else 64)
        return step, step + (10 if wide else 8), given - (84 if wide else 57), given, planned

    def _draw_heads(self, canvas: Canvas, box: QRectF) -> None:
        c = self.theme.c
        _, _, _, given, planned = self._columns(box)
        canvas.fill(box, c.panel2)
        canvas.rule(box.left(), box.bottom() - 1, box.right(), box.bottom() - 1, c.line)
        place = QRectF(box.left(), box.top(), given - box.left(), box.height())
        canvas.text(place, self.given, "small", c.ink2, "right")
        place = QRectF(given + 4, box.top(), planned - given - 4 + self.theme.m.pad - 2, box.height())
        wide = canvas.width(self.planned, "small")
        side = planned if wide <= planned - given - 4 else place.right()
        canvas.text(
            QRectF(place.left(), box.top(), side - place.left(), box.height()),
            self.planned,
            "small",
            c.ink2,
            "right",
        )

    def _draw_row(self, canvas: Canvas, box: QRectF, row: LadderRow, bag: str) -> None:
        assert self.view is not None
        c, m = self.theme.c, self.theme.m
        current = row.state == "current"
        if current:
            canvas.fill(box, c.acc_fill)
        ink = c.on_acc if current else c.ink if row.state == "next" else c.ink2
        role = "label_strong" if row.state in ("current", "next") else "label"
        step, label, rate, given, planned = self._columns(box)
        side = m.icon - 5.0
        icon = GLYPHS[row.state]
        canvas.icon(icon, QRectF(box.left() + m.pad - 2, box.center().y() - side / 2, side, side), ink, 2.4)
        number = QRectF(step - 26, box.top(), 26, box.height())
        canvas.text(number, row.step, role, ink, "right")
        rate_text = f"{row.rate} {self.view.heads.rate_unit}" if row.rate else ""
        if m.min_width > 0:
            canvas.text(QRectF(label, box.top(), 60, box.height()), bag, role, ink)
        left = label + (56 if m.min_width > 0 else 0)
        canvas.text(QRectF(left, box.top(), rate - left, box.height()), rate_text, role, ink, "right")
        canvas.text(QRectF(rate, box.top(), given - rate, box.height()), row.given, role, ink, "right")
        canvas.text(QRectF(given, box.top(), planned - given, box.height()), row.planned, role, ink, "right")
