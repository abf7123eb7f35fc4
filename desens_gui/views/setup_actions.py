"""The bar under the set-up: the one primary action of the open card, and everything it still lacks."""

from __future__ import annotations

from msgspec.structs import replace

from desens_gui.domain.refusals.setup import RepeatTooSoon, SetupIncomplete, SetupItem
from desens_gui.views.actions import actions
from desens_gui.views.parts.action import ActionBarView, ActionView
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.setup import CardName
from desens_gui.views.scene import Scene
from desens_gui.views.second_way import way_of, way_save
from desens_gui.views.setup_findings import acceptance_unanswered
from desens_gui.views.setup_patient import patient_unanswered
from desens_gui.views.setup_people import people_unanswered
from desens_gui.views.setup_plan import plan_unanswered
from desens_gui.views.setup_qualify import qualify_unanswered
from desens_gui.views.setup_ready import ready_unanswered
from desens_gui.views.setup_start import check_lacks
from desens_gui.views.setup_state import OPEN, answering, only_findings, open_card, start_reasons
from desens_gui.views.setup_verify import lacking, verify_unanswered, wait_left
from desens_gui.wording.refusals import not_yet
from desens_gui.wording.refusals_setup import setup_item
from desens_gui.wording.sentences import listed, raised


def setup_actions(scene: Scene, draft: FormDraft, chosen: str) -> ActionBarView:
    """chosen: the last "card:..." or "change:..." intent, "" for none."""
    bar = actions(scene)
    return bar if scene.mode == "review" else replace(bar, primary=_primary(scene, draft, chosen))


def _primary(scene: Scene, draft: FormDraft, chosen: str) -> ActionView:
    card = open_card(scene, chosen)
    if card == "start":
        return _start(scene)
    if not answering(scene, chosen):
        return _accept(scene, draft) if card == "plan" and only_findings(scene) else _next(scene)
    if card == "baseline":
        return _baseline(scene)
    if card == "verify":
        return _verify(scene, draft)
    return _save(scene, draft, card)


def _action(intent: str, label: str, *, sub: str = "", icon: str = "", blocked: str = "") -> ActionView:
    return ActionView(
        intent=intent, label=label, sub=sub, icon=icon, key="F2", kind="primary", blocked_reason=blocked
    )


def _blocked(scene: Scene, missing: list[str]) -> str:
    return scene.words("Not yet. {missing}.", missing=raised(listed(missing))) if missing else ""


def _save(scene: Scene, draft: FormDraft, card: CardName) -> ActionView:
    words = scene.words
    if card == "people":
        label, missing = words("Save people"), people_unanswered(scene, draft)
    elif card == "patient":
        label, missing = words("Save patient"), patient_unanswered(words, draft)
    elif card == "qualify":
        label, missing = words("Save who qualifies"), qualify_unanswered(words, draft)
    elif card == "ready":
        label, missing = words("Save checklist"), ready_unanswered(scene, draft)
    else:
        label, missing = words("Save order and plan"), plan_unanswered(scene, draft)
    replaced = {
        "people": bool(scene.session.staff),
        "patient": scene.session.patient is not None,
        "plan": scene.session.plan is not None,
        "qualify": bool(scene.session.severe),
        "ready": bool(scene.session.ready),
    }[card]
    sub = words("Recorded as a new entry") if replaced else words("Nothing runs yet")
    if card in ("patient", "plan") and replaced:
        sub = words("The plan is then verified anew")
    if card != "people" and not scene.session.staff:
        missing.insert(0, setup_item(words, SetupItem.STAFF))
    return _action(f"save:{card}", label, sub=sub, icon="tick", blocked=_blocked(scene, missing))


def _accept(scene: Scene, draft: FormDraft) -> ActionView:
    words = scene.words
    blocked = _blocked(scene, acceptance_unanswered(scene, draft))
    sub = words("By name, with a reason; another plan loses it")
    return _action("accept_plan", words("Record the acceptance"), sub=sub, icon="tick", blocked=blocked)


def _verify(scene: Scene, draft: FormDraft) -> ActionView:
    words, again = scene.words, scene.session.plan_read_ns is not None
    label = words("Save first reading")
    left = wait_left(scene, draft)
    if items := lacking(scene):
        blocked = not_yet(words, (SetupIncomplete(missing=items),))
    elif left:
        blocked = not_yet(words, (RepeatTooSoon(left=left),))
    else:
        blocked = _blocked(scene, verify_unanswered(words, draft))
    if again:
        label = way_save(words, way_of(scene, draft))
    sub = words("Compared with the plan; a value that differs is named")
    return _action("save:verify", label, sub=sub, icon="tick", blocked=blocked)


def _baseline(scene: Scene) -> ActionView:
    words, items = scene.words, check_lacks(scene)
    blocked = not_yet(words, (SetupIncomplete(missing=items),)) if items else ""
    again = scene.session.baseline is not None
    label = words("Repeat the baseline check") if again else words("Start the baseline check")
    return _action(
        "open_check", label, sub=words("Vitals and symptoms before any drug"), icon="pulse", blocked=blocked
    )


def _start(scene: Scene) -> ActionView:
    words, plan = scene.words, scene.session.plan
    bag = plan.step(1).bag if plan is not None else 1
    return _action(
        "start_session",
        words("Start: hang bag {bag}", bag=bag),
        sub=words("No drug runs until you start the pump"),
        icon="play",
        blocked=not_yet(words, start_reasons(scene)),
    )


def _next(scene: Scene) -> ActionView:
    """Nothing to answer here: on to the first card that lacks something."""
    words = scene.words
    names = {
        "people": words("people"),
        "patient": words("patient"),
        "plan": words("order and plan"),
        "qualify": words("who qualifies"),
        "verify": words("verify"),
        "ready": words("ready at the chair"),
        "baseline": words("baseline"),
        "start": words("start"),
    }
    following = open_card(scene, "")
    return _action(OPEN, words("Go on: {card}", card=names[following]), icon="arrow_right")
