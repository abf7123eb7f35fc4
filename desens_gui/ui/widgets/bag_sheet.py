"""What to prepare: one row for each bag, in its tint."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.canvas import SLACK, Canvas
from desens_gui.ui.widgets.card import Card
from desens_gui.ui.widgets.table_columns import ColumnTexts, TableColumn, table_columns
from desens_gui.ui.widgets.wrapping import wrapped
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.plan import BagSheetHeads, BagSheetRow, BagSheetView
from desens_gui.wording.plain import plain

NUMBERS = ("drug", "volume", "concentration", "steps", "used", "discard")
STRONG = ("drug", "concentration")
ROW = (26, 44)  # narrow, wide
BAG_SHARE = 0.13  # of the width for the name of the bag

EMPTY = BagSheetView(
    head=CardHead(title=""),
    heads=BagSheetHeads(
        bag="",
        drug=("", ""),
        volume=("", ""),
        concentration=("", ""),
        steps=("", ""),
        used=("", ""),
        discard=("", ""),
    ),
    rows=(),
)


class BagSheet(Card):
    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.view = EMPTY

    def render(self, view: BagSheetView) -> None:  # type: ignore[override]
        if view == self.view:
            return
        self.view = view
        self.render_head(view.head)
        spoken = [
            f"{row.bag}: {row.drug} {view.heads.drug[1]}, {row.volume} mL, {row.concentration} "
            f"{view.heads.concentration[1]}"
            for row in view.rows
        ]
        self.tell(view.head.title, ". ".join(spoken))
        self.updateGeometry()
        self.update()

    @property
    def _row(self) -> int:
        return ROW[self.theme.m.min_width > 0]

    @property
    def _heads(self) -> float:
        return 2 * self.theme.metrics("small").height() + 6

    def _foot_lines(self, width: float) -> list[tuple[str, str]]:
        """Each sentence on its own lines: a strong beginning stands before the first of them."""
        measure = self.theme.measure("label")
        lines: list[tuple[str, str]] = []
        for strong, text in self.view.foot:
            before = self.theme.width(plain(strong), "label_strong") + 5 if strong else 0.0
            first = True
            for line in wrapped(plain(text), measure, width - before + SLACK):
                lines.append((strong if first else "", line))
                first = False
        return lines

    def height_at(self, width: float) -> int:
        """px that the card needs when it is `width` px wide."""
        lines = len(self._foot_lines(width - 2 * self.theme.m.pad - 2))
        foot = lines * self.theme.metrics("label").height() + self.theme.m.gap if lines else 0
        return round(self.theme.m.card_head + self._heads + len(self.view.rows) * self._row + foot) + 2

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height_at(self.width()))

    # ---- painting

    def draw_body(self, canvas: Canvas, box: QRectF) -> None:
        if not self.view.rows:
            return
        c, view = self.theme.c, self.view
        first = box.left() + BAG_SHARE * box.width()
        texts = [
            ColumnTexts(
                heads=getattr(view.heads, name),
                cells=tuple(getattr(row, name) for row in view.rows),
                decimal=name != "steps",
            )
            for name in NUMBERS
        ]
        columns = dict(
            zip(NUMBERS, table_columns(texts, self.theme, first, box.right(), "strong"), strict=True)
        )
        heads = QRectF(box.left(), box.top(), box.width(), self._heads)
        canvas.fill(heads, c.panel2)
        canvas.rule(heads.left(), heads.bottom() - 1, heads.right(), heads.bottom() - 1, c.line2)
        self._draw_heads(canvas, heads, columns)
        top = heads.bottom()
        for row in view.rows:
            self._draw_row(canvas, QRectF(box.left(), top, box.width(), self._row), row, columns)
            top += self._row
        self._draw_foot(canvas, QRectF(box.left(), top, box.width(), box.bottom() - top))

    def _draw_heads(self, canvas: Canvas, box: QRectF, columns: dict[str, TableColumn]) -> None:
        c, m, line = self.theme.c, self.theme.m, canvas.metrics("small").height()
        canvas.text(box.adjusted(m.pad, 0, 0, 0), self.view.heads.bag, "small", c.ink2)
        for name, column in columns.items():
            for number, text in enumerate(getattr(self.view.heads, name)):
                place = QRectF(column.left, box.top() + 2 + number * line, column.width, line)
                canvas.text(place, text, "small", c.ink2, "centre")

    def _draw_row(
        self, canvas: Canvas, box: QRectF, row: BagSheetRow, columns: dict[str, TableColumn]
    ) -> None:
        c, m = self.theme.c, self.theme.m
        tint = (c.bag1, c.bag2, c.bag3)[min(row.number, 3) - 1]
        name = QRectF(box.left(), box.top(), BAG_SHARE * box.width(), box.height())
        canvas.fill(name, tint)
        canvas.text(name.adjusted(m.pad, 0, 0, 0), row.bag, "strong", c.ink)
        for field, column in columns.items():
            place = QRectF(column.left, box.top(), column.width, box.height())
            role = "strong" if field in STRONG else "body"
            if field == "steps":
                canvas.text(place, row.steps, role, c.ink, "centre")
            else:
                canvas.decimal(column.point, place, getattr(row, field), role, c.ink)
        canvas.rule(box.left(), box.bottom() - 1, box.right(), box.bottom() - 1, c.line)

    def _draw_foot(self, canvas: Canvas, box: QRectF) -> None:
        c, m, line = self.theme.c, self.theme.m, canvas.metrics("label").height()
        canvas.fill(box, c.panel2)
        top = box.top() + m.gap / 2
        for strong, text in self._foot_lines(box.width() - 2 * m.pad):
            place = QRectF(box.left() + m.pad, top, box.width() - 2 * m.pad, line)
            before = canvas.text(place, strong, "label_strong", c.ink) + 5 if strong else 0.0
            canvas.text(place.adjusted(before, 0, 0, 0), text, "label", c.ink)
            top += line
