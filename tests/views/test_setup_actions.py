"""The one primary action of every set-up card, and everything it still lacks."""

from __future__ import annotations

import msgspec
import pytest

from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.scene import Scene
from desens_gui.views.setup_actions import setup_actions
from tests.courses import opened
from tests.views.setup_scenes import (
    PATIENT,
    PEOPLE,
    PLAN,
    READING,
    chair_at,
    scene_at,
    scene_of,
    with_choices,
    with_texts,
)

EMPTY = FormDraft()


def primary(scene: Scene, draft: FormDraft = EMPTY, chosen: str = "") -> ActionView:
    action = setup_actions(scene, draft, chosen).primary
    assert action is not None
    assert (action.key, action.kind) == ("F2", "primary")
    return action


@pytest.mark.parametrize(
    ("stage", "draft", "intent", "label", "missing"),
    [
        ("opened", PEOPLE, "save:people", "Save people", "Name, staff id, role, second person."),
        (
            "people",
            PATIENT,
            "save:patient",
            "Save patient",
            (
                "Family name, given name, born, record number, sex, weight, allergy, first reaction, "
                "other allergies."
            ),
        ),
        (
            "patient",
            PLAN,
            "save:plan",
            "Save order and plan",
            "Protocol, drug, dose, prescriber, how the order was given, read back.",
        ),
        (
            "qualified",
            READING,
            "save:verify",
            "Save first reading",
            "Record number, drug, dose, number of bags.",
        ),
    ],
)
def test_a_card_is_saved_when_every_answer_is_there(
    stage: str, draft: FormDraft, intent: str, label: str, missing: str
) -> None:
    scene = scene_at(stage)
    empty, full = primary(scene), primary(scene, draft)
    assert (empty.intent, empty.label) == (full.intent, full.label) == (intent, label)
    assert empty.blocked_reason == f"Not yet. {missing}"
    assert full.blocked_reason == ""


def test_another_reason_asks_for_its_words_and_not_known_for_no_weight() -> None:
    other = with_choices(PEOPLE, people__alone="other")
    assert primary(scene_at("opened"), other).blocked_reason == "Not yet. Reason."
    unknown = with_choices(with_texts(PATIENT, patient__weight=""), patient__weight_unknown="yes")
    assert primary(scene_at("people"), unknown).blocked_reason == ""


def test_nobody_saves_before_signing_in() -> None:
    blocked = primary(scene_at("opened"), PATIENT, "card:patient").blocked_reason
    assert blocked == "Not yet. Name and role of the nurse."
    verify = primary(scene_at("opened"), READING, "card:verify").blocked_reason
    assert verify == "Not yet. Name and role of the nurse; patient; plan."
    assert primary(scene_at("patient"), EMPTY, "card:baseline").blocked_reason == "Not yet. Plan."


def test_a_change_says_what_follows() -> None:
    scene = scene_at("verified")
    assert primary(scene, PEOPLE, "change:people").sub == "Recorded as a new entry"
    assert primary(scene, PATIENT, "change:patient").sub == "The plan is then verified anew"
    assert primary(scene, PLAN, "change:plan").sub == "The plan is then verified anew"


def test_the_second_reading_waits_its_minute() -> None:
    chair = chair_at("read")
    chair.wait(15)
    early = primary(scene_of(chair), READING)
    assert (early.label, early.blocked_reason) == ("Save second reading", "Not yet. Repeat in 45 s.")
    chair.wait(45)
    assert primary(scene_of(chair), READING).blocked_reason == ""


def test_baseline_and_start() -> None:
    take = primary(scene_at("verified"))
    assert (take.intent, take.label, take.blocked_reason) == ("open_check", "Start the baseline check", "")
    start = primary(scene_at("baseline"))
    assert (start.intent, start.label, start.blocked_reason) == ("start_session", "Start: hang bag 1", "")
    fever = scene_at("baseline", temp="38.4")
    assert primary(fever).blocked_reason == "Not yet. Temperature 38.4 is at or above 38."
    assert primary(fever, EMPTY, "card:baseline").label == "Repeat the baseline check"
    nothing = primary(scene_of(opened()), EMPTY, "card:start")
    assert nothing.blocked_reason.startswith(
        "Not yet. Site policy; name and role of the nurse; second person"
    )


def test_a_saved_card_leads_on() -> None:
    on = primary(scene_at("patient"), EMPTY, "card:people")
    assert (on.intent, on.label) == ("card:", "Go on: order and plan")


def test_reaction_stays_in_the_bar_and_review_offers_nothing() -> None:
    scene = scene_at("plan")
    assert setup_actions(scene, EMPTY, "").reaction is not None
    assert setup_actions(msgspec.structs.replace(scene, mode="review"), EMPTY, "").primary is None
