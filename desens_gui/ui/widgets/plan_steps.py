"""The steps of a plan as a painted table: rate, time, volume, dose, total, and the total on a log scale."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.canvas import Canvas, Run
from desens_gui.ui.widgets.card import Card
from desens_gui.ui.widgets.table_columns import ColumnTexts, TableColumn, table_columns
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.plan import PlanHeads, PlanRow, StepPlanView

NUMBERS = ("rate", "minutes", "volume", "dose", "total")
STRONG = ("step", "rate", "dose")
ORDER = ("step", "bag", *NUMBERS, "rise", "scale", "start")
SCALE_WIDTH = (118.0, 180.0)  # narrow, wide
LEAST_ROW = 17.0
DOT = 3.6
TICK = 4.0

EMPTY = StepPlanView(
    head=CardHead(title=""),
    checked=False,
    heads=PlanHeads(
        step="",
        bag="",
        rate=("", ""),
        minutes=("", ""),
        volume=("", ""),
        dose=("", ""),
        total=("", ""),
        rise=("", ""),
        scale="",
        start=("", ""),
    ),
    scale=(),
    rows=(),
    totals=(),
)


class PlanSteps(Card):
    """Rows share the height there is, each at least as high as its text."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.view = EMPTY

    def render(self, view: StepPlanView) -> None:  # type: ignore[override]
        if view == self.view:
            return
        self.view = view
        self.render_head(CardHead(title=view.head.title))
        self.tell(f"{view.head.title}. {view.head.note}", ". ".join(row.spoken for row in view.rows))
        self.updateGeometry()
        self.update()

    @property
    def least_height(self) -> int:
        m = self.theme.m
        return round(m.card_head + m.ladder_head + len(self.view.rows) * LEAST_ROW + m.card_foot) + 2

    # ---- painting

    def _draw_head(self, canvas: Canvas, box: QRectF) -> None:
        """The note may be long: it is written only as far as the title leaves room, after its tick."""
        super()._draw_head(canvas, box)
        c, m, note = self.theme.c, self.theme.m, self.view.head.note
        if not note:
            return
        inside = box.adjusted(m.pad + 1, 1, -m.pad - 1, -1)
        room = inside.width() - canvas.width(self.view.head.title, "title") - 2 * m.gap - 22
        role = "label" if canvas.width(note, "label") <= room else "small_plain"
        wide = canvas.text(inside.adjusted(inside.width() - room, 0, 0, 0), note, role, c.ink2, "right")
        if self.view.checked:
            mark = QRectF(inside.right() - wide - 22, inside.center().y() - 8, 16, 16)
            canvas.icon("tick", mark, c.ink, 2.4)

    def draw_body(self, canvas: Canvas, box: QRectF) -> None:
        if not self.view.rows:
            return
        m, c = self.theme.m, self.theme.c
        columns = self._columns(box)
        heads = QRectF(box.left(), box.top(), box.width(), m.ladder_head)
        foot = QRectF(box.left(), box.bottom() - m.card_foot, box.width(), m.card_foot)
        canvas.fill(heads, c.panel2)
        self._draw_heads(canvas, heads, columns)
        unit = (foot.top() - heads.bottom()) / len(self.view.rows)
        before = 0
        for number, row in enumerate(self.view.rows):
            top, bottom = round(heads.bottom() + number * unit), round(heads.bottom() + (number + 1) * unit)
            place = QRectF(box.left(), top, box.width(), bottom - top)
            canvas.fill(place, (c.bag1, c.bag2, c.bag3)[min(row.bag_number, 3) - 1])
            new_bag = bool(before) and row.bag_number != before
            canvas.rule(place.left(), top, place.right(), top, c.line2 if new_bag else c.line)
            self._draw_row(canvas, place, row, columns)
            before = row.bag_number
        canvas.rule(heads.left(), heads.bottom() - 1, heads.right(), heads.bottom() - 1, c.line2)
        self._draw_foot(canvas, foot)

    def _columns(self, box: QRectF) -> dict[str, TableColumn]:
        heads, rows = self.view.heads, self.view.rows
        wide = SCALE_WIDTH[self.theme.m.min_width > 0]
        texts = []
        for name in ORDER:
            if name == "scale":
                texts.append(ColumnTexts(heads=(heads.scale,), decimal=False, least=wide))
                continue
            own = getattr(heads, name)
            texts.append(
                ColumnTexts(
                    heads=(own,) if isinstance(own, str) else own,
                    cells=tuple(getattr(row, name) for row in rows),
                    decimal=name in NUMBERS,
                )
            )
        inside = box.adjusted(self.theme.m.gap / 2, 0, -self.theme.m.gap / 2, 0)
        placed = table_columns(texts, self.theme, inside.left(), inside.right(), "strong")
        return dict(zip(ORDER, placed, strict=True))

    def _draw_heads(self, canvas: Canvas, box: QRectF, columns: dict[str, TableColumn]) -> None:
        c, line = self.theme.c, canvas.metrics("small").height()
        top = box.center().y() - line
        for name, column in columns.items():
            if name == "scale":
                continue
            own = getattr(self.view.heads, name)
            if isinstance(own, str):
                place = QRectF(column.left, box.top(), column.width, box.height())
                canvas.text(place, own, "small", c.ink2, "centre")
                continue
            for number, text in enumerate(own):
                place = QRectF(column.left, top + number * line, column.width, line)
                canvas.text(place, text, "small", c.ink2, "centre")
        scale = columns["scale"]
        canvas.text(
            QRectF(scale.left, top, scale.width, line), self.view.heads.scale, "small", c.ink2, "centre"
        )
        self._draw_labels(canvas, QRectF(scale.left, top + line, scale.width, line))

    def _draw_labels(self, canvas: Canvas, box: QRectF) -> None:
        """Only labels that stand clear of the one before."""
        left, width = _axis(box)
        free = box.left() - 40
        for tick in self.view.scale:
            wide = canvas.width(tick.label, "chart_tick")
            start = min(max(left + tick.at * width - wide / 2, box.left() - 4), box.right() + 4 - wide)
            if tick.label and start >= free + 5:
                place = QRectF(start, box.top(), wide + 1, box.height())
                canvas.text(place, tick.label, "chart_tick", self.theme.c.ink2)
                free = start + wide

    def _draw_row(self, canvas: Canvas, box: QRectF, row: PlanRow, columns: dict[str, TableColumn]) -> None:
        c = self.theme.c
        for name, column in columns.items():
            place = QRectF(column.left, box.top(), column.width, box.height())
            if name == "scale":
                self._draw_scale(canvas, place, row.at, c.ink)
                continue
            role, text = "strong" if name in STRONG else "body", getattr(row, name)
            if name in NUMBERS:
                canvas.decimal(column.point, place, text, role, c.ink)
            else:
                canvas.text(place, text, role, c.ink, "centre")

    def _draw_scale(self, canvas: Canvas, box: QRectF, at: float, ink: QColor) -> None:
        c = self.theme.c
        left, width = _axis(box)
        middle = box.center().y()
        canvas.rule(left, middle, left + width, middle, c.line2)
        for tick in self.view.scale:
            x = left + tick.at * width
            canvas.rule(x, middle - TICK, x, middle + TICK, c.line2)
        x = left + at * width
        canvas.box(QRectF(x - DOT, middle - DOT, 2 * DOT, 2 * DOT), ink, radius=DOT)

    def _draw_foot(self, canvas: Canvas, box: QRectF) -> None:
        c, m = self.theme.c, self.theme.m
        canvas.fill(box, c.panel2)
        canvas.rule(box.left(), box.top(), box.right(), box.top(), c.line2)
        room = box.adjusted(m.pad, 0, -m.pad, 0)
        runs = [
            Run(text, "strong" if number == 0 else "body", c.ink, 2.0 * m.gap)
            for number, text in enumerate(self.view.totals)
        ]
        taken = canvas.runs(room, runs)
        rest = room.adjusted(taken + 2 * m.gap, 0, 0, 0)
        for role in ("label", "small_plain"):  # the one text here that may give way
            if canvas.width(self.view.foot, role) <= rest.width():
                canvas.text(rest, self.view.foot, role, c.ink2, "right")
                return


def _axis(box: QRectF) -> tuple[float, float]:
    """Where the line of the scale begins, and its length."""
    return box.left() + 10, box.width() - 20
