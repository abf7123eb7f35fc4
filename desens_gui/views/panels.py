"""The short forms of the live session: pause, stop, note, early sign, in error, bag empty, IV site, move."""

from __future__ import annotations

from desens_gui.course.steps import StepCourse
from desens_gui.views.iv_site import iv_site_panel
from desens_gui.views.live_column import live_column
from desens_gui.views.panel_forms import bag_empty_panel, in_error_panel, note_panel
from desens_gui.views.panel_grade import grade_panel, onset_panel, pattern_panel
from desens_gui.views.panel_move import move_panel
from desens_gui.views.panel_naming import naming_panel
from desens_gui.views.panel_parts import PanelParts
from desens_gui.views.panel_relieving import relieving_panel, unread
from desens_gui.views.panel_signatures import signatures_panel
from desens_gui.views.panel_stop import stop_panel
from desens_gui.views.panel_take_over import take_over_panel
from desens_gui.views.panel_taps import early_sign_panel, pause_panel
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.panel import PanelView
from desens_gui.views.pump_entry import Problems
from desens_gui.views.scene import Scene


def panel(
    scene: Scene,
    name: str,
    courses: tuple[StepCourse, ...],
    draft: FormDraft,
    problems: Problems,
    problem: str,
) -> PanelView:
    """name: one of views.place.PANELS."""
    parts = panel_parts(scene, name, draft, problems)
    live = live_column(scene, courses)
    return PanelView(
        live=unread(live) if name == "cover_chair" else live,
        head=CardHead(title=parts.title),
        lead=parts.lead,
        text=parts.text,
        urgent=parts.urgent,
        options=parts.options,
        choices=parts.choices,
        fields=parts.fields,
        problem=problem,
        confirm=parts.confirm,
        back=ActionView(intent="back", label=scene.words("Back"), key="Esc"),
    )


def panel_parts(scene: Scene, name: str, draft: FormDraft, problems: Problems) -> PanelParts:
    """KeyError for a name that is none of views.place.PANELS."""
    taps = {
        "pause": pause_panel,
        "early_sign": early_sign_panel,
        "iv_site": iv_site_panel,
        "unidentified": naming_panel,
        "signatures": signatures_panel,
        "pattern": pattern_panel,
    }
    if name in taps:
        return taps[name](scene)
    forms = {
        "stop_today": stop_panel,
        "note": note_panel,
        "entered_in_error": in_error_panel,
        "bag_empty": bag_empty_panel,
        "move": move_panel,
        "take_over": take_over_panel,
        "cover_chair": relieving_panel,
        "onset": onset_panel,
        "grade": grade_panel,
    }
    return forms[name](scene, draft, problems)
