"""The frame and the first screen of the chair."""

from __future__ import annotations

from desens_gui.course.steps import StepCourse
from desens_gui.views.actions import actions
from desens_gui.views.alarm import alarm_strip
from desens_gui.views.banner import banner
from desens_gui.views.due import due
from desens_gui.views.ladder import ladder
from desens_gui.views.parts.bedside import BedsideView
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.frame import FrameView
from desens_gui.views.pump_entry import Problems
from desens_gui.views.scene import Scene
from desens_gui.views.status import status
from desens_gui.views.step_card import NOTHING_TYPED, step_card


def frame(scene: Scene, draft: FormDraft = NOTHING_TYPED) -> FrameView:
    """draft: what is typed on the screen that stands in the frame."""
    return FrameView(
        banner=banner(scene), alarm=alarm_strip(scene), actions=actions(scene, draft), status=status(scene)
    )


def bedside(
    scene: Scene,
    courses: tuple[StepCourse, ...],
    draft: FormDraft = NOTHING_TYPED,
    problems: Problems | None = None,
) -> BedsideView:
    check = scene.session.check
    last = scene.words("last {time}", time=scene.hh_mm(check.recorded_ns)) if check is not None else ""
    return BedsideView(
        ladder=ladder(scene, courses),
        step=step_card(scene, draft, problems),
        due=due(scene),
        trend=CardHead(title=scene.words("Trend"), note=last),
    )
