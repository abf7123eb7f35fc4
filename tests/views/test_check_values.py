"""Typed values in the open check form: beyond a limit, far from the baseline, impossible."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from desens_gui.domain.commands.pump import ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction
from desens_gui.domain.events.check import CheckPurpose
from desens_gui.domain.findings import Consciousness
from desens_gui.views.check_draft_state import draft_state
from desens_gui.views.check_form import check_form
from desens_gui.views.parts.check_draft import CheckDraft, chose, typed
from tests import courses, readings
from tests.driving import patient
from tests.views.at_chair import SYMPTOMS, scene_of
from tests.views.check_forms import filled, rows, state


def test_beyond_a_limit() -> None:
    chair = courses.at_step(9)
    shown = rows(chair, filled(chair, systolic="88", diastolic="50", spo2="92"))
    assert shown["blood_pressure"].words == "Do not go up: below 90"
    assert shown["spo2"].words == "Do not go up: at or below 92"
    assert [field.state for field in shown["blood_pressure"].fields] == ["out_of_range", "normal"]


def test_a_rule_of_the_site_that_blocks_says_so() -> None:
    chair = courses.at_step(9)
    scene = scene_of(chair)
    rules = tuple(replace(rule, blocks=True) for rule in chair.policy.monitor_rules)
    own = replace(scene, session=replace(scene.session, policy=replace(chair.policy, monitor_rules=rules)))
    draft = filled(chair, heart_rate="104")
    shown = check_form(own, (), SYMPTOMS, draft, draft_state(own, draft)).vitals.rows
    assert shown[0].words == "Do not go up: 20 or more above baseline"


def test_a_baseline_has_a_limit_of_its_own() -> None:
    chair = courses.set_up()
    draft = filled(chair, temperature="38.2")
    assert rows(chair, draft)["temperature"].words == "Do not start: at or above 38"
    assert state(chair, draft).purpose is CheckPurpose.BASELINE
    assert [type(found).__name__ for found in state(chair, draft).found] == ["LimitBroken"]


def test_adult_limits_do_not_mark_a_child() -> None:
    chair = courses.at_step(9)
    scene = scene_of(chair)
    child = replace(scene, session=replace(scene.session, patient=patient(born="2020-03-12")))
    draft = filled(chair, systolic="88", diastolic="50")
    shown = check_form(child, (), SYMPTOMS, draft, draft_state(child, draft)).vitals.rows
    assert [row.words for row in shown if row.code == "blood_pressure"] == [""]


def test_in_a_reaction_no_value_is_questioned() -> None:
    chair = courses.at_step(9)
    chair.do(CallReaction())
    chair.do(ReportPumpStopped())
    draft = filled(chair, systolic="60", diastolic="", heart_rate="0", spo2="28")
    shown = rows(chair, draft)
    assert {row.words for row in shown.values()} == {""}
    assert state(chair, draft).problems == {}
    pressure = state(chair, draft).entry.command.vitals.blood_pressure
    assert pressure is not None
    assert (pressure.systolic, pressure.diastolic) == (60, None)


def test_a_patient_who_is_not_alert() -> None:
    chair = courses.at_step(9)
    draft = chose(filled(chair), "consciousness", "V", chair.now.us)
    row = rows(chair, draft)["consciousness"]
    assert (row.state, row.words) == ("out_of_range", "Responds to voice")
    assert row.choice is not None
    assert [(option.label, option.chosen) for option in row.choice.options] == [
        ("Alert", False),
        ("C", False),
        ("V", True),
        ("P", False),
        ("U", False),
    ]


def test_a_level_as_at_baseline_is_named_but_not_marked() -> None:
    chair = courses.at_step(9)
    scene = scene_of(chair)
    assert scene.session.baseline is not None
    voice = readings.vitals(chair.now, consciousness=Consciousness.VOICE)
    before = replace(scene.session.baseline, vitals=voice)
    own = replace(scene, session=replace(scene.session, baseline=before))
    draft = chose(filled(chair), "consciousness", "V", chair.now.us)
    shown = check_form(own, (), SYMPTOMS, draft, draft_state(own, draft)).vitals.rows
    row = next(row for row in shown if row.code == "consciousness")
    assert (row.state, row.words) == ("normal", "Responds to voice")


IMPOSSIBLE = [
    ({"heart_rate": "7O"}, "heart_rate", "Heart rate: “7O” is not a number; write for example 12.5."),
    ({"heart_rate": "78.5"}, "heart_rate", "Heart rate: a whole number only."),
    ({"heart_rate": "-78"}, "heart_rate", "Heart rate: a value below 0 is not possible."),
    ({"heart_rate": "500"}, "heart_rate", "Heart rate: 500 is outside 20 to 300 /min."),
    ({"systolic": ""}, "blood_pressure", "Blood pressure: the systolic value is missing."),
    ({"diastolic": ""}, "blood_pressure", "Blood pressure: the diastolic value is missing."),
    (
        {"systolic": "76", "diastolic": "124"},
        "blood_pressure",
        "Blood pressure: systolic 76 must be above diastolic 124 mmHg.",
    ),
    (
        {"diastolic": "x"},
        "blood_pressure",
        "Diastolic blood pressure: “x” is not a number; write for example 12.5.",
    ),
    ({"temperature": "60"}, "temperature", "Temperature: 60 is outside 25 to 45 °C."),
    ({"temperature": "36,6,6"}, "temperature", "Temperature: “36,6,6” is not a number"),
]


@pytest.mark.parametrize(("texts", "item", "sentence"), IMPOSSIBLE, ids=lambda value: str(value)[:30])
def test_what_cannot_be_is_said_beside_its_field(texts: dict[str, str], item: str, sentence: str) -> None:
    chair = courses.at_step(9)
    row = rows(chair, filled(chair, **texts))[item]
    assert row.words.startswith(sentence)
    assert "error" in {field.state for field in row.fields}


def test_the_measuring_time_is_when_it_was_typed_unless_set_back() -> None:
    chair = courses.at_step(9)
    draft = filled(chair)
    assert (rows(chair, draft)["spo2"].time.text, rows(chair, draft)["spo2"].time.state) == (
        "13:04:00",
        "normal",
    )
    chair.wait(120)
    back = typed(draft, "time:spo2", "13:05", chair.now.us)
    assert rows(chair, back)["spo2"].time.text == "13:05"
    seen = state(chair, back).entry.command.vitals.spo2
    assert seen is not None
    assert chair.now.us - seen.at.us == 60_000_000


@pytest.mark.parametrize(
    ("time", "sentence"),
    [
        ("13:61", "“13:61” is not a time; write for example 10:42."),
        ("13:30", "SpO2: 13:30:00 is in the future; it is 13:04:00 now."),
    ],
)
def test_a_time_that_cannot_be_is_said_beside_it(time: str, sentence: str) -> None:
    chair = courses.at_step(9)
    row = rows(chair, typed(filled(chair), "time:spo2", time, chair.now.us))["spo2"]
    assert (row.words, row.time.state) == (sentence, "error")


def test_a_value_without_a_moment_was_measured_now() -> None:
    chair = courses.at_step(9)
    seen = state(chair, CheckDraft(texts={"heart_rate": "86"})).entry.command.vitals.heart_rate
    assert seen is not None
    assert (seen.per_min, seen.at) == (86, chair.now)


def test_a_form_of_blanks_is_no_check() -> None:
    chair = courses.at_step(9)
    blank = CheckDraft(texts={"heart_rate": "  "})
    assert list(state(chair, blank).problems.values()) == [
        "Nothing was measured or asked; enter at least one value or answer."
    ]
