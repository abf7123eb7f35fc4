"""A panel with a head: the only container of a screen."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.canvas import Canvas
from desens_gui.ui.widgets.painted import Painted
from desens_gui.views.parts.card import CardHead


class Card(Painted):
    """Paints frame, title and note; painted cards add `draw_body`, form cards put widgets into `body()`."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.head = CardHead(title="")
        self.frame_colour = ""  # token of a 2 px frame: alarm states and the present instruction
        self._body: QVBoxLayout | None = None

    def render_head(self, head: CardHead) -> None:
        if head != self.head:
            self.head = head
            self.tell(head.title, head.note)
            self.update()

    def use_frame(self, token: str) -> None:
        if token != self.frame_colour:
            self.frame_colour = token
            self.update()

    def body(self) -> QVBoxLayout:
        """The layout below the head, made on first use."""
        if self._body is None:
            self._body = QVBoxLayout(self)
            self._set_margins()
        return self._body

    def _set_margins(self) -> None:
        if self._body is not None:
            m = self.theme.m
            self._body.setContentsMargins(m.pad, m.card_head + m.gap, m.pad, m.pad)
            self._body.setSpacing(m.gap)

    def restyle(self) -> None:
        self._set_margins()
        super().restyle()

    def body_box(self, box: QRectF) -> QRectF:
        """Inside the frame, below the head."""
        return box.adjusted(1, self.theme.m.card_head if self.head.title else 1, -1, -1)

    def draw(self, canvas: Canvas, box: QRectF) -> None:
        c, m = self.theme.c, self.theme.m
        canvas.box(box, c.panel, radius=m.radius)
        self.draw_body(canvas, self.body_box(box))
        self._draw_head(canvas, QRectF(box.left(), box.top(), box.width(), m.card_head))
        edge = getattr(c, self.frame_colour) if self.frame_colour else c.line
        canvas.box(box, None, edge, radius=m.radius, width=3 if self.frame_colour else 1)

    def _draw_head(self, canvas: Canvas, box: QRectF) -> None:
        head, c, m = self.head, self.theme.c, self.theme.m
        if not head.title:
            return
        inside = box.adjusted(m.pad + 1, 1, -m.pad - 1, -1)
        if head.number:
            side = canvas.metrics("title").height() + 2
            plate = QRectF(inside.left(), inside.center().y() - side / 2, side + 2, side)
            canvas.box(plate, c.ink, radius=m.radius_tag)
            canvas.text(plate, head.number, "small", c.panel, "centre")
            inside.setLeft(plate.right() + m.pad)
        elif head.icon:
            side = float(m.icon)
            canvas.icon(
                head.icon, QRectF(inside.left() - 2, inside.center().y() - side / 2, side, side), c.acc
            )
            inside.setLeft(inside.left() + side + 6)
        both = canvas.width(head.title, "title") + 12 + canvas.width(head.note, "label")
        shown = head.note if both <= inside.width() else ""  # the note goes before the title is cut
        note = canvas.text(inside, shown, "label", c.ink2, "right") if shown else 0.0
        canvas.text(inside.adjusted(0, 0, -note - (12 if note else 0), 0), head.title, "title", c.ink)
        canvas.rule(box.left() + 1, box.bottom() - 1, box.right() - 2, box.bottom() - 1, c.line)

    def draw_body(self, canvas: Canvas, box: QRectF) -> None:
        """Paints what is below the head; form cards leave it empty."""
