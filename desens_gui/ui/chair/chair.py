"""The chair: beats, renders the one moment on the right screen, passes on what a person asks for."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QObject

from desens_gui.course.so_far import CourseSoFar
from desens_gui.domain.evolve.evolving import evolve
from desens_gui.domain.stage import Reacting
from desens_gui.domain.symptoms import SymptomList
from desens_gui.session.audit import What
from desens_gui.session.lasting import Lasting
from desens_gui.session.live_session import LiveSession, NewFact
from desens_gui.session.moment import Moment
from desens_gui.session.people import Member
from desens_gui.session.saving import SavingState
from desens_gui.ui.chair.cover import Cover
from desens_gui.ui.chair.focus import Focus
from desens_gui.ui.chair.forms import Forms
from desens_gui.ui.chair.intents import Intents
from desens_gui.ui.chair.moving import Moving
from desens_gui.ui.chair.objections import Objections
from desens_gui.ui.chair.screens import add_screens
from desens_gui.ui.chair.services import Services
from desens_gui.ui.chair.signing import Signing, identify
from desens_gui.ui.chair.taking import Taking
from desens_gui.ui.keys import HANDED_IN, SIGNS_IN
from desens_gui.ui.window import MainWindow
from desens_gui.views.cover import (
    COVER,
    cover_panel,
    covered_form,
    covered_frame,
    covered_place,
    covers,
)
from desens_gui.views.panel_naming import asks_for_names
from desens_gui.views.panel_relieving import asks_for_rate
from desens_gui.views.parts.check_draft import CheckDraft
from desens_gui.views.parts.frame import FrameView
from desens_gui.views.place import SIGN_IN, place
from desens_gui.views.scene import Recording, Scene
from desens_gui.views.setup_sound import PLAY
from desens_gui.views.shown import Typed, frame_view, screen_view
from desens_gui.views.sign_in import sign_in, sign_in_frame
from desens_gui.wording.words import Words

HALF_FLASH_NS = {"high": 250_000_000, "medium": 1_000_000_000}
"""Half a period of the alarm strip's edge: 2 Hz and 0.5 Hz (informed by IEC 60601-1-8)."""


class Chair(QObject):
    """One live session in one window."""

    def __init__(
        self, window: MainWindow, live: LiveSession, words: Words, symptoms: SymptomList, services: Services
    ) -> None:
        super().__init__(window)
        self.window = window
        self.live = live
        self._words = words
        self._symptoms = symptoms
        self._services = services
        self.forms, self.objections, self._focus = Forms(window), Objections(), Focus(window)
        self._setting_up = services.setting_up(self.forms, self.objections)
        self.cover = Cover(services.idle, self._note)
        self.signing = Signing(
            services.sign_in, words, self._signed_in, self.render, self._now_us, lambda: self.cover.covered
        )
        self.course = CourseSoFar()
        self._moving = Moving(services.carrier, self.forms, self.objections)
        self._taking = Taking(services.taker, window, self.forms, self.objections)
        self.intents = Intents(live, words, self.forms, self.objections, self.signing)
        self.intents.opened = self._first_form()
        self.shown = ""
        self._frame: FrameView | None = None
        self._lasting = Lasting()
        self._unlisten = live.listen(self._follow)
        self._follow_all()
        add_screens(window, self._now_us)
        window.add_screen(SIGN_IN, self.signing.build)
        window.intent.connect(self.ask)
        window.edited.connect(self._edited)
        window.entered.connect(self._entered)
        window.chosen.connect(self._chosen)
        window.explained.connect(self._explained)
        for sign in (window.touched, window.intent, window.edited, window.entered, window.chosen):
            sign.connect(self.cover.touched)  # a screen reader presses without a key

    # ---- time

    def beat(self) -> None:
        """Five times a second: what is due is recorded, what is shown is worked out anew."""
        self.tick()
        self.cover.beat(self.scene())
        self._moving.beat(self.scene())
        self.render()

    def tick(self) -> None:
        """What is due, and what is wrong with the machine, becomes fact; nothing is drawn."""
        scene = self.scene()
        self.live.tick(self._lasting.of(scene.technical, scene.stamp.boot_ns))
        self._services.alarms.beat(self.live.moment(), scene.technical)
        if news := self._services.alarms.news():
            self.objections.say(news)

    def scene(self, moment: Moment | None = None) -> Scene:
        moment = moment or self.live.moment()
        return Scene(
            session=moment.state,
            stamp=moment.stamp,
            words=self._words,
            recording=self._recording(moment),
            actor=self.signing.name(moment.state),
            chair=self.live.workstation,
            staffed=self.signing.staffed,
            veiled=self.cover.covered,
            who=self.signing.acting.actor if self.signing.acting is not None else None,
            relieves=self.signing.before.id if self.signing.before is not None else "",
            wrong=self._services.alarms.wrong(),
            held=self._services.held,
            sound=self._services.alarms.sound,
        )

    def _recording(self, moment: Moment) -> Recording:
        saving, told = self.live.saving(), self._services
        standing = told.standing or told.noted()
        waiting = saving.oldest_unsaved
        return Recording(
            saved_us=saving.saved_us,
            waiting_since_us=waiting.utc_us if waiting is not None else None,
            lost=saving.state(moment.stamp) is SavingState.NOT_RECORDED,
            problem=told.problem_sentence(saving.problem) if saving.problem is not None else standing,
            backup=told.backup(),
            code=self.live.code,
            not_encrypted=told.not_encrypted,
        )

    def render(self) -> None:
        """Only what changed is painted: views are values and compare."""
        scene, focus = self.scene(), self._focus.now()
        covered = covers(scene)
        name = (covered_place if covered else place)(scene, self.intents.opened)
        screen = self.window.screen_named(name)
        view, frame = self._views(name, scene)
        screen.render(view)  # type: ignore[call-overload]
        frame = covered_frame(frame, scene) if covered else frame
        frame = replace(frame, alarm=replace(frame.alarm, edge_on=self._flash(scene)))
        if frame != self._frame:
            self._frame = frame
            self.window.render_frame(frame)
        if name != self.shown:
            self.shown = name
            self.window.show_screen(name)
        self._focus.follow(screen, _asked(name, scene, self.intents.opened), focus)
        if name == "bedside":
            self._services.trend.render(screen, self.course, scene.now_ns)

    def _views(self, name: str, scene: Scene) -> tuple[object, FrameView]:
        """Of the screen, and of the frame around it."""
        if name == "setup":
            return self._setting_up.view(scene), self._setting_up.frame(scene)
        courses, typed = self.course.steps(scene.now_ns), self._typed(name, scene)
        frame = frame_view(scene, name, typed)
        if name == SIGN_IN:
            form, state = self.forms.of(name), self.signing.state()
            view = sign_in(scene, courses, form, state)
            view = covered_form(scene, view) if covers(scene) else view
            return view, sign_in_frame(frame, scene, form, state)
        if name == COVER:
            return cover_panel(scene, courses), frame
        return screen_view(scene, name, courses, self._symptoms, typed), frame

    def _flash(self, scene: Scene) -> bool:
        level = self._frame.alarm.level if self._frame is not None else "none"
        half = HALF_FLASH_NS.get(level)
        return half is not None and (scene.stamp.boot_ns // half) % 2 == 0

    def _typed(self, name: str, scene: Scene) -> Typed:
        said = self.objections
        return Typed(
            form=self.forms.of(name),
            check=self.forms.check if name == "check" else CheckDraft(),
            problems=dict(said.problems),
            refused=dict(said.refused),
            notice=said.notice(scene.stamp.boot_ns),
        )

    # ---- what a person does

    def ask(self, intent: str) -> None:
        scene = self.scene()
        if intent == "handover":
            self.objections.say(self._services.handover())
        elif intent == PLAY:
            self._services.alarms.check()
        elif self._taking.ask(intent, scene):
            pass
        elif self._moving.ask(intent, scene, self.signing.actor(scene.session)):
            pass  # what comes of it is said as it goes on
        elif self.cover.ask(intent, scene):
            self.signing.begin()
        elif self.shown == SIGN_IN and self.signing.ask(intent):
            self.objections.forget()
        elif self.shown != "setup" or not self._setting_up.ask(
            intent, scene, self.live, self.signing, self.intents.proving
        ):
            self.intents.ask(intent, scene, self.shown)
        self.render()

    def _edited(self, code: str, text: str) -> None:
        self._services.alarms.typed(self.live.moment())
        self.objections.typed(code)
        self.signing.typed()
        self.render()

    def _chosen(self, code: str, option: str) -> None:
        self._services.alarms.typed(self.live.moment())
        self.objections.typed(code)
        self.intents.choose(code, option)
        self.signing.choose(code, option)
        self.render()

    def _entered(self, code: str) -> None:
        """Enter in a field that repeats what the pump shows hands it in."""
        asked = HANDED_IN.get(code) or SIGNS_IN.get(code)
        if asked:
            self.ask(asked)

    def _signed_in(self, person: Member) -> None:
        """The form closes, and the record knows who acts from here on."""
        if self.intents.opened == SIGN_IN:
            self.intents.opened = ""
        if self.signing.before is not None:
            self._services.kept(What.SIGNED_OUT, self.signing.before.actor, "replaced")
        self.cover.uncover("signed_in")
        identify(self.live, person)
        if asks_for_rate(self.scene()):
            self.intents.opened = "cover_chair"
        elif asks_for_names(self.scene()):
            self.intents.opened = "unidentified"

    def _first_form(self) -> str:
        """A session that goes on asks first who is here, unless there is a reaction to treat."""
        asks = self.signing.staffed and self.live.is_open and not isinstance(self.live.state.stage, Reacting)
        return SIGN_IN if asks else ""

    def _explained(self, reason: str) -> None:
        """A blocked action says why."""
        self.objections.say(reason)
        self.render()

    def _note(self, what: What, how: str) -> None:
        self._services.kept(what, self.signing.actor(self.live.state), how)

    def _now_us(self) -> int:
        return self.live.moment().stamp.utc_us

    # ---- the course

    def attend(self, live: LiveSession) -> None:
        """The same session goes on in another object, after a restart."""
        self._unlisten()
        self.live = live
        self.course = CourseSoFar()
        self.intents = Intents(live, self._words, self.forms, self.objections, self.signing)
        self._unlisten = live.listen(self._follow)
        self._follow_all()

    def _follow_all(self) -> None:
        for recorded in self.live.records:
            self.course.add(recorded, evolve(self.course.state, recorded))

    def _follow(self, facts: Sequence[NewFact]) -> None:
        """Something else happened: the notice goes, and in another stage all that was typed for the last."""
        before = self.course.state
        for fact in facts:
            self.course.add(fact.recorded, fact.after)
        self.objections.say("")
        if before is not None and type(before.stage) is not type(facts[-1].after.stage):
            self.objections.forget()
            self.forms.drop_passing()

    def close(self) -> None:
        """The window goes; the session stays what it is, in its file."""
        if self.signing.who is not None:
            self._services.kept(What.SIGNED_OUT, self.signing.who.actor, "closed")
        self._unlisten()


def _asked(name: str, scene: Scene, opened: str) -> str:
    """Two moments have the same name as long as the screen asks the person for the same thing."""
    if name == opened:
        return name
    stage = type(scene.session.stage).__name__
    return f"{name} {stage} {scene.session.pump_runs}"
