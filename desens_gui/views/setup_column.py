"""Beside the set-up: what starting still needs, and what was answered."""

from __future__ import annotations

from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.risks import hard_stops
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.facts import FactsView, LineView
from desens_gui.views.scene import Scene
from desens_gui.views.setup_patient import allergy_words
from desens_gui.views.setup_people import alone_words
from desens_gui.views.setup_plan import order_words
from desens_gui.views.setup_state import baseline_accepted, baseline_reasons, missing_items, start_reasons
from desens_gui.views.setup_verify import verified_by
from desens_gui.wording import numbers
from desens_gui.wording.refusals import not_yet, refusal
from desens_gui.wording.refusals_setup import setup_item
from desens_gui.wording.roles import role_name
from desens_gui.wording.sentences import raised


def missing_view(scene: Scene) -> FactsView:
    words, missing = scene.words, missing_items(scene)
    if missing:
        return FactsView(
            head=CardHead(title=words("Still missing"), note=numbers.number(len(missing))),
            lines=(*_never(scene), *(LineView(strong=raised(setup_item(words, item))) for item in missing)),
            tone="acc",
        )
    if reasons := start_reasons(scene):
        return FactsView(
            head=CardHead(title=words("Still in the way")),
            lines=(LineView(strong=not_yet(words, reasons)),),
            tone="acc",
        )
    return FactsView(
        head=CardHead(title=words("Nothing is missing"), icon="tick"),
        lines=(LineView(text=words("No drug runs until you start the pump and say what it shows.")),),
    )


def _never(scene: Scene) -> tuple[LineView, ...]:
    """Hard stops come before anything that is merely missing."""
    return tuple(LineView(strong=refusal(scene.words, each)) for each in hard_stops(scene.session))


def answered_view(scene: Scene, *, blind: bool) -> FactsView:
    """blind: nothing that is being read just now."""
    words = scene.words
    lines = [*_people(scene), *_patient(scene, blind=blind), *_plan(scene, blind=blind), *_baseline(scene)]
    none = LineView(text=words("Nothing yet."))
    return FactsView(head=CardHead(title=words("Answered")), lines=tuple(lines) or (none,))


def _people(scene: Scene) -> list[LineView]:
    words, session = scene.words, scene.session
    lines = [
        LineView(strong=role_name(words, each.role), text=f"{each.name} ({each.id})")
        for each in session.staff
    ]
    if session.second_person_reason is not None:
        lines.append(
            LineView(strong=words("Second person"), text=alone_words(words, session.second_person_reason))
        )
    return lines


def _patient(scene: Scene, *, blind: bool) -> list[LineView]:
    words, patient = scene.words, scene.session.patient
    if patient is None:
        return []
    name = f"{patient.family_name.upper()}, {patient.given_name}"
    record = words("MRN {identifier}", identifier=patient.identifier)
    lines = [LineView(strong=words("Patient"), text=name if blind else f"{name}, {record}")]
    if patient.allergies and not blind:
        shown = "; ".join(allergy_words(words, each) for each in patient.allergies)
        lines.append(LineView(strong=words("Allergies"), text=shown))
    return lines


def _plan(scene: Scene, *, blind: bool) -> list[LineView]:
    words, session = scene.words, scene.session
    lines = []
    if session.plan is not None:
        plan = session.plan
        dose = f"{plan.inputs.drug} {numbers.amount(plan.target, words)}, {plan.inputs.protocol.title}"
        shown = words("covered while it is read blind") if blind else dose
        lines.append(LineView(strong=words("Plan"), text=shown))
    if order := order_words(scene, OrderFor.DESENSITIZE):
        lines.append(LineView(strong=words("Order"), text=order))
    if session.plan_verified:
        lines.append(LineView(strong=words("Double check"), text=verified_by(scene)))
    elif session.plan_read_ns is not None:
        text = words("first reading {time}", time=scene.hh_mm(session.plan_read_ns))
        lines.append(LineView(strong=words("Double check"), text=text))
    return lines


def _baseline(scene: Scene) -> list[LineView]:
    words, check = scene.words, scene.session.baseline
    if check is None:
        return []
    taken = scene.hh_mm(check.recorded_ns)
    if baseline_accepted(scene):
        by = order_words(scene, OrderFor.ACCEPT_BASELINE)
        text = words("{time}, accepted: {order}", time=taken, order=by)
    elif reasons := baseline_reasons(scene):
        text = f"{taken}. {not_yet(words, reasons)}"
    else:
        text = words("{time}, nothing against starting", time=taken)
    return [LineView(strong=words("Baseline"), text=text)]
