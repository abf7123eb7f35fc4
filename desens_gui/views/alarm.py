"""The alarm strip: the most urgent condition, or in quiet words where the session stands (SAFETY S16)."""

from __future__ import annotations

from desens_gui.domain.quantities import Duration
from desens_gui.domain.schedule import check_is_open, check_times
from desens_gui.domain.stage import Ended, Reacting, SettingUp
from desens_gui.views.parts.alarm import AlarmLevel, AlarmStripView
from desens_gui.views.scene import Scene
from desens_gui.views.told import told, told_words
from desens_gui.views.where_it_stands import last_check, where_it_stands
from desens_gui.wording import moments, numbers
from desens_gui.wording.stages import stage_name


def alarm_strip(scene: Scene) -> AlarmStripView:
    """First yes wins: reaction, pump to stop, not recorded, away, check late, backup, where it stands.

    In review nothing alarms: the strip names where the session stood.
    """
    if scene.mode == "review":
        return AlarmStripView(title=stage_name(scene.words, scene.session.stage), text=last_check(scene))
    for condition in (_reaction, _unconfirmed_stop, _not_recorded, _away, _late_check, _backup_missed):
        if strip := condition(scene):
            return strip
    return where_it_stands(scene)


def _reaction(scene: Scene) -> AlarmStripView | None:
    stage, words, pump = scene.session.stage, scene.words, scene.session.pump
    if not isinstance(stage, Reacting):
        return None
    called, vitals = scene.hh_mm_ss(stage.called_ns), _vitals_due(scene)
    if pump is None:
        return _strip("high", words("REACTION called {time}, no drug has run", time=called), vitals)
    if pump.running:
        clock = numbers.stopwatch(scene.since(stage.called_ns))
        title = words(
            "REACTION called {time}. STOP THE PUMP: not confirmed stopped {clock}", time=called, clock=clock
        )
        return _strip("high", title, vitals)
    stopped = scene.hh_mm_ss(pump.since_ns)
    title = words("REACTION called {time}, pump stopped {stopped}", time=called, stopped=stopped)
    return _strip("high", title, vitals)


def _vitals_due(scene: Scene) -> str:
    policy = scene.session.policy
    times = check_times(scene.session, policy) if policy is not None else None
    if times is None or scene.now_ns < times.due_ns:
        return ""
    return scene.words("Vital signs due {time}.", time=scene.hh_mm(times.due_ns))


def _unconfirmed_stop(scene: Scene) -> AlarmStripView | None:
    order, words = told(scene), scene.words
    if order is None or not order.urgent:
        return None
    waited = scene.since(order.since_ns)
    level: AlarmLevel = "medium" if waited >= scene.policy.pump_unconfirmed_alarm else "low"
    title = words(
        "{order}: not confirmed stopped {clock}",
        order=told_words(scene, order),
        clock=numbers.stopwatch(waited),
    )
    return _strip(level, title)


def _not_recorded(scene: Scene) -> AlarmStripView | None:
    recording, words = scene.recording, scene.words
    if not recording.lost or recording.waiting_since_us is None:
        return None
    since = moments.hour_minute_second(recording.waiting_since_us, scene.session.zone_offset_min)
    paper = words("The session goes on. Write on paper until this says Saved again.")
    text = f"{recording.problem} {paper}" if recording.problem else paper
    return _strip("medium", words("NOT BEING RECORDED since {time}", time=since), text)


def _away(scene: Scene) -> AlarmStripView | None:
    away, words = scene.session.away, scene.words
    if away is None:
        return None
    gone = numbers.duration_words(Duration.ns(away.to_ns - away.from_ns), words)
    title = words("PROGRAM WAS AWAY {time}: did the pump run?", time=gone)
    text = words(
        "{start} to {end}. Going up is blocked until this is answered.",
        start=scene.hh_mm_ss(away.from_ns),
        end=scene.hh_mm_ss(away.to_ns),
    )
    return _strip("low", title, text)


def _late_check(scene: Scene) -> AlarmStripView | None:
    session, words, policy = scene.session, scene.words, scene.session.policy
    times = check_times(session, policy) if policy is not None else None
    now = scene.now_ns
    if policy is None or times is None or now < times.late_ns or not check_is_open(session, policy, now):
        return None
    title = words("CHECK LATE {time}", time=numbers.stopwatch(scene.since(times.due_ns)))
    due = words("Due {time}.", time=scene.hh_mm_ss(times.due_ns))
    if times.stop_ns is not None and now >= times.stop_ns:
        then = words("Stop the pump until the check is done, or a named person answers for going on.")
        return _strip("medium", title, f"{due} {then}")
    level: AlarmLevel = "medium" if now >= times.very_late_ns else "low"
    if scene.pump_rate is None or session.on_last_step:
        return _strip(level, title, due)
    stays = words("The pump stays at {rate} until you go up, or stop it.", rate=numbers.rate(scene.pump_rate))
    return _strip(level, title, f"{due} {stays}")


def _backup_missed(scene: Scene) -> AlarmStripView | None:
    """Before and after treatment only: during it the strip says what is next; the foot names the backup."""
    backup, stage = scene.recording.backup, scene.session.stage
    if not backup or not isinstance(stage, SettingUp | Ended):
        return None
    return _strip("low", scene.words("BACKUP MISSED"), backup)


def _strip(level: AlarmLevel, title: str, text: str = "") -> AlarmStripView:
    return AlarmStripView(level=level, title=title, text=text)
