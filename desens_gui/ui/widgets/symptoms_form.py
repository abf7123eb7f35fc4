"""The symptoms of a check, one row an organ system, and the one key for all seven."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.canvas import Canvas
from desens_gui.ui.widgets.card import Card
from desens_gui.ui.widgets.row_action import RowAction
from desens_gui.ui.widgets.signs_panel import SignsPanel
from desens_gui.ui.widgets.symptom_row import SymptomRowWidget
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.check import SymptomsView, SystemRow

OTHER = Qt.FocusReason.OtherFocusReason


class SymptomsForm(Card):
    """`answered` system and answer; `tapped` system, sign, severity; `asked_all` the one key."""

    answered = Signal(str, str)
    tapped = Signal(str, str, str)
    asked_all = Signal()
    explained = Signal(str)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.view = SymptomsView(
            head=CardHead(title=""), chips_head="", rows=(), asked_all=ActionView(intent="", label="")
        )
        self.rows: list[SymptomRowWidget] = []
        self.all_button = RowAction(looks, self)
        self.all_button.intent.connect(self.asked_all)
        self.all_button.explained.connect(self.explained)
        self.panel = SignsPanel(looks, self)
        self.panel.tapped.connect(self.tapped)
        self.panel.closed.connect(self.close_panel)
        self._open = ""

    def render(self, view: SymptomsView) -> None:  # type: ignore[override]
        if view == self.view:
            return
        self.view = view
        self.render_head(view.head)
        while len(self.rows) < len(view.rows):
            self._add_row()
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(view.rows))
            if number < len(view.rows):
                row.render(view.rows[number])
        self.all_button.render(view.asked_all)
        self._render_panel()
        self._place()
        self.update()

    def _add_row(self) -> None:
        row = SymptomRowWidget(self.looks, self)
        row.answered.connect(self.answered)
        row.tapped.connect(self.tapped)
        row.more.connect(self.open_panel)
        row.explained.connect(self.explained)
        row.stackUnder(self.panel)
        self.rows.append(row)

    # ---- every sign of one system

    def _row_of(self, system: str) -> SystemRow | None:
        return next((row for row in self.view.rows if row.code == system), None)

    def open_panel(self, system: str) -> None:
        self._open = system
        self._render_panel()
        chips = self.panel.shown_chips()
        (chips[0] if chips else self.panel.close_button).setFocus(OTHER)

    def close_panel(self) -> None:
        """Back to the rows, to the button that opened it."""
        system, self._open = self._open, ""
        self._render_panel()
        opened_by = next((row for row in self.rows if row.view.code == system), None)
        if opened_by is not None:
            opened_by.more_button.setFocus(OTHER)

    def _render_panel(self) -> None:
        row = self._row_of(self._open)
        if row is not None:
            self.panel.render(row)
        for widget in self.rows[: len(self.view.rows)]:
            widget.setVisible(row is None)
        self.panel.setVisible(row is not None)

    def stops(self) -> list[QWidget]:
        """In the order of Tab; while the panel is open, only what is in it and the foot."""
        if self._open:
            return [*self.panel.shown_chips(), self.panel.close_button, self.all_button]
        return [*(stop for row in self.rows if not row.isHidden() for stop in row.stops()), self.all_button]

    def answers(self) -> list[QWidget]:
        """Where Enter goes: None of every system, then the one key for all."""
        if self._open:
            return self.stops()
        return [*(row.none for row in self.rows if not row.isHidden()), self.all_button]

    # ---- places

    @property
    def _heads_height(self) -> int:
        return round(self.theme.metrics("small").height() * 1.5)

    @property
    def _foot_height(self) -> int:
        return self.theme.m.target + 10

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def restyle(self) -> None:
        super().restyle()
        self._place()

    def _place(self) -> None:
        m = self.theme.m
        top = m.card_head + self._heads_height
        bottom = self.height() - self._foot_height - 1
        count = max(1, len(self.view.rows))
        each = (bottom - top) / count
        for number, row in enumerate(self.rows[:count]):
            start = round(top + number * each)
            row.setGeometry(1, start, self.width() - 2, round(top + (number + 1) * each) - start)
        self.panel.setGeometry(1, m.card_head, self.width() - 2, bottom - m.card_head)
        width = max(self.all_button.sizeHint().width(), m.target)
        self.all_button.setGeometry(self.width() - m.pad + 2 - width, bottom + 6, width, m.target)

    # ---- painting

    def draw_body(self, canvas: Canvas, box: QRectF) -> None:
        c, m = self.theme.c, self.theme.m
        heads = QRectF(box.left(), box.top(), box.width(), self._heads_height)
        canvas.fill(heads, c.panel2)
        canvas.rule(heads.left(), heads.bottom() - 1, heads.right(), heads.bottom() - 1, c.line)
        if self.rows and not self._open:
            chips = [chip for chip in self.rows[0].chips if not chip.isHidden()]
            left = chips[0].x() if chips else box.left() + m.pad
            right = box.right() - m.pad
            room = QRectF(left, heads.top(), right - left, heads.height())
            canvas.text(room, self.view.chips_head, "small", c.ink2, "centre")
        foot = QRectF(box.left(), box.bottom() - self._foot_height, box.width(), self._foot_height)
        canvas.fill(foot, c.panel2)
        canvas.rule(foot.left(), foot.top(), foot.right(), foot.top(), c.line2)
        room = foot.adjusted(m.pad, 0, -m.pad - self.all_button.width() - m.gap, 0)
        canvas.text(room, self.view.foot_strong, "label_strong", c.ink)
