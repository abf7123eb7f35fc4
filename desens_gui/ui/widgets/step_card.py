"""The step that runs: ring, reported rate, bag, dose; or the instruction that waits for the pump."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.canvas import Canvas, Run
from desens_gui.ui.widgets.card import Card
from desens_gui.ui.widgets.field import LabelledField, NumberField
from desens_gui.ui.widgets.pump_order import draw_order
from desens_gui.ui.widgets.timer_ring import draw_ring
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.step_card import FactView, StepCardView
from desens_gui.views.parts.timer import TimerView

EMPTY = StepCardView(head=CardHead(title=""), timer=TimerView(text=""))
VALUE_ROLES = {"rate": ("rate", "primary"), "bag": ("bag", "body"), "plain": ("heading", "body")}


class StepCard(Card):
    """`edited` carries code and text of a field that repeats what the pump shows."""

    edited = Signal(str, str)
    entered = Signal(str)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.view = EMPTY
        self.fields: list[LabelledField] = []

    def render(self, view: StepCardView) -> None:  # type: ignore[override]
        if view == self.view:
            return
        only_timer = view.order is None and replace(view, timer=self.view.timer) == self.view
        self.view = view
        self.render_head(view.head)
        self._tell()
        self._render_fields()
        if only_timer:
            self.update(self._ring_box(self.body_box(QRectF(self.rect()))).toAlignedRect())
            return
        order = view.order
        self.use_frame("" if order is None else "high" if order.urgent else "acc")
        self.updateGeometry()
        self.update()

    def _tell(self) -> None:
        view = self.view
        if view.order is not None:
            self.tell(view.order.text, f"{view.order.clock} {view.order.since}. {view.order.counted}")
            return
        facts = [f"{fact.label} {fact.value} {fact.detail}" for fact in view.facts]
        rows = [f"{row.label} {row.value} {row.note}" for row in view.rows]
        after = [f"{view.next.tag} {view.next.text} {view.next.note}"] if view.next else []
        self.tell(
            f"{view.head.title} {view.timer.text} {view.timer.caption}",
            ". ".join(part for part in (*facts, view.extra, *rows, *after) if part),
        )

    def _render_fields(self) -> None:
        wanted = self.view.order.fields if self.view.order is not None else ()
        while len(self.fields) < len(wanted):
            own = LabelledField(self.looks, NumberField(self.looks), self)
            own.field.edited.connect(self.edited)
            own.field.entered.connect(self.entered)
            self.fields.append(own)
        for number, own in enumerate(self.fields):
            own.setVisible(number < len(wanted))
            if number < len(wanted):
                own.render(wanted[number])
        self._place_fields()

    # ---- places

    @property
    def _row_height(self) -> float:
        return self.theme.metrics("label").height() + self.theme.m.gap * 1.3

    @property
    def _next_height(self) -> float:
        return self.theme.metrics("title").height() + 2 * self.theme.m.gap

    def sizeHint(self) -> QSize:
        m, view = self.theme.m, self.view
        rows = max(2, len(view.rows)) * self._row_height
        height = m.card_head + m.ring + 2 * m.gap + rows + self._next_height + 2 * m.gap - 2
        return QSize(m.columns_running[1], round(height))

    def _ring_box(self, box: QRectF) -> QRectF:
        m = self.theme.m
        return QRectF(box.left() + m.pad + 1, box.top() + m.gap, m.ring, m.ring)

    def _place_fields(self) -> None:
        shown = [own for own in self.fields if not own.isHidden()]
        m = self.theme.m
        if not shown:
            return
        bottom = (
            self.height() - round(self._next_height) - 2 * m.gap if self.view.next else self.height() - m.pad
        )
        width = (self.width() - 2 * m.pad - 8 - m.gap * (len(shown) - 1)) // len(shown)
        for number, own in enumerate(shown):
            own.resize(width, own.height())
            own.move(m.pad + 4 + number * (width + m.gap), bottom - own.height())

    def restyle(self) -> None:
        super().restyle()
        self._place_fields()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_fields()

    # ---- painting

    def draw_body(self, canvas: Canvas, box: QRectF) -> None:
        view, m = self.view, self.theme.m
        foot = box.bottom()
        if view.next is not None:
            foot = box.bottom() - self._next_height - m.gap
            self._draw_next(
                canvas, QRectF(box.left() + m.pad, foot, box.width() - 2 * m.pad, self._next_height)
            )
        if view.order is not None:
            fields = next((float(own.height()) for own in self.fields if not own.isHidden()), 0.0)
            room = box.adjusted(m.pad + 3, m.gap, -m.pad, 0)
            room.setBottom(foot - m.gap - fields)
            draw_order(canvas, room, view.order)
            return
        ring = self._ring_box(box)
        draw_ring(canvas, ring, view.timer)
        facts = QRectF(
            ring.right() + m.pad + 4, ring.top(), box.right() - ring.right() - 2 * m.pad - 4, ring.height()
        )
        self._draw_facts(canvas, facts)
        top = ring.bottom() + m.gap
        self._draw_rows(canvas, QRectF(box.left(), top, box.width(), max(0.0, foot - top)))

    def _draw_facts(self, canvas: Canvas, box: QRectF) -> None:
        facts, extra = self.view.facts, self.view.extra
        line = canvas.metrics("label").height() if extra else 0.0
        heights = [self._fact_height(canvas, fact) for fact in facts]
        gap = min(18.0, max(2.0, (box.height() - line - sum(heights)) / (len(facts) + 1)))
        top = box.center().y() - (sum(heights) + line + gap * (len(facts) - 1)) / 2
        for number, (fact, height) in enumerate(zip(facts, heights, strict=True)):
            self._draw_fact(canvas, QRectF(box.left(), top, box.width(), height), fact)
            top += height
            if number < len(facts) - 1:
                canvas.rule(box.left(), top + gap / 2, box.right(), top + gap / 2, self.theme.c.line)
                top += gap
        canvas.text(QRectF(box.left(), top, box.width() + 4, line), extra, "label", self.theme.c.ink)

    def _fact_height(self, canvas: Canvas, fact: FactView) -> float:
        value = canvas.metrics(VALUE_ROLES[fact.size][0]).height() * 0.94
        return canvas.metrics("label").height() + value

    def _draw_fact(self, canvas: Canvas, box: QRectF, fact: FactView) -> None:
        c, line = self.theme.c, canvas.metrics("label").height()
        canvas.text(QRectF(box.left(), box.top(), box.width(), line), fact.label, "label", c.ink2)
        role, detail = VALUE_ROLES[fact.size]
        colour = c.ink if fact.size == "rate" else c.ink2
        runs = [
            Run(fact.value, role, c.ink),
            Run(fact.detail, detail, colour, 6 if fact.size != "rate" else 9),
        ]
        canvas.runs(QRectF(box.left(), box.top() + line, box.width() + 2, box.height() - line), runs)

    def _draw_rows(self, canvas: Canvas, box: QRectF) -> None:
        c, m, rows = self.theme.c, self.theme.m, self.view.rows
        if not rows:
            return
        labels = max(canvas.width(row.label, "label") for row in rows) + m.pad + 4
        height = min(self._row_height, box.height() / len(rows))
        for number, row in enumerate(rows):
            place = QRectF(box.left() + m.pad, box.top() + number * height, box.width() - 2 * m.pad, height)
            canvas.rule(box.left(), place.top(), box.right(), place.top(), c.line)
            canvas.text(QRectF(place.left(), place.top(), labels, height), row.label, "label", c.ink2)
            note = canvas.text(place, row.note, "label", c.ink2, "right") if row.note else 0.0
            room = place.adjusted(labels, 0, -note - (m.gap if note else 0), 0)
            canvas.text(room, row.value, "label_strong", c.ink)

    def _draw_next(self, canvas: Canvas, box: QRectF) -> None:
        after, c, m = self.view.next, self.theme.c, self.theme.m
        if after is None:
            return
        canvas.box(box, None, c.acc, radius=m.radius_field, width=2, dashed=True)
        height = canvas.metrics("small").height() + 4
        wide = canvas.width(after.tag, "small") + 14
        plate = QRectF(box.left() + m.pad, round(box.center().y() - height / 2), wide, round(height))
        canvas.box(plate, None, c.ink, radius=m.radius_tag, dashed=True)
        canvas.text(plate, after.tag, "small", c.ink, "centre")
        room = QRectF(plate.right() + m.pad, box.top(), box.right() - plate.right() - 2 * m.pad, box.height())
        note = canvas.text(room, after.note, "body", c.ink2, "right") if after.note else 0.0
        canvas.text(room.adjusted(0, 0, -note - (m.gap if note else 0), 0), after.text, "title", c.ink)
