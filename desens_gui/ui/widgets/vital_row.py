"""One vital sign of the check: label, what it is now, when measured, last, baseline, change."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.canvas import SLACK, Canvas, Run
from desens_gui.ui.widgets.controls import Controls, Replies
from desens_gui.ui.widgets.painted import Painted
from desens_gui.ui.widgets.vital_columns import columns_at
from desens_gui.ui.widgets.wrapping import wrapped
from desens_gui.views.parts.check import VitalRow
from desens_gui.views.parts.field import FieldView
from desens_gui.wording.plain import plain

SLASH = 14  # px between the two fields of the blood pressure
BAR = 4


class VitalRowWidget(Painted):
    def __init__(self, looks: Looks, replies: Replies, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.view = VitalRow(code="", label="", time=FieldView(code="", name=""))
        self._controls = Controls(looks, self, replies)
        self.answers: list[QWidget] = []
        self.times: list[QWidget] = []

    def render(self, view: VitalRow) -> None:  # type: ignore[override]
        if view == self.view:
            return
        self.view = view
        fields = self._controls.fields((*view.fields, view.time))
        self.times = list(fields[-1:])
        self.answers = [*fields[:-1], *self._controls.choices((view.choice,))]
        self.tell(view.label, f"{view.sub} {view.words}".strip())
        self._place()
        self.update()

    def stops(self) -> list[QWidget]:
        """What Tab visits in this row: the answer, then its measuring time."""
        return [*self.answers, *self.times]

    def _words_lines(self, width: float) -> int:
        if not self.view.words:
            return 0
        columns = columns_at(self.theme, round(width))
        room = columns.change_right - columns.now
        return min(2, len(wrapped(plain(self.view.words), self.theme.measure("small_plain"), room + SLACK)))

    def least_height(self, width: float) -> int:
        words = self._words_lines(width) * self.theme.metrics("small_plain").height()
        return round(self.theme.m.field + words + (4 if words else 8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def restyle(self) -> None:
        super().restyle()
        self._place()

    @property
    def _top(self) -> int:
        """Top of the fields: centred together with the words under them."""
        words = self._words_lines(self.width()) * self.theme.metrics("small_plain").height()
        return round((self.height() - self.theme.m.field - words - (2 if words else 0)) / 2)

    def _place(self) -> None:
        columns, high, top = columns_at(self.theme, self.width()), self.theme.m.field, self._top
        room = columns.now_right - columns.now
        count = max(1, len(self.answers))
        own = (room - SLASH * (count - 1)) // count
        for number, answer in enumerate(self.answers):
            answer.setGeometry(columns.now + number * (own + SLASH), top, own, high)
        for time in self.times:
            time.setGeometry(columns.time, top, columns.time_right - columns.time, high)

    # ---- painting

    def draw(self, canvas: Canvas, box: QRectF) -> None:
        c, view = self.theme.c, self.view
        columns, top = columns_at(self.theme, self.width()), self._top
        if view.state == "to_answer":
            canvas.fill(box, c.acc_tint)
        bar = {"to_answer": c.acc, "out_of_range": c.medium_line}.get(view.state)
        if bar is not None:
            canvas.fill(QRectF(box.left(), box.top(), BAR, box.height()), bar)
        canvas.rule(box.left(), box.bottom() - 1, box.right(), box.bottom() - 1, c.line)
        self._draw_label(
            canvas, QRectF(columns.label, box.top(), columns.label_right - columns.label, box.height())
        )
        line = QRectF(columns.now, top, columns.now_right - columns.now, self.theme.m.field)
        if len(self.answers) == 2:
            canvas.text(line, "/", "title_plain", c.ink2, "centre")
        self._draw_readings(canvas, line)
        if view.words:
            under = QRectF(columns.now, line.bottom() + 2, columns.change_right - columns.now, box.bottom())
            under.setBottom(box.bottom())
            strong = "small" if view.state == "out_of_range" else "small_plain"
            canvas.paragraph(under, view.words, strong, c.ink, top=True)

    def _draw_label(self, canvas: Canvas, box: QRectF) -> None:
        c, view = self.theme.c, self.view
        role = "strong" if canvas.width(view.label, "strong") <= box.width() else "label_strong"
        label, sub = canvas.metrics(role).height(), canvas.metrics("small_plain").height()
        lines = min(2, len(wrapped(plain(view.label), self.theme.measure(role), box.width() + SLACK)))
        top = box.center().y() - (lines * label + (sub if view.sub else 0)) / 2
        canvas.paragraph(
            QRectF(box.left(), top, box.width(), lines * label), view.label, role, c.ink, top=True
        )
        ask = view.state == "to_answer"
        under = QRectF(box.left(), top + lines * label, box.width(), sub)
        canvas.text(under, view.sub, "small" if ask else "small_plain", c.acc if ask else c.ink2)

    def _draw_readings(self, canvas: Canvas, line: QRectF) -> None:
        """Last, baseline and change, on the line of the field."""
        c, view = self.theme.c, self.view
        columns = columns_at(self.theme, self.width())
        quiet = c.ink3 if view.state == "stale" else c.ink2
        for text, left, right, ink in (
            (view.last, columns.time_right, columns.last_right, c.ink),
            (view.base, columns.last_right, columns.base_right, quiet),
        ):
            role = "body" if canvas.width(text, "body") <= right - left - 2 else "small_plain"
            canvas.text(QRectF(left, line.top(), right - left, line.height()), text, role, ink, "right")
        room = QRectF(
            columns.base_right, line.top(), columns.change_right - columns.base_right, line.height()
        )
        asked = view.state == "to_answer"
        role = "body" if asked else "strong"
        if canvas.width(view.change, role) > room.width() - 2:
            role = "small_plain" if asked else "small"
        width = canvas.runs(room, [Run(view.change, role, c.ink2 if asked else c.ink)], "right")
        side = self.theme.m.icon - 6.0
        if view.change_icon and width + side + 4 <= room.width():  # the sign says the same
            place = QRectF(room.right() - width - side - 4, line.center().y() - side / 2, side, side)
            canvas.icon(view.change_icon, place, c.ink)
