"""A screen with fields: it keeps what was typed and chosen until that is handed in, and nothing else.

Keys: Enter goes to the next answer, or hands in what the pump shows (ui.keys.HANDED_IN); Tab goes to the next
control, Space chooses or presses, arrows move inside a choice.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desens_gui.ui.keys import HANDED_IN
from desens_gui.ui.screens.screen import Screen
from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.choice import SegmentedChoice
from desens_gui.ui.widgets.controls import Replies
from desens_gui.views.parts.draft import FormDraft, picked, typed


class FormScreen(Screen):
    """`changed` carries the whole FormDraft after each key and each choice; `draft` is the present one."""

    changed = Signal(object)
    hands_in = HANDED_IN

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.draft = FormDraft()
        self._chained: list[QWidget] = []
        self._handed_in = False
        self.replies = Replies(self)
        self.replies.edited.connect(self._typed)
        self.replies.chosen.connect(self._picked)
        self.replies.entered.connect(self._entered)
        self.replies.intent.connect(self.intent)
        self.replies.explained.connect(self.explained)

    def use_draft(self, draft: FormDraft) -> None:
        """Takes another draft, as after a scan or once it was handed in; whoever sets it renders next."""
        self.draft = draft

    def clear(self) -> None:
        self.use_draft(FormDraft())

    def chain(self, *parts: list[QWidget]) -> None:
        """Tab goes through these in order."""
        stops = [leaf for part in parts for stop in part for leaf in leaves(stop)]
        if stops != self._chained:
            chain(stops)
            self._chained = stops

    def _typed(self, code: str, text: str) -> None:
        self.draft = typed(self.draft, code, text)
        self.edited.emit(code, text)
        self.changed.emit(self.draft)

    def _picked(self, code: str, option: str) -> None:
        self.draft = picked(self.draft, code, option)
        self.chosen.emit(code, option)
        self.changed.emit(self.draft)

    # ---- keys

    def _entered(self, code: str) -> None:
        self._handed_in = code in self.hands_in
        if self._handed_in:
            self.entered.emit(code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Whoever handed something in is led on by what comes of it."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        handed_in, self._handed_in = self._handed_in, False
        if not (enter and (handed_in or self._go_on())):
            super().keyPressEvent(event)

    def _go_on(self) -> bool:
        """The focus goes to the next answer; false after the last one."""
        here = self.focusWidget()
        if here not in self._chained:
            return False
        rest = self._chained[self._chained.index(here) + 1 :]
        if not isinstance(here, QLineEdit):  # past the other options of the same choice
            rest = [stop for stop in rest if stop.parent() is not here.parent()]
        if rest:
            rest[0].setFocus(Qt.FocusReason.TabFocusReason)
        return bool(rest)


def leaves(stop: QWidget) -> list[QWidget]:
    """What takes the focus: of a choice its options."""
    if isinstance(stop, SegmentedChoice):
        return list(stop.segments[: len(stop.view.options)])
    return [stop]


def chain(stops: Iterable[QWidget]) -> None:
    """Tab goes from each of these to the next."""
    for first, then in pairwise(stops):
        QWidget.setTabOrder(first, then)
