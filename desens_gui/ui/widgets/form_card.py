"""A card with a form in it: head, and below it everything to read and to answer."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.card import Card
from desens_gui.ui.widgets.controls import Replies
from desens_gui.ui.widgets.form_body import FormBody
from desens_gui.views.parts.facts import FactsView
from desens_gui.views.parts.setup import FormBlock, FormCardView


class FormCard(Card):
    def __init__(self, looks: Looks, replies: Replies, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.inside = FormBody(looks, replies, self)

    def render(self, view: FormCardView) -> None:  # type: ignore[override]
        self.render_head(view.head)
        self.inside.render(view)
        self.updateGeometry()

    def render_facts(self, view: FactsView) -> None:
        """Things to read only."""
        self.use_frame(view.tone)
        self.render(FormCardView(head=view.head, blocks=(FormBlock(lines=view.lines, pairs=view.pairs),)))

    def height_at(self, width: float) -> int:
        """px that the card needs when it is `width` px wide."""
        return self.theme.m.card_head + 2 + self.inside.height_at(width - 4)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height_at(self.width()))

    def restyle(self) -> None:
        super().restyle()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        head = self.theme.m.card_head
        self.inside.setGeometry(2, head, self.width() - 4, self.height() - head - 2)
