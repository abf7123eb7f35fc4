"""A person at the chair: the real window, the real rules, a clock of the test, and only keys."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from desens_gui.domain.commands.setup import OpenSession
from desens_gui.domain.events.every import Event
from desens_gui.domain.protocol.protocol import Protocol
from desens_gui.domain.recorded import Recorded
from desens_gui.domain.session import Session
from desens_gui.domain.symptoms import SymptomList
from desens_gui.session.live_session import LiveSession
from desens_gui.session.memory_log import MemoryLog
from desens_gui.session.opening import begin, resume
from desens_gui.session.ports import Ack
from desens_gui.session.saving import Acks
from desens_gui.system.protocols import load_protocol, protocol_ids
from desens_gui.system.symptoms import load_symptoms
from desens_gui.system.zones import DisplayZone
from desens_gui.ui.chair.chair import Chair, Services
from desens_gui.ui.chair.setting_up import SettingUp
from desens_gui.ui.chair.trend import TrendLater
from desens_gui.ui.screens.screen import Screen
from desens_gui.ui.widgets.action_button import ActionButton
from desens_gui.ui.window import MainWindow
from desens_gui.wording.words import ENGLISH
from tests import driving
from tests.driving import default_policy
from tests.fake_clock import FakeClock, FakeIds
from tests.ui import stage

WORKSTATION = "chair-4"
SESSION_ID = "2026-11-22-k7f3"
NONE = Qt.KeyboardModifier.NoModifier
ENTER, F2, F3, F4, F6, F8, F11, F12 = (
    Qt.Key.Key_Return,
    Qt.Key.Key_F2,
    Qt.Key.Key_F3,
    Qt.Key.Key_F4,
    Qt.Key.Key_F6,
    Qt.Key.Key_F8,
    Qt.Key.Key_F11,
    Qt.Key.Key_F12,
)


class NoTrend:
    """In the place of the chart, whose library takes half a second."""

    def __init__(self) -> None:
        self.widget = QWidget()

    def render(self, now_ns: int) -> None:
        """Nothing is drawn."""


class Disk(MemoryLog):
    """Takes every fact; while `fails` nothing is acknowledged and the problem stands."""

    def __init__(self, clock: FakeClock, acks: Acks) -> None:
        self._told = acks
        self.problem_now: Exception | None = None
        self._held: list[Ack] = []
        super().__init__(clock=clock, on_ack=self._ack)

    def _ack(self, ack: Ack) -> None:
        self._held.append(ack)
        self._hand_over()

    def _hand_over(self) -> None:
        if self.problem_now is None:
            for ack in self._held:
                self._told(ack)
            self._held.clear()

    @property
    def problem(self) -> Exception | None:  # type: ignore[override]
        return self.problem_now

    def fail(self, problem: Exception) -> None:
        self.problem_now = problem

    def work_again(self) -> None:
        self.problem_now = None
        self._hand_over()


@cache
def protocols() -> tuple[Protocol, ...]:
    return tuple(load_protocol(name) for name in protocol_ids())


@cache
def symptoms() -> SymptomList:
    return load_symptoms()


class AtChair:
    """`pressed` are the keys so far, without digits and letters typed into a field."""

    def __init__(self, driven: driving.Chair | None = None) -> None:
        self.clock = driven.clock if driven is not None else FakeClock()
        self.pressed: list[str] = []
        self._ids = FakeIds(first=10_000)
        self.live = self._session(driven.records if driven is not None else ())
        if driven is None:
            opening = OpenSession(
                session_id=SESSION_ID, schema_digest="d" * 8, program="desens", zone="UTC", simulated=False
            )
            begin(self.live, opening, default_policy())
        self.handed_over = 0
        self.window = MainWindow(stage.looks(), lambda: self.clock.now().boot_ns, lambda: True)
        self.window.resize(1366, 768)
        self.chair = Chair(self.window, self.live, ENGLISH, symptoms(), self._services())
        self.chair.beat()
        self.window.show()
        self.window.activateWindow()
        QCoreApplication.processEvents()

    def _session(self, records: Sequence[Recorded[Event]]) -> LiveSession:
        acks = Acks()
        self.disk = Disk(self.clock, acks)
        if records:
            self.disk.append(records)
        return LiveSession(
            log=self.disk,
            acks=acks,
            clock=self.clock,
            ids=self._ids,
            zone=DisplayZone("UTC"),
            workstation=WORKSTATION,
            records=records,
        )

    def _services(self) -> Services:
        def handover() -> str:
            self.handed_over += 1
            return "Saved."

        return Services(
            setting_up=lambda forms, objections: SettingUp(protocols(), forms, objections),
            trend=TrendLater(lambda _course: NoTrend()),
            handover=handover,
            problem_sentence=str,
        )

    # ---- time

    def wait(self, seconds: float) -> None:
        """Time passes with a tick a second, as in the program; then the window is drawn."""
        whole, rest = divmod(seconds, 1)
        for _ in range(int(whole)):
            self.clock.advance(1)
            self.live.tick()
        if rest:
            self.clock.advance(rest)
        self.chair.beat()
        QCoreApplication.processEvents()

    def killed_and_back(self, seconds: float) -> None:
        """The program dies and is started again after so long."""
        records = list(self.live.records)
        self.clock.advance(seconds)
        self.live = self._session(records)
        resume(self.live, "desens")
        self.chair.attend(self.live)
        self.chair.beat()
        QCoreApplication.processEvents()

    # ---- what is known and seen

    @property
    def state(self) -> Session:
        return self.live.state

    @property
    def stage(self) -> str:
        return type(self.state.stage).__name__

    @property
    def step(self) -> int:
        assert self.state.step is not None
        return self.state.step.number

    @property
    def shown(self) -> str:
        return self.chair.shown

    @property
    def screen(self) -> Screen:
        return self.window.screen_named(self.shown)

    @property
    def events(self) -> list[Event]:
        return [recorded.event for recorded in self.live.records]

    def event(self, kind: type[Event]) -> Event:
        """The newest of that kind."""
        return next(event for event in reversed(self.events) if isinstance(event, kind))

    @property
    def alarm(self) -> str:
        view = self.window.frame.alarm.view
        return " ".join(part for part in (view.title, view.text, view.note_strong) if part)

    @property
    def primary(self) -> str:
        view = self.window.frame.action_bar.view.primary
        return "" if view is None else view.label

    @property
    def blocked(self) -> str:
        view = self.window.frame.action_bar.view.primary
        return "" if view is None else view.blocked_reason

    def focus(self) -> QWidget:
        """What has the keyboard; a test fails where it is lost."""
        widget = self.window.focusWidget()
        assert widget is not None, f"the keyboard is lost on {self.shown}"
        assert widget.isVisibleTo(self.window), f"the keyboard is on something hidden on {self.shown}"
        return widget

    @property
    def focus_name(self) -> str:
        return self.focus().accessibleName()

    @property
    def code(self) -> str:
        """The code of the field that has the keyboard."""
        focus = self.focus()
        return str(focus.view.code) if isinstance(focus, QLineEdit) else ""  # type: ignore[attr-defined]

    def field(self, code: str) -> QLineEdit:
        """The visible field of that code."""
        every = self.screen.findChildren(QLineEdit)
        return next(own for own in every if own.view.code == code and own.isVisibleTo(self.window))  # type: ignore[attr-defined]

    def words_at(self, code: str) -> str:
        """What the field says is wrong with it."""
        return str(self.field(code).view.words)  # type: ignore[attr-defined]

    def buttons(self) -> list[str]:
        """The labels of all that can be pressed now."""
        every = self.window.findChildren(ActionButton)
        return [each.view.label for each in every if each.isVisibleTo(self.window)]

    # ---- keys

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        for _ in range(times):
            self.pressed.append(Qt.Key(key).name)
            QTest.keyClick(self.focus(), key, held)
            QCoreApplication.processEvents()

    def keys(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.key(key)

    def again(self, key: Qt.Key) -> None:
        """The key after a moment: a second F2 within a second is ignored."""
        self.wait(1.1)
        self.key(key)

    def press(self, sign: str) -> None:
        """A digit or a letter that is no text: an answer."""
        self.pressed.append(sign)
        QTest.keyClick(self.focus(), sign)
        QCoreApplication.processEvents()

    def type(self, text: str) -> None:
        assert isinstance(self.focus(), QLineEdit), f"{self.focus_name!r} takes no text"
        QTest.keyClicks(self.focus(), text)

    def enter(self, text: str) -> None:
        """Typed, then Enter: to the next field, or handed in."""
        self.type(text)
        self.key(ENTER)

    def tab_to(self, name: str, most: int = 60) -> QWidget:
        """Tab until that control has the keyboard."""
        for _ in range(most):
            focus = self.focus()
            if focus.accessibleName() == name or (isinstance(focus, QLineEdit) and focus.view.code == name):  # type: ignore[attr-defined]
                return focus
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {name!r} on {self.shown}")

    def choose(self, name: str) -> None:
        self.tab_to(name)
        self.key(Qt.Key.Key_Space)
