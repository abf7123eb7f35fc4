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

REACTION_WIDTH = (216, 280)  # narrow, wide
PRIMARY_WIDTH = (332, 428)
EMPTY = 16  # px that always stay free before the primary action, beside the gap
LEAST_GAP = 8


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
            width = max(REACTION_WIDTH[wide], self.reaction.least_width())
            self.reaction.setGeometry(left, top, width, height)
            left += width + m.gap
        whole, empty = 0, 0
        if self.view.primary is not None:
            whole, empty = min(self.primary.whole_width(PRIMARY_WIDTH[wide]), self.width() // 2), EMPTY
        widths, gap = self._fitted(right - left - whole - empty)
        for button, width in zip(self.secondary, widths, strict=True):
            button.setGeometry(left, top, width, height)
            left += width + gap
        if self.view.primary is not None:
            width = max(whole, min(self.primary.least_width(), right - left - empty))
            self.primary.setGeometry(right - width, top, width, height)

    def _fitted(self, room: int) -> tuple[list[int], int]:
        """Widths and the gap after each: sub-lines go first, from the right, then gaps, then edges."""
        forms = [0] * len(self.secondary)
        gap = self.theme.m.gap

        def widths() -> list[int]:
            pairs = zip(self.secondary, forms, strict=True)
            return [button.least_width(narrow=form) for button, form in pairs]

        def over() -> int:
            return sum(widths()) + gap * len(forms) - room

        for narrow in (1, 2):
            for at, button in reversed(list(enumerate(self.secondary))):
                saved = button.least_width(narrow=forms[at]) - button.least_width(narrow=narrow)
                if saved > 0 and over() > 0:
                    forms[at] = narrow
            if over() > 0:
                gap = LEAST_GAP
        for button, form in zip(self.secondary, forms, strict=True):
            button.use_form(form)
        return _cut_to(widths(), room - gap * len(forms)), gap

    def draw(self, canvas: Canvas, box: QRectF) -> None:
        c = self.theme.c
        canvas.fill(box, c.panel)
        canvas.rule(box.left(), box.top(), box.right(), box.top(), c.line2)


def _cut_to(widths: list[int], room: int) -> list[int]:
    """The last resort, for texts of no reasonable length: every action stays in the window, cut."""
    over, whole = max(0, sum(widths) - room), max(1, sum(widths))
    return [width - -(-over * width // whole) for width in widths]
