"""A person at the chair: the real window, the real rules, a clock of the test, and only keys."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QCoreApplication, Qt
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
from desens_gui.ui.chair.alarms import Alarms
from desens_gui.ui.chair.chair import Chair
from desens_gui.ui.chair.cover import Idle, never
from desens_gui.ui.chair.services import Services
from desens_gui.ui.chair.setting_up import SettingUp
from desens_gui.ui.chair.site_form import SiteAnswers
from desens_gui.ui.chair.trend import TrendLater
from desens_gui.ui.screens.screen import Screen
from desens_gui.ui.widgets.action_button import ActionButton
from desens_gui.ui.window import MainWindow
from desens_gui.wording.words import ENGLISH
from tests import driving
from tests.driving import default_policy
from tests.fake_clock import NS_PER_S, FakeClock, FakeIds
from tests.staff import Staff
from tests.ui import stage
from tests.ui.chair.keyboard import Keyboard

WORKSTATION = "chair-4"
MOST_NS = 2 * NS_PER_S
ZONE = "Europe/Berlin"  # an hour before UTC on this day, as in tests.driving
SESSION_ID = "2026-11-22-k7f3"


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


class AtChair(Keyboard):
    """One session in one window. `driven` is a session that was driven by commands up to here.

    staff: who may sign in; None: names are typed and nobody says whether staff are set up.
    """

    def __init__(
        self,
        driven: driving.Chair | None = None,
        staff: Staff | None = None,
        alarms: Alarms | None = None,
        idle: Idle = never,
        site: SiteAnswers | None = None,
    ) -> None:
        self.kept: list[tuple[str, str, str]] = []
        self.staff, self.alarms, self.idle, self.site = staff, alarms, idle, site
        self.clock = driven.clock if driven is not None else FakeClock()
        self._ids = FakeIds(first=10_000)
        self.live = self._session(driven.records if driven is not None else ())
        if driven is None:
            opening = OpenSession(
                session_id=SESSION_ID, schema_digest="d" * 8, program="desens", zone=ZONE, simulated=False
            )
            begin(self.live, opening, default_policy())
        self.handed_over = 0
        window = MainWindow(stage.looks(), lambda: self.clock.now().boot_ns, lambda: True)
        window.resize(1366, 768)
        window.setUpdatesEnabled(False)  # nobody looks: keys and views are what is tested here
        super().__init__(window)
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
            zone=DisplayZone(ZONE),
            workstation=WORKSTATION,
            records=records,
        )

    def _services(self) -> Services:
        def handover() -> str:
            self.handed_over += 1
            return "Saved."

        return Services(
            setting_up=lambda forms, objections: SettingUp(protocols(), forms, objections, self.site),
            trend=TrendLater(lambda _course: NoTrend()),
            sign_in=self.staff,
            idle=self.idle,
            handover=handover,
            problem_sentence=str,
            alarms=self.alarms,
            kept=lambda what, actor, how: self.kept.append((what, actor.id, how)),
        )

    # ---- time

    def wait(self, seconds: float) -> None:
        """Time passes with a tick every other second (a longer gap is a stall); then the window is drawn."""
        left_ns = round(seconds * NS_PER_S)
        while left_ns > 0:
            step_ns = min(left_ns, MOST_NS)
            self.clock.advance_ns(step_ns)
            self.chair.tick()
            left_ns -= step_ns
        self.chair.beat()
        QCoreApplication.processEvents()

    def killed_and_back(self, seconds: float) -> None:
        """The program dies and is started again after so long."""
        records, last_alive = list(self.live.records), self.clock.now()
        self.clock.advance(seconds)
        self.live = self._session(records)
        resume(self.live, "desens", last_alive)
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

    def again(self, key: Qt.Key) -> None:
        """The key after a moment: a second F2 within a second is ignored."""
        self.wait(1.1)
        self.key(key)
