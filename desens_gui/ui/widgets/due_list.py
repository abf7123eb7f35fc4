"""What is due, in order of time; as many rows as there is room for, the done ones give way first."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.canvas import Canvas
from desens_gui.ui.widgets.card import Card
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.due import DueRow, DueView

ICONS = {"done": "tick", "now": "clock", "late": "clock", "to_come": "hollow"}


def rows_that_fit(rows: tuple[DueRow, ...], most: int) -> tuple[DueRow, ...]:
    """The order stays; done rows go first, then the farthest ones."""
    kept = list(rows)
    while len(kept) > most and any(row.state == "done" for row in kept):
        kept.remove(next(row for row in kept if row.state == "done"))
    return tuple(kept[:most])


class DueList(Card):
    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.view = DueView(title="")

    def render(self, view: DueView) -> None:  # type: ignore[override]
        if view == self.view:
            return
        self.view = view
        self.render_head(CardHead(title=view.title, note=view.note))
        self.tell(view.title, ". ".join(f"{row.time} {row.text} {row.when}" for row in view.rows))
        self.update()

    def draw_body(self, canvas: Canvas, box: QRectF) -> None:
        least = float(self.theme.m.list_row)
        rows = rows_that_fit(self.view.rows, max(1, int(box.height() // least)))
        if not rows:
            return
        height = min(box.height() / len(rows), least * 1.3)
        times = max(canvas.width(row.time, "strong") for row in rows)
        for number, row in enumerate(rows):
            place = QRectF(box.left(), box.top() + number * height, box.width(), height)
            self._draw_row(canvas, place, row, times, last=number == len(rows) - 1)

    def _draw_row(self, canvas: Canvas, box: QRectF, row: DueRow, times: float, *, last: bool) -> None:
        c, m = self.theme.c, self.theme.m
        now = row.state in ("now", "late")
        if now:
            canvas.fill(box, c.acc_tint)
            canvas.fill(QRectF(box.left(), box.top(), 4, box.height()), c.acc)
        if not last:
            canvas.rule(box.left(), box.bottom() - 1, box.right(), box.bottom() - 1, c.line)
        side = m.icon - 2.0
        left = box.left() + m.pad
        ink = c.ink if now else c.ink2
        canvas.icon(ICONS[row.state], QRectF(left, box.center().y() - side / 2, side, side), ink, 2.0)
        left += side + m.pad
        time_role = "strong" if row.state != "now" else "body"
        canvas.text(QRectF(left, box.top(), times + 1, box.height()), row.time, time_role, ink)
        left += times + m.pad
        right = box.right() - m.pad
        role = "strong" if now else "body"
        when = canvas.text(QRectF(left, box.top(), right - left, box.height()), row.when, role, ink, "right")
        room = QRectF(left, box.top(), right - left - when - m.gap, box.height())
        canvas.text(room, row.text, role, c.ink if row.state != "done" else c.ink2)
