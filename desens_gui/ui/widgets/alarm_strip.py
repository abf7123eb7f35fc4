"""The alarm strip: colour, triangle with marks, words; only its edge flashes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.action_button import ActionButton
from desens_gui.ui.widgets.action_text import in_two
from desens_gui.ui.widgets.canvas import Canvas, Run
from desens_gui.ui.widgets.painted import Painted
from desens_gui.ui.widgets.stepper import Stepper
from desens_gui.views.parts.alarm import AlarmStripView
from desens_gui.wording.plain import plain

EDGE = 4
MOST_NOTE = 0.6  # of the strip, for a note folded in two lines


class StripButton(ActionButton):
    """Lies on the alarm colour and takes its ink."""

    ink_token = "ink"

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor, QColor]:
        ink = getattr(self.theme.c, self.ink_token)
        tint = QColor(ink)
        tint.setAlpha(50)
        return (tint if self.isDown() else None), ink, ink, ink

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(168, 44))

    def _cap_edge(self, rest: QColor) -> QColor:
        return rest


class AlarmStrip(Painted):
    """Emits the intents of its buttons and of the stepper; the alarm itself is nothing to press."""

    intent = Signal(str)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.view = AlarmStripView(title="")
        self.acknowledge, self.pause = StripButton(looks, self), StripButton(looks, self)
        for button in self.buttons:
            button.intent.connect(self.intent)
            button.hide()
        self.stepper = Stepper(looks, self)
        self.stepper.intent.connect(self.intent)
        self.stepper.hide()

    def render(self, view: AlarmStripView) -> None:  # type: ignore[override]
        if view == self.view:
            return
        self.view = view
        self.tell(view.title, " ".join(part for part in (view.text, view.note_strong, view.note) if part))
        for button, action in zip(self.buttons, (view.acknowledge, view.pause_audio), strict=True):
            if action is not None:
                button.ink_token = self._tokens()[1]
                button.render(action)
                button.update()
            button.setVisible(action is not None)
        if view.stepper is not None:
            self.stepper.render(view.stepper)
        self.stepper.setVisible(view.stepper is not None and view.level == "none")
        self._place()
        self.update()

    @property
    def buttons(self) -> tuple[StripButton, StripButton]:
        """Acknowledge, then "Pause sound"; hidden while there is nothing to be silenced."""
        return self.acknowledge, self.pause

    def _tokens(self) -> tuple[str, str]:
        """Tokens of the ground and of the text on it."""
        level = self.view.level
        return ("panel2", "ink") if level == "none" else (level, f"on_{level}")

    def _place(self) -> None:
        m, right = self.theme.m, self.width() - self.theme.m.page
        for button in reversed(self.buttons):
            if not button.isHidden():
                wide = button.sizeHint().width()
                button.setGeometry(right - wide, (self.height() - 44) // 2, wide, 44)
                right -= wide + m.gap
        title = round(self.theme.width(plain(self.view.title), "strong"))
        steps = self.stepper.sizeHint()
        self.stepper.setGeometry(
            m.page + title + 2 * m.gap, (self.height() - 44) // 2, steps.width(), steps.height()
        )

    def restyle(self) -> None:
        super().restyle()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def draw(self, canvas: Canvas, box: QRectF) -> None:
        c, m, view = self.theme.c, self.theme.m, self.view
        ground, ink_token = self._tokens()
        alarm, ink = view.level != "none", getattr(c, ink_token)
        canvas.fill(box, getattr(c, ground))
        if view.edge_on and alarm:
            canvas.fill(QRectF(box.left(), box.top(), box.width(), EDGE), ink)
            canvas.fill(QRectF(box.left(), box.bottom() - EDGE, box.width(), EDGE), ink)
        else:
            canvas.rule(box.left(), box.bottom() - 1, box.right(), box.bottom() - 1, c.line2)
        room = box.adjusted(m.page, EDGE, -m.page, -EDGE)
        shown = [button.geometry().left() for button in self.buttons if not button.isHidden()]
        if shown:
            room.setRight(min(shown) - m.gap)
        icon = f"alarm_{view.level}" if alarm else view.icon
        if icon:
            side = room.height() * 0.84 if alarm else float(m.icon)
            canvas.icon(icon, QRectF(room.left(), room.center().y() - side / 2, side, side), ink)
            room.setLeft(room.left() + side + m.gap)
        self._draw_texts(canvas, room, ink, c.ink2 if not alarm else ink)

    def _draw_texts(self, canvas: Canvas, room: QRectF, ink: QColor, quiet: QColor) -> None:
        view, m = self.view, self.theme.m
        alarm = view.level != "none"
        if view.stepper is not None and not alarm:
            self._draw_beside_stepper(canvas, room, ink, quiet)
            return
        title, text = ("alarm", "alarm_plain") if alarm else ("strong", "body")
        own = [Run(view.title, title, ink), Run(view.text, text, quiet, 2 * m.gap)]
        taken = sum(canvas.width(run.text, run.role) + run.gap for run in own)
        notes = [Run(view.note_strong, "strong", ink), Run(view.note, "body", ink, 0.0)]
        icon = float(m.icon) + m.gap if view.note_icon else 0.0
        wide = sum(canvas.width(run.text, run.role) for run in notes) + icon
        if (
            taken + wide + 2 * m.gap > room.width() and view.note_strong
        ):  # the long tail of the note goes first
            notes = notes[:1]
            wide = canvas.width(view.note_strong, "strong") + icon
        if taken + wide + 2 * m.gap > room.width():
            self._draw_folded(canvas, room, own, notes, ink)
            return
        if view.note_strong or view.note:
            if icon:
                place = QRectF(room.right() - wide, room.center().y() - m.icon / 2, m.icon, m.icon)
                canvas.icon(view.note_icon, place, ink)
            canvas.runs(QRectF(room.right() - wide + icon, room.top(), wide - icon + 1, room.height()), notes)
            room = room.adjusted(0, 0, -wide - 2 * m.gap, 0)
        canvas.runs(room, own)
        if not alarm and view.text and view.title:
            at = room.left() + canvas.width(view.title, title) + m.gap
            canvas.rule(at, room.center().y() - 8, at, room.center().y() + 8, self.theme.c.line2)

    def _draw_folded(
        self, canvas: Canvas, room: QRectF, own: list[Run], notes: list[Run], ink: QColor
    ) -> None:
        """Not all on one line: the note and the text take two each, the title stays."""
        title, text = own
        note = " ".join(run.text for run in notes if run.text)
        if note:
            icon = float(self.theme.m.icon) + self.theme.m.gap if self.view.note_icon else 0.0
            least = in_two(note, self.theme, "label_strong") + 1
            wide = min(least, room.width() * MOST_NOTE)
            place = QRectF(room.right() - wide, room.top(), wide, room.height())
            canvas.paragraph(place, note, "label_strong", ink)
            side = self.theme.m.icon
            if icon:
                beside = QRectF(place.left() - icon, place.center().y() - side / 2, side, side)
                canvas.icon(self.view.note_icon, beside, ink)
            room = room.adjusted(0, 0, -wide - icon - 2 * self.theme.m.gap, 0)
        left = canvas.text(room, title.text, title.role, title.colour) + text.gap
        if text.text:
            canvas.paragraph(room.adjusted(left, 0, 0, 0), text.text, "label", text.colour)

    def _draw_beside_stepper(self, canvas: Canvas, room: QRectF, ink: QColor, quiet: QColor) -> None:
        """Title before the steps; the text after them, where it has room."""
        canvas.text(room, self.view.title, "strong", ink)
        rest = room.adjusted(self.stepper.geometry().right() + 2 * self.theme.m.gap - room.left(), 0, 0, 0)
        if canvas.width(self.view.text, "body") <= rest.width():
            canvas.text(rest, self.view.text, "body", quiet, "right")
