"""The inside of a form card: its texts and controls, moved up when it is higher than its place."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QMoveEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.canvas import Canvas
from desens_gui.ui.widgets.choice import SegmentedChoice
from desens_gui.ui.widgets.controls import Controls, Replies
from desens_gui.ui.widgets.form_flow import FormFlow
from desens_gui.ui.widgets.painted import Painted
from desens_gui.ui.widgets.pick_list import PickList
from desens_gui.ui.widgets.secret_field import SecretField
from desens_gui.views.parts.setup import FormBlock, FormCardView

BAR = 4  # px of the mark that shows where in a long form one is
MARGIN = 6  # px kept free around a control that is brought into sight


class FormBody(Painted):
    """Controls are kept by their codes, so that none loses the focus; they move, so that the ring follows."""

    def __init__(self, looks: Looks, replies: Replies, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self._replies = replies
        self._controls = Controls(looks, self, replies)
        self._picks: dict[str, PickList] = {}
        self._blocks: tuple[FormBlock, ...] = ()
        self._problem = ""
        self._shown: dict[str, QWidget] = {}
        self._flow: FormFlow | None = None
        self._offset = 0.0
        self._changing = False
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def render(self, view: FormCardView) -> None:  # type: ignore[override]
        if (view.blocks, view.problem) == (self._blocks, self._problem):
            return
        if [block.title for block in view.blocks] != [block.title for block in self._blocks]:
            self._offset = 0.0
        self._blocks, self._problem = view.blocks, view.problem
        self._changing = True  # a control that is hidden gives the focus away, half-way through
        self._show_controls()
        self._changing = False
        self._lay()

    def _show_controls(self) -> None:
        answers = [answer for block in self._blocks for answer in block.answers]
        fields = self._controls.fields(answer.field for answer in answers if answer.field is not None)
        choices = self._controls.choices(answer.choice for answer in answers)
        actions = self._controls.actions(block.action for block in self._blocks)
        self._shown = {field.view.code: field for field in fields}
        self._shown.update({choice.view.code: choice for choice in choices})
        self._shown.update({action.view.intent: action for action in actions})
        wanted = {block.pick.code: block.pick for block in self._blocks if block.pick is not None}
        for code, pick in wanted.items():
            if code not in self._picks:
                self._picks[code] = PickList(self.looks, self)
                self._picks[code].chosen.connect(self._replies.chosen)
            self._picks[code].render(pick)
            self._shown[code] = self._picks[code]
        for code, own in self._picks.items():
            own.setVisible(code in wanted)

    def take(self, code: str) -> str:
        """What was typed into a field that shows dots, once."""
        own = self._shown.get(code)
        return own.take() if isinstance(own, SecretField) else ""

    # ---- places

    def _height_of(self, code: str) -> int:
        own = self._shown[code]
        if isinstance(own, PickList):
            return own.height_wanted
        return max(self.theme.m.field, own.sizeHint().height())

    def _flowed(self, width: float) -> FormFlow:
        flow = FormFlow(self.theme, width, self._height_of)
        flow.problem(self._problem)
        for block in self._blocks:
            flow.add(block)
        return flow

    def height_at(self, width: float) -> int:
        """px that the form needs when it is `width` px wide."""
        return ceil(self._flowed(width).height) + self.theme.m.gap

    @property
    def _beyond(self) -> float:
        """How much of the form has no room."""
        return max(0.0, self._flow.height + self.theme.m.gap - self.height()) if self._flow else 0.0

    def _lay(self) -> None:
        self._flow = self._flowed(self.width())
        self._offset = min(self._offset, self._beyond)
        for code, box in self._flow.boxes.items():
            self._shown[code].setGeometry(box.translated(0, -round(self._offset)).toAlignedRect())
        self.update()

    def restyle(self) -> None:
        super().restyle()
        self._lay()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay()
        if (focus := self.focusWidget()) is not None:
            self._reveal(focus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._move_to(self._offset - event.angleDelta().y() / 2)

    def _move_to(self, offset: float) -> None:
        self._offset = min(max(0.0, offset), self._beyond)
        self._lay()
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            # Part of a choice moves with its parent and is told nothing; the ring follows what it is told.
            QCoreApplication.sendEvent(focus, QMoveEvent(focus.pos(), focus.pos()))

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and not self._changing and self.isAncestorOf(new):
            self._reveal(new)

    def _reveal(self, widget: QWidget) -> None:
        """Brings the control, with its name above it, into sight."""
        top = widget.mapTo(self, widget.rect().topLeft()).y()
        bottom = top + widget.height() + MARGIN
        above = top - self.theme.metrics("label_strong").height() - MARGIN
        if above < 0:
            self._move_to(self._offset + above)
        elif bottom > self.height():
            self._move_to(self._offset + bottom - self.height())

    # ---- keyboard

    def stops(self) -> list[QWidget]:
        """Everything that takes the focus, in the order of the form."""
        found: list[QWidget] = []
        for code in self._flow.boxes if self._flow else ():
            own = self._shown[code]
            if isinstance(own, PickList):
                found.extend(own.rows[: len(own.view.rows)])
            elif isinstance(own, SegmentedChoice):
                found.extend(own.segments[: len(own.view.options)])
            else:
                found.append(own)
        return found

    # ---- painting

    def draw(self, canvas: Canvas, box: QRectF) -> None:
        flow, c = self._flow, self.theme.c
        if flow is None:
            return
        shift = -round(self._offset)
        for strip in flow.strips:
            place = strip.translated(0, shift)
            canvas.fill(place, c.panel2)
            canvas.rule(place.left(), place.bottom() - 1, place.right(), place.bottom() - 1, c.line)
        for y in flow.rules:
            canvas.rule(box.left(), y + shift, box.right(), y + shift, c.line)
        for spot in flow.texts:
            side = "right" if spot.right else "left"
            colour = getattr(c, spot.colour)
            canvas.text(spot.box.translated(0, shift), spot.text, spot.role, colour, side)  # type: ignore[arg-type]
        if self._beyond:
            share = box.height() / (box.height() + self._beyond)
            top = self._offset / (box.height() + self._beyond) * box.height()
            mark = QRectF(box.right() - BAR, top, BAR, share * box.height())
            canvas.box(mark, c.line2, radius=BAR / 2)
