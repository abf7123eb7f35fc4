"""Hanging a bag: clock, what ended, the rows in order, the blind second reading, IV site (SAFETY S3)."""

from __future__ import annotations

from desens_gui.domain.decide.bag import bag_change_missing
from desens_gui.domain.stage import ChangingBag
from desens_gui.views.bag_change_facts import facts
from desens_gui.views.bag_rows import bag_rows
from desens_gui.views.iv_site import iv_site_card
from desens_gui.views.parts.bag_change import BagChangeView
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.ordered import OrderedView
from desens_gui.views.pump_clock import pump_clock
from desens_gui.views.pump_entry import Problems
from desens_gui.views.scene import Scene
from desens_gui.views.second_reading import second_reading


def bag_change(
    scene: Scene, change: ChangingBag, draft: FormDraft, problems: Problems, refused: dict[str, str]
) -> BagChangeView:
    """refused: what the last try was refused for, by the row it belongs to."""
    words = scene.words
    missing = bag_change_missing(scene.session, change)
    rows = bag_rows(scene, change, draft, problems, refused, missing)
    done = sum(row.state == "done" for row in rows)
    return BagChangeView(
        clock=pump_clock(scene, change.begun_ns, urgent=False),
        facts=facts(scene, change),
        order=OrderedView(
            head=CardHead(
                title=words("In this order"), note=words("{done} of {total} done", done=done, total=len(rows))
            ),
            rows=rows,
        ),
        second=second_reading(scene, change, draft, problems, refused, missing),
        iv_site=iv_site_card(scene, change),
    )
