"""The view of the screen that stands in the window, and of the frame around it."""

from __future__ import annotations

from typing import TypeAlias

import msgspec
from msgspec.structs import replace

from desens_gui.course.steps import StepCourse
from desens_gui.domain.stage import ChangingBag, Paused, Reacting
from desens_gui.domain.symptoms import SymptomList
from desens_gui.views.bag_change import bag_change
from desens_gui.views.bedside import bedside, frame
from desens_gui.views.check_actions import check_actions
from desens_gui.views.check_draft_state import draft_state
from desens_gui.views.check_form import check_form
from desens_gui.views.ending import ending
from desens_gui.views.panel_move import elsewhere
from desens_gui.views.panel_relieving import unread_bar
from desens_gui.views.panels import panel, panel_parts
from desens_gui.views.parts.action import ActionBarView
from desens_gui.views.parts.bag_change import BagChangeView
from desens_gui.views.parts.bedside import BedsideView
from desens_gui.views.parts.check import CheckView
from desens_gui.views.parts.check_draft import CheckDraft
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.ending import EndingView
from desens_gui.views.parts.frame import FrameView
from desens_gui.views.parts.panel import PanelView
from desens_gui.views.parts.paused import PausedView
from desens_gui.views.parts.reaction import ReactionView
from desens_gui.views.parts.restart import RestartView
from desens_gui.views.paused import paused
from desens_gui.views.place import PANELS
from desens_gui.views.reaction import reaction
from desens_gui.views.restart import restart
from desens_gui.views.scene import Scene

ScreenView: TypeAlias = (
    BedsideView | BagChangeView | CheckView | PausedView | ReactionView | RestartView | EndingView | PanelView
)


class Typed(msgspec.Struct, frozen=True, kw_only=True):
    """What stands typed on the screen, what of it cannot be read, and what the last try was refused for."""

    form: FormDraft = FormDraft()
    check: CheckDraft = CheckDraft()
    problems: dict[str, str] = {}
    refused: dict[str, str] = {}
    notice: str = ""


def screen_view(
    scene: Scene, name: str, courses: tuple[StepCourse, ...], symptoms: SymptomList, typed: Typed
) -> ScreenView:
    """name as `place` gives it; set-up and review have views of their own."""
    stage, form, problems, refused = scene.session.stage, typed.form, typed.problems, typed.refused
    if name == "check":
        state = draft_state(scene, typed.check)
        return check_form(scene, courses, symptoms, typed.check, state)
    if scene.session.left is not None:
        return elsewhere(scene, scene.session.left, courses, typed.notice)
    if name in PANELS:
        return panel(scene, name, courses, form, problems, typed.notice)
    if name == "bag_change" and isinstance(stage, ChangingBag):
        return bag_change(scene, stage, form, problems, refused)
    if name == "paused" and isinstance(stage, Paused):
        return paused(scene, stage, courses, form, problems, refused)
    if name == "reaction" and isinstance(stage, Reacting):
        return reaction(scene, stage, form, problems, refused)
    if name == "restart" and scene.session.away is not None:
        return restart(scene, scene.session.away, form, problems, refused)
    if name == "ending":
        return ending(scene, form, problems, refused)
    return bedside(scene, courses, form, problems)


def frame_view(scene: Scene, name: str, typed: Typed) -> FrameView:
    """A refusal stands in the strip as well."""
    whole = frame(scene, typed.form)
    strip = whole.alarm
    if typed.notice:
        strip = replace(strip, note_icon="lock", note_strong=typed.notice, note="")
    return replace(whole, alarm=strip, actions=_bar(scene, name, typed, whole.actions))


def _bar(scene: Scene, name: str, typed: Typed, bar: ActionBarView) -> ActionBarView:
    """Over a form the one primary action is the form's own; reporting the pump stopped never gives way."""
    if name == "check":
        return check_actions(scene, typed.check, draft_state(scene, typed.check))
    bar = unread_bar(bar) if name == "cover_chair" else bar
    if name in PANELS and (bar.primary is None or bar.primary.intent != "pump_stopped"):
        return replace(bar, primary=panel_parts(scene, name, typed.form, typed.problems).confirm)
    return bar
