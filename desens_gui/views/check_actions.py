"""The bar under the open check form: what saving it will do, and everything it still lacks."""

from __future__ import annotations

from desens_gui.domain.events.check import CheckPurpose
from desens_gui.domain.quantities import Duration
from desens_gui.domain.refusals.every import AnyRefusal
from desens_gui.domain.refusals.step import StepNotFinished
from desens_gui.domain.stage import Stepping
from desens_gui.views.actions import actions
from desens_gui.views.check_draft_state import DraftState
from desens_gui.views.parts.action import ActionBarView, ActionView
from desens_gui.views.parts.check_draft import CheckDraft
from desens_gui.views.scene import Scene
from desens_gui.wording import numbers
from desens_gui.wording.refusals import not_yet


def check_actions(scene: Scene, draft: CheckDraft, state: DraftState) -> ActionBarView:
    words = scene.words
    save = ActionView(
        intent="save_check",
        label=words("Save the check"),
        icon="pulse",
        key="F2",
        kind="primary",
        blocked_reason=_blocked(scene, draft, state),
    )
    stay: tuple[ActionView, ...] = ()
    primary = save
    if goes_up(scene, state):
        primary = _go_up(scene, draft, state)
        stay = (_save_only(scene), _stay(scene))
    back = ActionView(intent="back", label=words("Back"), sub=words("Kept open"), icon="cross", key="Esc")
    usual = actions(scene)
    kept = tuple(each for each in usual.secondary if each.intent in ("pause", "note", "stop_today"))
    return ActionBarView(reaction=usual.reaction, secondary=(*stay, *kept, back), primary=primary)


def goes_up(scene: Scene, state: DraftState) -> bool:
    """Whether saving may lead straight to the next step: its minutes are over, and there is one."""
    session = scene.session
    if state.purpose is not CheckPurpose.STEP or session.on_last_step or session.step is None:
        return False
    return isinstance(session.stage, Stepping) and _left(scene) <= Duration(0)


def _left(scene: Scene) -> Duration:
    run = scene.session.step
    assert run is not None
    return scene.plan.step(run.number).duration - Duration.ns(run.elapsed_ns(scene.now_ns))


def _blocked(scene: Scene, draft: CheckDraft, state: DraftState) -> str:
    """A set of readings is saved as it is; only nothing at all, or what cannot be read, is not."""
    words = scene.words
    if state.entry.problems:
        return words("Not yet. {problem}", problem=next(iter(state.entry.problems.values())))
    return words("Not yet. Nothing is entered.") if draft.empty else ""


def _go_up(scene: Scene, draft: CheckDraft, state: DraftState) -> ActionView:
    session, words = scene.session, scene.words
    assert session.step is not None
    following = scene.plan.step(session.step.number + 1)
    if scene.plan.begins_bag(following.number):
        label = words("Go up to step {step}: hang bag {bag}", step=following.number, bag=following.bag)
    else:
        rate = numbers.rate(following.rate)
        label = words("Go up to step {step}: set pump to {rate}", step=following.number, rate=rate)
    reasons: list[AnyRefusal] = list(state.against)
    if (left := _left(scene)) > Duration(0):
        reasons.insert(0, StepNotFinished(step=session.step.number, left=left))
    blocked = not_yet(words, tuple(reasons)) if reasons else ""
    if state.entry.problems:
        blocked = _blocked(scene, draft, state)
    return ActionView(
        intent="save_and_go_up",
        label=label,
        sub=words("Saves the check"),
        icon="up",
        key="F2",
        kind="primary",
        blocked_reason=blocked,
    )


def _save_only(scene: Scene) -> ActionView:
    words = scene.words
    return ActionView(
        intent="save_check",
        label=words("Save the check"),
        sub=words("Without going up"),
        icon="pulse",
        key="F3",
    )


def _stay(scene: Scene) -> ActionView:
    words, run = scene.words, scene.session.step
    number = run.number if run is not None else 0
    repeat = numbers.minutes(scene.policy.stay_repeat)
    return ActionView(
        intent="stay",
        label=words("Stay on step {step}", step=number),
        sub=words("repeat in {time}", time=repeat),
        icon="clock",
        key="F6",
    )
