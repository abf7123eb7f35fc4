"""The trend of the patient: strips on one time axis, what is read beside them, keys to look around."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desens_gui.ui.charts.foot import ChartFoot
from desens_gui.ui.charts.heads import draw_axis, draw_heads, draw_names, draw_readout, labelled
from desens_gui.ui.charts.places import Along, Places, places
from desens_gui.ui.charts.plot import Plot
from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.canvas import Canvas
from desens_gui.ui.widgets.painted import Painted
from desens_gui.views.parts.chart import ChartView, Looking, Window

LEAST = QSize(320, 300)
WINDOWS: tuple[Window, ...] = ("all", "hour", "step")


class TrendChart(Painted):
    """`looked` carries what a person wants to look at; only the next view shows it.

    Left, right: the reading before, after. Home: the first. End: back to the newest. Up, down: a shorter, a
    longer stretch. Without a foot, whoever shows the chart has controls of its own.
    """

    looked = Signal(Looking)

    def __init__(self, looks: Looks, parent: QWidget | None = None, *, foot: bool = True) -> None:
        super().__init__(looks, parent)
        self.view: ChartView | None = None
        self._places: Places | None = None
        self._moments: list[float] = []
        self.plot = Plot(looks, self)
        self.foot = ChartFoot(looks, self)
        self._has_foot = foot
        self.foot.setVisible(foot)
        self.foot.window_chosen.connect(self._choose)
        self.foot.back_asked.connect(self._go_back)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def minimumSizeHint(self) -> QSize:
        return LEAST

    def sizeHint(self) -> QSize:
        return LEAST

    # ---- rendering

    def render(self, view: ChartView) -> None:  # type: ignore[override]
        old = self.view
        if view == old:
            return
        self.view = view
        self.tell(view.name, view.readout.spoken)
        self.foot.render(view.windows, view.back, view.body.legend, view.body.reaction_letter)
        if old is None or view.body is not old.body:
            own = {x for strip in view.body.strips for x in strip.xs if x == x}  # NaN is not itself
            self._moments = sorted(own)
        if old is None or self._places is None or self._needs_places(view, old):
            self._lay_out()
            return
        self.plot.render_view(view, self._places, self._grid(self._places), anew=False)
        self._update_parts(view, old, self._places)

    def _needs_places(self, view: ChartView, old: ChartView) -> bool:
        """Whether texts changed that the widths of the columns are measured from."""
        ticks = [strip.scale for strip in view.body.strips] != [strip.scale for strip in old.body.strips]
        return ticks or len(view.body.strips) != len(old.body.strips)

    def _update_parts(self, view: ChartView, old: ChartView, at: Places) -> None:
        framed = view.frame != old.frame
        if framed or view.bands != old.bands:
            self.update(at.bags.united(at.steps).toAlignedRect())
        if framed or self._lines_px(view, at) != self._lines_px(old, at):
            self.update(self._axis_rect(at))
        if view.readout != old.readout:
            self.update(at.right.toAlignedRect())

    def _lines_px(self, view: ChartView, at: Places) -> list[tuple[int, str]]:
        along = Along(view.frame, at.plot.left(), at.plot.width())
        lines = (line for line in (view.now, view.cursor) if line is not None)
        return [(round(along.px(line.x)), line.text) for line in lines]

    def _axis_rect(self, at: Places) -> QRect:
        return QRectF(0, at.axis.top(), self.width(), at.axis.height()).toAlignedRect()

    def _lay_out(self) -> None:
        if self.view is None:
            return
        at = self._places = places(
            self.width(), self.height(), self.theme, self.view.body, foot=self._has_foot
        )
        self.plot.setGeometry(at.plot.toAlignedRect())
        self.foot.setGeometry(at.foot.toAlignedRect())
        self.plot.render_view(self.view, at, self._grid(at), anew=True)
        self.update()

    def _grid(self, at: Places) -> tuple[float, ...]:
        assert self.view is not None
        return tuple(tick.x for tick in labelled(self.view.frame, at.plot.width(), self.theme))

    def restyle(self) -> None:
        super().restyle()
        self.plot.restyle()
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    # ---- painting

    def draw(self, canvas: Canvas, box: QRectF) -> None:
        view, at = self.view, self._places
        if view is None or at is None:
            return
        draw_heads(canvas, view, at)
        draw_names(canvas, view.body, at)
        draw_readout(canvas, view.readout, at)
        draw_axis(canvas, view, at)

    # ---- looking around

    @property
    def looking(self) -> Looking:
        """What is looked at now, as the view says."""
        if self.view is None:
            return Looking()
        chosen = next((each.code for each in self.view.windows.options if each.chosen), "all")
        window = next((each for each in WINDOWS if each == chosen), WINDOWS[0])
        return Looking(window, None if self.view.cursor is None else self.view.cursor.x)

    def _look(self, looking: Looking) -> None:
        if looking != self.looking:
            self.looked.emit(looking)

    def _choose(self, code: str) -> None:
        window = next((each for each in WINDOWS if each == code), WINDOWS[0])
        self._look(Looking(window, self.looking.cursor))

    def _go_back(self) -> None:
        self._look(Looking(self.looking.window))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left:
                self._step(-1)
            case Qt.Key.Key_Right:
                self._step(1)
            case Qt.Key.Key_Home if self._moments:
                self._look(Looking(self.looking.window, self._moments[0]))
            case Qt.Key.Key_End:
                self._go_back()
            case Qt.Key.Key_Up:
                self._zoom(1)
            case Qt.Key.Key_Down:
                self._zoom(-1)
            case _:
                super().keyPressEvent(event)

    def _zoom(self, by: int) -> None:
        place = WINDOWS.index(self.looking.window) + by
        if 0 <= place < len(WINDOWS):
            self._look(Looking(WINDOWS[place], self.looking.cursor))

    def _step(self, by: int) -> None:
        """To the reading before or after; past the last one back to the newest."""
        cursor, moments = self.looking.cursor, self._moments
        if not moments:
            return
        if cursor is None:
            if by < 0:
                self._look(Looking(self.looking.window, moments[-1]))
            return
        place = bisect_left(moments, cursor) - 1 if by < 0 else bisect_right(moments, cursor)
        if place >= len(moments):
            self._go_back()
        else:
            self._look(Looking(self.looking.window, moments[max(0, place)]))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._look_at(event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._look_at(event.position().toPoint())

    def _look_at(self, point: QPoint) -> None:
        """The reading nearest to a finger on the strips."""
        at, view = self._places, self.view
        if at is None or view is None or not self._moments or not at.plot.contains(point):
            return
        x = Along(view.frame, at.plot.left(), at.plot.width()).x(point.x())
        place = bisect_left(self._moments, x)
        near = self._moments[max(0, place - 1) : place + 1]
        self._look(Looking(self.looking.window, min(near, key=lambda each: abs(each - x))))
