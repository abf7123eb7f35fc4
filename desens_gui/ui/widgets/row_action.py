"""A button inside a card: as high as a target, its words a size smaller than those of the action bar."""

from __future__ import annotations

from PySide6.QtCore import QSize

from desens_gui.ui.widgets.action_button import ActionButton
from desens_gui.wording.plain import plain


class RowAction(ActionButton):
    """`kind="primary"` fills it: the one thing to do now."""

    @property
    def _roles(self) -> tuple[str, str]:
        return "strong", "small_plain"

    @property
    def _big(self) -> bool:
        return False

    def sizeHint(self) -> QSize:
        """The label on one line; where it gets less room, it takes two."""
        hint, m = super().sizeHint(), self.theme.m
        label = round(self.theme.width(plain(self.view.label), "strong") + self._beside() + 3)
        lines = self.theme.metrics("strong").height() + self.theme.metrics("small_plain").height()
        two = bool(self.view.sub or self.view.blocked_reason)
        return QSize(max(label, hint.width()), max(m.target, round(lines) + 10 if two else 0))
