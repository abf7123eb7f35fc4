"""Refusals of the rules stand at the field they are about; and the draft as cards are changed and saved."""

from __future__ import annotations

from desens_gui.domain.commands.setup import IdentifyPatient, IdentifyStaff, RecordOrder, SetPlan, VerifyPlan
from desens_gui.domain.patient import Weight
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.quantities import Amount
from desens_gui.domain.recorded import Role
from desens_gui.views.entry.setup import setup_commands
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.setup_draft import draft_after, draft_to_change
from desens_gui.views.setup_refused import CARD, setup_refused
from tests.courses import reading
from tests.driving import STRANGER, Chair, inputs, order, patient
from tests.views.setup_scenes import PATIENT, PEOPLE, PLAN, PROTOCOLS, chair_at, scene_of


def told(chair: Chair, command: object, **kwargs: object) -> dict[str, str]:
    reasons = chair.refused(command, **kwargs)  # type: ignore[arg-type]
    return setup_refused(scene_of(chair), reasons)


def test_each_refusal_about_the_patient_stands_at_its_field() -> None:
    bad = patient(
        family_name=" ", given_name="x" * 121, identifier="12", born="2068-01-01", weight_kg=Weight.of("900")
    )
    found = told(chair_at("people"), IdentifyPatient(patient=bad))
    assert set(found) == {
        "patient:family_name",
        "patient:given_name",
        "patient:identifier",
        "patient:born",
        "patient:weight",
    }
    assert found["patient:weight"] == "Weight: 900 is outside 0.5 to 400 kg."


def test_each_refusal_about_people_and_plan_stands_at_its_field() -> None:
    chair = chair_at("patient")
    assert set(told(chair, IdentifyStaff(id="", name="x", role=Role.NURSE))) == {"people:id"}
    none = inputs().__class__(protocol=inputs().protocol, drug="x", target=Amount.of("0 mg"))
    assert set(told(chair, SetPlan(inputs=none))) == {"plan:dose"}
    unread = order(OrderFor.DESENSITIZE, read_back=False)
    assert set(told(chair, RecordOrder(order=unread))) == {"order:read_back"}
    assert set(told(chair, RecordOrder(order=order(OrderFor.DESENSITIZE, by="")))) == {"order:by"}


def test_a_value_read_differently_is_named_never_what_the_plan_says() -> None:
    chair = chair_at("plan")
    differing = reading(chair, drug="cisplatin", dose=Amount.of("40 mg"), bags=2, identifier_last4="0000")
    found = told(chair, VerifyPlan(reading=differing))
    assert set(found) == {"verify:drug", "verify:dose", "verify:bags", "verify:identifier_last4"}
    assert found["verify:dose"] == "Dose: not the same as the plan; read it again."
    assert not any("400" in text or "carbo" in text.casefold() or "2913" in text for text in found.values())


def test_what_is_about_no_field_stands_above_the_card() -> None:
    chair = chair_at("people")
    found = told(chair, IdentifyPatient(patient=patient()), actor=STRANGER)
    assert set(found) == {CARD}
    early = chair_at("read")
    assert set(told(early, VerifyPlan(reading=reading(early)))) == {CARD}
    twice = setup_refused(scene_of(early), early.refused(VerifyPlan(reading=reading(early))) * 2)
    assert twice[CARD].count("left.") == 2


# ---- the draft


def test_a_card_to_be_changed_begins_with_what_is_recorded_but_never_the_order() -> None:
    chair = chair_at("verified")
    scene = scene_of(chair)
    for card in ("people", "patient"):
        draft = draft_to_change(scene, FormDraft(), f"change:{card}")
        entry = setup_commands(scene, draft, f"save:{card}", PROTOCOLS)
        assert entry.problems == {}
        for command in entry.commands:
            assert isinstance(command, IdentifyPatient)
            assert command.patient == chair.session.patient
    plan = draft_to_change(scene, PLAN, "change:plan")
    assert plan.text("plan:dose") == "400 mg"
    assert plan.text("order:by") == plan.choice("order:taken") == plan.choice("order:read_back") == ""
    assert draft_to_change(scene, PLAN, "change:verify") == PLAN


def test_changing_what_nobody_recorded_begins_empty() -> None:
    scene = scene_of(chair_at("opened"))
    for card in ("people", "patient", "plan"):
        assert draft_to_change(scene, FormDraft(), f"change:{card}") == FormDraft()


def test_an_own_reason_and_a_weight_not_known_come_back_as_they_were() -> None:
    chair = Chair()
    chair = chair_at("people")
    other = FormDraft(
        texts={**PEOPLE.texts, "people:reason": "night"}, chosen={**PEOPLE.chosen, "people:alone": "other"}
    )
    for command in setup_commands(scene_of(chair), other, "save:people", PROTOCOLS).commands:
        chair.do(command)
    chair.do(IdentifyPatient(patient=patient(weight_kg=None)))
    scene = scene_of(chair)
    people = draft_to_change(scene, FormDraft(), "change:people")
    assert (people.choice("people:alone"), people.text("people:reason")) == ("other", "night")
    known = draft_to_change(scene, FormDraft(), "change:patient")
    assert known.choice("patient:weight_unknown") == "yes"
    assert known.choice("patient:no_other_allergies") == ""


def test_only_what_was_saved_leaves_the_draft() -> None:
    both = FormDraft(texts={**PEOPLE.texts, **PATIENT.texts}, chosen={**PEOPLE.chosen, **PATIENT.chosen})
    assert draft_after(both, "save:people") == PATIENT
    assert draft_after(PLAN, "save:plan") == FormDraft()
    assert draft_after(PATIENT, "start_session") == PATIENT
