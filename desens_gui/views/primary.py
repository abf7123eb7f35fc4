"""The one primary action of a moment: what it will do, and if it cannot, everything that is missing."""

from __future__ import annotations

from desens_gui.domain.decide.asking import Asking
from desens_gui.domain.decide.bag import bag_change_missing
from desens_gui.domain.decide.ending import end_missing, observation_left
from desens_gui.domain.decide.resume import paused_too_long
from desens_gui.domain.decide.step import reasons_to_stay
from desens_gui.domain.events.check import CheckPurpose
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.quantities import Duration, Rate
from desens_gui.domain.recorded import PROGRAM
from desens_gui.domain.refusals.check import CheckMissing
from desens_gui.domain.refusals.ending import EndIncomplete, ObservationNotOver
from desens_gui.domain.refusals.every import AnyRefusal
from desens_gui.domain.refusals.general import AwayNotAnswered, OrderNeeded
from desens_gui.domain.refusals.pump import BagChangeIncomplete
from desens_gui.domain.refusals.step import SymptomsNotAskedAgain
from desens_gui.domain.schedule import check_is_open, check_times, seen_due_ns
from desens_gui.domain.stage import (
    ChangingBag,
    Flushing,
    GoingUp,
    Observing,
    Paused,
    Reacting,
    Resuming,
    Stepping,
    Stopping,
)
from desens_gui.domain.standing import against
from desens_gui.views.parts.action import ActionView
from desens_gui.views.scene import Scene
from desens_gui.wording import numbers
from desens_gui.wording.refusals import not_yet


def primary(scene: Scene) -> ActionView | None:
    session, words = scene.session, scene.words
    if session.away is not None:
        away = AwayNotAnswered(away=scene.since(session.away.from_ns))
        return _action(scene, "answer_away", words("Go on"), reasons=(away,))
    match session.stage:
        case Stepping():
            return _in_last_step(scene) if session.on_last_step else _go_up(scene)
        case ChangingBag() as change:
            return _bag_change(scene, change)
        case GoingUp(rate=rate) | Resuming(rate=rate):
            return _running(scene, rate)
        case Paused():
            return _paused(scene)
        case _:
            return _towards_the_end(scene)


def _towards_the_end(scene: Scene) -> ActionView | None:
    session, words = scene.session, scene.words
    match session.stage:
        case Reacting():
            return _pump_stopped(scene) if session.pump_runs else _check(scene, words("Record vitals"))
        case Stopping():
            return _pump_stopped(scene)
        case Flushing(flushed=flushed):
            return _flushing(scene, flushed=flushed)
        case Observing(ending=ending):
            return _observing(scene, ending)
        case _:
            return None


def _running(scene: Scene, rate: Rate) -> ActionView:
    words = scene.words
    label = words("Pump is running at {rate}", rate=numbers.rate(rate))
    return _action(scene, "pump_running", label, sub=words("Type the rate the pump shows"), icon="play")


def _action(
    scene: Scene,
    intent: str,
    label: str,
    *,
    sub: str = "",
    icon: str = "",
    reasons: tuple[AnyRefusal, ...] = (),
) -> ActionView:
    return ActionView(
        intent=intent,
        label=label,
        sub=sub,
        icon=icon,
        key="F2",
        kind="primary",
        blocked_reason=not_yet(scene.words, reasons) if reasons else "",
    )


def _check(scene: Scene, label: str, sub: str = "") -> ActionView:
    return _action(scene, "open_check", label, sub=sub, icon="pulse")


def _pump_stopped(scene: Scene) -> ActionView:
    words = scene.words
    return _action(
        scene,
        "pump_stopped",
        words("The pump shows STOPPED"),
        sub=words("Set the time back if it was earlier"),
    )


def _bag_change(scene: Scene, change: ChangingBag) -> ActionView:
    words = scene.words
    if scene.session.pump_runs:
        return _pump_stopped(scene)
    rate = numbers.rate(scene.plan.step(change.to_step).rate)
    missing = bag_change_missing(scene.session, change)
    return _action(
        scene,
        "pump_running",
        words("Pump is running: step {step} at {rate}", step=change.to_step, rate=rate),
        sub=words("Type the rate the pump shows"),
        icon="play",
        reasons=(BagChangeIncomplete(missing=missing),) if missing else (),
    )


def _go_up(scene: Scene) -> ActionView:
    """Until a check stands: start it. With one: go up, or everything that is missing."""
    session, words = scene.session, scene.words
    assert session.step is not None
    following = scene.plan.step(session.step.number + 1)
    label = words("Go up to step {step}", step=following.number)
    new_bag = scene.plan.begins_bag(following.number)
    if new_bag:
        sub = words("Check first. Then hang bag {bag}", bag=following.bag)
        go = words("Go up to step {step}: hang bag {bag}", step=following.number, bag=following.bag)
    else:
        rate = numbers.rate(following.rate)
        sub = words("Check first. Then set pump to {rate}", rate=rate)
        go = words("Go up to step {step}: set pump to {rate}", step=following.number, rate=rate)
    reasons = reasons_to_stay(session, scene.policy, scene.now_ns)
    if any(isinstance(reason, CheckMissing) for reason in reasons):
        return _check(scene, label, sub)
    if len(reasons) == 1 and isinstance(reasons[0], SymptomsNotAskedAgain):
        ask = words("Ask again now: any new symptom? Press only if none")
        return _action(scene, "go_up_none_new", go, sub=ask, icon="up")
    return _action(scene, "go_up", go, sub=words("You set the pump"), icon="up", reasons=reasons)


def _paused(scene: Scene) -> ActionView:
    session, words = scene.session, scene.words
    if session.pump_runs:
        return _pump_stopped(scene)
    if session.check is None or session.check.purpose is not CheckPurpose.RESUME or session.check.used:
        return _check(scene, words("Check before going on"), words("Going on needs a fresh check"))
    step = session.step.number if session.step is not None else 1
    label = words("Resume step {step} at {rate}", step=step, rate=numbers.rate(scene.plan.step(step).rate))
    reasons = resume_reasons(scene)
    if reasons and all(not isinstance(reason, OrderNeeded) for reason in reasons):
        return _check(scene, words("Check again before going on"), not_yet(words, reasons))
    return _action(scene, "resume", label, sub=words("You start the pump"), icon="play", reasons=reasons)


def resume_reasons(scene: Scene) -> tuple[AnyRefusal, ...]:
    """What speaks against resuming with the check that stands; an order is asked on the way."""
    session = scene.session
    if session.check is None or session.pump is None:
        return (CheckMissing(),)
    return tuple(against(session, scene.policy, session.check, scene.now_ns, session.pump.since_ns))


def needs_order(scene: Scene) -> OrderFor | None:
    """The order that going on needs, if any."""
    ask = Asking(scene.session, PROGRAM, None, scene.stamp, scene.now_ns)
    return OrderFor.RESUME_AFTER_LONG_PAUSE if paused_too_long(ask) else None


def _in_last_step(scene: Scene) -> ActionView:
    """The check when it is near or due, "seen and asked" half-way, else the empty bag."""
    session, words, policy, now = scene.session, scene.words, scene.policy, scene.now_ns
    times = check_times(session, policy)
    near = times is not None and now >= times.due_ns - policy.prompt_before.whole_ns
    if times is not None and near and check_is_open(session, policy, now):
        return _check(scene, words("Start the check"), words("Due {time}", time=scene.hh_mm(times.due_ns)))
    seen = seen_due_ns(session, policy)
    if seen is not None and now >= seen:
        return _action(
            scene,
            "seen",
            words("Seen and asked, no change"),
            sub=words("Half-way to the next check"),
            icon="tick",
        )
    return _check(
        scene, words("Check now"), words("Next due {time}", time=scene.hh_mm(times.due_ns)) if times else ""
    )


def _flushing(scene: Scene, *, flushed: bool) -> ActionView:
    words = scene.words
    if flushed:
        return _pump_stopped(scene)
    volume = numbers.volume(scene.policy.flush)
    return _action(
        scene,
        "flushed",
        words("Line flushed with {volume}", volume=volume),
        sub=words("At the same rate, then stop the pump"),
        icon="tick",
    )


def _observing(scene: Scene, ending: Ending | None) -> ActionView:
    session, words = scene.session, scene.words
    left = observation_left(session, scene.now_ns)
    times = check_times(session, scene.policy)
    if times is not None and scene.now_ns >= times.due_ns:
        return _check(scene, words("Start the end check"), words("Full vitals and symptoms"))
    reasons: list[AnyRefusal] = []
    if ending is None and (missing := end_missing(session, scene.now_ns)):
        reasons.append(EndIncomplete(ending=Ending.COMPLETED, missing=missing))
    if left > Duration(0):
        reasons.append(ObservationNotOver(left=left))
    return _action(scene, "finish", words("Finish and close"), icon="tick", reasons=tuple(reasons))
