"""The IV site: how it looks, asked at each bag change and hourly (SAFETY S17)."""

from __future__ import annotations

from desens_gui.domain.events.pump import IvSite
from desens_gui.domain.quantities import Duration
from desens_gui.domain.schedule import iv_site_due_ns
from desens_gui.domain.stage import ChangingBag
from desens_gui.views.panel_parts import PanelParts
from desens_gui.views.parts.bag_change import IvSiteView
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.field import ChoiceView
from desens_gui.views.pump_entry import choice
from desens_gui.views.scene import Scene
from desens_gui.wording.words import Words

IV_SITE = "iv_site"
JUST_ANSWERED = Duration(60)
"""So long an answer stands chosen in the short form."""


def iv_site_answer(words: Words, site: IvSite) -> str:
    names = {
        IvSite.WELL: words("No swelling, no pain"),
        IvSite.NOT_WELL: words("Not well"),
        IvSite.CHANGED: words("Changed"),
    }
    return names[site]


def iv_site_card(scene: Scene, change: ChangingBag) -> IvSiteView:
    """Answered once it was looked at in this bag change; a site that is not well stays to be changed."""
    words = scene.words
    return IvSiteView(
        head=CardHead(title=words("IV site"), note=words("at each bag change")),
        choice=_asked(scene, change.begun_ns),
    )


def iv_site_panel(scene: Scene) -> PanelParts:
    """A choice that is an answer at once; an earlier one is not shown for the present."""
    words, seen_ns = scene.words, scene.session.iv_site_ns
    return PanelParts(
        title=words("IV site"),
        text=words("Last seen {time}.", time=scene.hh_mm(seen_ns)) if seen_ns is not None else "",
        choices=(_asked(scene, scene.now_ns - JUST_ANSWERED.whole_ns),),
    )


def iv_site_due(scene: Scene) -> bool:
    """It is time to look, or soon."""
    due = iv_site_due_ns(scene.session, scene.policy)
    return due is not None and scene.until(due) <= scene.policy.prompt_before


def _asked(scene: Scene, since_ns: int) -> ChoiceView:
    """Answered only if that was at this moment or after."""
    words, seen, seen_ns = scene.words, scene.session.iv_site, scene.session.iv_site_ns
    answered = seen is not None and seen_ns is not None and seen_ns >= since_ns
    options = [(site.value, iv_site_answer(words, site)) for site in IvSite]
    return choice(IV_SITE, words("IV site"), options, seen.value if seen is not None and answered else "")
