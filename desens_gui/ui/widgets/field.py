"""A field to type in, with its unit inside and its state in words, edge and tint."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.canvas import Canvas, Placed
from desens_gui.ui.widgets.spoken import tell
from desens_gui.views.parts.field import FieldView
from desens_gui.wording.plain import plain

INSIDE = 8  # px between edge and text


class Field(QLineEdit):
    """`edited` carries code and text as the person types; `entered` the code when Enter is pressed."""

    edited = Signal(str, str)
    entered = Signal(str)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.looks = looks
        self.view = FieldView(code="", name="")
        self.placed: tuple[Placed, ...] = ()
        self.role = "field"
        self.setFrame(False)
        self.setMaxLength(200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(self._typed)
        self.returnPressed.connect(self._entered)
        looks.changed.connect(self.restyle)
        self.restyle()

    def render(self, view: FieldView) -> None:  # type: ignore[override]
        """What the person types stays as typed: a view that only echoes it moves no cursor."""
        if view == self.view:
            return
        same_unit = view.unit == self.view.unit
        self.view = view
        if view.text != self.text():
            self.setText(view.text)
        self.setReadOnly(view.state == "read_only")
        tell(self, view.name, " ".join(part for part in (view.unit, view.words) if part))
        if not same_unit:
            self._make_room()
        self.update()

    def wipe(self) -> None:
        """Nothing typed is left, not even to be undone."""
        self.setText("")

    def _typed(self, text: str) -> None:
        self.edited.emit(self.view.code, text)

    def _entered(self) -> None:
        self.entered.emit(self.view.code)

    def restyle(self) -> None:
        theme = self.looks.theme
        palette = theme.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        self.setPalette(palette)
        self.setFont(theme.font(self.role))
        self.setFixedHeight(theme.m.field)
        self._make_room()

    def _make_room(self) -> None:
        unit = self.looks.theme.measure("label")(plain(self.view.unit))
        self.setTextMargins(INSIDE - 2, 0, round(unit) + (INSIDE + 2 if unit else INSIDE - 2), 0)

    def sizeHint(self) -> QSize:
        digits = self.looks.theme.measure(self.role)("00000")
        unit = self.looks.theme.measure("label")(plain(self.view.unit))
        return QSize(round(digits + unit + 4 * INSIDE), self.looks.theme.m.field)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.looks.theme.m.target, self.looks.theme.m.field)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        canvas = Canvas(painter, self.looks.theme)
        self._draw_behind(canvas, QRectF(self.rect()))
        painter.end()
        self.placed = tuple(canvas.placed)
        super().paintEvent(event)

    def _draw_behind(self, canvas: Canvas, box: QRectF) -> None:
        c, m, view = self.looks.theme.c, self.looks.theme.m, self.view
        if view.state in ("out_of_range", "error"):
            canvas.box(box, c.medium_tint, c.medium_line, radius=m.radius_field, width=2)
        elif view.state == "waiting":
            canvas.box(box, c.panel, c.line2, radius=m.radius_field, dashed=True)
        elif view.state == "read_only":
            canvas.box(box, c.panel2, radius=m.radius_field)
        else:
            canvas.box(box, c.panel, c.line2, radius=m.radius_field)
        inside = box.adjusted(INSIDE, 0, -INSIDE, 0)
        if view.unit:
            canvas.text(inside, view.unit, "label", c.ink2, "right")
        if view.hint and not self.text():
            room = inside.adjusted(0, 0, -canvas.width(view.unit, "label") - (4 if view.unit else 0), 0)
            canvas.text(room, view.hint, "label", c.ink3, "centre" if not view.unit else "left")

    def clipped_texts(self) -> list[str]:
        margins = self.textMargins()
        room = self.width() - margins.left() - margins.right() - 2
        own = self.looks.theme.measure(self.role)(self.text())
        clipped = [one.text for one in self.placed if not one.fits]
        return clipped if own <= room or self.hasFocus() else [*clipped, self.text()]


class NumberField(Field):
    """Digits and signs only by convention: what is wrong is said by the view, nothing typed is swallowed."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.setMaxLength(16)
        self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)


class TimeField(Field):
    """A time of day such as 10:49 or 10:49:10, in the smaller letters of the measuring time."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.role = "label_strong"
        self.setMaxLength(12)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setInputMethodHints(Qt.InputMethodHint.ImhTime)
        self.restyle()

    def _make_room(self) -> None:
        self.setTextMargins(2, 0, 2, 0)


class LabelledField(QWidget):
    """Label above, words under: what a form uses where there is room. The field is the focus."""

    def __init__(self, looks: Looks, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.looks = looks
        self.field = field
        self.label_text = ""
        self.placed: tuple[Placed, ...] = ()
        field.setParent(self)
        self.setFocusProxy(field)
        looks.changed.connect(self.restyle)
        self.restyle()

    def render(self, view: FieldView) -> None:  # type: ignore[override]
        if view == self.field.view and view.name == self.label_text:
            return
        self.label_text = view.name
        self.field.render(view)
        self.restyle()

    def restyle(self) -> None:
        metrics, m = self.looks.theme.metrics("label_strong"), self.looks.theme.m
        self._line = round(metrics.height()) + 2
        self.setFixedHeight(self._line + m.field + self._under())
        self._place()
        self.update()

    @property
    def _folded(self) -> bool:
        """Whether the words are too long for one line: they take two smaller ones."""
        return self.looks.theme.width(plain(self.field.view.words), "label") > self.width()

    def _under(self) -> int:
        if not self._folded:
            return self._line
        return 2 * round(self.looks.theme.metrics("small_plain").height()) + 3

    def _place(self) -> None:
        self.field.setGeometry(0, self._line, self.width(), self.looks.theme.m.field)

    def resizeEvent(self, event: object) -> None:
        self.restyle()

    def sizeHint(self) -> QSize:
        return QSize(max(160, self.field.sizeHint().width()), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        canvas, c = Canvas(painter, self.looks.theme), self.looks.theme.c
        canvas.text(QRectF(0, 0, self.width(), self._line - 2), self.label_text, "label_strong", c.ink)
        top = self._line + self.looks.theme.m.field + 2
        under = QRectF(0, top, self.width(), self.height() - top)
        if self._folded:
            canvas.paragraph(under, self.field.view.words, "small_plain", c.ink2, top=True)
        else:
            canvas.text(under, self.field.view.words, "label", c.ink2)
        painter.end()
        self.placed = tuple(canvas.placed)

    def clipped_texts(self) -> list[str]:
        return [one.text for one in self.placed if not one.fits]
