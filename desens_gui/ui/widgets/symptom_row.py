"""One organ system of the check: None, as at baseline, its first signs, and More."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.answer_button import AnswerButton
from desens_gui.ui.widgets.canvas import SLACK, Canvas
from desens_gui.ui.widgets.painted import Painted
from desens_gui.ui.widgets.sign_chip import SignChip
from desens_gui.ui.widgets.wrapping import wrapped
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.check import SystemRow
from desens_gui.views.parts.field import OptionView
from desens_gui.wording.plain import plain

LABEL = (76, 110)  # px: narrow, wide
NONE = (64, 94)
BASELINE = (62, 82)
MORE = (44, 56)
BAR = 4
MOST_HEIGHT = 56


def as_action(option: OptionView) -> ActionView:
    return ActionView(
        intent=option.code, label=option.label, done=option.chosen, blocked_reason=option.blocked_reason
    )


class SymptomRowWidget(Painted):
    """`answered` carries system and answer, `tapped` system, sign and severity, `more` the system."""

    answered = Signal(str, str)
    tapped = Signal(str, str, str)
    more = Signal(str)
    explained = Signal(str)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        nothing = ActionView(intent="", label="")
        self.view = SystemRow(
            code="", label="", none=nothing, baseline=OptionView(code="", label=""), more=nothing
        )
        self.none = AnswerButton(looks, self)
        self.baseline = AnswerButton(looks, self)
        self.chips: list[SignChip] = []
        self.more_button = AnswerButton(looks, self)
        self.none.intent.connect(self._none)
        self.baseline.intent.connect(self._baseline)
        self.more_button.intent.connect(self._more)
        for button in (self.none, self.baseline, self.more_button):
            button.explained.connect(self.explained)

    def render(self, view: SystemRow) -> None:  # type: ignore[override]
        if view == self.view:
            return
        self.view = view
        self.tell(view.label, view.sub)
        self.none.render(replace(view.none, intent=view.none.intent or "none"))
        self.baseline.render(as_action(view.baseline))
        self.more_button.render(replace(view.more, intent=view.more.intent or "more"))
        self.more_button.setVisible(bool(view.further))
        for button in (self.none, self.baseline, self.more_button):
            button.tell(f"{view.label}: {button.view.label}", button.view.blocked_reason)
        while len(self.chips) < len(view.chips):
            chip = SignChip(self.looks, self)
            chip.tapped.connect(self._tap)
            self.chips.append(chip)
        for number, chip in enumerate(self.chips):
            chip.setVisible(number < len(view.chips))
            if number < len(view.chips):
                chip.render(view.chips[number])
        self._place()
        self.update()

    def _none(self) -> None:
        self.answered.emit(self.view.code, "none")

    def _baseline(self) -> None:
        self.answered.emit(self.view.code, "as_at_baseline")

    def _more(self) -> None:
        self.more.emit(self.view.code)

    def _tap(self, sign: str, severity: str) -> None:
        self.tapped.emit(self.view.code, sign, severity)

    def stops(self) -> list[QWidget]:
        """In the order of Tab."""
        chips = [chip for chip in self.chips if not chip.isHidden()]
        return [
            self.none,
            self.baseline,
            *chips,
            *([] if self.more_button.isHidden() else [self.more_button]),
        ]

    # ---- places

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def restyle(self) -> None:
        super().restyle()
        self._place()

    @property
    def _wide(self) -> bool:
        return self.theme.m.min_width > 0

    def _chips_left(self) -> int:
        m, wide = self.theme.m, self._wide
        return (m.pad if wide else 8) + LABEL[wide] + NONE[wide] + BASELINE[wide] + 4 + (16 if wide else 8)

    def _place(self) -> None:
        m, wide = self.theme.m, self._wide
        height = max(m.target, min(MOST_HEIGHT, self.height() - 10))
        top = (self.height() - height) // 2
        left = (m.pad if wide else 8) + LABEL[wide]
        self.none.setGeometry(left, top, NONE[wide], height)
        self.baseline.setGeometry(left + NONE[wide] + 4, top, BASELINE[wide], height)
        right = self.width() - (m.pad if wide else 6)
        self.more_button.setGeometry(right - MORE[wide], top, MORE[wide], height)
        shown = [chip for chip in self.chips if not chip.isHidden()]
        left, right = self._chips_left(), right - MORE[wide] - 4
        count = max(3, len(shown))
        width = (right - left - 4 * (count - 1)) / count
        for number, chip in enumerate(shown):
            start = round(left + number * (width + 4))
            chip.setGeometry(start, top, round(left + number * (width + 4) + width) - start, height)

    # ---- painting

    def draw(self, canvas: Canvas, box: QRectF) -> None:
        c, view = self.theme.c, self.view
        ask = view.state == "to_answer"
        if ask:
            canvas.fill(box, c.acc_tint)
        bar = {"to_answer": c.acc, "out_of_range": c.medium_line}.get(view.state)
        if bar is not None:
            canvas.fill(QRectF(box.left(), box.top(), BAR, box.height()), bar)
        canvas.rule(box.left(), box.bottom() - 1, box.right(), box.bottom() - 1, c.line)
        split = self._chips_left() - (8 if self._wide else 4)
        canvas.rule(split, self.none.y(), split, self.none.y() + self.none.height(), c.line2)
        left = float(self.theme.m.pad if self._wide else 8)
        room = QRectF(left, box.top(), LABEL[self._wide] - 4, box.height())
        line, small = canvas.metrics("label_strong").height(), canvas.metrics("small_plain").height()
        measure = self.theme.measure("label_strong")
        label = plain(view.label)
        if measure(max(label.split(" "), key=measure)) > room.width() + SLACK:
            label = label.replace("/", "/ ")
        lines = min(2, len(wrapped(label, measure, room.width() + SLACK)))
        top = box.center().y() - (lines * line + (small if view.sub else 0)) / 2
        place = QRectF(left, top, room.width(), lines * line)
        canvas.paragraph(place, label, "label_strong", c.ink, top=True)
        under = QRectF(left, place.bottom(), room.width(), small)
        quiet = c.ink3 if view.state == "stale" else c.ink2
        canvas.text(under, view.sub, "small" if ask else "small_plain", c.acc if ask else quiet)
