"""What a nurse presses: label, what follows, key. Blocked, it keeps the focus and says why."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.action_text import TYPES, Types, fits, in_two, laid_out
from desens_gui.ui.widgets.canvas import Canvas
from desens_gui.ui.widgets.key_cap import draw_key_cap, key_cap_width
from desens_gui.ui.widgets.pressable import Pressable
from desens_gui.views.parts.action import ActionView
from desens_gui.wording.plain import plain

REACTION_HEIGHT = 60
CAP_GAP = 6  # px between text and key
CLOSER = 4  # px to each edge in the narrowest form
NOTHING = ActionView(intent="", label="")


class ActionButton(Pressable):
    """`intent` carries the code of the view; `explained` the reason, when the action is blocked."""

    intent = Signal(str)
    explained = Signal(str)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.view = NOTHING
        self._armed = NOTHING.intent
        self._narrow = 0
        self.pressed.connect(self._arm)
        self.clicked.connect(self._act)

    def render(self, view: ActionView) -> None:  # type: ignore[override]
        if view == self.view:
            return
        self.view = view
        self.setProperty("blocked", bool(view.blocked_reason))
        self.tell(view.label, view.blocked_reason or view.sub)
        self.updateGeometry()
        self.update()

    def _arm(self) -> None:
        self._armed = self.view.intent

    def _act(self) -> None:
        if self._armed != self.view.intent:  # it became another action under the finger
            return
        if self.view.blocked_reason:
            self.explained.emit(self.view.blocked_reason)
        elif self.view.intent:
            self.intent.emit(self.view.intent)

    # ---- measuring

    @property
    def _big(self) -> bool:
        return self.view.kind in ("primary", "danger")

    @property
    def _types(self) -> Types:
        """The first that fits is used."""
        return TYPES[self.view.kind]

    @property
    def _roles(self) -> tuple[str, str]:
        """Of label and sub-line, where there is room."""
        return self._types[0].label, self._types[0].sub

    @property
    def _icon(self) -> str:
        if self.view.blocked_reason:
            return "lock"
        if self.view.kind == "normal" and not self.theme.m.button_icons:
            return "tick" if self.view.done else ""
        return "tick" if self.view.done else self.view.icon

    @property
    def _icon_side(self) -> float:
        if not self._icon:
            return 0.0
        return self.theme.m.icon * (1.6 if self.view.kind == "danger" else 1.0)

    @property
    def _key(self) -> str:
        return self.view.key if self.view.key_shown else ""

    @property
    def _pad(self) -> float:
        return self.theme.m.pad - (0 if self._big else 2)

    @property
    def _own_pad(self) -> float:
        return self._pad - (CLOSER if self._narrow > 1 else 0)

    def _beside(self) -> float:
        """Everything of the width that is not text, in the full form."""
        icon, cap = self._icon_side, key_cap_width(self.theme.metrics("small"), self._key)
        return 2 * self._pad + (icon + 8 if icon else 0) + (cap + CAP_GAP if cap else 0)

    def text_sub(self) -> str:
        """What stands under the label: what follows or the reason; nothing in a narrow form."""
        return "" if self._narrow else self.view.blocked_reason or self.view.sub

    def least_width(self, *, narrow: int = 0) -> int:
        """px; narrow 0: with its sub-line, 1: without, 2: closer to its edges as well."""
        role, sub_role = self._roles
        label = plain(self.view.label)
        sub = "" if narrow else plain(self.view.blocked_reason or self.view.sub)
        if sub or self.view.kind != "normal":
            wide = self.theme.width(label, role)
        else:
            wide = in_two(label, self.theme, role)
        if sub and self.view.blocked_reason:
            wide = max(wide, in_two(sub, self.theme, sub_role))
        elif sub:
            wide = max(wide, self.theme.width(sub, sub_role))
        whole = round(wide + self._beside() + 3) - (2 * CLOSER if narrow > 1 else 0)
        return max(self.theme.m.target, whole)

    def whole_width(self, least: int) -> int:
        """px from `least` up where all its text can be read in the height of the bar."""
        wide, most = least, max(least, self.least_width())
        view, height = self.view, self.theme.m.action_height - 2
        sub = view.blocked_reason or view.sub
        while wide < most and not fits(
            self.theme, self._types, view.label, sub, wide - self._beside(), height
        ):
            wide += 8
        return min(wide, most)

    def use_form(self, narrow: int) -> None:
        """narrow: as `least_width` takes it."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.update()

    def sizeHint(self) -> QSize:
        height = self.theme.m.action_height if self._big else self.theme.m.target
        return QSize(self.least_width(), height)

    def minimumSizeHint(self) -> QSize:
        least = self.theme.m.target
        return QSize(least, REACTION_HEIGHT if self.view.kind == "danger" else least)

    # ---- painting

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor, QColor]:
        """Fill, edge, ink of the label, ink of the rest."""
        c, down, over = self.theme.c, self.isDown(), self.underMouse()
        if self.view.blocked_reason:
            return c.disabled, c.line2, c.on_disabled, c.on_disabled
        if self.view.kind == "danger":
            return (c.high.darker(118) if down else c.high), None, c.on_high, c.on_high
        if self.view.kind == "primary":
            return (c.acc_fill.darker(125) if down else c.acc_fill), None, c.on_acc, c.on_acc
        if self.view.kind == "quiet":
            return (c.acc_tint if down else None), None, c.ink, c.ink2
        return (c.acc_tint if down else c.panel2 if over else c.panel), c.line2, c.ink, c.ink

    def draw(self, canvas: Canvas, box: QRectF) -> None:
        fill, edge, ink, rest = self._colours()
        view, m = self.view, self.theme.m
        canvas.box(box, fill, edge, radius=m.radius, dashed=bool(view.blocked_reason))
        middle, left = box.center().y(), box.left() + self._own_pad
        side = self._icon_side
        if side:
            canvas.icon(self._icon, QRectF(left, middle - side / 2, side, side), ink)
            left += side + 8
        right = box.right() - self._own_pad
        cap = draw_key_cap(canvas, right, middle, self._key, rest, self._cap_edge(rest))
        right -= cap + CAP_GAP if cap else 0
        self._draw_texts(canvas, QRectF(left, box.top(), right - left, box.height()), ink, rest)

    def _cap_edge(self, rest: QColor) -> QColor:
        """The frame of the key; rest: the ink of all but the label."""
        own = self.view.kind == "normal" and not self.view.blocked_reason
        return self.theme.c.ink2 if own else rest

    def _draw_texts(self, canvas: Canvas, room: QRectF, ink: QColor, rest: QColor) -> None:
        high = room.height() - 2
        lines = laid_out(self.theme, self._types, self.view.label, self.text_sub(), room.width(), high)
        top = room.center().y() - sum(line.height for line in lines) / 2
        for line in lines:
            place = QRectF(room.left(), top, room.width(), line.height)
            canvas.text(place, line.text, line.role, ink if line.label else rest)
            top += line.height
