"""The set-up at its end: the plan read blind, the baseline found or accepted, the first bag named."""

from __future__ import annotations

import msgspec
import pytest

from desens_gui.domain.commands.setup import RecordOrder
from desens_gui.domain.prescribing import OrderFor
from desens_gui.views.setup import setup_banner, setup_strip
from tests import readings
from tests.driving import order
from tests.views.setup_scenes import PLAN, READING, chair_at, scene_at, scene_of
from tests.views.setup_views import shown, words_of

# ---- blind


@pytest.mark.parametrize("stage", ["qualified", "read"])
def test_no_value_of_the_plan_is_seen_while_it_is_read_blind(stage: str) -> None:
    scene = scene_at(stage)
    view = shown(scene)
    banner = setup_banner(scene, "")
    assert view.plan is None
    assert view.cover is not None
    text = words_of(view) + words_of(msgspec.structs.replace(banner, allergy=""))
    for value in ("400", "2913", "CARBOplatin", "12-step", "3-bag", "0.016"):
        assert value not in text
    assert banner.allergy == "CARBOplatin"
    assert "penicillin" in banner.allergy_detail
    assert "2913" in words_of(setup_banner(scene, "card:people"))


def test_first_reading_wait_second_reading_done() -> None:
    chair = chair_at("qualified")
    assert shown(scene_of(chair)).form.blocks[0].title == "First reading"
    read = chair_at("read")
    read.wait(12)
    waiting = shown(scene_of(read)).form.blocks[0]
    assert waiting.clock is not None
    assert waiting.clock.clock == "00:48"
    assert waiting.answers == ()
    read.wait(48)
    again = shown(scene_of(read), "", READING).form.blocks[0]
    assert again.title == "Second reading, blind"
    assert len(again.answers) == 4
    done = shown(scene_at("verified"), "card:verify")
    assert "Both readings agree" in words_of(done.form)
    assert done.plan is not None
    early = shown(scene_at("people"), "card:verify")
    assert "nothing to read against yet" in words_of(early.form)


# ---- baseline and start


def test_the_baseline_card_says_what_it_needs_and_what_was_found() -> None:
    assert "Not yet. Plan." in words_of(shown(scene_at("patient"), "card:baseline").form)
    assert "Good for 30 min" in words_of(shown(scene_at("verified"), "card:baseline").form)
    found = words_of(shown(scene_at("baseline"), "card:baseline").form)
    assert "HR 78, BP 124/76" in found
    assert "Repeat the baseline check" in found
    fever = words_of(shown(scene_at("baseline", temp="38.4"), "card:baseline").form)
    assert "Temperature 38.4 is at or above 38." in fever
    some = chair_at("verified")
    some.do(readings.only(some.now, heart_rate=80))
    assert "not every system asked" in words_of(shown(scene_of(some), "card:baseline").form)
    itch = words_of(shown(scene_at("baseline", new={"skin": "hives"}), "card:baseline").form)
    assert "Hives" in itch


def test_a_baseline_that_fails_is_repeated_or_accepted_by_a_named_prescriber() -> None:
    chair = chair_at("baseline", temp="38.4")
    scene = scene_of(chair)
    view = shown(scene)
    assert view.card == "start"
    assert view.missing.head.title == "Still in the way"
    strip = setup_strip(scene, "")
    assert strip.stepper is not None
    assert [step.done for step in strip.stepper.steps] == [*[True] * 6, False, False]
    actions = [block.action for block in view.form.blocks if block.action is not None]
    assert [action.intent for action in actions] == ["open_check", "accept_baseline"]
    assert actions[1].blocked_reason == "Not yet. Prescriber, how the order was given, read back."
    ready = [block.action for block in shown(scene, "", PLAN).form.blocks if block.action is not None]
    assert ready[1].blocked_reason == ""
    chair.do(RecordOrder(order=order(OrderFor.ACCEPT_BASELINE, by="Dr Akande")))
    accepted = words_of(shown(scene_of(chair)))
    assert "Baseline accepted" in accepted
    assert "accepted: Dr Akande, telephone order, read back" in accepted


def test_an_incomplete_baseline_is_completed_not_accepted() -> None:
    scene = scene_at("baseline", spo2=None)
    actions = [block.action for block in shown(scene).form.blocks if block.action is not None]
    assert [action.intent for action in actions] == ["open_check"]
    assert "SpO2." in words_of(shown(scene).form)


def test_an_old_baseline_stands_in_the_way() -> None:
    chair = chair_at("baseline")
    chair.wait(31 * 60)
    assert "New baseline check, the last is 31 min old." in words_of(shown(scene_of(chair)).form)


def test_the_first_bag_stands_on_the_start_card() -> None:
    text = words_of(shown(scene_at("baseline")).form)
    assert "Bag 1, 0.016 mg/mL" in text
    assert "2 mL/h for 15 min" in text
    for part in ("Once more", "OKAFOR, Adaeze", "00482913", "CARBOplatin 400 mg", "HR 78"):
        assert part in text
    assert "Hang" not in words_of(shown(scene_at("people"), "card:start").form)
