"""The set-up cards as typed: commands where everything can be read, else a sentence at each field."""

from __future__ import annotations

import pytest

from desens_gui.domain.commands.setup import (
    DeclareNoSecondPerson,
    IdentifyPatient,
    IdentifyStaff,
    RecordOrder,
    SetPlan,
    StartSession,
    VerifyPlan,
)
from desens_gui.domain.patient import Allergy, Weight
from desens_gui.domain.prescribing import OrderFor, OrderTaken
from desens_gui.domain.quantities import Amount
from desens_gui.domain.recorded import Actor, Role
from desens_gui.views.entry.setup import READS, SetupEntry, setup_commands, signing_in
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.scene import Scene
from tests.views.setup_scenes import (
    PATIENT,
    PEOPLE,
    PLAN,
    PROTOCOLS,
    READING,
    known_patient,
    scene_at,
    with_choices,
    with_texts,
)


def read(scene: Scene, draft: FormDraft, intent: str) -> SetupEntry:
    return setup_commands(scene, draft, intent, PROTOCOLS)


def patient_problems(draft: FormDraft) -> dict[str, str]:
    entry = read(scene_at("people"), draft, "save:patient")
    assert (entry.commands == ()) == bool(entry.problems)
    return entry.problems


# ---- people


def test_people_sign_in_and_say_why_nobody_else_is_there() -> None:
    entry = read(scene_at("opened"), PEOPLE, "save:people")
    assert entry.commands == (
        IdentifyStaff(id="ml", name="M. Lindqvist, RN", role=Role.NURSE),
        DeclareNoSecondPerson(reason="only_one_on_shift"),
    )
    assert signing_in(entry.commands) == Actor("ml", Role.NURSE)


def test_what_is_recorded_already_is_not_recorded_again() -> None:
    scene = scene_at("people")
    assert read(scene, PEOPLE, "save:people").commands == ()
    other = with_texts(with_choices(PEOPLE, people__alone="other"), people__reason="night shift")
    assert read(scene, other, "save:people").commands == (DeclareNoSecondPerson(reason="night shift"),)
    renamed = read(scene, with_texts(PEOPLE, people__name="M. Lind"), "save:people")
    assert [type(each) for each in renamed.commands] == [IdentifyStaff]
    assert signing_in((StartSession(),)) is None


def test_nothing_about_people_is_guessed() -> None:
    entry = read(scene_at("opened"), FormDraft(), "save:people")
    assert entry.commands == ()
    assert set(entry.problems) == {"people:name", "people:id", "people:role", "people:alone"}
    other = read(scene_at("opened"), with_choices(PEOPLE, people__alone="other"), "save:people")
    assert other.problems == {"people:reason": "Reason: nothing was entered."}


# ---- patient


def test_a_whole_patient() -> None:
    entry = read(scene_at("people"), PATIENT, "save:patient")
    (command,) = entry.commands
    assert isinstance(command, IdentifyPatient)
    known = command.patient
    assert (known.family_name, known.born, known.identifier) == ("Okafor", "1968-03-12", "00482913")
    assert known.weight_kg == Weight.of("64")
    assert known.allergies == (
        Allergy(drug="CARBOplatin", reaction="anaphylaxis", grade="Brown 2 (2004)", on="2026-10-03"),
    )


def test_weight_may_be_not_known_and_the_date_of_the_reaction_too() -> None:
    draft = with_texts(PATIENT, patient__weight="", patient__allergy_on="")
    entry = read(scene_at("people"), with_choices(draft, patient__weight_unknown="yes"), "save:patient")
    (command,) = entry.commands
    assert isinstance(command, IdentifyPatient)
    assert command.patient.weight_kg is None
    assert command.patient.allergies[0].on == ""


def test_other_allergies_keep_what_was_known_of_them() -> None:
    draft = with_choices(PATIENT, patient__no_other_allergies="")
    draft = with_texts(draft, patient__other_allergies="penicillin, , latex")
    (command,) = read(scene_at("patient"), draft, "save:patient").commands
    assert isinstance(command, IdentifyPatient)
    assert command.patient.allergies[1:] == (known_patient().allergies[1], Allergy(drug="latex"))
    (command,) = read(scene_at("people"), draft, "save:patient").commands
    assert isinstance(command, IdentifyPatient)
    assert [each.drug for each in command.patient.allergies] == ["CARBOplatin", "penicillin", "latex"]


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("patient:family_name", " ", "Family name: nothing was entered."),
        (
            "patient:given_name",
            "Ad\u202eaeze",
            "Given name: “Ad‹U+202E›aeze” has characters in it",
        ),
        ("patient:identifier", "0048\u200b2913", "Record number: “0048‹U+200B›2913” has characters in it"),
        ("patient:born", "", "Born: nothing was entered."),
        ("patient:born", "03/04/1968", "can be read two ways; write 12-Mar-1968 or 1968-03-12."),
        ("patient:born", "12-Mar-2068", "Born: “12-Mar-2068” is not possible"),
        ("patient:born", "12-Mar-1868", "at most 130 years ago"),
        ("patient:weight", "", "Weight: type it in kg, or choose “Not known”."),
        ("patient:weight", "141 lb", "Weight: “141 lb” is not in kg; only kg are taken"),
        ("patient:weight", "64 st", "is not in kg"),
        ("patient:weight", "sixty", "is not in kg"),
        ("patient:weight", "6 4", "Weight: “6 4” is not a number"),
        ("patient:weight", "1,500", "could mean thousands or a decimal"),
        ("patient:allergy_drug", "", "Allergy: nothing was entered."),
        ("patient:allergy_reaction", "", "First reaction: nothing was entered."),
        ("patient:allergy_on", "yesterday", "is not a date"),
        ("patient:allergy_on", "2027", "Date of the reaction: “2027” is in the future"),
        ("patient:allergy_on", "23-Nov-2026", "is in the future"),
    ],
)
def test_each_bad_answer_about_the_patient_is_named(field: str, text: str, said: str) -> None:
    draft = FormDraft(texts={**PATIENT.texts, field: text}, chosen=PATIENT.chosen)
    problems = patient_problems(draft)
    assert set(problems) == {field}
    assert said in problems[field]


@pytest.mark.parametrize("text", ["64", "64 kg", "64kg", "64.5 KG", "64,5"])
def test_weights_in_kg(text: str) -> None:
    assert patient_problems(with_texts(PATIENT, patient__weight=text)) == {}


def test_answers_that_exclude_each_other_are_refused() -> None:
    both = patient_problems(with_choices(PATIENT, patient__weight_unknown="yes"))
    assert both == {"patient:weight": "Weight: a value and “Not known” exclude each other."}
    both = patient_problems(with_texts(PATIENT, patient__other_allergies="latex"))
    assert set(both) == {"patient:other_allergies"}
    neither = patient_problems(with_choices(PATIENT, patient__no_other_allergies=""))
    assert neither == {"patient:other_allergies": "Other allergies: type them, or choose “None known”."}
    assert set(patient_problems(with_choices(PATIENT, patient__sex=""))) == {"patient:sex"}


# ---- order and plan


def test_plan_and_order_are_recorded_together() -> None:
    entry = read(scene_at("patient"), PLAN, "save:plan")
    plan, order = entry.commands
    assert isinstance(plan, SetPlan)
    assert isinstance(order, RecordOrder)
    assert (plan.inputs.drug, plan.inputs.target, plan.inputs.revision) == (
        "CARBOplatin",
        Amount.of("400 mg"),
        1,
    )
    assert order.order.purpose is OrderFor.DESENSITIZE
    assert order.order.taken is OrderTaken.TELEPHONE


def test_another_plan_is_a_new_revision_with_its_own_order() -> None:
    scene = scene_at("plan")
    same = read(scene, PLAN, "save:plan")
    assert [type(each) for each in same.commands] == [RecordOrder]
    plan, order = read(scene, with_texts(PLAN, plan__dose="450 mg"), "save:plan").commands
    assert isinstance(plan, SetPlan)
    assert isinstance(order, RecordOrder)
    assert plan.inputs.revision == 2


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("plan:dose", "400", "Dose: “400” has no unit; allowed: mg, mcg, units."),
        ("plan:dose", "400 g", "has a unit that is not known here"),
        ("plan:dose", "0 mg", "Dose: 0 mg is not allowed; the target dose must be above 0."),
        ("plan:dose", "", "Dose: nothing was entered"),
        ("plan:drug", "", "Drug: nothing was entered."),
        ("plan:drug", "CARBO\nplatin", "Drug: “CARBO platin” has characters in it that nobody can see"),
        ("order:by", "", "Prescriber: nothing was entered."),
    ],
)
def test_each_bad_answer_about_the_plan_is_named(field: str, text: str, said: str) -> None:
    draft = FormDraft(texts={**PLAN.texts, field: text}, chosen=PLAN.chosen)
    entry = read(scene_at("patient"), draft, "save:plan")
    assert entry.commands == ()
    assert set(entry.problems) == {field}
    assert said in entry.problems[field]


def test_a_protocol_without_volumes_cannot_be_saved() -> None:
    draft = FormDraft(texts=PLAN.texts, chosen={**PLAN.chosen, "plan:protocol": "lrdp-13dose"})
    entry = read(scene_at("patient"), draft, "save:plan")
    assert entry.commands == ()
    assert entry.problems["plan:dose"].startswith("Bag 1: the protocol states no volume;")


@pytest.mark.parametrize(
    ("code", "option"), [("plan:protocol", ""), ("order:taken", ""), ("order:read_back", "no")]
)
def test_no_choice_of_an_order_is_assumed(code: str, option: str) -> None:
    draft = FormDraft(texts=PLAN.texts, chosen={**PLAN.chosen, code: option})
    entry = read(scene_at("patient"), draft, "save:plan")
    assert entry.commands == ()
    assert set(entry.problems) == {code}


# ---- verify and start


def test_a_reading() -> None:
    (command,) = read(scene_at("plan"), READING, "save:verify").commands
    assert isinstance(command, VerifyPlan)
    assert command.reading.dose == Amount.of("400 mg")
    empty = read(scene_at("plan"), FormDraft(), "save:verify")
    assert len(empty.problems) == 4
    half = read(scene_at("plan"), with_texts(READING, verify__bags="2.5"), "save:verify")
    assert half.problems == {"verify:bags": "Number of bags: a whole number only."}


def test_start_and_the_order_that_accepts_a_baseline() -> None:
    assert read(scene_at("baseline"), FormDraft(), "start_session").commands == (StartSession(),)
    (command,) = read(scene_at("baseline"), PLAN, "accept_baseline").commands
    assert isinstance(command, RecordOrder)
    assert command.order.purpose is OrderFor.ACCEPT_BASELINE


def test_only_its_own_intents_are_read() -> None:
    with pytest.raises(ValueError, match="go_up"):
        read(scene_at("opened"), FormDraft(), "go_up")
    assert "start_session" in READS
