"""The four fixed rows around every screen: banner, alarms, actions, status. Nothing in them ever moves."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.action_bar import ActionBar
from desens_gui.ui.widgets.alarm_border import AlarmBorder
from desens_gui.ui.widgets.alarm_strip import AlarmStrip
from desens_gui.ui.widgets.banner import PatientBanner
from desens_gui.ui.widgets.focus_ring import FocusRing
from desens_gui.ui.widgets.status_bar import StatusBar
from desens_gui.views.parts.frame import FrameView


class BedsideFrame(QWidget):
    """`content` holds the screens. Its own width chooses the density."""

    intent = Signal(str)
    explained = Signal(str)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.looks = looks
        self.banner = PatientBanner(looks, self)
        self.alarm = AlarmStrip(looks, self)
        self.content = QStackedWidget(self)
        self.action_bar = ActionBar(looks, self)
        self.status = StatusBar(looks, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.banner, self.alarm, self.content, self.action_bar, self.status):
            column.addWidget(part, 1 if part is self.content else 0)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAutoFillBackground(True)
        self.ring = FocusRing(looks, self)
        self.border = AlarmBorder(looks, self)
        self.banner.intent.connect(self.intent)
        self.alarm.intent.connect(self.intent)
        self.action_bar.intent.connect(self.intent)
        self.action_bar.explained.connect(self.explained)
        looks.changed.connect(self.restyle)
        self.restyle()

    def render(self, view: FrameView) -> None:  # type: ignore[override]
        self.banner.render(view.banner)
        self.alarm.render(view.alarm)
        self.border.render(view.alarm)
        self.action_bar.render(view.actions)
        self.status.render(view.status)

    def restyle(self) -> None:
        m = self.looks.theme.m
        self.setPalette(self.looks.theme.palette())
        self.banner.setFixedHeight(m.banner)
        self.alarm.setFixedHeight(m.alarm)
        self.action_bar.setFixedHeight(m.actions)
        self.status.setFixedHeight(m.status)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.looks.fit(self.width())
        self.ring.follow()
        self.border.follow()
