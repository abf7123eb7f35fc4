"""The open check form: what is still to answer, and what is too old; nothing is filled in."""

from __future__ import annotations

from msgspec.structs import replace

from desens_gui.domain.commands.pump import ReportPumpRunning, ReportPumpStopped
from desens_gui.domain.commands.setup import SetPolicy
from desens_gui.domain.commands.step import Escalate
from desens_gui.domain.events.check import CheckPurpose
from desens_gui.domain.recorded import PROGRAM
from desens_gui.views.check_draft_state import draft_state
from desens_gui.views.check_form import check_form
from desens_gui.views.check_items import LINES, spoken_name
from desens_gui.views.parts.check_draft import CheckDraft, answered, tapped
from desens_gui.wording.words import ENGLISH
from tests import courses, readings
from tests.views.at_chair import SYMPTOMS, scene_of
from tests.views.check_forms import filled, rows, state, systems, view


def test_nothing_is_filled_in_that_nobody_typed() -> None:
    shown = view(courses.at_step(9))
    for row in shown.vitals.rows:
        assert [field.text for field in row.fields] == [""] * len(row.fields)
        assert {field.state for field in row.fields} <= {"waiting"}
        assert row.choice is None or not any(option.chosen for option in row.choice.options)
        assert (row.time.text, row.time.state, row.change) == ("", "waiting", "")
    for system in shown.symptoms.rows:
        assert not system.none.done
        assert not system.baseline.chosen
        assert not any(chip.severity for chip in (*system.chips, *system.further))


def test_what_is_still_to_answer() -> None:
    shown = view(courses.at_step(9))
    assert shown.vitals.head.note == "0 of 6 · good for 5 min from the measuring time"
    states = {row.code: (row.state, row.sub) for row in shown.vitals.rows}
    assert states.pop("temperature") == ("normal", "due 14:03")
    assert set(states.values()) == {("to_answer", "to answer")}
    assert {(row.state, row.sub) for row in shown.symptoms.rows} == {("to_answer", "to answer")}
    assert shown.symptoms.foot_strong == "0 of 7 answered"


def test_a_whole_check() -> None:
    chair = courses.at_step(9)
    draft = filled(chair)
    shown = view(chair, draft)
    assert shown.vitals.head.note.startswith("6 of 6")
    assert {row.state for row in shown.vitals.rows} == {"normal"}
    assert shown.symptoms.foot_strong == "7 of 7 answered"
    assert {(row.state, row.sub) for row in shown.symptoms.rows} == {("normal", "13:04:00")}
    own = state(chair, draft)
    assert (own.against, own.problems, own.purpose) == ((), {}, CheckPurpose.STEP)


def test_a_row_shows_last_value_baseline_and_change() -> None:
    chair = courses.at_step(9)
    row = rows(chair, filled(chair, heart_rate="104"))["heart_rate"]
    assert (row.label, row.last, row.base) == ("Heart rate", "78", "78")
    assert (row.change, row.change_icon) == ("+26", "arrow_up")
    assert (row.state, row.sub, row.words) == (
        "out_of_range",
        "per min",
        "Watch: 20 or more above baseline",
    )
    assert [(field.text, field.unit, field.state) for field in row.fields] == [
        ("104", "/min", "out_of_range")
    ]
    fallen = rows(chair, filled(chair, spo2="95", systolic="108", diastolic="66"))
    assert fallen["spo2"].words == "Watch: 3 or more below baseline"
    assert (fallen["spo2"].change, fallen["spo2"].change_icon) == ("\N{MINUS SIGN}3", "arrow_down")
    assert fallen["blood_pressure"].change == "\N{MINUS SIGN}16/\N{MINUS SIGN}10"
    assert fallen["resp_rate"].change == "0"
    assert fallen["resp_rate"].change_icon == ""


def test_values_read_as_they_are_written_at_the_chair() -> None:
    shown = {code: (row.last, row.base) for code, row in rows(courses.at_step(9)).items()}
    assert shown == {
        "heart_rate": ("78", "78"),
        "blood_pressure": ("124/76", "124/76"),
        "resp_rate": ("14", "14"),
        "spo2": ("98", "98"),
        "oxygen": ("Air", "Air"),
        "consciousness": ("Alert", "Alert"),
        "temperature": ("36.6", "36.6"),
    }
    assert view(courses.at_step(9)).vitals.heads.last == "13:03"


def test_what_was_not_measured_before_is_empty() -> None:
    chair = courses.set_up()
    bare = replace(chair.session, baseline=None, check=None, temperature_ns=None)
    scene = replace(scene_of(chair), session=bare)
    draft = filled(chair)
    shown = check_form(scene, (), SYMPTOMS, draft, draft_state(scene, draft)).vitals
    assert {(row.last, row.base, row.change) for row in shown.rows} == {("", "", "")}
    assert shown.heads.last == "Last"
    only = courses.at_step(9)
    only.do(readings.only(only.now, oxygen=True))
    assert {code: row.last for code, row in rows(only).items() if row.last} == {"oxygen": "Oxygen"}


def test_old_answers_in_an_open_form_grey_out() -> None:
    chair = courses.at_step(9)
    draft = filled(chair)
    chair.wait(301)
    shown = rows(chair, draft)
    assert (shown["heart_rate"].state, shown["heart_rate"].sub) == ("stale", "too old")
    assert shown["heart_rate"].fields[0].state == "stale"
    assert (shown["oxygen"].state, shown["consciousness"].state) == ("stale", "stale")
    assert shown["temperature"].state == "normal", "it is good for an hour"
    assert {(row.state, row.sub) for row in systems(chair, draft).values()} == {("stale", "ask again")}


def test_an_answer_from_before_the_pump_ran_does_not_count() -> None:
    chair = courses.ready(9)
    draft = filled(chair)
    chair.wait(30)
    chair.do(Escalate())
    chair.do(ReportPumpRunning(rate_ml_h=courses.told_rate(chair, 10)))
    shown = rows(chair, draft)
    assert (shown["spo2"].state, shown["spo2"].sub) == ("stale", "too early")


def test_what_was_saved_in_this_step_need_not_be_typed_again() -> None:
    chair = courses.at_step(9)
    chair.do(readings.only(chair.now, heart_rate=80, spo2=97))
    shown = rows(chair)
    assert (shown["heart_rate"].state, shown["heart_rate"].fields[0].state) == ("normal", "waiting")
    assert shown["resp_rate"].state == "to_answer"
    assert view(chair).vitals.head.note.startswith("2 of 6")


def test_a_temperature_is_asked_for_after_an_hour_and_with_chills() -> None:
    chair = courses.at_step(9)
    draft = tapped(filled(chair, temperature=""), "general", "chills", "mild", chair.now.us)
    assert rows(chair, draft)["temperature"].state == "to_answer"
    chair.wait(3600)
    assert rows(chair)["temperature"].state == "to_answer"


def test_answers_for_a_system() -> None:
    chair = courses.at_step(9)
    now = chair.now.us
    draft = answered(CheckDraft(), "skin", "none", now)
    draft = answered(draft, "chest", "as_at_baseline", now)
    draft = tapped(draft, "general", "chills", "moderate", now)
    draft = tapped(draft, "general", "pelvic_pain", "baseline", now)
    shown = systems(chair, draft)
    assert (shown["skin"].none.done, shown["skin"].state) == (True, "normal")
    assert (shown["chest"].baseline.chosen, shown["chest"].none.done) == (True, False)
    assert (shown["general"].state, shown["general"].sub) == ("out_of_range", "13:04:00")
    chips = {chip.code: (chip.label, chip.severity_text) for chip in shown["general"].chips}
    assert chips["chills"] == ("Chills", "moderate")
    further = {chip.code: chip.severity_text for chip in shown["general"].further}
    assert further["pelvic_pain"] == "as at baseline"
    assert view(chair, draft).symptoms.foot_strong == "3 of 7 answered"


def test_chips_follow_the_drug() -> None:
    chair = courses.at_step(9)
    assert [chip.code for chip in systems(chair)["skin"].chips] == [
        "itchy_palms_soles",
        "flush_warmth",
        "hives",
    ]
    early = courses.opened()
    early.do(SetPolicy(policy=chair.policy), PROGRAM)
    assert systems(early)["skin"].panel_title == "Skin: more signs"


def test_seven_systems_with_their_keys() -> None:
    shown = view(courses.at_step(9)).symptoms
    assert [row.none.key for row in shown.rows] == list("1234567")
    assert (shown.asked_all.label, shown.asked_all.key) == ("Asked all seven, none new", "0")


def test_readings_after_a_pause_count_from_the_stop() -> None:
    chair = courses.at_step(9)
    chair.wait(60)
    draft = filled(chair)
    chair.wait(30)
    chair.do(ReportPumpStopped())
    own = state(chair, draft)
    assert own.purpose is CheckPurpose.RESUME
    assert rows(chair, draft)["spo2"].sub == "too early"


def test_every_field_has_a_name_for_those_who_listen() -> None:
    names = [spoken_name(ENGLISH, field.code) for line in LINES for field in line.fields]
    assert names == [
        "Heart rate, per min",
        "Systolic blood pressure, mmHg",
        "Diastolic blood pressure, mmHg",
        "Respirations, per min",
        "SpO2, %",
        "Temperature, °C",
    ]
