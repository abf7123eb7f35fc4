"""Set-up, baseline and start: what the baseline found, and everything that speaks against starting."""

from __future__ import annotations

from desens_gui.domain.findings import SYSTEMS
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.quantities import Duration
from desens_gui.domain.refusals.check import CheckIncomplete
from desens_gui.domain.refusals.every import AnyRefusal
from desens_gui.domain.refusals.setup import SetupIncomplete, SetupItem
from desens_gui.domain.session import CheckSeen
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.facts import LineView, PairView
from desens_gui.views.parts.setup import FormBlock
from desens_gui.views.pump_entry import Problems
from desens_gui.views.scene import Scene
from desens_gui.views.setup_answers import unanswered
from desens_gui.views.setup_patient import allergy_words
from desens_gui.views.setup_plan import order_answers, order_needed, order_words
from desens_gui.views.setup_sound import sound_check
from desens_gui.views.setup_state import (
    BEFORE_CHECK,
    baseline_accepted,
    baseline_reasons,
    missing_items,
    start_reasons,
)
from desens_gui.wording import moments, numbers
from desens_gui.wording.missing import short_form
from desens_gui.wording.refusals import not_yet, refusal
from desens_gui.wording.sentences import listed, raised
from desens_gui.wording.symptoms import symptom_name
from desens_gui.wording.vitals import vitals_line
from desens_gui.wording.words import Words


def baseline_form(scene: Scene) -> tuple[FormBlock, ...]:
    words = scene.words
    reasons = baseline_reasons(scene)
    if (check := scene.session.baseline) is not None:
        against = tuple(LineView(strong=text) for text in _sentences(scene, reasons))
        facts = FormBlock(pairs=baseline_facts(scene, check))
        return (facts, FormBlock(lines=against)) if against else (facts,)
    if lacking := check_lacks(scene):
        return (FormBlock(lines=(LineView(text=not_yet(words, (SetupIncomplete(missing=lacking),))),)),)
    text = words("Vitals and symptoms before any drug: every later check is held against them.")
    limit = numbers.duration_words(scene.policy.baseline_max_age, words)
    good = words("Good for {time} until the start.", time=limit)
    return (FormBlock(lines=(LineView(text=text), LineView(text=good))),)


def check_lacks(scene: Scene) -> tuple[SetupItem, ...]:
    """What the check form needs to know first."""
    return tuple(item for item in missing_items(scene) if item in BEFORE_CHECK)


def baseline_facts(scene: Scene, check: CheckSeen) -> tuple[PairView, ...]:
    words = scene.words
    oldest = min(check.measured_ns.values(), default=check.recorded_ns)
    age = numbers.duration_words(Duration(scene.since(oldest).value // 60 * 60), words)
    return (
        PairView(label=words("Vitals"), value=vitals_line(words, check.vitals)),
        PairView(label=words("Symptoms"), value=_symptoms(words, check)),
        PairView(
            label=words("Measured"), value=words("{time}, {age} ago", time=scene.hh_mm(oldest), age=age)
        ),
    )


def _symptoms(words: Words, check: CheckSeen) -> str:
    """What was found; "none" only when every system was asked."""
    signs = [sign for answer in check.symptoms for sign in answer.signs]
    if signs:
        return listed(symptom_name(words, sign.code) for sign in signs)
    return words("none") if set(SYSTEMS) <= set(check.asked_ns) else words("not every system asked")


def start_form(scene: Scene, draft: FormDraft, problems: Problems) -> tuple[FormBlock, ...]:
    reasons = start_reasons(scene)
    blocks = [*_first_bag(scene)]
    if not reasons:
        blocks.append(_once_more(scene))
    else:
        title = scene.words("Not yet")
        lines = tuple(LineView(text=text) for text in _sentences(scene, reasons))
        blocks.append(FormBlock(title=title, lines=lines))
    blocks.extend(_about_baseline(scene, draft, problems))
    blocks.extend(sound_check(scene))
    return tuple(blocks)


def _once_more(scene: Scene) -> FormBlock:
    """Whom, what, and in which state: for the last look before the first bag. Only with nothing missing."""
    words, session, plan = scene.words, scene.session, scene.plan
    patient, check = session.patient, session.baseline
    assert patient is not None
    assert check is not None
    name = f"{patient.family_name.upper()}, {patient.given_name}"
    allergies = tuple(
        PairView(label=words("Allergy"), value=allergy_words(words, each)) for each in patient.allergies
    )
    return FormBlock(
        title=words("Once more"),
        note=words("with the patient"),
        pairs=(
            PairView(label=words("Patient"), value=name),
            PairView(label=words("Born"), value=moments.birth_date(patient.born, words)),
            PairView(label=words("MRN"), value=patient.identifier),
            *allergies,
            PairView(label=words("Drug"), value=f"{plan.inputs.drug} {numbers.amount(plan.target, words)}"),
            *baseline_facts(scene, check),
        ),
    )


def _first_bag(scene: Scene) -> tuple[FormBlock, ...]:
    words, plan = scene.words, scene.session.plan
    if plan is None:
        return ()
    step = plan.step(1)
    bag = plan.bag(step.bag)
    return (
        FormBlock(
            title=words("First"),
            pairs=(
                PairView(
                    label=words("Hang"),
                    value=words(
                        "Bag {bag}, {concentration}",
                        bag=bag.number,
                        concentration=numbers.concentration(bag.concentration, words),
                    ),
                ),
                PairView(
                    label=words("Set pump to"),
                    value=words(
                        "{rate} for {minutes}",
                        rate=numbers.rate(step.rate),
                        minutes=numbers.minutes(step.duration),
                    ),
                ),
            ),
        ),
    )


def _sentences(scene: Scene, reasons: tuple[AnyRefusal, ...]) -> list[str]:
    """What was found, without advice for a step that runs; else the whole sentence."""
    words, offset = scene.words, scene.session.zone_offset_min
    return [
        words("{finding}.", finding=raised(short))
        if (short := short_form(words, reason))
        else refusal(words, reason, offset)
        for reason in reasons
    ]


def may_be_accepted(scene: Scene) -> bool:
    """A finding or an old baseline can be accepted by a named prescriber; an incomplete one is completed."""
    reasons = baseline_reasons(scene)
    return bool(reasons) and not any(isinstance(reason, CheckIncomplete) for reason in reasons)


def _about_baseline(scene: Scene, draft: FormDraft, problems: Problems) -> tuple[FormBlock, ...]:
    words = scene.words
    if baseline_accepted(scene):
        by = order_words(scene, OrderFor.ACCEPT_BASELINE)
        return (FormBlock(title=words("Baseline accepted"), lines=(LineView(text=by),)),)
    if not baseline_reasons(scene):
        return ()
    again = FormBlock(
        action=ActionView(intent="open_check", label=words("Repeat the baseline check"), key="F3")
    )
    if not may_be_accepted(scene):
        return (again,)
    missing = unanswered(draft, order_needed(scene, draft))
    text = words("or a prescriber accepts this baseline")
    return (
        again,
        FormBlock(
            title=text,
            answers=order_answers(scene, draft, problems),
            action=ActionView(
                intent="accept_baseline",
                label=words("Record this order"),
                blocked_reason=words("Not yet. {missing}.", missing=raised(listed(missing)))
                if missing
                else "",
            ),
        ),
    )
