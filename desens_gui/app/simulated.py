"""A scenario played in the real window: the same chair, a simulated clock, the same file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desens_gui import __version__
from desens_gui.app.alarming import Sounding
from desens_gui.app.building import build_chair, page_of
from desens_gui.app.looks import application, has_screen, looks
from desens_gui.domain.answers import Decision
from desens_gui.domain.commands.check import RecordCheck
from desens_gui.domain.commands.every import Command
from desens_gui.domain.commands.setup import OpenSession
from desens_gui.domain.proof import Proof
from desens_gui.domain.quantities import NS_PER_SECOND
from desens_gui.domain.recorded import Actor
from desens_gui.session.live_session import LiveSession
from desens_gui.session.playing import Player, ScenarioFailed
from desens_gui.session.scenario import Scenario
from desens_gui.session.simulated_clock import SimulatedClock
from desens_gui.storage.opening import create_session
from desens_gui.storage.schema import schema_digest
from desens_gui.storage.seal import Seal
from desens_gui.storage.simulated_file import SimulatedFile
from desens_gui.system.console import complain, say
from desens_gui.system.ids import SystemIds
from desens_gui.system.locks import SessionLock
from desens_gui.system.paths import folders, session_name
from desens_gui.system.workstation_key import WorkstationKey
from desens_gui.system.zones import DisplayZone
from desens_gui.ui.chair.alarms import Silent
from desens_gui.ui.chair.chair import Chair
from desens_gui.ui.screens.check import CheckScreen
from desens_gui.ui.theme import Scheme
from desens_gui.ui.ticker import BEAT_MS, Ticker
from desens_gui.ui.window import MainWindow
from desens_gui.views.entry.check_typed import typed_check
from desens_gui.wording.endings import ending_name
from desens_gui.wording.scenario_words import play_sentence
from desens_gui.wording.words import Words

SIZE = (1920, 1080)
WORKSTATION = "simulation"
RENDERED_EVERY_NS = 600 * NS_PER_SECOND
"""Simulated time between two renderings where nobody watches; each fact is rendered besides."""

Watcher = Callable[["Simulated"], None]


def nobody(_simulated: Simulated) -> None:
    """Nobody takes pictures."""


class Simulated:
    """One run. `watch` is called after each new fact, and once more with the form of a check filled in."""

    def __init__(
        self,
        scenario: Scenario,
        out: Path,
        words: Words,
        *,
        data: Path | None = None,
        scheme: Scheme = "light",
        size: tuple[int, int] = SIZE,
        watch: Watcher = nobody,
        sound: bool = False,
    ) -> None:
        place = folders(data or out / "data").make()
        self.words = words
        self.clock = SimulatedClock(scenario.start_utc_us)
        zone, ids = DisplayZone(scenario.zone), SystemIds()
        self.path = out / session_name(scenario.start_utc_us, zone, ids)
        self._lock = SessionLock(self.path)
        self._lock.acquire()
        create_session(self.path)
        seal = Seal(WorkstationKey(place.key))
        self.file = SimulatedFile(self.path, clock=self.clock, on_saved=lambda _seq: None, seal=seal)
        opening = OpenSession(
            session_id=self.path.stem,
            schema_digest=schema_digest(),
            program=f"desens {__version__}",
            zone=scenario.zone,
            simulated=True,
        )
        self.player = Player(
            scenario,
            opening=opening,
            recorder=self.file,
            clock=self.clock,
            ids=ids,
            zone=zone,
            workstation=WORKSTATION,
            hands=self._hands,
        )
        self._watch = watch
        self._seen = 0
        self._rendered_ns = 0
        self.chair: Chair | None = None
        self.app = application()
        self.window = MainWindow(looks(scheme, size[0]), lambda: self.clock.now().boot_ns, lambda: True)
        self.window.resize(*size)
        while self.player.session.is_open is False or self.player.session.state.policy is None:
            self.player.advance()
        page = page_of(self.path, words, lambda: not self.live.waiting)
        self._sounding = Sounding(words) if sound else None
        alarms = self._sounding or Silent(off=True)
        self.chair = build_chair(self.window, self.player.session, words, page, alarms=alarms)
        self.chair.render()
        self.window.show()
        self.window.activateWindow()
        QCoreApplication.processEvents()

    @property
    def live(self) -> LiveSession:
        return self.player.session

    def advance(self) -> bool:
        """One step of the player; a new fact is rendered and watched at the instant it was recorded."""
        assert self.chair is not None
        more = self.player.advance()
        if self._sounding is not None:
            self._sounding.beat(self.live.moment(), ())
        if self.player.session is not self.chair.live:
            self.chair.attend(self.player.session)
        if self.live.state.seq != self._seen:
            self._seen = self.live.state.seq
            self.chair.render()
            self._watch(self)
        return more

    def render_at_times(self) -> None:
        """Where nobody watches, the window is still drawn now and then."""
        assert self.chair is not None
        if self.clock.passed_ns - self._rendered_ns >= RENDERED_EVERY_NS:
            self._rendered_ns = self.clock.passed_ns
            self.chair.render()
            QCoreApplication.processEvents()

    def _hands(self, live: LiveSession, command: Command, actor: Actor, proof: Proof | None) -> Decision:
        """A check is typed into the form that stands open; the form is watched before it closes."""
        decision = live.submit(command, actor, proof)
        if self.chair is not None and isinstance(command, RecordCheck):
            self._show_check(command)
        return decision

    def _show_check(self, command: RecordCheck) -> None:
        assert self.chair is not None
        screen = self.window.screen_named("check")
        if not isinstance(screen, CheckScreen):
            return
        screen.draft = typed_check(command)
        self.chair.intents.opened = "check"
        self._seen = self.live.state.seq
        self.chair.render()
        self._watch(self)
        self.chair.intents.opened = ""
        screen.clear()
        self.chair.render()
        self._watch(self)

    def close(self) -> None:
        if self.chair is not None:
            self.chair.close()
        if self._sounding is not None:
            self._sounding.close()
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.processEvents()
        self.file.close()
        self._lock.release()


def play_through(simulated: Simulated, speed: float | None) -> None:
    """To the end: at so many times life where somebody watches, else as fast as it goes. ScenarioFailed."""
    if speed is None or not has_screen():
        while simulated.advance():
            simulated.render_at_times()
    else:
        _play_at(simulated, speed)
    simulated.player.require_end()


def _play_at(simulated: Simulated, speed: float) -> None:
    chair, app = simulated.chair, simulated.app
    assert chair is not None
    each_ns = round(speed * BEAT_MS * 1_000_000)
    failed: list[ScenarioFailed] = []

    def beat() -> None:
        until_ns = simulated.clock.passed_ns + each_ns
        try:
            while simulated.clock.passed_ns < until_ns:
                if not simulated.advance():
                    app.quit()
                    return
        except ScenarioFailed as problem:
            failed.append(problem)
            app.quit()
        chair.render()

    ticker = Ticker(beat)
    ticker.start()
    app.exec()
    ticker.stop()
    if failed:
        raise failed[0]


def play_in_window(
    scenario: Scenario, *, out: Path, data: Path, speed: float | None, words: Words, sound: bool = False
) -> int:
    """0: it went as written, 1: it did not."""
    simulated = Simulated(scenario, out, words, data=data, sound=sound)
    try:
        play_through(simulated, speed)
    except ScenarioFailed as failed:
        complain(play_sentence(failed.problem, words))
        return 1
    finally:
        simulated.close()
    say(how_it_ended(simulated))
    say(words("File: {path}", path=simulated.path))
    return 0


def how_it_ended(simulated: Simulated) -> str:
    ending = simulated.live.state.ending
    words = simulated.words
    return (
        words("Left open") if ending is None else words("Ended: {ending}", ending=ending_name(words, ending))
    )
