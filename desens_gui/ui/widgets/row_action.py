"""A button inside a card: as high as a target, its words a size smaller than those of the action bar."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from desens_gui.ui.widgets.action_button import ActionButton
from desens_gui.ui.widgets.action_text import Type, Types
from desens_gui.wording.plain import plain


class RowAction(ActionButton):
    """`kind="primary"` fills it: the one thing to do now; `done` is the answer that was chosen."""

    @property
    def _types(self) -> Types:
        usual = Type("strong", "small_plain")
        first = Type("title", "small_plain") if self.view.kind == "primary" else usual
        return first, usual, Type("label_strong", "small_plain", 0.94)

    @property
    def _big(self) -> bool:
        return False

    def sizeHint(self) -> QSize:
        """The label on one line; where it gets less room, it takes two."""
        hint, m = super().sizeHint(), self.theme.m
        role = self._roles[0]
        label = round(self.theme.width(plain(self.view.label), role) + self._beside() + 3)
        under = 2 if self.view.blocked_reason else 1 if self.view.sub else 0
        lines = self.theme.metrics(role).height() + under * self.theme.metrics("small_plain").height()
        return QSize(max(label, hint.width()), max(m.target, round(lines) + 10 if under else 0))

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor, QColor]:
        c = self.theme.c
        chosen = self.view.done and not self.view.blocked_reason
        return (c.acc_fill, None, c.on_acc, c.on_acc) if chosen else super()._colours()
