"""Setting a session up: the open card at the left, the plan in the middle, what is missing at the right.

Keys: Enter goes to the next answer, Tab to the next control, Space or a click chooses, arrows move inside a
choice or a list.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from desens_gui.ui.screens.form_screen import FormScreen
from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.action_button import ActionButton
from desens_gui.ui.widgets.form_card import FormCard
from desens_gui.ui.widgets.plan_area import PlanArea
from desens_gui.views.parts.setup import SetupView

LEFT_WIDTH = (384, 500)  # narrow, wide
RIGHT_WIDTH = (300, 430)


class SetupScreen(FormScreen):
    """A card that opens takes the keyboard to its first empty answer."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self._card: str | None = None
        self._covers_middle = False
        self._had_fields = False
        self.form = FormCard(looks, self.replies, self)
        self.plan = PlanArea(looks, self)
        self.cover = FormCard(looks, self.replies, self)
        self.missing = FormCard(looks, self.replies, self)
        self.answered = FormCard(looks, self.replies, self)
        looks.changed.connect(self._place)

    def render(self, view: SetupView) -> None:  # type: ignore[override]
        self.form.render(view.form)
        self.plan.setVisible(view.plan is not None)
        if view.plan is not None:
            self.plan.render(view.plan)
        self.cover.setVisible(view.cover is not None)
        if view.cover is not None:
            self.cover.render_facts(view.cover)
        self.missing.render_facts(view.missing)
        self.answered.render_facts(view.answered)
        self._covers_middle = view.plan is None and view.cover is None
        self._place()
        self._lead_keyboard(view.card)

    def _lead_keyboard(self, card: str) -> None:
        """To another card, and to fields that open on the same card after a wait."""
        stops = self.form.inside.stops()
        self.chain(stops)
        fields = any(isinstance(stop, QLineEdit) for stop in stops)
        opened = self._card is not None and (card != self._card or (fields and not self._had_fields))
        self._card, self._had_fields = card, fields
        first = self.first_focus()
        if opened and first is not None and self.isVisible():
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- places

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        """The form takes the middle as well while no plan and no cover stands there."""
        m = self.looks.theme.m
        wide = m.min_width > 0
        left, right = LEFT_WIDTH[wide], RIGHT_WIDTH[wide]
        height = self.height() - 2 * m.gap
        side = self.width() - m.page - right
        middle = QRect(m.page + left + m.gap, m.gap, side - 2 * m.gap - m.page - left, height)
        own = middle.right() + 1 - m.page if self._covers_middle else left
        self.form.setGeometry(m.page, m.gap, own, height)
        self.plan.setGeometry(middle)
        self.cover.setGeometry(middle)
        upper = min(self.missing.height_at(right), height * 3 // 5)
        self.missing.setGeometry(side, m.gap, right, upper)
        self.answered.setGeometry(side, 2 * m.gap + upper, right, height - upper - m.gap)

    # ---- keyboard

    def first_focus(self) -> QWidget | None:
        """The first answer that is still empty, else the first of all."""
        stops = [stop for stop in self.form.inside.stops() if not isinstance(stop, ActionButton)]
        return next((stop for stop in stops if _empty(stop)), stops[0] if stops else None)


def _empty(stop: QWidget) -> bool:
    if isinstance(stop, QLineEdit):
        return not stop.text()
    group = stop.parentWidget()
    return group is not None and not any(each.isChecked() for each in group.findChildren(QAbstractButton))
