"""The steps of the plan as a painted table: bag tints, done, current, next, to come."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.canvas import Canvas, Run
from desens_gui.ui.widgets.card import Card
from desens_gui.ui.widgets.ladder_columns import NUMBERS, Columns, columns_for
from desens_gui.ui.widgets.ladder_heads import draw_heads
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.ladder import LadderBag, LadderHeads, LadderRow, LadderView

CURRENT = 1.32  # height of the current row against the others
EMPTY = LadderView(
    title="",
    heads=LadderHeads(
        bag="", step="", rate="", rate_unit="", start="", given="", planned="", dose="", total=""
    ),
    bags=(),
    rows=(),
)


class StepLadder(Card):
    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.view = EMPTY

    def render(self, view: LadderView) -> None:  # type: ignore[override]
        if view == self.view:
            return
        self.view = view
        self.render_head(CardHead(title=view.title, note=view.note))
        self.tell(f"{view.title}, {view.note}", ". ".join(row.spoken for row in view.rows if row.spoken))
        self.update()

    def draw_body(self, canvas: Canvas, box: QRectF) -> None:
        m, view = self.theme.m, self.view
        if not view.rows:
            return
        columns = columns_for(view, self.theme, box.left() + m.bag_column, box.right())
        heads = QRectF(box.left(), box.top(), box.width(), m.ladder_head)
        foot = QRectF(box.left(), box.bottom() - m.card_foot, box.width(), m.card_foot)
        table = QRectF(box.left(), heads.bottom(), box.width(), foot.top() - heads.bottom())
        rungs = self._rungs(table)
        self._draw_bags(canvas, table, rungs)
        for row, rung in zip(view.rows, rungs, strict=True):
            self._draw_row(canvas, rung, row, columns)
        c = self.theme.c
        canvas.rule(columns.divider, heads.top(), columns.divider, table.bottom(), c.line2, 2)
        current = next(
            (rung for row, rung in zip(view.rows, rungs, strict=True) if row.state == "current"), None
        )
        if current is not None:
            canvas.rule(columns.divider, current.top(), columns.divider, current.bottom() - 1, c.on_acc, 2)
        draw_heads(canvas, heads, view.heads, columns, m.bag_column)
        self._draw_foot(canvas, foot)

    def _rungs(self, table: QRectF) -> list[QRectF]:
        """One box for each row, the current one higher."""
        weights = [CURRENT if row.state == "current" else 1.0 for row in self.view.rows]
        unit = table.height() / sum(weights)
        left, top = table.left() + self.theme.m.bag_column, table.top()
        rungs = []
        for weight in weights:
            bottom = top + weight * unit
            rungs.append(QRectF(left, round(top), table.right() - left, round(bottom) - round(top)))
            top = bottom
        return rungs

    def _draw_bags(self, canvas: Canvas, table: QRectF, rungs: list[QRectF]) -> None:
        c, at = self.theme.c, 0
        tints = (c.bag1, c.bag2, c.bag3)
        for number, bag in enumerate(self.view.bags):
            rows = rungs[at : at + bag.rows]
            at += bag.rows
            if not rows:
                continue
            box = QRectF(
                table.left(), rows[0].top(), self.theme.m.bag_column, rows[-1].bottom() - rows[0].top()
            )
            canvas.fill(box, tints[min(number, 2)])
            self._draw_bag_words(canvas, box, bag)
            if number:
                canvas.rule(table.left(), box.top() - 1, table.right(), box.top() - 1, c.line2)
        edge = table.left() + self.theme.m.bag_column
        canvas.rule(edge, table.top(), edge, table.bottom(), c.line)

    def _draw_bag_words(self, canvas: Canvas, box: QRectF, bag: LadderBag) -> None:
        c = self.theme.c
        words = (
            (bag.label, "label_strong", c.ink),
            (bag.strength, "small_plain", c.ink2),
            (bag.unit, "small_plain", c.ink2),
        )
        shown = [each for each in words if each[0]]
        heights = [canvas.metrics(role).height() for _, role, _ in shown]
        while sum(heights) > box.height() and len(shown) > 1:
            shown.pop()
            heights.pop()
        top = box.center().y() - sum(heights) / 2
        for (text, role, colour), height in zip(shown, heights, strict=True):
            canvas.text(QRectF(box.left() + 1, top, box.width() - 2, height), text, role, colour, "centre")
            top += height

    def _draw_row(self, canvas: Canvas, box: QRectF, row: LadderRow, columns: Columns) -> None:
        c = self.theme.c
        role, ink = "strong", c.ink
        if row.state == "current":
            canvas.fill(box, c.acc_fill)
            ink = c.on_acc
        else:
            canvas.rule(box.left(), box.bottom() - 1, box.right(), box.bottom() - 1, c.line)
            if row.state == "next":
                canvas.box(box.adjusted(2, 2, -1, -3), None, c.acc, radius=4, width=2, dashed=True)
            else:
                role, ink = "body", c.ink2
        self._draw_glyph(canvas, box, row, columns.glyph, ink)
        quiet = ink if row.state in ("current", "next") else c.ink2
        wide = columns.tag - columns.step
        canvas.text(QRectF(columns.step, box.top(), wide, box.height()), row.step, "strong", ink)
        self._draw_marks(canvas, box, row, columns, ink)
        at = columns.flag if row.tag else columns.tag
        rate = QRectF(at, box.top(), columns.rate_right - at, box.height())
        canvas.text(rate, row.rate, "strong", ink, "right")
        if columns.minutes_right:
            place = QRectF(
                columns.rate_right, box.top(), columns.minutes_right - columns.rate_right, box.height()
            )
            canvas.text(place, row.minutes, role, quiet, "right")
        left = columns.minutes_right or columns.rate_right
        start = QRectF(left, box.top(), columns.start_right - left, box.height())
        canvas.text(start, row.start, role, quiet, "right")
        for name in NUMBERS:
            text, column = getattr(row, name), columns.numbers[name]
            if text:
                place = QRectF(column.left, box.top(), column.right - column.left, box.height())
                canvas.decimal(column.point, place, text, role, ink)

    def _draw_marks(self, canvas: Canvas, box: QRectF, row: LadderRow, columns: Columns, ink: QColor) -> None:
        if row.tag:
            height = canvas.metrics("small").height() + 2
            wide = canvas.width(row.tag, "small") + 12
            plate = QRectF(columns.tag, round(box.center().y() - height / 2), wide, round(height))
            canvas.box(plate, None, ink, radius=3, dashed=row.state == "next")
            canvas.text(plate, row.tag, "small", ink, "centre")
        if row.flagged:
            side = self.theme.m.icon - 2.0
            at = columns.flag if any(each.tag for each in self.view.rows) else columns.tag
            canvas.icon("flag", QRectF(at, box.center().y() - side / 2, side, side), ink, 2.0)

    def _draw_glyph(self, canvas: Canvas, box: QRectF, row: LadderRow, left: float, ink: QColor) -> None:
        c, side = self.theme.c, self.theme.m.icon + 2.0
        disc = QRectF(left, box.center().y() - side / 2, side, side)
        inner = disc.adjusted(side * 0.2, side * 0.2, -side * 0.2, -side * 0.2)
        match row.state:
            case "done":
                canvas.box(disc, c.ink3, radius=side / 2)
                canvas.icon("tick", inner, c.panel, 3.4)
            case "current":
                canvas.box(disc, c.on_acc, radius=side / 2)
                canvas.icon("play", inner.translated(0.5, 0), c.acc_fill)
            case "next":
                canvas.box(disc, None, c.acc, radius=side / 2, width=1.8, dashed=True)
                canvas.icon("arrow_right", inner, c.acc, 3.0)
            case "skipped":
                canvas.box(disc, None, c.line2, radius=side / 2, width=1.4)
                canvas.icon("cross", inner, ink, 2.6)
            case _:
                canvas.box(disc, None, c.line2, radius=side / 2, width=1.6)

    def _draw_foot(self, canvas: Canvas, box: QRectF) -> None:
        c, m, view = self.theme.c, self.theme.m, self.view
        canvas.fill(box, c.panel2)
        canvas.rule(box.left(), box.top() - 1, box.right(), box.top() - 1, c.line2)
        room = box.adjusted(m.pad + 3, 0, -m.pad - 1, 0)
        note = canvas.text(room, view.foot_note, "label", c.ink2, "right") if view.foot_note else 0.0
        runs = [Run(view.foot_strong, "label_strong", c.ink), Run(view.foot, "label", c.ink, 4)]
        canvas.runs(room.adjusted(0, 0, -note - m.gap, 0), runs)
