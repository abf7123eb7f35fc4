"""The set-up as it is shown: one card open, nothing pre-filled, everything missing named."""

from __future__ import annotations

import msgspec
import pytest

from desens_gui.domain.commands.setup import IdentifyPatient, IdentifyStaff, RecordOrder, SetPlan
from desens_gui.domain.labels import session_code
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.quantities import Volume
from desens_gui.domain.recorded import Role
from desens_gui.views.parts.setup import CARDS, CardName
from desens_gui.views.scene import Recording
from desens_gui.views.second_way import WAY
from desens_gui.views.setup import setup, setup_strip
from desens_gui.views.setup_state import baseline_reasons, open_card, start_reasons
from tests.courses import opened
from tests.driving import inputs, order, patient
from tests.views.setup_scenes import (
    PATIENT,
    PEOPLE,
    PLAN,
    PROTOCOLS,
    STAGES,
    chair_at,
    scene_at,
    scene_of,
    with_choices,
    with_texts,
)
from tests.views.setup_views import EMPTY, shown, words_of


@pytest.mark.parametrize(
    ("stage", "card"),
    [
        ("opened", "people"),
        ("people", "patient"),
        ("patient", "plan"),
        ("plan", "qualify"),
        ("qualified", "verify"),
        ("read", "verify"),
        ("verified", "baseline"),
        ("baseline", "start"),
    ],
)
def test_the_first_card_that_lacks_something_is_open(stage: str, card: CardName) -> None:
    view = shown(scene_at(stage))
    assert view.card == card
    assert view.form.head.number == str(CARDS.index(card) + 1)


def test_a_person_may_open_any_card() -> None:
    scene = scene_at("patient")
    for card in CARDS:
        assert open_card(scene, f"card:{card}") == card
    assert open_card(scene, "card:") == open_card(scene, "") == "plan"


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("card", CARDS)
def test_nothing_is_pre_filled(stage: str, card: CardName) -> None:
    for block in shown(scene_at(stage), f"card:{card}").form.blocks:
        for answer in block.answers:
            assert answer.field is None or answer.field.text == ""
            if answer.choice is not None and answer.choice.code != WAY:  # who reads is no finding
                assert not any(option.chosen for option in answer.choice.options)
        assert block.pick is None or not any(row.chosen for row in block.pick.rows)


def test_what_is_missing_is_said_in_words_until_nothing_is() -> None:
    lines = [line.strong for line in shown(scene_at("people")).missing.lines]
    assert lines == [
        "Patient",
        "Plan",
        "Severe reactions, ever",
        "Medical history",
        "Who qualifies",
        "Independent double check of the plan",
        "Prescriber order",
        "Checklist at the chair",
        "Premedication",
        "Baseline check",
    ]
    view = shown(scene_at("baseline"))
    assert view.missing.head.title == "Nothing is missing"
    assert start_reasons(scene_at("baseline")) == ()
    assert "Nothing yet." in words_of(shown(scene_at("opened")).answered)


def test_what_was_answered_stands_beside_the_card() -> None:
    text = words_of(shown(scene_at("baseline")).answered)
    for part in (
        "M. Lindqvist, RN (ml)",
        "none: only nurse on this shift",
        "OKAFOR, Adaeze, MRN 00482913",
        "CARBOplatin: anaphylaxis, Brown 2 (2004), 03-Oct-2026; penicillin",
        "CARBOplatin 400 mg, 3-bag 12-step",
        "Dr Haas, telephone order, read back",
        "co-sign outstanding",
        "nothing against starting",
    ):
        assert part in text


def test_a_saved_card_is_read_only_until_it_is_changed() -> None:
    scene = scene_at("plan")
    for card in ("people", "patient", "plan"):
        saved = shown(scene, f"card:{card}").form
        assert saved.head.note == "saved"
        assert all(not block.answers and block.pick is None for block in saved.blocks)
        assert saved.blocks[0].action is not None
        assert saved.blocks[0].action.intent == f"change:{card}"
        changing = shown(scene, f"change:{card}").form
        assert changing.head.note == "a new entry"
        assert any(block.answers for block in changing.blocks)
    assert "12-Mar-1968 (58 y)" in words_of(shown(scene, "card:patient").form)
    chair = chair_at("plan")
    chair.do(IdentifyPatient(patient=patient(weight_kg=None)))
    assert "not known" in words_of(shown(scene_of(chair), "card:patient").form)


def test_weight_not_known_and_no_second_person_yet_are_said() -> None:
    chair = chair_at("opened")
    chair.do(IdentifyStaff(id="ml", name="M. Lindqvist", role=Role.NURSE))
    view = shown(scene_of(chair), "card:people")
    assert view.card == "people"
    text = words_of(shown(scene_of(chair)).answered)
    assert "Second person" not in text
    other = shown(scene_at("opened"), "", with_choices(PEOPLE, people__alone="other"))
    assert other.form.blocks[1].answers[0].field is not None


def test_without_a_policy_set_up_can_still_be_shown() -> None:
    scene = scene_of(opened())
    assert shown(scene).missing.lines[0].strong == "Site policy"
    assert "Without staff set up here nobody can show who they are." in words_of(shown(scene).form)
    for card in CARDS:
        shown(scene, f"card:{card}")
    assert baseline_reasons(scene) == ()


# ---- problems


def test_a_sentence_stands_at_its_field_and_one_about_the_card_above_it() -> None:
    view = shown(scene_at("people"), "", PATIENT, **{"patient__born": "Born: no.", "": "Not for you."})
    born = next(
        answer for answer in view.form.blocks[0].answers if answer.field and answer.field.name == "Born"
    )
    assert born.problem == "Born: no."
    assert born.field is not None
    assert born.field.state == "error"
    assert view.form.problem == "Not for you."


def test_hostile_text_is_shown_as_typed() -> None:
    typed = with_texts(PATIENT, patient__family_name="<b>O'K&amp;</b>\u202e")
    view = shown(scene_at("people"), "", typed)
    assert view.form.blocks[0].answers[0].field is not None
    assert view.form.blocks[0].answers[0].field.text == "<b>O'K&amp;</b>\u202e"


# ---- plan


def test_the_plan_is_shown_while_it_is_typed() -> None:
    scene = scene_at("patient")
    nothing = shown(scene)
    assert nothing.plan is None
    assert nothing.cover is not None
    assert "step 3" in nothing.cover.lines[0].text
    preview = shown(scene, "", PLAN).plan
    assert preview is not None
    assert preview.bags.head.note == "Preview, not set yet"
    assert preview.steps.rows[-1].total == "400"
    half = shown(scene, "", with_texts(PLAN, plan__dose="400"))
    assert half.plan is None
    impossible = shown(scene, "", with_texts(PLAN, plan__dose="0 mg"))
    assert impossible.plan is None
    dose = impossible.form.blocks[1].answers[1]
    assert dose.problem == "Dose: 0 mg is not allowed; the target dose must be above 0."


def test_the_plan_that_is_set_stays_in_sight() -> None:
    scene = scene_at("baseline")
    for card in CARDS:
        plan = shown(scene, f"card:{card}").plan
        assert plan is not None
        code = session_code(scene.session.opened.session_id)
        assert plan.bags.head.note == f"Set. On each label: session {code}, plan 1"
    changing = shown(scene, "change:plan", with_texts(PLAN, plan__dose="500 mg")).plan
    assert changing is not None
    assert changing.steps.totals[0] == "Total 500 mg"
    unread = shown(scene, "change:plan", with_texts(PLAN, plan__dose="5")).plan
    assert unread is not None
    assert unread.steps.totals[0] == "Total 400 mg"


def test_the_form_has_the_middle_to_itself_before_there_is_a_plan() -> None:
    for card in ("people", "patient"):
        view = shown(scene_at("people"), f"card:{card}")
        assert view.plan is None
        assert view.cover is None


def test_protocols_that_cannot_be_started_say_so_and_stand_below() -> None:
    pick = shown(scene_at("patient")).form.blocks[0].pick
    assert pick is not None
    assert [row.locked for row in pick.rows] == [False, True, True, True, True, True]
    assert (pick.rows[0].title, pick.rows[0].sub, pick.rows[0].note) == (
        "3-bag 12-step",
        "278 mL",
        "5 h 39 min",
    )
    assert pick.rows[1].sub == "Plan only: needs the volume of each bag"
    series = next(each for each in PROTOCOLS if each.id == "lrdp-13dose")
    bags = tuple(msgspec.structs.replace(bag, volume=Volume(500)) for bag in series.bags)
    known = msgspec.structs.replace(series, bags=bags)
    made = setup(scene_at("patient"), EMPTY, {}, {}, "", (known,)).form.blocks[0].pick
    assert made is not None
    assert (made.rows[0].sub, made.rows[0].locked) == ("Time follows from the dose", False)
    assert pick.rows[2].sub == "Locked: can be planned, not started"
    twelve = next(each for each in PROTOCOLS if each.id == "rdd-3bag-12step")
    bad = msgspec.structs.replace(twelve, id="bad", steps=())
    view = setup(scene_at("patient"), EMPTY, {}, {}, "", (bad,))
    assert view.form.blocks[0].pick is not None
    assert view.form.blocks[0].pick.rows[0].sub == "Steps: the protocol has none; at least one is needed."


def test_a_recalled_protocol_can_be_planned_and_not_started() -> None:
    chair = chair_at("baseline")
    chair.do(SetPlan(inputs=inputs("rdd-2bag-8step")))
    chair.do(RecordOrder(order=order(OrderFor.DESENSITIZE)))
    assert "Locked" not in words_of(shown(scene_of(chair), "card:plan").form)
    assert "Baseline" not in [line.strong for line in shown(scene_of(chair)).missing.lines]


# ---- strip


def test_the_stepper_stands_in_the_strip_and_gives_way_to_an_alarm() -> None:
    scene = scene_at("patient")
    strip = setup_strip(scene, "card:people")
    assert strip.stepper is not None
    assert [(step.intent, step.mark) for step in strip.stepper.steps] == [
        ("card:people", "open"),
        ("card:patient", "done"),
        ("card:plan", "to_come"),
        ("card:qualify", "to_come"),
        ("card:verify", "to_come"),
        ("card:ready", "to_come"),
        ("card:baseline", "to_come"),
        ("card:start", "to_come"),
    ]
    lost = msgspec.structs.replace(scene, recording=Recording(waiting_since_us=scene.stamp.utc_us, lost=True))
    assert setup_strip(lost, "").stepper is None
    assert setup_strip(lost, "").level == "medium"
