"""The bar under the open check form: what saving it will do, and everything it still lacks."""

from __future__ import annotations

from desens_gui.domain.events.check import CheckPurpose
from desens_gui.domain.quantities import Duration
from desens_gui.domain.stage import Stepping
from desens_gui.views.actions import actions
from desens_gui.views.beside import stay
from desens_gui.views.check_draft_state import DraftState
from desens_gui.views.parts.action import ActionBarView, ActionView
from desens_gui.views.parts.check_draft import CheckDraft
from desens_gui.views.primary_action import go_up_label, primary_action
from desens_gui.views.scene import Scene
from desens_gui.wording.refusals import not_yet


def check_actions(scene: Scene, draft: CheckDraft, state: DraftState) -> ActionBarView:
    """Where the step's minutes are over, saving may lead straight up; saving alone is always there too."""
    words, run = scene.words, scene.session.step
    back = ActionView(intent="back", label=words("Back"), sub=words("Kept open"), icon="cross", key="Esc")
    usual = actions(scene)
    kept = tuple(each for each in usual.secondary if each.intent in ("pause", "note", "stop_today"))
    if run is not None and goes_up(scene, state):
        own = (_save_only(scene, draft, state), stay(scene))
        primary = _go_up(scene, draft, state, run.number + 1)
        return ActionBarView(reaction=usual.reaction, secondary=(*own, *kept, back), primary=primary)
    primary = primary_action(
        scene, "save_check", words("Save the check"), icon="pulse", blocked=_unsaved(scene, draft, state)
    )
    return ActionBarView(reaction=usual.reaction, secondary=(*kept, back), primary=primary)


def goes_up(scene: Scene, state: DraftState) -> bool:
    """Whether saving may lead straight to the next step: its minutes are over, and there is one."""
    session = scene.session
    if state.purpose is not CheckPurpose.STEP or session.on_last_step or session.step is None:
        return False
    stepping = isinstance(session.stage, Stepping) and session.away is None
    return stepping and scene.step_left(session.step) <= Duration(0)


def _unsaved(scene: Scene, draft: CheckDraft, state: DraftState) -> str:
    """A set of readings is saved as it is; only nothing at all, or what cannot be read, is not."""
    words = scene.words
    if state.problems:
        return words("Not yet. {problem}", problem=next(iter(state.problems.values())))
    return words("Not yet. Nothing is entered.") if draft.empty else ""


def _go_up(scene: Scene, draft: CheckDraft, state: DraftState, to_step: int) -> ActionView:
    words = scene.words
    blocked = not_yet(words, state.against)
    if state.problems or not blocked:
        blocked = _unsaved(scene, draft, state)
    label, sub = go_up_label(scene, to_step), words("Saves the check")
    return primary_action(scene, "save_and_go_up", label, sub=sub, icon="up", blocked=blocked)


def _save_only(scene: Scene, draft: CheckDraft, state: DraftState) -> ActionView:
    words = scene.words
    return ActionView(
        intent="save_check",
        label=words("Save the check"),
        sub=words("Without going up"),
        icon="pulse",
        key="F3",
        blocked_reason=_unsaved(scene, draft, state),
    )
