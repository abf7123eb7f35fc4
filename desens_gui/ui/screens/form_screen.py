"""A screen with fields: it keeps what was typed and chosen until that is handed in, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desens_gui.ui.screens.screen import Screen
from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.controls import Replies
from desens_gui.views.parts.draft import FormDraft, picked, typed


class FormScreen(Screen):
    """`changed` carries the whole FormDraft after each key and each choice; `draft` is the present one."""

    changed = Signal(object)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.draft = FormDraft()
        self._chained: list[QWidget] = []
        self.replies = Replies(self)
        self.replies.edited.connect(self._typed)
        self.replies.chosen.connect(self._picked)
        self.replies.entered.connect(self.entered)
        self.replies.intent.connect(self.intent)
        self.replies.explained.connect(self.explained)

    def use_draft(self, draft: FormDraft) -> None:
        """Takes another draft, as after a scan or once it was handed in; whoever sets it renders next."""
        self.draft = draft

    def clear(self) -> None:
        self.use_draft(FormDraft())

    def chain(self, *parts: list[QWidget]) -> None:
        """Tab goes through these in order."""
        stops = [stop for part in parts for stop in part]
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


def chain(stops: Iterable[QWidget]) -> None:
    """Tab goes from each of these to the next."""
    for first, then in pairwise(stops):
        QWidget.setTabOrder(first, then)
