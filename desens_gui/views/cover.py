"""The covered screen: patient and course are hidden; timer, alarms, REACTION and stopping stay."""

from __future__ import annotations

from msgspec.structs import replace

from desens_gui.course.steps import StepCourse
from desens_gui.domain.stage import Reacting
from desens_gui.views.live_column import live_column
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.alarm import AlarmStripView
from desens_gui.views.parts.banner import BannerView
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.frame import FrameView
from desens_gui.views.parts.live_column import LiveColumnView
from desens_gui.views.parts.panel import PanelView
from desens_gui.views.parts.sign_in import SignInView
from desens_gui.views.place import SIGN_IN
from desens_gui.views.scene import Scene

COVER = "cover"
OVER_COVER = ("pause", "stop_today")
"""Forms that open without uncovering: lowering and stopping wait for nobody (SAFETY S6)."""
KEPT = ("pause", "pump_stopped", "stop_today")
"""Actions that stay in the bar."""


def covers(scene: Scene) -> bool:
    """A reaction is treated in sight: the card opens without unlocking."""
    return scene.veiled and not isinstance(scene.session.stage, Reacting) and scene.session.left is None


def covered_place(scene: Scene, opened: str) -> str:
    if opened in OVER_COVER:
        return opened
    return SIGN_IN if scene.staffed else COVER


def without_course(live: LiveColumnView) -> LiveColumnView:
    """The step's timer alone."""
    return replace(live, course_hidden=True)


def cover_panel(scene: Scene, courses: tuple[StepCourse, ...]) -> PanelView:
    """Where no staff are set up one key uncovers."""
    words = scene.words
    return PanelView(
        live=without_course(live_column(scene, courses)),
        head=_head(scene),
        lead=words("Patient and course are hidden."),
        text=words("Timer, alarms, REACTION, pause and stop stay."),
        back=ActionView(intent="uncover", label=words("Uncover the screen"), key="Esc"),
    )


def covered_form(scene: Scene, view: SignInView) -> SignInView:
    """Where staff are set up, the same or another person signs in."""
    live = without_course(view.live) if view.live is not None else None
    return replace(view, head=_head(scene), live=live, back=None)


def _head(scene: Scene) -> CardHead:
    return CardHead(title=scene.words("Screen covered"), note=scene.chair, icon="lock")


def covered_frame(whole: FrameView, scene: Scene) -> FrameView:
    words = scene.words
    banner = BannerView(
        name=words("Screen covered"),
        clock=whole.banner.clock,
        date=whole.banner.date,
        tags=whole.banner.tags,
    )
    quiet = AlarmStripView(title=words("No active alarm"), text=words("Patient and course are hidden."))
    bar = whole.actions
    urgent = bar.primary is not None and bar.primary.intent in ("pump_stopped", "sign_in")
    return replace(
        whole,
        banner=banner,
        alarm=quiet if whole.alarm.level == "none" else replace(whole.alarm, stepper=None),
        actions=replace(
            bar,
            secondary=tuple(each for each in bar.secondary if each.intent in KEPT),
            primary=bar.primary if urgent else None,
        ),
    )
