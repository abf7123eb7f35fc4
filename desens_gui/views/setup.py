"""Setting a session up: the open card, the plan, what is missing, and the stepper in the strip above."""

from __future__ import annotations

from msgspec.structs import replace

from desens_gui.domain.labels import session_code
from desens_gui.domain.protocol.protocol import Protocol
from desens_gui.views.alarm import alarm_strip
from desens_gui.views.banner import banner
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.alarm import AlarmStripView
from desens_gui.views.parts.banner import BannerView
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.facts import FactsView, LineView, PairView
from desens_gui.views.parts.plan import PlanView
from desens_gui.views.parts.setup import CARDS, CardName, FormBlock, FormCardView, SetupView
from desens_gui.views.parts.stepper import StepMarkView, StepperView
from desens_gui.views.plan_table import plan_table
from desens_gui.views.pump_entry import Problems
from desens_gui.views.scene import Scene
from desens_gui.views.setup_column import answered_view, missing_view
from desens_gui.views.setup_findings import acceptance, finding_lines
from desens_gui.views.setup_patient import patient_facts, patient_form
from desens_gui.views.setup_people import people_facts, people_form
from desens_gui.views.setup_plan import plan_facts, plan_form, preview
from desens_gui.views.setup_qualify import qualify_form
from desens_gui.views.setup_ready import ready_facts, ready_form
from desens_gui.views.setup_refused import CARD
from desens_gui.views.setup_risks import qualify_facts, risk_blocks, standing_against
from desens_gui.views.setup_start import baseline_form, start_form
from desens_gui.views.setup_state import CHANGE, OPEN, answering, blind, done_cards, open_card
from desens_gui.views.setup_verify import verify_form, verify_lines
from desens_gui.wording import moments
from desens_gui.wording.words import Words


def setup(
    scene: Scene,
    draft: FormDraft,
    problems: Problems,
    refused: Problems,
    chosen: str,
    protocols: tuple[Protocol, ...],
) -> SetupView:
    """chosen: the last "card:..." or "change:..." intent, "" for none. refused: as setup_refused gives it."""
    card, hidden = open_card(scene, chosen), blind(scene, chosen)
    plan, cover = _plan(scene, draft, chosen, protocols)
    return SetupView(
        card=card,
        form=FormCardView(
            head=_head(scene, chosen),
            blocks=_blocks(scene, draft, {**refused, **problems}, chosen, protocols),
            problem=refused.get(CARD, ""),
        ),
        plan=plan,
        cover=cover,
        missing=missing_view(scene),
        answered=answered_view(scene, blind=hidden),
    )


def card_names(words: Words) -> dict[CardName, str]:
    return {
        "people": words("People"),
        "patient": words("Patient"),
        "plan": words("Order and plan"),
        "qualify": words("Who qualifies"),
        "verify": words("Verify"),
        "ready": words("Ready"),
        "baseline": words("Baseline"),
        "start": words("Start"),
    }


def _head(scene: Scene, chosen: str) -> CardHead:
    card, words = open_card(scene, chosen), scene.words
    if card not in done_cards(scene):
        note = ""
    else:
        note = words("a new entry") if answering(scene, chosen) else words("saved")
    return CardHead(number=str(CARDS.index(card) + 1), title=card_names(scene.words)[card], note=note)


# ---- the open card


def _blocks(
    scene: Scene, draft: FormDraft, problems: Problems, chosen: str, protocols: tuple[Protocol, ...]
) -> tuple[FormBlock, ...]:
    card = open_card(scene, chosen)
    if card == "start":
        return start_form(scene, draft, problems)
    if card == "baseline":
        return _baseline(scene)
    if card == "verify":
        if scene.session.plan_verified:
            return (FormBlock(lines=verify_lines(scene)),)
        return verify_form(scene, draft, problems)
    if not answering(scene, chosen):
        return _answered(scene, card, draft, problems)
    forms = {
        "people": people_form,
        "patient": patient_form,
        "qualify": qualify_form,
        "ready": ready_form,
    }
    if card in forms:
        return forms[card](scene, draft, problems)
    return plan_form(scene, draft, problems, protocols)


def _answered(scene: Scene, card: CardName, draft: FormDraft, problems: Problems) -> tuple[FormBlock, ...]:
    change = _change(scene.words, card)
    if card != "qualify":
        accepting = acceptance(scene, draft, problems) if card == "plan" else ()
        return (FormBlock(pairs=_recorded(scene, card), action=change), *accepting)
    facts = FormBlock(lines=standing_against(scene), pairs=qualify_facts(scene), action=change)
    return (*risk_blocks(scene, draft, problems), facts)


def _baseline(scene: Scene) -> tuple[FormBlock, ...]:
    blocks = baseline_form(scene)
    if "baseline" not in done_cards(scene):
        return blocks
    label = scene.words("Repeat the baseline check")
    return (*blocks, FormBlock(action=ActionView(intent="open_check", label=label, key="F3")))


def _recorded(scene: Scene, card: CardName) -> tuple[PairView, ...]:
    patient = scene.session.patient
    if card == "patient" and patient is not None:
        return patient_facts(scene, patient)
    if card == "ready":
        return ready_facts(scene)
    return plan_facts(scene) if card == "plan" else people_facts(scene)


def _change(words: Words, card: CardName) -> ActionView:
    return ActionView(
        intent=f"{CHANGE}{card}", label=words("Change"), sub=words("A new entry; the old stays")
    )


# ---- the plan


def _plan(
    scene: Scene, draft: FormDraft, chosen: str, protocols: tuple[Protocol, ...]
) -> tuple[PlanView | None, FactsView | None]:
    """The plan that is set or being typed; else why its place is covered; else nothing."""
    words, card, own = scene.words, open_card(scene, chosen), scene.session.plan
    if blind(scene, chosen) and own is not None:
        text = words("It is covered while order and labels are read blind.")
        rule = words("A value that differs is named, never what the plan says.")
        return None, _cover(words("Plan covered"), text, rule)
    if card == "plan" and answering(scene, chosen):
        typed = preview(scene, draft, protocols)
        if typed is not None:
            return plan_table(scene, typed, words("Preview, not set yet"), finding_lines(scene, typed)), None
    if own is not None:
        code, revision = session_code(scene.session.opened.session_id), own.inputs.revision
        note = words("Set. On each label: session {code}, plan {revision}", code=code, revision=revision)
        return plan_table(scene, own, note, finding_lines(scene, own)), None
    if card in ("people", "patient"):
        return None, None
    text = words("It appears here as soon as protocol, drug and dose are given in step 3.")
    return None, _cover(words("No plan yet"), text)


def _cover(title: str, *texts: str) -> FactsView:
    return FactsView(head=CardHead(title=title), lines=tuple(LineView(text=text) for text in texts))


# ---- the frame


def setup_strip(scene: Scene, chosen: str) -> AlarmStripView:
    """The stepper in the place of quiet text; an alarm keeps the strip to itself."""
    strip = alarm_strip(scene)
    if strip.level != "none":
        return strip
    return replace(strip, stepper=_stepper(scene, chosen), icon="", note="")


def _stepper(scene: Scene, chosen: str) -> StepperView:
    words, done, here = scene.words, done_cards(scene), open_card(scene, chosen)
    names = card_names(words)
    return StepperView(
        name=words("Steps of setting up"),
        steps=tuple(
            StepMarkView(
                intent=f"{OPEN}{card}",
                number=str(number),
                label=names[card],
                mark="open" if card == here else "done" if card in done else "to_come",
                done=card in done,
            )
            for number, card in enumerate(CARDS, start=1)
        ),
    )


def setup_banner(scene: Scene, chosen: str) -> BannerView:
    """The banner; while the plan is read blind, without the values that are read."""
    view, patient, words = banner(scene), scene.session.patient, scene.words
    if not blind(scene, chosen) or patient is None or scene.session.plan is None:
        return view
    born = moments.birth_date(patient.born, words)
    return replace(
        view,
        details=words("{born}, record number covered", born=born),
        treatment=words("Treatment covered"),
        protocol=words("while it is read blind"),
    )
