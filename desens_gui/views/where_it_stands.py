"""No alarm: in quiet words, what the nurse is doing and what comes of it."""

from __future__ import annotations

from desens_gui.domain.alarms import stop_asked_ns
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.findings import new_signs
from desens_gui.domain.stage import (
    ChangingBag,
    Ended,
    Flushing,
    GoingUp,
    Observing,
    Paused,
    Resuming,
    SettingUp,
    Stage,
    Stopping,
)
from desens_gui.views.alarm_texts import stop_not_confirmed
from desens_gui.views.parts.alarm import AlarmStripView
from desens_gui.views.scene import Scene
from desens_gui.views.told import told, told_words
from desens_gui.wording import numbers
from desens_gui.wording.endings import ending_name
from desens_gui.wording.parts import goes_on


def where_it_stands(scene: Scene, quiet: str) -> AlarmStripView:
    """quiet: what is said of alarms."""
    words, stage = scene.words, scene.session.stage
    if scene.session.left is not None:
        title = words("GOES ON AT ANOTHER WORKSTATION")
        return AlarmStripView(icon="arrow_right", title=title, text=goes_on(words, scene.session.left))
    asked = stop_asked_ns(scene.session)
    if asked is not None:
        return AlarmStripView(icon="stop", title=stop_not_confirmed(scene, asked), note=quiet)
    match stage:
        case SettingUp():
            text = words(
                "No clock runs and nothing is recorded as given until the pump is confirmed running."
            )
            return AlarmStripView(icon="tick", title=words("New session"), text=text)
        case ChangingBag():
            return _bag_change(scene, stage, quiet)
        case GoingUp() | Resuming():
            return _told(scene, stage, quiet)
        case Paused(called_ns=since):
            title = words("PAUSED {clock}", clock=numbers.stopwatch(scene.since(since)))
            return AlarmStripView(icon="pause", title=title, text=pump_stopped(scene), note=quiet)
        case Flushing(flushed=flushed):
            return _flush(scene, quiet, flushed=flushed)
        case Stopping() | Observing() | Ended():
            return _end(scene, stage, quiet)
        case _:
            return AlarmStripView(icon="tick", title=quiet, text=last_check(scene))


def _bag_change(scene: Scene, change: ChangingBag, quiet: str) -> AlarmStripView:
    words = scene.words
    if change.from_bag is None:
        title = words("HANG BAG {bag}", bag=change.to_bag)
        rule = words("Step {step} starts only when you confirm the pump running.", step=change.to_step)
    else:
        title = words("BAG CHANGE, {old} to {bag}", old=change.from_bag, bag=change.to_bag)
        rule = words(
            "Step {step} starts only when you confirm the pump running at the new rate.", step=change.to_step
        )
    return AlarmStripView(icon="pause", title=title, text=_sentences(pump_stopped(scene), rule), note=quiet)


def _told(scene: Scene, stage: Stage, quiet: str) -> AlarmStripView:
    words, order = scene.words, told(scene)
    title = told_words(scene, order) if order is not None else ""
    if isinstance(stage, GoingUp):
        text = words("Step {step} starts when you type the rate the pump shows.", step=stage.to_step)
        return AlarmStripView(icon="up", title=title, text=text, note=quiet)
    text = words("The step goes on when you type the rate the pump shows.")
    return AlarmStripView(icon="play", title=title, text=text, note=quiet)


def _flush(scene: Scene, quiet: str, *, flushed: bool) -> AlarmStripView:
    words = scene.words
    if flushed:
        text = words("The observation begins when you report the pump stopped.")
        return AlarmStripView(icon="stop", title=words("LINE FLUSHED: stop the pump"), text=text, note=quiet)
    text = words(
        "{volume} at the same rate. A reaction in the flush is a reaction in the last step.",
        volume=numbers.volume(scene.policy.flush),
    )
    return AlarmStripView(icon="clock", title=words("BAG EMPTY: flush the line"), text=text, note=quiet)


def _end(scene: Scene, stage: Stopping | Observing | Ended, quiet: str) -> AlarmStripView:
    """Where the patient died nothing more is asked (SAFETY S23)."""
    words = scene.words
    if isinstance(stage, Ended):
        title = words("SESSION CLOSED {time}", time=scene.hh_mm(stage.at_ns))
        return AlarmStripView(icon="tick", title=title, text=ending_name(words, stage.ending))
    if isinstance(stage, Observing) and stage.ending is None:
        title = words("DRUG FINISHED, OBSERVATION")
    else:
        title = words("DESENSITIZATION STOPPED")
    text = pump_stopped(scene)
    if isinstance(stage, Observing) and stage.ending is not Ending.DIED:
        text = _sentences(text, words("Keep IV access until the observation is over."))
    return AlarmStripView(icon="tick", title=title, text=text, note=quiet)


def pump_stopped(scene: Scene) -> str:
    """ "Pump stopped 10:30:20."; empty while it runs or never ran."""
    pump = scene.session.pump
    if pump is None or pump.running:
        return ""
    return scene.words("Pump stopped {time}.", time=scene.hh_mm_ss(pump.since_ns))


def _sentences(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def last_check(scene: Scene) -> str:
    check = scene.session.check
    if check is None:
        return ""
    time = scene.hh_mm(check.recorded_ns)
    if new_signs(check.symptoms):
        return scene.words("Last check {time}, new or worse symptoms", time=time)
    return scene.words("Last check {time}, no new symptoms", time=time)
