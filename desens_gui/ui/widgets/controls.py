"""The fields, choices and buttons of one part of a form, kept by their codes so that none loses the focus."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.choice import SegmentedChoice
from desens_gui.ui.widgets.field import Field, NumberField, TimeField
from desens_gui.ui.widgets.row_action import RowAction
from desens_gui.ui.widgets.secret_field import SecretField
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.field import ChoiceView, FieldKind, FieldView


class Replies(QObject):
    """Whatever a person types, chooses or presses anywhere in one form; the screen owns it."""

    edited = Signal(str, str)
    entered = Signal(str)
    chosen = Signal(str, str)
    intent = Signal(str)
    explained = Signal(str)


class TextField(Field):
    """Words: names, reasons, what stands on a label."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.role = "strong"
        self.restyle()


FIELD_KINDS: dict[FieldKind, type[Field]] = {
    "number": NumberField,
    "time": TimeField,
    "text": TextField,
    "secret": SecretField,
}


def shade(field: Field) -> None:
    """What is too old to count is grey; everything else is ink."""
    c = field.looks.theme.c
    colour = c.ink3 if field.view.state == "stale" else c.ink
    if field.palette().color(QPalette.ColorRole.Text) != colour:
        palette = field.palette()
        palette.setColor(QPalette.ColorRole.Text, colour)
        field.setPalette(palette)


class Controls:
    """Makes, renders and hides the controls of `host`; whoever owns it gives them their places."""

    def __init__(self, looks: Looks, host: QWidget, replies: Replies) -> None:
        self._looks, self._host, self._replies = looks, host, replies
        self._fields: dict[tuple[str, FieldKind], Field] = {}
        self._choices: dict[str, SegmentedChoice] = {}
        self._actions: dict[str, RowAction] = {}

    def fields(self, views: Iterable[FieldView]) -> list[Field]:
        """One field for each view, in order; the others are hidden."""
        shown = []
        for view in views:
            key = (view.code, view.kind)
            field = self._fields.get(key)
            if field is None:
                field = self._fields[key] = FIELD_KINDS[view.kind](self._looks, self._host)
                field.edited.connect(self._replies.edited)
                field.entered.connect(self._replies.entered)
            field.render(view)
            shade(field)
            shown.append(field)
        _show_only(shown, self._fields.values())
        return shown

    def choices(self, views: Iterable[ChoiceView | None]) -> list[SegmentedChoice]:
        shown = []
        for view in views:
            if view is None:
                continue
            choice = self._choices.get(view.code)
            if choice is None:
                choice = self._choices[view.code] = SegmentedChoice(self._looks, self._host)
                choice.chosen.connect(self._replies.chosen)
                choice.explained.connect(self._replies.explained)
            choice.render(view)
            shown.append(choice)
        _show_only(shown, self._choices.values())
        return shown

    def actions(self, views: Iterable[ActionView | None]) -> list[RowAction]:
        shown = []
        for view in views:
            if view is None:
                continue
            action = self._actions.get(view.intent)
            if action is None:
                action = self._actions[view.intent] = RowAction(self._looks, self._host)
                action.intent.connect(self._replies.intent)
                action.explained.connect(self._replies.explained)
            action.render(view)
            shown.append(action)
        _show_only(shown, self._actions.values())
        return shown


def _show_only(shown: Iterable[QWidget], every: Iterable[QWidget]) -> None:
    kept = set(map(id, shown))
    for widget in every:
        if widget.isHidden() == (id(widget) in kept):
            widget.setVisible(id(widget) in kept)
