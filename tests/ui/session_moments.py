"""Forms and states of a driven session, as the views show them: what a person really reads."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from desens_gui.course.so_far import course_of
from desens_gui.domain.commands.ending import StopToday
from desens_gui.domain.commands.pump import ReadLabel, ReportConnected, ReportPumpStopped, ReportRateSet
from desens_gui.domain.commands.reaction import CallReaction
from desens_gui.domain.commands.restart import ResumeProgram
from desens_gui.domain.commands.step import Escalate, Pause
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.events.step import PauseReason
from desens_gui.domain.policy import Connection
from desens_gui.domain.recorded import PROGRAM
from desens_gui.system.symptoms import load_symptoms
from desens_gui.views.parts import check_draft as typing
from desens_gui.views.parts.check_draft import CheckDraft
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.frame import FrameView
from desens_gui.views.place import place
from desens_gui.views.scene import Recording, Scene
from desens_gui.views.shown import ScreenView, Typed, frame_view, screen_view
from desens_gui.wording.words import ENGLISH
from tests import courses
from tests.driving import MINUTE, Chair


class Shown(Struct, frozen=True):
    """The screen by its name, its view, and the frame around it."""

    screen: str
    view: ScreenView
    frame: FrameView


def shown(chair: Chair, screen: str = "", typed: Typed | None = None) -> Shown:
    scene = Scene(
        session=chair.session,
        stamp=chair.clock.now(),
        words=ENGLISH,
        recording=Recording(saved_us=chair.now.us, code="161-872C-DE06"),
        actor="M. Lindqvist, RN",
        chair="Chair 4",
    )
    name = screen or place(scene, "")
    steps = course_of(chair.records).steps(scene.now_ns)
    entered = typed or Typed()
    view = screen_view(scene, name, steps, load_symptoms(), entered)
    return Shown(name, view, frame_view(scene, name, entered))


def _late() -> Chair:
    chair = courses.at_step(9)
    chair.run(18 * MINUTE + 38)
    return chair


def _bad_draft(chair: Chair) -> CheckDraft:
    now, draft = chair.now.us, CheckDraft()
    for field, text in (("heart_rate", "1,500"), ("systolic", "60"), ("diastolic", "66"), ("spo2", "91")):
        draft = typing.typed(draft, field, text, now)
    draft = typing.typed(draft, "time:spo2", "25:99", now)
    draft = typing.chose(draft, "consciousness", "C", now)
    signs = [sign.code for sign in load_symptoms().shown_first("skin", "CARBOplatin")]
    for sign, severity in zip(signs, ("mild", "severe", "baseline"), strict=False):
        draft = typing.tapped(draft, "skin", sign, severity, now)  # type: ignore[arg-type]
    return typing.answered(draft, "general", "as_at_baseline", now)


def _check(chair: Chair, wait: int = 0, draft: CheckDraft | None = None) -> Shown:
    chair.wait(wait)
    return shown(chair, "check", Typed(check=draft or CheckDraft()))


def _stale() -> Shown:
    chair = _late()
    draft = _bad_draft(chair)
    return _check(chair, 6 * MINUTE, draft)


def _bag_stop() -> Chair:
    chair = courses.ready(8)
    chair.do(Escalate())
    return chair


def _bag_label() -> Chair:
    chair = _bag_stop()
    chair.do(ReportPumpStopped())
    chair.do(ReportRateSet(rate_ml_h=courses.told_rate(chair, 9)))
    return chair


def _bag_second() -> Chair:
    chair = _bag_label()
    chair.do(ReadLabel(label=courses.label(chair, 3)))
    chair.do(ReportConnected(connection=Connection.OWN_SET, primed_with_bag=3))
    chair.wait(20)
    return chair


def _refused(row: str, sentence: str, **texts: str) -> Typed:
    return Typed(form=FormDraft(texts=dict(texts)), refused={row: sentence})


def _paused(minutes: int) -> Chair:
    chair = courses.at_step(9)
    chair.do(Pause(reason=PauseReason.WAITING_FOR_PRESCRIBER))
    chair.do(ReportPumpStopped())
    chair.wait(minutes * MINUTE)
    return chair


def _reacting(*, stopped: bool) -> Chair:
    chair = _late()
    chair.do(CallReaction())
    chair.wait(9)
    if stopped:
        chair.do(ReportPumpStopped())
        chair.wait(130)
    return chair


def _away() -> Chair:
    chair = _late()
    last = chair.clock.now()
    chair.wait(192)
    chair.do(ResumeProgram(last_seen=last, program="desens 0.1"), PROGRAM)
    return chair


def _stopped() -> Chair:
    chair = courses.at_step(9)
    chair.do(StopToday(ending=Ending.STOPPED_PATIENT_WISH))
    chair.do(ReportPumpStopped())
    return chair


def _panel(name: str, **chosen: str) -> Callable[[], Shown]:
    return lambda: shown(_late(), name, Typed(form=FormDraft(chosen=dict(chosen))))


WRONG_BAG = "Bag: the label says 2, expected is 3. Take the right bag."
DIFFERS = "The second reading differs in bag number and concentration: read both again."
FORMS: dict[str, Callable[[], Shown]] = {
    "check empty": lambda: _check(_late()),
    "check with errors": lambda: _check(_late(), 0, _bad_draft(_late())),
    "check too old": _stale,
    "check at baseline": lambda: shown(courses.set_up(), "check"),
    "bag: stop the pump": lambda: shown(_bag_stop()),
    "bag: label": lambda: shown(_bag_label()),
    "bag: wrong label": lambda: shown(_bag_label(), "", _refused("label", WRONG_BAG, bag="2")),
    "bag: second reading waits": lambda: shown(_bag_second()),
    "bag: second reading differs": lambda: shown(
        _bag_second(), "", _refused("double_check", DIFFERS, **{"second:bag": "2"})
    ),
    "pause": _panel("pause"),
    "stop": _panel("stop_today", ending="transferred"),
    "early sign": _panel("early_sign"),
    "note": _panel("note"),
    "medication": _panel("note", **{"note:kind": "medication"}),
    "paused": lambda: shown(_paused(3)),
    "paused long": lambda: shown(_paused(45)),
    "reaction": lambda: shown(_reacting(stopped=False)),
    "reaction, pump stopped": lambda: shown(_reacting(stopped=True)),
    "entered in error": lambda: shown(_reacting(stopped=True), "entered_in_error"),
    "restart": lambda: shown(_away()),
    "restart, not sure": lambda: shown(
        _away(), "", Typed(form=FormDraft(chosen={"meanwhile": "not_sure", "pump_now": "running"}))
    ),
    "bag empty": lambda: shown(courses.at_step(12), "bag_empty"),
    "flush": lambda: shown(courses.emptied()),
    "observation": lambda: shown(courses.observing()),
    "stopped today": lambda: shown(_stopped()),
    "completed": lambda: shown(courses.completed()),
}
