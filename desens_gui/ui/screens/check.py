"""The check: the step's timer stays at the left, vital signs in the middle, symptoms at the right.

Keys: Enter goes to the next answer, Tab to the next control, Space or a click chooses, arrows move inside a
choice. 1 to 7 answer None for a system and 0 answers all seven, while no field has the focus.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desens_gui.ui.screens.form_screen import chain
from desens_gui.ui.screens.screen import Screen
from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.chip import CYCLE
from desens_gui.ui.widgets.choice import SegmentedChoice
from desens_gui.ui.widgets.controls import Replies
from desens_gui.ui.widgets.live_column import LiveColumn
from desens_gui.ui.widgets.symptoms_form import SymptomsForm
from desens_gui.ui.widgets.vitals_form import VitalsForm
from desens_gui.views.parts.check import CheckView
from desens_gui.views.parts.check_draft import (
    AnswerCode,
    CheckDraft,
    answered,
    asked_all,
    chose,
    tapped,
    typed,
)
from desens_gui.views.parts.field import Severity

VITALS_WIDTH = (560, 790)  # narrow, wide
ANSWERS: dict[str, AnswerCode] = {"none": "none", "as_at_baseline": "as_at_baseline"}
SEVERITIES: dict[str, Severity] = {severity: severity for severity in CYCLE}


class CheckScreen(Screen):
    """`changed` carries the CheckDraft after each key and answer, then `edited` what it was.

    `now_us` gives us of UTC. Whoever hands the check in reads `draft`, and empties the form with `clear`.
    """

    changed = Signal(object)

    def __init__(self, looks: Looks, now_us: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self._now_us = now_us
        self.draft = CheckDraft()
        self._chained: list[QWidget] = []
        replies = Replies(self)
        self.live = LiveColumn(looks, self)
        self.vitals = VitalsForm(looks, replies, self)
        self.symptoms = SymptomsForm(looks, self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.live)
        self._row.addWidget(self.vitals)
        self._row.addWidget(self.symptoms, 1)
        replies.edited.connect(self._typed)
        replies.chosen.connect(self._chose)
        replies.entered.connect(self.entered)
        replies.explained.connect(self.explained)
        self.symptoms.answered.connect(self._answered)
        self.symptoms.tapped.connect(self._tapped)
        self.symptoms.asked_all.connect(self._asked_all)
        self.symptoms.explained.connect(self.explained)
        looks.changed.connect(self.restyle)
        self.restyle()

    def render(self, view: CheckView) -> None:  # type: ignore[override]
        self.live.render(view.live)
        self.vitals.render(view.vitals)
        self.symptoms.render(view.symptoms)
        stops = [*self.vitals.stops(), *self.symptoms.stops()]
        if stops != self._chained:
            chain(stops)
            self._chained = stops

    def restyle(self) -> None:
        m = self.looks.theme.m
        self._row.setContentsMargins(m.page, m.gap, m.page, m.gap)
        self._row.setSpacing(m.gap)
        self.vitals.setFixedWidth(VITALS_WIDTH[m.min_width > 0])

    def clear(self) -> None:
        """Empty again, for the next check; whoever clears renders next."""
        self.draft = CheckDraft()

    # ---- what a person enters

    def _use(self, draft: CheckDraft, code: str, text: str) -> None:
        self.draft = draft
        self.changed.emit(draft)
        self.edited.emit(code, text)

    def _typed(self, field: str, text: str) -> None:
        self._use(typed(self.draft, field, text, self._now_us()), field, text)

    def _chose(self, item: str, option: str) -> None:
        self._use(chose(self.draft, item, option, self._now_us()), item, option)

    def _answered(self, system: str, answer: str) -> None:
        self._use(answered(self.draft, system, ANSWERS[answer], self._now_us()), system, answer)

    def _tapped(self, system: str, sign: str, severity: str) -> None:
        self._use(tapped(self.draft, system, sign, SEVERITIES[severity], self._now_us()), sign, severity)

    def _asked_all(self) -> None:
        self._use(asked_all(self.draft, self._now_us()), "asked_all", "")

    # ---- keys

    def first_focus(self) -> QWidget | None:
        """The first vital sign nobody has entered yet."""
        for answer in self.vitals.answers():
            if isinstance(answer, QLineEdit) and not answer.text():
                return answer
            if isinstance(answer, SegmentedChoice) and not any(part.view.chosen for part in answer.segments):
                return answer.segments[0]
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not (enter and self._go_on()):
            super().keyPressEvent(event)

    def _go_on(self) -> bool:
        """The focus goes to the next answer; false after the last one."""
        answers = [*self.vitals.answers(), *self.symptoms.answers()]
        rest = answers[self._answers_up_to(answers, self.focusWidget()) :]
        if not rest:
            return False
        then = rest[0]
        if isinstance(then, SegmentedChoice):
            then = next((part for part in then.segments if part.view.chosen), then.segments[0])
        then.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _answers_up_to(self, answers: list[QWidget], at: QWidget | None) -> int:
        """How many answers lie before or at the control that has the focus, in the order of Tab."""
        if at is None:
            return 0
        stops = self._chained
        here = next((n for n, stop in enumerate(stops) if stop is at or stop.isAncestorOf(at)), -1)
        passed = stops[: here + 1]
        return sum(1 for answer in answers if answer in passed)
