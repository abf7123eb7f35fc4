"""A button that is its sign alone, as large as a finger; a screen reader says its words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize

from desens_gui.ui.widgets.canvas import Canvas
from desens_gui.ui.widgets.row_action import RowAction


class SignAction(RowAction):
    def sizeHint(self) -> QSize:
        side = self.theme.m.target
        return QSize(side, side)

    def draw(self, canvas: Canvas, box: QRectF) -> None:
        fill, edge, ink, _ = self._colours()
        side = box.height() * 0.5
        canvas.box(box, fill, edge, radius=self.theme.m.radius)
        place = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
        canvas.icon(self.view.icon, place, ink)
