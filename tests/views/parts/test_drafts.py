"""A draft holds what a person typed and touched, when, and nothing else."""

from __future__ import annotations

import pytest

from desens_gui.domain.findings import SYSTEMS
from desens_gui.views.parts.check_draft import (
    SYSTEM_CODES,
    CheckDraft,
    Moment,
    SystemDraft,
    answered,
    asked_all,
    chose,
    tapped,
    typed,
)
from desens_gui.views.parts.draft import FormDraft, picked
from desens_gui.views.parts.draft import typed as typed_in

EMPTY = CheckDraft()


def test_the_systems_are_those_of_the_rules_in_their_order() -> None:
    assert SYSTEM_CODES == SYSTEMS


def test_nothing_is_there_before_somebody_entered_it() -> None:
    assert EMPTY.empty
    assert EMPTY.text("heart_rate") == ""
    assert EMPTY.choice("oxygen") == ""
    assert EMPTY.moment("skin") is None
    assert [EMPTY.system(code).answer for code in SYSTEM_CODES] == [""] * 7


def test_a_value_is_measured_when_it_was_last_typed() -> None:
    draft = typed(typed(EMPTY, "heart_rate", "10", 5), "heart_rate", "104", 7)
    assert draft.text("heart_rate") == "104"
    assert draft.moment("heart_rate") == Moment(7)
    assert not draft.empty
    assert typed(draft, "heart_rate", " ", 9).moment("heart_rate") is None


def test_both_pressures_share_one_time() -> None:
    draft = typed(typed(EMPTY, "systolic", "112", 5), "diastolic", "66", 8)
    assert draft.moments == {"blood_pressure": Moment(8)}
    assert typed(draft, "diastolic", "", 9).moment("blood_pressure") == Moment(9)


def test_a_time_set_back_belongs_to_the_value_it_was_written_for() -> None:
    draft = typed(typed(EMPTY, "spo2", "95", 5), "time:spo2", "10:44", 6)
    assert draft.moment("spo2") == Moment(5, "10:44")
    assert typed(draft, "spo2", "96", 9).moment("spo2") == Moment(9)
    assert typed(EMPTY, "time:spo2", "10:44", 6) == EMPTY


def test_a_choice_made_twice_is_taken_back() -> None:
    draft = chose(EMPTY, "oxygen", "air", 5)
    assert (draft.choice("oxygen"), draft.moment("oxygen")) == ("air", Moment(5))
    assert chose(draft, "oxygen", "oxygen", 6).choice("oxygen") == "oxygen"
    again = chose(draft, "oxygen", "air", 6)
    assert (again.choice("oxygen"), again.moment("oxygen"), again.empty) == ("", None, True)


def test_none_and_a_sign_exclude_each_other() -> None:
    draft = answered(EMPTY, "skin", "none", 5)
    draft = tapped(draft, "skin", "hives", "mild", 6)
    assert draft.system("skin") == SystemDraft("new_or_worse", {"hives": "mild"})
    assert draft.moment("skin") == Moment(6)
    draft = answered(draft, "skin", "none", 7)
    assert draft.system("skin") == SystemDraft("none")
    assert answered(draft, "skin", "none", 8).system("skin").answer == ""


def test_signs_as_at_baseline_block_nothing_and_no_sign_answers_nothing() -> None:
    draft = tapped(EMPTY, "skin", "hives", "baseline", 5)
    assert draft.system("skin").answer == "as_at_baseline"
    draft = tapped(draft, "skin", "flush", "severe", 6)
    assert draft.system("skin").answer == "new_or_worse"
    draft = tapped(tapped(draft, "skin", "flush", "", 7), "skin", "hives", "", 8)
    assert draft.system("skin") == SystemDraft()
    assert draft.moment("skin") is None


def test_asked_all_answers_what_is_open_and_hides_nothing_that_is_new() -> None:
    draft = tapped(EMPTY, "chest", "wheeze", "mild", 5)
    draft = answered(draft, "general", "as_at_baseline", 6)
    draft = asked_all(draft, 9)
    answers = {code: draft.system(code).answer for code in SYSTEM_CODES}
    assert answers.pop("chest") == "new_or_worse"
    assert answers.pop("general") == "as_at_baseline"
    assert set(answers.values()) == {"none"}
    assert draft.moment("chest") == Moment(5)
    assert draft.moment("general") == Moment(9)


@pytest.mark.parametrize("second", ["running", "stopped"])
def test_a_form_keeps_texts_and_choices_by_their_codes(second: str) -> None:
    draft = picked(typed_in(FormDraft(), "rate", "20"), "pump_now", "running")
    assert (draft.text("rate"), draft.choice("pump_now")) == ("20", "running")
    assert (draft.text("at"), draft.choice("meanwhile")) == ("", "")
    assert picked(draft, "pump_now", second).choice("pump_now") == ("stopped" if second == "stopped" else "")
