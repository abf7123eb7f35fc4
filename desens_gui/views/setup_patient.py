"""Set-up, patient: two identifiers, weight, allergies."""

from __future__ import annotations

from desens_gui.domain.patient import Allergy, Patient, Sex
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.facts import PairView
from desens_gui.views.parts.setup import FormBlock
from desens_gui.views.pump_entry import Problems
from desens_gui.views.scene import Scene
from desens_gui.views.setup_answers import choice_answer, text_answer, unanswered
from desens_gui.wording import moments, numbers
from desens_gui.wording.words import Words


def patient_form(scene: Scene, draft: FormDraft, problems: Problems) -> tuple[FormBlock, ...]:
    words = scene.words
    return (
        FormBlock(
            title=words("Identity"),
            note=words("from the wristband, not from memory"),
            answers=(
                text_answer(draft, problems, "patient:family_name", words("Family name"), wide=True),
                text_answer(draft, problems, "patient:given_name", words("Given name"), wide=True),
                text_answer(draft, problems, "patient:born", words("Born"), hint=words("like 12-Mar-1968")),
                text_answer(draft, problems, "patient:identifier", words("Record number (MRN)")),
                choice_answer(draft, problems, "patient:sex", words("Sex"), sexes(words)),
                text_answer(draft, problems, "patient:weight", words("Weight"), unit="kg", kind="number"),
                choice_answer(
                    draft,
                    problems,
                    "patient:weight_unknown",
                    words("Weight known?"),
                    [("yes", words("Not known"))],
                    wide=False,
                ),
            ),
        ),
        FormBlock(
            title=words("Allergy"),
            note=words("drug of the first reaction"),
            answers=(
                text_answer(draft, problems, "patient:allergy_drug", words("Allergic to")),
                text_answer(draft, problems, "patient:allergy_reaction", words("First reaction")),
                text_answer(
                    draft,
                    problems,
                    "patient:allergy_grade",
                    words("Grade, if known"),
                    hint=words("like Brown 2 (2004)"),
                ),
                text_answer(
                    draft,
                    problems,
                    "patient:allergy_on",
                    words("Date, if known"),
                    hint=words("like 03-Oct-2026"),
                ),
                text_answer(
                    draft,
                    problems,
                    "patient:other_allergies",
                    words("Other allergies"),
                    hint=words("a comma between two"),
                ),
                choice_answer(
                    draft,
                    problems,
                    "patient:no_other_allergies",
                    words("Others known?"),
                    [("yes", words("None known"))],
                    wide=False,
                ),
            ),
        ),
    )


def sexes(words: Words) -> list[tuple[str, str]]:
    return [
        (Sex.FEMALE.value, words("Female")),
        (Sex.MALE.value, words("Male")),
        (Sex.OTHER.value, words("Other")),
        (Sex.UNKNOWN.value, words("Not known")),
    ]


def patient_facts(scene: Scene, patient: Patient) -> tuple[PairView, ...]:
    words = scene.words
    age = moments.age(patient.born, scene.stamp.utc_us, scene.session.zone_offset_min, words)
    sex = dict(sexes(words))[patient.sex.value]
    return (
        PairView(label=words("Family name"), value=patient.family_name),
        PairView(label=words("Given name"), value=patient.given_name),
        PairView(label=words("Born"), value=f"{moments.birth_date(patient.born, words)} ({age})"),
        PairView(label=words("MRN"), value=patient.identifier),
        PairView(label=words("Sex"), value=sex),
        PairView(label=words("Weight"), value=weight_words(words, patient)),
        *(
            PairView(label=words("Allergy"), value=allergy_words(words, allergy))
            for allergy in patient.allergies
        ),
    )


def weight_words(words: Words, patient: Patient) -> str:
    if patient.weight_kg is None:
        return words("not known")
    return f"{numbers.number(patient.weight_kg)} kg"


def allergy_words(words: Words, allergy: Allergy) -> str:
    """ "CARBOplatin: anaphylaxis, Brown 2 (2004), 03-Oct-2026"."""
    known = (allergy.reaction, allergy.grade, moments.partial_date(allergy.on, words))
    detail = ", ".join(text for text in known if text)
    return f"{allergy.drug}: {detail}" if detail else allergy.drug


def patient_unanswered(words: Words, draft: FormDraft) -> list[str]:
    weight = "patient:weight_unknown" if draft.choice("patient:weight_unknown") else "patient:weight"
    none = draft.choice("patient:no_other_allergies")
    others = "patient:no_other_allergies" if none else "patient:other_allergies"
    return unanswered(
        draft,
        (
            ("patient:family_name", words("family name")),
            ("patient:given_name", words("given name")),
            ("patient:born", words("born")),
            ("patient:identifier", words("record number")),
            ("patient:sex", words("sex")),
            (weight, words("weight")),
            ("patient:allergy_drug", words("allergy")),
            ("patient:allergy_reaction", words("first reaction")),
            (others, words("other allergies")),
        ),
    )


def patient_known(scene: Scene) -> FormDraft:
    """What is recorded, to be changed."""
    patient, words = scene.session.patient, scene.words
    if patient is None:
        return FormDraft()
    first, *others = patient.allergies or (Allergy(drug=""),)
    weight = patient.weight_kg.text if patient.weight_kg is not None else ""
    texts = {
        "patient:family_name": patient.family_name,
        "patient:given_name": patient.given_name,
        "patient:born": moments.birth_date(patient.born, words),
        "patient:identifier": patient.identifier,
        "patient:weight": weight,
        "patient:allergy_drug": first.drug,
        "patient:allergy_reaction": first.reaction,
        "patient:allergy_grade": first.grade,
        "patient:allergy_on": moments.partial_date(first.on, words),
        "patient:other_allergies": ", ".join(each.drug for each in others),
    }
    chosen = {
        "patient:sex": patient.sex.value,
        "patient:weight_unknown": "" if weight else "yes",
        "patient:no_other_allergies": "yes" if patient.allergies and not others else "",
    }
    return FormDraft(texts=texts, chosen=chosen)
