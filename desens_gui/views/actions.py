"""The bar at the foot: REACTION far left, what else is possible, the one primary action far right."""

from __future__ import annotations

from desens_gui.domain.decide.ending import AT_ONCE
from desens_gui.domain.schedule import check_times
from desens_gui.domain.stage import (
    ChangingBag,
    Flushing,
    GoingUp,
    Observing,
    Paused,
    Reacting,
    Resuming,
    SettingUp,
    Stepping,
    Stopping,
)
from desens_gui.views.beside import (
    bag_empty,
    close_now,
    early_sign,
    grade,
    handover,
    in_error,
    iv_site,
    not_paused,
    note,
    pause,
    pump_stopped,
    stay,
    stop_today,
    take_over,
    vitals,
    watched,
)
from desens_gui.views.iv_site import iv_site_due
from desens_gui.views.panel_naming import name_entries
from desens_gui.views.parts.action import ActionBarView, ActionView
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.primary import NOTHING_TYPED, primary
from desens_gui.views.scene import Scene
from desens_gui.views.told import told


def actions(scene: Scene, draft: FormDraft = NOTHING_TYPED) -> ActionBarView:
    """Nothing to press in review but what review offers itself; after it is closed here only its page."""
    if scene.mode == "review":
        return ActionBarView()
    if scene.session.is_over:
        return ActionBarView(secondary=(handover(scene.words),))
    return ActionBarView(
        reaction=_reaction(scene), secondary=_secondary(scene), primary=primary(scene, draft)
    )


def _reaction(scene: Scene) -> ActionView:
    stage, words = scene.session.stage, scene.words
    if isinstance(stage, Reacting):
        label = words("REACTION OPEN")
        sub = words("Called {time}", time=scene.hh_mm_ss(stage.called_ns))
    else:
        label = words("REACTION")
        sub = words("You stop the pump") if scene.session.pump_runs else words("Opens the card")
    return ActionView(intent="reaction", label=label, sub=sub, icon="alarm_high", key="F12", kind="danger")


def _secondary(scene: Scene) -> tuple[ActionView, ...]:
    """Stopping is always among them (DESIGN 7)."""
    words, session = scene.words, scene.session
    shown: tuple[ActionView, ...]
    match session.stage:
        case Reacting():
            shown = (in_error(words), vitals(words), note(words), grade(scene))
        case Stepping() | GoingUp() if session.away is not None:
            shown = (pause(words), vitals(words), note(words))
        case Stepping() if session.on_last_step:
            last = (bag_empty(scene), *(_watch(scene) or _site(scene)))
            shown = (early_sign(words), pause(words), vitals(words), note(words), *last)
        case Stepping() | GoingUp():
            own = (stay(scene), vitals(words), note(words), *_site(scene))
            shown = (early_sign(words), pause(words), *own)
        case Paused() if session.pump_runs and session.away is None:
            shown = (not_paused(words), vitals(words), note(words))
        case Resuming():
            shown = (pause(words), vitals(words), note(words))
        case _:
            shown = _towards_the_end(scene)
    return (*shown, *name_entries(scene), stop_today(words))


def _watch(scene: Scene) -> tuple[ActionView, ...]:
    """The check is so late that the screen asks to stop the pump: a named person may answer instead (S7)."""
    times = check_times(scene.session, scene.policy)
    asked = times is not None and times.stop_ns is not None and scene.now_ns >= times.stop_ns
    return (watched(scene),) if asked else ()


def _site(scene: Scene) -> tuple[ActionView, ...]:
    return (iv_site(scene.words),) if iv_site_due(scene) else ()


def _towards_the_end(scene: Scene) -> tuple[ActionView, ...]:
    words = scene.words
    match scene.session.stage:
        case Stopping(ending=ending):
            goes_along = told(scene) is None and scene.session.pump_runs
            first = (pump_stopped(words),) if goes_along else ()
            last = (close_now(scene, ending),) if ending in AT_ONCE and not goes_along else ()
            return (*first, vitals(words), note(words), *last)
        case Observing():
            judged = (grade(scene),) if scene.session.episode is not None else ()
            return (early_sign(words), vitals(words), note(words), *judged, handover(words))
        case ChangingBag() | Paused():
            return (vitals(words), note(words))
        case Flushing():
            return (vitals(words), note(words), *_site(scene))
        case SettingUp() if scene.session.patient is None:
            return (note(words), take_over(words))
        case _:
            return (note(words),)
