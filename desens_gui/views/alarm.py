"""The alarm strip: the most urgent condition, or in quiet words where the session stands (SAFETY S16)."""

from __future__ import annotations

from desens_gui.domain.events.ending import Ending
from desens_gui.domain.quantities import Duration
from desens_gui.domain.schedule import check_is_open, check_times
from desens_gui.domain.stage import (
    ChangingBag,
    Ended,
    Flushing,
    GoingUp,
    Observing,
    Paused,
    Reacting,
    Resuming,
    SettingUp,
    Stopping,
)
from desens_gui.views.parts.alarm import AlarmLevel, AlarmStripView
from desens_gui.views.scene import Scene
from desens_gui.wording import moments, numbers


def alarm_strip(scene: Scene) -> AlarmStripView:
    """First yes wins: reaction, pump to stop, not recorded, program was away, check late, where it stands."""
    urgent = (_reaction, _unconfirmed_stop, _not_recorded, _away, _late_check)
    if scene.mode == "live":
        for condition in urgent:
            if strip := condition(scene):
                return strip
    elif strip := _reaction(scene):
        return strip
    return _standing(scene)


def _reaction(scene: Scene) -> AlarmStripView | None:
    stage, words = scene.session.stage, scene.words
    if not isinstance(stage, Reacting):
        return None
    called = scene.hh_mm_ss(stage.called_ns)
    pump = scene.session.pump
    if pump is not None and pump.running:
        clock = numbers.stopwatch(scene.since(stage.called_ns))
        title = words(
            "REACTION called {time}. STOP THE PUMP: not confirmed stopped {clock}", time=called, clock=clock
        )
    elif pump is None:
        title = words("REACTION called {time}, no drug has run", time=called)
    else:
        title = words(
            "REACTION called {time}, pump stopped {stopped}",
            time=called,
            stopped=scene.hh_mm_ss(pump.since_ns),
        )
    return _strip("high", title)


def _unconfirmed_stop(scene: Scene) -> AlarmStripView | None:
    stage, words = scene.session.stage, scene.words
    if not isinstance(stage, Paused | Stopping) or not scene.session.pump_runs:
        return None
    waited = scene.since(stage.called_ns)
    level: AlarmLevel = "medium" if waited > scene.policy.pump_unconfirmed_alarm else "low"
    clock = numbers.stopwatch(waited)
    return _strip(level, words("STOP THE PUMP: not confirmed stopped {clock}", clock=clock))


def _not_recorded(scene: Scene) -> AlarmStripView | None:
    recording, words = scene.recording, scene.words
    if not recording.lost or recording.waiting_since_us is None:
        return None
    since = moments.hour_minute_second(recording.waiting_since_us, scene.session.zone_offset_min)
    text = words("The session goes on. Write on paper until this says Saved again.")
    return _strip("medium", words("NOT BEING RECORDED since {time}", time=since), text)


def _away(scene: Scene) -> AlarmStripView | None:
    away, words = scene.session.away, scene.words
    if away is None:
        return None
    gone = numbers.duration_words(Duration((away.to_ns - away.from_ns) // 1_000_000_000), words)
    title = words("PROGRAM WAS AWAY {time}: did the pump run?", time=gone)
    text = words(
        "{start} to {end}. Going up is blocked until this is answered.",
        start=scene.hh_mm_ss(away.from_ns),
        end=scene.hh_mm_ss(away.to_ns),
    )
    return _strip("low", title, text)


def _late_check(scene: Scene) -> AlarmStripView | None:
    session, words = scene.session, scene.words
    if session.policy is None:
        return None
    times = check_times(session, session.policy)
    now = scene.now_ns
    if times is None or now < times.late_ns or not check_is_open(session, session.policy, now):
        return None
    late = numbers.stopwatch(scene.since(times.due_ns))
    title = words("CHECK LATE {time}", time=late)
    text = words("Due {time}.", time=scene.hh_mm_ss(times.due_ns))
    if times.stop_ns is not None and now >= times.stop_ns:
        stop = words("Stop the pump until the check is done, or a named person answers for going on.")
        return _strip("medium", title, f"{text} {stop}")
    if session.pump is not None and session.pump.running and session.pump.rate is not None:
        rate = numbers.rate(session.pump.rate)
        stays = words("The pump stays at {rate} until you go up.", rate=rate)
        text = f"{text} {stays}"
    return _strip("medium" if now >= times.very_late_ns else "low", title, text)


def _strip(level: AlarmLevel, title: str, text: str = "") -> AlarmStripView:
    return AlarmStripView(level=level, icon=f"alarm_{level}", title=title, text=text)


def _standing(scene: Scene) -> AlarmStripView:
    """No alarm: what the nurse is doing, in words."""
    session, words = scene.session, scene.words
    quiet = words("No active alarm")
    match session.stage:
        case SettingUp():
            text = words(
                "No clock runs and nothing is recorded as given until the pump is confirmed running."
            )
            return AlarmStripView(icon="tick", title=words("New session"), text=text)
        case ChangingBag(from_bag=None, to_bag=bag, to_step=step):
            title = words("HANG BAG {bag}", bag=bag)
            text = words("Step {step} starts only when you confirm the pump running.", step=step)
            return AlarmStripView(icon="pause", title=title, text=text, note=quiet)
        case ChangingBag(from_bag=old, to_bag=bag, to_step=step):
            title = words("BAG CHANGE, {old} to {bag}", old=old, bag=bag)
            rule = words(
                "Step {step} starts only when you confirm the pump running at the new rate.", step=step
            )
            return AlarmStripView(icon="pause", title=title, text=f"{_stopped(scene)}{rule}", note=quiet)
        case GoingUp(to_step=step, rate=rate):
            title = words("SET THE PUMP TO {rate}", rate=numbers.rate(rate))
            text = words("Step {step} starts when you type the rate the pump shows.", step=step)
            return AlarmStripView(icon="up", title=title, text=text, note=quiet)
        case Resuming(step=step, rate=rate):
            title = words("START THE PUMP AT {rate}", rate=numbers.rate(rate))
            text = words("Step {step} goes on when you type the rate the pump shows.", step=step)
            return AlarmStripView(icon="play", title=title, text=text, note=quiet)
        case Paused(called_ns=since):
            title = words("PAUSED {clock}", clock=numbers.stopwatch(scene.since(since)))
            return AlarmStripView(icon="pause", title=title, text=_stopped(scene), note=quiet)
        case Flushing():
            title = words("BAG EMPTY: flush the line")
            text = words(
                "{volume} at the same rate. A reaction in the flush is a reaction in the last step.",
                volume=numbers.volume(scene.policy.flush),
            )
            return AlarmStripView(icon="clock", title=title, text=text, note=quiet)
        case Observing(ending=ending):
            return _observing(scene, ending, quiet)
        case Ended(at_ns=at_ns):
            return AlarmStripView(icon="tick", title=words("SESSION CLOSED {time}", time=scene.hh_mm(at_ns)))
        case _:
            return AlarmStripView(icon="tick", title=quiet, text=_last_check(scene))


def _stopped(scene: Scene) -> str:
    pump = scene.session.pump
    if pump is None or pump.running:
        return ""
    return scene.words("Pump stopped {time}. ", time=scene.hh_mm_ss(pump.since_ns))


def _observing(scene: Scene, ending: Ending | None, quiet: str) -> AlarmStripView:
    words = scene.words
    title = words("DRUG FINISHED, OBSERVATION") if ending is None else words("DESENSITIZATION STOPPED")
    text = words("{stopped}Keep IV access until the observation is over.", stopped=_stopped(scene))
    return AlarmStripView(icon="tick", title=title, text=text, note=quiet)


def _last_check(scene: Scene) -> str:
    check = scene.session.check
    if check is None:
        return ""
    time = scene.hh_mm(check.recorded_ns)
    if any(answer.signs for answer in check.symptoms):
        return scene.words("Last check {time}, with symptoms", time=time)
    return scene.words("Last check {time}, no symptoms", time=time)
