"""What the strip says of each alarm condition: a title in capitals, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable

from desens_gui.domain.alarms import Condition, open_check
from desens_gui.domain.events.alarm import AlarmCode
from desens_gui.domain.quantities import Duration
from desens_gui.domain.schedule import check_times
from desens_gui.views.scene import Scene
from desens_gui.wording import moments, numbers
from desens_gui.wording.alarms import alarm_name

Texts = tuple[str, str]


def strip_texts(scene: Scene, condition: Condition) -> Texts:
    """Title and text. Of a condition of the machine the text is the sentence that came with it."""
    said = _SAID.get(condition.alarm)
    if said is not None:
        return said(scene, condition)
    return alarm_name(scene.words, condition.alarm), scene.wrong.get(condition.alarm, "")


def _reaction(scene: Scene, condition: Condition) -> Texts:
    words, pump, called = scene.words, scene.session.pump, scene.hh_mm_ss(condition.since_ns or 0)
    vitals = _vitals_due(scene)
    if pump is None:
        return words("REACTION called {time}, no drug has run", time=called), vitals
    if pump.running:
        clock = numbers.stopwatch(scene.since(condition.since_ns or 0))
        title = words(
            "REACTION called {time}. STOP THE PUMP: not confirmed stopped {clock}", time=called, clock=clock
        )
        return title, vitals
    stopped = scene.hh_mm_ss(pump.since_ns)
    return words("REACTION called {time}, pump stopped {stopped}", time=called, stopped=stopped), vitals


def _vitals_due(scene: Scene) -> str:
    policy = scene.session.policy
    times = check_times(scene.session, policy) if policy is not None else None
    if times is None or scene.now_ns < times.due_ns:
        return ""
    return scene.words("Vital signs due {time}.", time=scene.hh_mm(times.due_ns))


def _pump_not_stopped(scene: Scene, condition: Condition) -> Texts:
    return stop_not_confirmed(scene, condition.since_ns or 0), ""


def stop_not_confirmed(scene: Scene, since_ns: int) -> str:
    clock = numbers.stopwatch(scene.since(since_ns))
    return scene.words("STOP THE PUMP: not confirmed stopped {clock}", clock=clock)


def _not_recorded(scene: Scene, _condition: Condition) -> Texts:
    recording, words = scene.recording, scene.words
    since = moments.hour_minute_second(recording.waiting_since_us or 0, scene.session.zone_offset_min)
    paper = words("The session goes on. Write on paper until this says Saved again.")
    text = f"{recording.problem} {paper}" if recording.problem else paper
    return words("NOT BEING RECORDED since {time}", time=since), text


def _away(scene: Scene, _condition: Condition) -> Texts:
    away, words = scene.session.away, scene.words
    assert away is not None
    gone = numbers.duration_words(Duration.ns(away.to_ns - away.from_ns), words)
    text = words(
        "{start} to {end}. Going up is blocked until this is answered.",
        start=scene.hh_mm_ss(away.from_ns),
        end=scene.hh_mm_ss(away.to_ns),
    )
    return words("PROGRAM WAS AWAY {time}: did the pump run?", time=gone), text


def _check_late(scene: Scene, condition: Condition) -> Texts:
    words, due_ns = scene.words, condition.since_ns or 0
    title = words("CHECK LATE {time}", time=numbers.stopwatch(scene.since(due_ns)))
    due = words("Due {time}.", time=scene.hh_mm_ss(due_ns))
    times = open_check(scene.session, scene.policy, scene.now_ns)
    if times is not None and times.stop_ns is not None and scene.now_ns >= times.stop_ns:
        then = words("Stop the pump until the check is done, or a named person answers for going on.")
        return title, f"{due} {then}"
    if scene.pump_rate is None or scene.session.on_last_step:
        return title, due
    stays = words("The pump stays at {rate} until you go up, or stop it.", rate=numbers.rate(scene.pump_rate))
    return title, f"{due} {stays}"


def _program_fault(scene: Scene, condition: Condition) -> Texts:
    return alarm_name(scene.words, condition.alarm), scene.words(
        "What is shown may be wrong: watch the pump and your own timer. Close the program and start it again."
    )


def _backup_missed(scene: Scene, condition: Condition) -> Texts:
    return alarm_name(scene.words, condition.alarm), scene.recording.backup


_SAID: dict[AlarmCode, Callable[[Scene, Condition], Texts]] = {
    AlarmCode.REACTION: _reaction,
    AlarmCode.PUMP_NOT_STOPPED: _pump_not_stopped,
    AlarmCode.NOT_RECORDED: _not_recorded,
    AlarmCode.AWAY: _away,
    AlarmCode.CHECK_LATE: _check_late,
    AlarmCode.PROGRAM_FAULT: _program_fault,
    AlarmCode.BACKUP_MISSED: _backup_missed,
}
