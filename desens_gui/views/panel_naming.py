"""Short form: what was entered here without signing in, for whoever made it."""

from __future__ import annotations

from desens_gui.domain.stage import Ended, Reacting
from desens_gui.views.panel_parts import PanelParts, confirming
from desens_gui.views.parts.action import ActionView
from desens_gui.views.scene import Scene
from desens_gui.views.told import told
from desens_gui.wording import moments
from desens_gui.wording.events import event_line

MOST_SHOWN = 6


def naming_panel(scene: Scene) -> PanelParts:
    words, unnamed = scene.words, scene.session.unnamed
    lines = [f"{_time(scene, each.stamp.utc_us)} {event_line(words, each)}" for each in unnamed[:MOST_SHOWN]]
    if len(unnamed) > MOST_SHOWN:
        lines.append(words("{count} more", count=len(unnamed) - MOST_SHOWN))
    return PanelParts(
        title=words("Entered without signing in"),
        lead=words("Was it you?"),
        text="; ".join(lines),
        confirm=confirming("unidentified", words("It was me: {name}", name=scene.actor), icon="person"),
    )


def asks_for_names(scene: Scene) -> bool:
    """At once after signing in, unless something about patient or pump comes first."""
    session = scene.session
    busy = session.away is not None or isinstance(session.stage, Reacting | Ended) or told(scene) is not None
    return bool(session.unnamed) and not busy


def name_entries(scene: Scene) -> tuple[ActionView, ...]:
    """Beside the other actions, for somebody with a name, while there is something to answer for."""
    known = scene.who is not None or (scene.staffed is False and bool(scene.session.staff))
    if not scene.session.unnamed or not known or isinstance(scene.session.stage, Ended):
        return ()
    words, count = scene.words, len(scene.session.unnamed)
    label, sub = words("Name entries"), words("{count} without", count=count)
    return (ActionView(intent="unidentified", label=label, sub=sub, icon="person"),)


def _time(scene: Scene, utc_us: int) -> str:
    return moments.hour_minute_second(utc_us, scene.session.zone_offset_min)
