"""Short form: whoever relieves the nurse at the chair reads the pump first; break cover."""

from __future__ import annotations

from msgspec.structs import replace

from desens_gui.domain.recorded import Role
from desens_gui.domain.stage import Reacting
from desens_gui.views.panel_parts import PanelParts, confirming
from desens_gui.views.parts.action import ActionBarView
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.live_column import LiveColumnView
from desens_gui.views.pump_entry import Problems, field
from desens_gui.views.scene import Scene
from desens_gui.views.told import told

RATE = "relieving:rate"


def relieving_panel(scene: Scene, draft: FormDraft, problems: Problems) -> PanelParts:
    words, relieved = scene.words, scene.session.known(scene.relieves)
    return PanelParts(
        title=words("You take the chair over"),
        lead=words("Read the rate on the pump now."),
        text=words(
            "You relieve {name}. Both names stand in the record. This is enough for a break; "
            "at shift change say the whole handover too.",
            name=relieved.name if relieved is not None else scene.relieves,
        ),
        fields=(field(draft, problems, RATE, words("Rate the pump shows"), unit="mL/h"),),
        confirm=confirming(
            "cover_chair", words("I am at the chair: {name}", name=scene.actor), icon="person"
        ),
    )


def unread(live: LiveColumnView) -> LiveColumnView:
    """The step's timer alone: the rate that is counted does not stand beside the field."""
    timer = replace(live.timer, rate="", unit="", rate_note="")
    return replace(live, timer=timer, course_hidden=True)


def unread_bar(bar: ActionBarView) -> ActionBarView:
    """No rate on an action either."""
    quiet = tuple(replace(each, sub="") if each.intent == "stay" else each for each in bar.secondary)
    return replace(bar, secondary=quiet)


def asks_for_rate(scene: Scene) -> bool:
    """At once after somebody else signed in, unless something about patient or pump comes first."""
    session, who = scene.session, scene.who
    at_chair = who is not None and who.role is Role.NURSE
    relieves = session.known(scene.relieves) is not None and who is not None and scene.relieves != who.id
    busy = session.away is not None or isinstance(session.stage, Reacting) or told(scene) is not None
    return at_chair and relieves and session.pump_runs and not busy
