"""A short question: what to do first, large answers, fields, and the way back."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.canvas import SLACK, Canvas
from desens_gui.ui.widgets.card import Card
from desens_gui.ui.widgets.controls import Controls, Replies
from desens_gui.ui.widgets.wrapping import wrapped
from desens_gui.views.parts.panel import PanelView
from desens_gui.wording.plain import plain

ACROSS = 3
OPTION_HEIGHT = 60
SEGMENT = 150
FIELD_MOST = 560


class PanelCard(Card):
    def __init__(self, looks: Looks, replies: Replies, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.view: PanelView | None = None
        self._controls = Controls(looks, self, replies)
        self.options: list[QWidget] = []
        self.choices: list[QWidget] = []
        self.fields: list[QWidget] = []
        self.feet: list[QWidget] = []

    def render(self, view: PanelView) -> None:  # type: ignore[override]
        if view == self.view:
            return
        self.view = view
        self.render_head(view.head)
        self.use_frame("high" if view.urgent else "")
        every = list(self._controls.actions((*view.options, view.confirm, view.back)))
        self.options, self.feet = list(every[: len(view.options)]), list(every[len(view.options) :])
        self.choices = list(self._controls.choices(view.choices))
        self.fields = list(self._controls.fields(view.fields))
        self.tell(view.head.title, f"{view.lead} {view.text} {view.problem}")
        self._place()
        self.update()

    def stops(self) -> list[QWidget]:
        return [*self.options, *self.choices, *self.fields, *self.feet]

    # ---- places

    def _height(self, text: str, role: str) -> float:
        room = self.width() - 2 * self.theme.m.pad - 6
        lines = wrapped(plain(text), self.theme.measure(role), room + SLACK) if text else []
        return len(lines) * self.theme.metrics(role).height()

    @property
    def _lead_role(self) -> str:
        return "instruction" if self.view is not None and self.view.urgent else "heading"

    @property
    def _text(self) -> str:
        """Under large answers there may be no room for the problem: it takes the place of the text."""
        view = self.view
        return "" if view is None else view.problem if view.problem and view.options else view.text

    def _options_top(self) -> float:
        m, view = self.theme.m, self.view
        if view is None:
            return 0.0
        words = self._height(view.lead, self._lead_role) + self._height(self._text, "body")
        return m.card_head + m.pad + words + (m.pad if words else 0)

    def _line(self) -> int:
        return round(self.theme.metrics("label_strong").height()) + 6

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def restyle(self) -> None:
        super().restyle()
        self._place()

    def _place(self) -> None:
        view = self.view
        if view is None:
            return
        m, room, at = self.theme.m, self.width() - 2 * self.theme.m.pad, round(self._options_top())
        each = (room - m.gap * (ACROSS - 1)) // ACROSS
        for number, option in enumerate(self.options):
            row, column = divmod(number, ACROSS)
            option.setGeometry(
                m.pad + column * (each + m.gap), at + row * (OPTION_HEIGHT + m.gap), each, OPTION_HEIGHT
            )
        at += -(-len(self.options) // ACROSS) * (OPTION_HEIGHT + m.gap)
        for choice, own in zip(self.choices, view.choices, strict=True):
            choice.setGeometry(m.pad, at + self._line(), min(room, SEGMENT * len(own.options)), m.field)
            at += self._line() + m.field + m.gap
        half = (room - m.gap) // 2
        for number, field in enumerate(self.fields):
            row, column = divmod(number, 2)
            top = at + row * (2 * self._line() + m.field + m.gap // 2) + self._line()
            field.setGeometry(m.pad + column * (half + m.gap), top, half, m.field)
        self._place_feet()

    def _place_feet(self) -> None:
        m, right = self.theme.m, self.width() - self.theme.m.pad
        for foot in self.feet:
            hint = foot.sizeHint()
            width, height = max(160, hint.width()), max(52, hint.height())
            foot.setGeometry(right - width, self.height() - m.pad - height, width, height)
            right -= width + m.gap

    # ---- painting

    def draw_body(self, canvas: Canvas, box: QRectF) -> None:
        view, c, m = self.view, self.theme.c, self.theme.m
        if view is None:
            return
        top, width = m.card_head + m.pad - 0.0, self.width() - 2.0 * m.pad - 6
        for text, role, ink in (
            (view.lead, self._lead_role, c.high_ink if view.urgent else c.ink),
            (self._text, "body", c.ink if view.problem and view.options else c.ink2),
        ):
            if text:
                place = QRectF(m.pad + 2, top, width, self._height(text, role))
                if text == view.problem:
                    ground = place.adjusted(-4, 0, 4, 0)
                    canvas.box(ground, c.medium_tint, c.medium_line, radius=m.radius_tag, width=2)
                top += canvas.paragraph(place, text, role, ink, top=True)
        names = [*(own.name for own in view.choices), *(own.name for own in view.fields)]
        for part, name in zip((*self.choices, *self.fields), names, strict=True):
            place = QRectF(part.x(), part.y() - self._line(), part.width(), self._line() - 5)
            canvas.text(place, name, "label_strong", c.ink)
        for field, typed in zip(self.fields, view.fields, strict=True):
            under = QRectF(field.x(), field.geometry().bottom() + 2, field.width(), self._line())
            if typed.words:
                canvas.text(under, typed.words, "label", c.ink)
        if view.problem and self.feet and not view.options:
            left = min(foot.x() for foot in self.feet)
            place = QRectF(m.pad, self.feet[0].y(), left - m.pad - m.gap, self.feet[0].height())
            canvas.box(place, c.medium_tint, c.medium_line, radius=m.radius_tag, width=2)
            canvas.paragraph(place.adjusted(8, 0, -8, 0), view.problem, "label_strong", c.ink)
