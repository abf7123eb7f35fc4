"""The primary action towards the end: stopping, flushing, observing, closing the session."""

from __future__ import annotations

from desens_gui.domain.decide.ending import AT_ONCE, end_missing, observation_left
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.quantities import Duration
from desens_gui.domain.refusals.ending import EndIncomplete, ObservationNotOver
from desens_gui.domain.refusals.every import AnyRefusal
from desens_gui.domain.schedule import check_times
from desens_gui.domain.stage import Flushing, Observing, Stopping
from desens_gui.views.ending_rows import CUT_SHORT
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.primary_action import check_action, primary_action, pump_stopped_action
from desens_gui.views.scene import Scene
from desens_gui.views.told import told
from desens_gui.wording import numbers
from desens_gui.wording.endings import ending_name


def while_stopping(scene: Scene, stage: Stopping) -> ActionView:
    """A pump that goes with the patient is not stopped here: the session is closed."""
    if told(scene) is None and stage.ending in AT_ONCE:
        return _finish(scene, stage.ending)
    return pump_stopped_action(scene)


def in_flush(scene: Scene, stage: Flushing) -> ActionView:
    words = scene.words
    if stage.flushed:
        return pump_stopped_action(scene)
    label = words("Line flushed with {volume}", volume=numbers.volume(scene.policy.flush))
    sub = words("At the same rate, then stop the pump")
    return primary_action(scene, "flushed", label, sub=sub, icon="tick")


def in_observation(scene: Scene, stage: Observing, draft: FormDraft) -> ActionView:
    """The end check once it is due; closing once nothing is missing, or a name answers for leaving early."""
    session, words, called = scene.session, scene.words, stage.ending
    times = check_times(session, scene.policy)
    if times is not None and scene.now_ns >= times.due_ns:
        return check_action(scene, words("Start the end check"), words("Full vitals and symptoms"))
    reasons: list[AnyRefusal] = []
    if called is None and (missing := end_missing(session, scene.now_ns)):
        reasons.append(EndIncomplete(ending=Ending.COMPLETED, missing=missing))
    left = observation_left(session, scene.now_ns)
    if left > Duration(0) and called not in AT_ONCE and not draft.text(CUT_SHORT).strip():
        reasons.append(ObservationNotOver(left=left))
    return _finish(scene, called or Ending.COMPLETED, tuple(reasons))


def _finish(scene: Scene, ending: Ending, reasons: tuple[AnyRefusal, ...] = ()) -> ActionView:
    words = scene.words
    sub = words("How it ended: {ending}", ending=ending_name(words, ending))
    return primary_action(scene, "finish", words("Close the session"), sub=sub, icon="tick", reasons=reasons)
