"""The steps of setting up, side by side in the strip: each opens its card."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.canvas import Canvas
from desens_gui.ui.widgets.painted import Painted
from desens_gui.ui.widgets.pressable import Pressable
from desens_gui.views.parts.stepper import StepMarkView, StepperView
from desens_gui.wording.plain import plain

HEIGHT = 44
LINE = 14  # px of the line between two steps
PLATE = 22


class StepMark(Pressable):
    """Done is a tick, open a filled number, to come an outlined one."""

    intent = Signal(str)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.view = StepMarkView(intent="", number="", label="")
        self.clicked.connect(self._act)

    def _act(self) -> None:
        self.intent.emit(self.view.intent)

    def render(self, view: StepMarkView) -> None:  # type: ignore[override]
        if view == self.view:
            return
        self.view = view
        self.tell(f"{view.number} {view.label}")
        self.setProperty("mark", view.mark)
        self.updateGeometry()
        self.update()

    @property
    def _role(self) -> str:
        return "strong" if self.view.mark == "open" else "body"

    def sizeHint(self) -> QSize:
        label = self.theme.width(plain(self.view.label), "strong")
        return QSize(max(self.theme.m.target, round(label) + PLATE + 16), HEIGHT)

    def draw(self, canvas: Canvas, box: QRectF) -> None:
        c, m, mark = self.theme.c, self.theme.m, self.view.mark
        if self.isDown() or self.underMouse():
            canvas.box(box.adjusted(0, 2, 0, -2), c.acc_tint if self.isDown() else c.panel, radius=m.radius)
        plate = QRectF(box.left() + 4, box.center().y() - PLATE / 2, PLATE, PLATE)
        if mark == "done":
            canvas.icon("tick", plate.adjusted(2, 2, -2, -2), c.ink, 2.4)
        elif mark == "open":
            canvas.box(plate, c.acc_fill, radius=m.radius_tag)
            canvas.text(plate, self.view.number, "small", c.on_acc, "centre")
        else:
            canvas.box(plate, c.panel, c.line2, radius=m.radius_tag)
            canvas.text(plate, self.view.number, "small", c.ink2, "centre")
        room = QRectF(plate.right() + 6, box.top(), box.right() - plate.right() - 6, box.height())
        canvas.text(room, self.view.label, self._role, c.ink if mark != "to_come" else c.ink2)


class Stepper(Painted):
    intent = Signal(str)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.view = StepperView(name="", steps=())
        self.marks: list[StepMark] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(LINE)

    def render(self, view: StepperView) -> None:  # type: ignore[override]
        if view == self.view:
            return
        self.view = view
        self.tell(view.name)
        while len(self.marks) < len(view.steps):
            mark = StepMark(self.looks, self)
            mark.intent.connect(self.intent)
            self.marks.append(mark)
            self._row.addWidget(mark)
        for number, mark in enumerate(self.marks):
            mark.setVisible(number < len(view.steps))
            if number < len(view.steps):
                mark.render(view.steps[number])
        self.update()

    def sizeHint(self) -> QSize:
        shown = self.marks[: len(self.view.steps)]
        width = sum(mark.sizeHint().width() for mark in shown) + LINE * max(0, len(shown) - 1)
        return QSize(width, HEIGHT)

    def draw(self, canvas: Canvas, box: QRectF) -> None:
        middle = box.center().y()
        for mark in self.marks[: len(self.view.steps) - 1]:
            left = mark.geometry().right() + 2
            canvas.rule(left, middle, left + LINE - 3, middle, self.theme.c.line2)
