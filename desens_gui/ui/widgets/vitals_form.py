"""The vital signs of a check, one row an item, with what was last and at the start beside each."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.canvas import Canvas, Run
from desens_gui.ui.widgets.card import Card
from desens_gui.ui.widgets.controls import Replies
from desens_gui.ui.widgets.vital_columns import columns_at
from desens_gui.ui.widgets.vital_row import VitalRowWidget
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.check import VitalHeads, VitalsView

NO_HEADS = VitalHeads(now="", measured="", last="", base="", change="")


class VitalsForm(Card):
    def __init__(self, looks: Looks, replies: Replies, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self._replies = replies
        self.view = VitalsView(head=CardHead(title=""), heads=NO_HEADS, rows=())
        self.rows: list[VitalRowWidget] = []

    def render(self, view: VitalsView) -> None:  # type: ignore[override]
        if view == self.view:
            return
        self.view = view
        self.render_head(view.head)
        while len(self.rows) < len(view.rows):
            self.rows.append(VitalRowWidget(self.looks, self._replies, self))
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(view.rows))
            if number < len(view.rows):
                row.render(view.rows[number])
        self._place()
        self.update()

    def stops(self) -> list[QWidget]:
        return [stop for row in self.rows if not row.isHidden() for stop in row.stops()]

    def answers(self) -> list[QWidget]:
        """Where Enter goes: every answer, no measuring time."""
        return [answer for row in self.rows if not row.isHidden() for answer in row.answers]

    # ---- places

    @property
    def _heads_height(self) -> int:
        return round(self.theme.metrics("small").height() * 1.5)

    @property
    def _foot_height(self) -> int:
        return self.theme.m.card_foot if self.view.foot_strong or self.view.foot else 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def restyle(self) -> None:
        super().restyle()
        self._place()

    def _place(self) -> None:
        """Each row as high as it needs, and an equal share of what is left."""
        shown = [row for row in self.rows if not row.isHidden()]
        if not shown:
            return
        top = self.theme.m.card_head + self._heads_height
        room = self.height() - top - self._foot_height - 1
        least = [row.least_height(self.width() - 2) for row in shown]
        even = max(0.0, room / len(shown))
        free = [max(0.0, even - need) for need in least]
        over = max(0.0, sum(max(0.0, need - even) for need in least))
        share = over / sum(free) if sum(free) else 0.0
        at = float(top)
        for row, need, spare in zip(shown, least, free, strict=True):
            height = max(float(need), even - spare * min(1.0, share))
            row.setGeometry(1, round(at), self.width() - 2, round(at + height) - round(at))
            at += height

    # ---- painting

    def draw_body(self, canvas: Canvas, box: QRectF) -> None:
        c, m, heads = self.theme.c, self.theme.m, self.view.heads
        place = QRectF(box.left(), box.top(), box.width(), self._heads_height)
        canvas.fill(place, c.panel2)
        canvas.rule(place.left(), place.bottom() - 1, place.right(), place.bottom() - 1, c.line)
        columns = columns_at(self.theme, self.width() - 2)
        for text, left, right, side in (
            (heads.now, columns.now, columns.now_right, "left"),
            (heads.measured, columns.time, columns.time_right, "left"),
            (heads.last, columns.time_right, columns.last_right, "right"),
            (heads.base, columns.last_right, columns.base_right, "right"),
            (heads.change, columns.base_right + 2, columns.change_right + 5, "right"),
        ):
            room = QRectF(left + 1, place.top(), right - left, place.height())
            canvas.text(room, text, "small", c.ink2, "left" if side == "left" else "right")
        if self._foot_height > 1:
            foot = QRectF(box.left(), box.bottom() - self._foot_height, box.width(), self._foot_height)
            canvas.fill(foot, c.panel2)
            canvas.rule(foot.left(), foot.top(), foot.right(), foot.top(), c.line2)
            runs = [
                Run(self.view.foot_strong, "label_strong", c.ink),
                Run(self.view.foot, "label", c.ink2, m.gap),
            ]
            canvas.runs(foot.adjusted(m.pad, 0, -m.pad, 0), runs)
