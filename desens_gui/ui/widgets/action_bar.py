"""The foot of every screen: REACTION far left, the one primary action far right, an empty gap between."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.action_button import ActionButton
from desens_gui.ui.widgets.canvas import Canvas
from desens_gui.ui.widgets.painted import Painted
from desens_gui.views.parts.action import ActionBarView, ActionView

REACTION_WIDTH = (208, 280)  # narrow, wide
PRIMARY_WIDTH = (332, 428)
EMPTY = 24  # px that always stay free before the primary action


class ActionBar(Painted):
    """Buttons are kept by intent: no new view takes the focus from an action that is still there."""

    intent = Signal(str)
    explained = Signal(str)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.view = ActionBarView()
        self.reaction = self._made()
        self.primary = self._made()
        self.secondary: list[ActionButton] = []

    def _made(self) -> ActionButton:
        button = ActionButton(self.looks, self)
        button.hide()
        button.intent.connect(self.intent)
        button.explained.connect(self.explained)
        return button

    def render(self, view: ActionBarView) -> None:  # type: ignore[override]
        if view == self.view:
            return
        self.view = view
        self._show(self.reaction, view.reaction)
        self._show(self.primary, view.primary)
        kept = {button.view.intent: button for button in self.secondary}
        self.secondary = [
            kept.pop(action.intent) if action.intent in kept else self._made() for action in view.secondary
        ]
        for button in kept.values():
            button.hide()
            button.deleteLater()
        for button, action in zip(self.secondary, view.secondary, strict=True):
            self._show(button, action)
        self._set_tab_order()
        self._place()

    def _show(self, button: ActionButton, action: ActionView | None) -> None:
        if action is not None:
            button.render(action)
        button.setVisible(action is not None)

    def _set_tab_order(self) -> None:
        chain = [self.primary, *reversed(self.secondary), self.reaction]
        for first, then in pairwise(chain):
            QWidget.setTabOrder(first, then)

    def buttons(self) -> tuple[ActionButton, ...]:
        shown = (self.reaction, *self.secondary, self.primary)
        return tuple(button for button in shown if not button.isHidden())

    def restyle(self) -> None:
        super().restyle()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        m = self.theme.m
        wide = m.min_width > 0
        height = m.action_height
        top = (self.height() - height) // 2
        left, right = m.page, self.width() - m.page
        if self.view.reaction is not None:
            width = max(REACTION_WIDTH[wide], self.reaction.sizeHint().width())
            self.reaction.setGeometry(left, top, width, height)
            left += width + m.gap
        hints = [button.sizeHint().width() for button in self.secondary]
        total = sum(hints) + m.gap * len(hints)
        if self.view.primary is not None:
            least = PRIMARY_WIDTH[wide]
            width = max(least, min(self.primary.sizeHint().width(), right - left - total - EMPTY))
            self.primary.setGeometry(right - width, top, width, height)
            right -= width + EMPTY
        over = max(0, total - (right - left))
        for button, hint in zip(self.secondary, hints, strict=True):
            width = hint - -(-over * hint // max(1, sum(hints)))
            button.setGeometry(left, top, width, height)
            left += width + m.gap

    def draw(self, canvas: Canvas, box: QRectF) -> None:
        c = self.theme.c
        canvas.fill(box, c.panel)
        canvas.rule(box.left(), box.top(), box.right(), box.top(), c.line2)
