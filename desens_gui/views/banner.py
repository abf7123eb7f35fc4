"""Whose session this is."""

from __future__ import annotations

from typing import assert_never

from desens_gui.domain.patient import Allergy, Patient, Sex
from desens_gui.domain.stage import Ended
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.banner import BannerView, TagView
from desens_gui.views.scene import Scene
from desens_gui.wording import moments, numbers
from desens_gui.wording.words import Words

SEPARATOR = " \N{MIDDLE DOT} "


def banner(scene: Scene) -> BannerView:
    session, words, offset = scene.session, scene.words, scene.session.zone_offset_min
    patient, plan = session.patient, session.plan
    return BannerView(
        name=name(patient, words),
        details=_details(scene, patient) if patient is not None else "",
        allergies_label=words("ALLERGIES") if patient is not None else "",
        allergy=_allergy(patient, words),
        allergy_detail=_first_reaction(patient, words),
        treatment=f"{plan.inputs.drug} {numbers.amount(plan.target, words)} IV" if plan is not None else "",
        protocol=plan.inputs.protocol.title if plan is not None else "",
        clock=moments.hour_minute_second(scene.stamp.utc_us, offset),
        date=moments.day(scene.stamp.utc_us, offset, words),
        tags=_tags(scene),
        action=_sign_in(scene),
        cover=_cover(scene),
    )


def name(patient: Patient | None, words: Words) -> str:
    """ "OKAFOR, Adaeze"."""
    if patient is None:
        return words("No patient yet")
    return f"{patient.family_name.upper()}, {patient.given_name}"


def _details(scene: Scene, patient: Patient) -> str:
    words = scene.words
    age = moments.age(patient.born, scene.stamp.utc_us, scene.session.zone_offset_min, words)
    weight = (
        f"{numbers.number(patient.weight_kg)} kg"
        if patient.weight_kg is not None
        else words("weight not known")
    )
    born = f"{moments.birth_date(patient.born, words)} ({age})"
    record = words("MRN {identifier}", identifier=patient.identifier)
    return SEPARATOR.join((sex(patient.sex, words), born, record, weight))


def sex(value: Sex, words: Words) -> str:
    match value:
        case Sex.FEMALE:
            return words.within("sex", "F")
        case Sex.MALE:
            return words.within("sex", "M")
        case Sex.OTHER:
            return words.within("sex", "Other")
        case Sex.UNKNOWN:
            return words.within("sex", "Sex not known")
        case _:
            assert_never(value)


def _allergy(patient: Patient | None, words: Words) -> str:
    """The drug of the first reaction: what is known of it stands right behind it."""
    if patient is None:
        return ""
    return patient.allergies[0].drug if patient.allergies else words("None recorded")


def _first_reaction(patient: Patient | None, words: Words) -> str:
    """ "anaphylaxis, Brown 2 (2004), 03-Oct-2026; penicillin: rash"."""
    if patient is None or not patient.allergies:
        return ""
    first, *others = patient.allergies
    known = [f"{each.drug}: {about}" if (about := _about(each, words)) else each.drug for each in others]
    return "; ".join(part for part in (_about(first, words), *known) if part)


def _about(allergy: Allergy, words: Words) -> str:
    parts = (allergy.reaction, allergy.grade, moments.partial_date(allergy.on, words))
    return ", ".join(part for part in parts if part)


def _tags(scene: Scene) -> tuple[TagView, ...]:
    tags = []
    if scene.session.opened.simulated:
        tags.append(TagView(scene.words("SIMULATION"), "simulation"))
    if scene.mode == "review":
        tags.append(TagView(scene.words("REVIEW, NOT LIVE"), "review"))
    return tuple(tags)


def _sign_in(scene: Scene) -> ActionView | None:
    """At any time, also while a form or a reaction is open."""
    if scene.mode == "review" or not scene.staffed or isinstance(scene.session.stage, Ended):
        return None
    label = scene.words("Sign in") if scene.who is None else scene.words("Change nurse")
    return ActionView(intent="change_nurse", label=label, icon="person")


def _cover(scene: Scene) -> ActionView | None:
    """Ctrl+L does the same. Its sign alone is drawn: the banner has no room to lose."""
    if scene.mode == "review":
        return None
    return ActionView(intent="cover", label=scene.words("Cover the screen, Ctrl+L"), icon="lock")
