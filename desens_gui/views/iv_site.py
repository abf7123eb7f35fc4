"""The IV site: how it looks, as a choice and as a short text."""

from __future__ import annotations

from desens_gui.domain.events.pump import IvSite
from desens_gui.domain.stage import ChangingBag
from desens_gui.views.parts.bag_change import IvSiteView
from desens_gui.views.parts.card import CardHead
from desens_gui.views.pump_entry import choice
from desens_gui.views.scene import Scene
from desens_gui.wording.words import Words

IV_SITE = "iv_site"


def iv_site_answer(words: Words, site: IvSite) -> str:
    names = {
        IvSite.WELL: words("No swelling, no pain"),
        IvSite.NOT_WELL: words("Not well"),
        IvSite.CHANGED: words("Changed"),
    }
    return names[site]


def iv_site_card(scene: Scene, change: ChangingBag) -> IvSiteView:
    """Answered once it was looked at in this bag change; a site that is not well stays to be changed."""
    words, session = scene.words, scene.session
    seen = session.iv_site
    here = session.iv_site_ns is not None and session.iv_site_ns >= change.begun_ns
    options = [(site.value, iv_site_answer(words, site)) for site in IvSite]
    return IvSiteView(
        head=CardHead(title=words("IV site"), note=words("at each bag change")),
        choice=choice(IV_SITE, words("IV site"), options, seen.value if seen is not None and here else ""),
    )
