"""The one primary action of a moment: what it will do, and if it cannot, everything that is missing."""

from __future__ import annotations

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
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.primary_action import check_action, pump_stopped_action
from desens_gui.views.primary_end import in_flush, in_observation, while_stopping
from desens_gui.views.primary_pump import after_absence, in_bag_change, in_pause, started
from desens_gui.views.primary_step import in_step
from desens_gui.views.scene import Scene

NOTHING_TYPED = FormDraft()


def primary(scene: Scene, draft: FormDraft = NOTHING_TYPED) -> ActionView | None:
    """draft: what is typed on the screen that stands. A reaction comes before everything, then an absence."""
    session = scene.session
    if isinstance(session.stage, Reacting):
        return _reacting(scene)
    if session.away is not None:
        return after_absence(scene, draft)
    match session.stage, session.step:
        case Stepping(), run if run is not None:
            return in_step(scene, run)
        case Paused(), run if run is not None:
            return in_pause(scene, run)
        case ChangingBag() as change, _:
            return in_bag_change(scene, change)
        case ((GoingUp(rate=rate) | Resuming(rate=rate)), _):
            return started(scene, rate)
        case _:
            return _towards_the_end(scene, draft)


def _reacting(scene: Scene) -> ActionView | None:
    """Nothing before there is a policy: a check cannot be judged then."""
    if scene.session.pump_runs:
        return pump_stopped_action(scene)
    if scene.session.policy is None:
        return None
    return check_action(scene, scene.words("Record vitals"))


def _towards_the_end(scene: Scene, draft: FormDraft) -> ActionView | None:
    match scene.session.stage:
        case Stopping() as stage:
            return while_stopping(scene, stage)
        case Flushing() as stage:
            return in_flush(scene, stage)
        case Observing() as stage:
            return in_observation(scene, stage, draft)
        case _:
            return None
