"""The chair: beats, renders the one moment on the right screen, passes on what a person asks for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from desens_gui.course.so_far import CourseSoFar
from desens_gui.domain.evolve.evolving import evolve
from desens_gui.domain.symptoms import SymptomList
from desens_gui.session.live_session import LiveSession, NewFact
from desens_gui.session.moment import Moment
from desens_gui.session.saving import SavingState
from desens_gui.ui.chair.drafts import Drafts
from desens_gui.ui.chair.intents import Intents
from desens_gui.ui.chair.screens import add_screens
from desens_gui.ui.chair.setting_up import SettingUp
from desens_gui.ui.chair.trend import TrendLater
from desens_gui.ui.screens.check import CheckScreen
from desens_gui.ui.screens.form_screen import FormScreen
from desens_gui.ui.window import MainWindow
from desens_gui.views.parts.check_draft import CheckDraft
from desens_gui.views.parts.frame import FrameView
from desens_gui.views.place import place
from desens_gui.views.scene import Recording, Scene
from desens_gui.views.shown import Typed, frame_view, screen_view
from desens_gui.wording.words import Words

HALF_FLASH_NS = {"high": 250_000_000, "medium": 1_000_000_000}
"""Half a period of the alarm strip's edge: 2 Hz and 0.5 Hz (informed by IEC 60601-1-8)."""


class Chair(QObject):
    """One live session in one window. `handover` saves the page of the session; `setting_up` knows set-up."""

    def __init__(
        self,
        window: MainWindow,
        live: LiveSession,
        words: Words,
        symptoms: SymptomList,
        setting_up: SettingUp,
        trend: TrendLater,
        handover: Callable[[], str],
    ) -> None:
        super().__init__(window)
        self.window = window
        self.live = live
        self._words = words
        self._symptoms = symptoms
        self._setting_up = setting_up
        self._trend = trend
        self._handover = handover
        self.drafts = Drafts()
        self.course = CourseSoFar()
        self.intents = Intents(live, words, self.drafts, self._check_draft, self._clear)
        self.shown = ""
        self._frame: FrameView | None = None
        self._unlisten = live.listen(self._follow)
        self._follow_all()
        add_screens(window, self._now_us)
        window.intent.connect(self.ask)
        window.edited.connect(self._edited)
        window.entered.connect(self._entered)
        window.chosen.connect(self._chosen)

    # ---- time

    def beat(self) -> None:
        """Five times a second: what is due is recorded, what is shown is worked out anew."""
        self.live.tick()
        self.render()

    def scene(self, moment: Moment | None = None) -> Scene:
        moment = moment or self.live.moment()
        saving = self.live.saving()
        waiting = saving.oldest_unsaved
        staff = moment.state.staff
        return Scene(
            session=moment.state,
            stamp=moment.stamp,
            words=self._words,
            recording=Recording(
                saved_us=saving.saved_us,
                waiting_since_us=waiting.utc_us if waiting is not None else None,
                lost=saving.state(moment.stamp) is SavingState.NOT_RECORDED,
            ),
            actor=staff[0].name if staff else "",
            chair=self.live.workstation,
        )

    def render(self) -> None:
        """Only what changed is painted: views are values and compare."""
        scene = self.scene()
        name = place(scene, self.intents.opened)
        screen = self.window.screen_named(name)
        if name == "setup":
            screen.render(self._setting_up.view(scene, self.drafts))  # type: ignore[call-overload]
            frame = self._setting_up.frame(scene, self.drafts)
        else:
            typed = self._typed(name)
            courses = self.course.steps(scene.now_ns)
            screen.render(screen_view(scene, name, courses, self._symptoms, typed))  # type: ignore[call-overload]
            frame = frame_view(scene, name, typed, flash=self._flash(scene))
        if frame != self._frame:
            self._frame = frame
            self.window.render_frame(frame)
        if name != self.shown:
            self.shown = name
            self.window.show_screen(name)
        if name == "bedside":
            self._trend.render(screen, self.course, scene.now_ns)

    def _flash(self, scene: Scene) -> bool:
        level = self._frame.alarm.level if self._frame is not None else "none"
        half = HALF_FLASH_NS.get(level)
        return half is not None and (scene.stamp.boot_ns // half) % 2 == 0

    def _typed(self, name: str) -> Typed:
        return Typed(
            form=self.drafts.of(name),
            check=self._check_draft() if name == "check" else CheckDraft(),
            problems=dict(self.drafts.problems),
            refused=dict(self.drafts.refused),
            notice=self.drafts.notice,
        )

    # ---- what a person does

    def ask(self, intent: str) -> None:
        scene = self.scene()
        if intent == "handover":
            self.drafts.notice = self._handover()
        elif self.shown == "setup" and self._setting_up.ask(intent, scene, self.live, self.drafts):
            pass
        else:
            self.intents.ask(intent, scene, self.shown)
        self.render()

    def _edited(self, code: str, text: str) -> None:
        self.drafts.typed(self.shown, code, text)
        self.render()

    def _chosen(self, code: str, option: str) -> None:
        self.drafts.chose(self.shown, code, option)
        self.intents.choose(code, option)
        self.render()

    def _entered(self, code: str) -> None:
        """Enter in a field that repeats what the pump shows hands it in."""
        intent = {"pump_rate": "pump_running", "set_rate": "rate_set", "stop_time": "pump_stopped"}.get(code)
        if intent is not None and self.shown != "restart":
            self.ask(intent)

    def _check_draft(self) -> CheckDraft:
        screen = self.window.screen_named("check")
        return screen.draft if isinstance(screen, CheckScreen) else CheckDraft()

    def _clear(self, name: str) -> None:
        screen = self.window.screen_named(name)
        if isinstance(screen, FormScreen | CheckScreen):
            screen.clear()

    def _now_us(self) -> int:
        return self.live.moment().stamp.utc_us

    # ---- the course

    def attend(self, live: LiveSession) -> None:
        """The same session goes on in another object, after a restart."""
        self._unlisten()
        self.live = live
        self.course = CourseSoFar()
        self.intents = Intents(live, self._words, self.drafts, self._check_draft, self._clear)
        self._unlisten = live.listen(self._follow)
        self._follow_all()

    def _follow_all(self) -> None:
        for recorded in self.live.records:
            self.course.add(recorded, evolve(self.course.state, recorded))

    def _follow(self, facts: Sequence[NewFact]) -> None:
        for fact in facts:
            self.course.add(fact.recorded, fact.after)

    def close(self) -> None:
        """The window goes; the session stays what it is, in its file."""
        self._unlisten()
