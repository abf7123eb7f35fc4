"""The tables of a session as CSV: tidy, exact, with units, read back by the standard library."""

from __future__ import annotations

import csv
import io
from fractions import Fraction

import pytest

from desens_gui.course.so_far import CourseSoFar
from desens_gui.domain.commands.check import RecordNote
from desens_gui.domain.instants import Utc
from desens_gui.handover.session_tables import TABLES, table_csv
from desens_gui.handover.stamps import utc_and_local
from desens_gui.wording.words import ENGLISH
from tests import readings
from tests.courses import at_step, opened
from tests.driving import MINUTE, Chair
from tests.handover.sessions import completed, course, reacted, troubled


def rows(name: str, chair: Chair) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table_csv(name, course(chair), ENGLISH), newline="")))


def test_the_tables_by_name() -> None:
    assert TABLES == ("events", "vitals", "steps")
    with pytest.raises(KeyError):
        table_csv("drawings", course(opened()), ENGLISH)


def test_every_entry_is_a_row_of_events_in_order() -> None:
    chair = troubled()
    found = rows("events", chair)
    assert [row["seq"] for row in found] == [str(record.seq) for record in chair.records]
    assert [row["uuid"] for row in found] == [record.uuid for record in chair.records]
    assert {row["kind"] for row in found} >= {"session_opened/1", "step_started/1", "reaction_called/1"}
    assert all(row["text"] for row in found)
    struck = [row for row in found if row["struck_by_seq"]]
    assert [row["kind"] for row in struck] == ["reaction_called/1"]


def test_when_it_happened_and_when_it_was_written_in_utc_and_as_shown_at_the_chair() -> None:
    note = next(row for row in rows("events", troubled()) if row["kind"] == "note_recorded/1")
    assert note["happened_utc"] == "2026-11-22T10:14:30Z"
    assert note["happened_local"] == "2026-11-22 11:14:30"
    assert note["recorded_utc"] == "2026-11-22T10:17:00Z"
    assert note["recorded_local"] == "2026-11-22 11:17:00"
    assert (note["zone_offset_min"], note["late_entry"]) == ("60", "yes")
    assert (note["actor"], note["role"], note["workstation"]) == ("ml", "nurse", "chair-4")


def test_a_note_that_looks_like_a_formula_is_text() -> None:
    chair = at_step(2)
    chair.do(RecordNote(text="=HYPERLINK(1)"))
    chair.record(chair.records[-1].event)
    assert "Note: =HYPERLINK(1)" in rows("events", chair)[-1]["text"]
    from desens_gui.domain.recorded import Actor, Role

    chair.record(chair.records[-1].event, Actor("=1+1", Role.NURSE))
    assert rows("events", chair)[-1]["actor"] == "'=1+1"


def test_vitals_with_units_and_the_time_of_each() -> None:
    found = rows("vitals", reacted())
    assert len(found) == 11
    reaction = found[9]
    assert (reaction["heart_rate_per_min"], reaction["systolic_mmhg"]) == ("128", "84")
    assert (reaction["diastolic_mmhg"], reaction["spo2_percent"]) == ("", "89")
    assert (reaction["temperature_celsius"], reaction["oxygen_given"]) == ("36.6", "yes")
    assert reaction["consciousness_acvpu"] == "A"
    assert reaction["symptoms_skin"] == "new_or_worse: hives mild"
    assert reaction["symptoms_general"] == "none"
    assert (reaction["purpose"], reaction["outcome"], reaction["step"]) == ("reaction", "do_not_go_up", "9")
    assert reaction["heart_rate_measured_utc"] == reaction["measured_utc"] == "2026-11-22T12:16:05Z"
    assert found[10]["respirations_per_min"] == found[10]["respirations_measured_utc"] == ""


def test_a_check_of_one_value_has_empty_cells_for_the_others() -> None:
    chair = at_step(2)
    chair.wait(MINUTE)
    chair.do(readings.only(chair.now, heart_rate=80))
    last = rows("vitals", chair)[-1]
    assert {name for name, value in last.items() if value} == {
        *("seq", "measured_utc", "measured_local", "recorded_utc", "recorded_local", "purpose", "step"),
        *("outcome", "heart_rate_per_min", "heart_rate_measured_utc", "actor"),
    }


def test_planned_and_given_never_share_a_column() -> None:
    found = rows("steps", reacted())
    assert len(found) == 12
    ninth = found[8]
    assert (ninth["planned_dose"], ninth["dose_unit"]) == ("3.96852", "mg")
    assert Fraction(ninth["given_dose"]) < Fraction(ninth["planned_dose"])
    assert ninth["given_from_utc"] == "2026-11-22T12:04:00Z"
    assert (ninth["reaction_called"], ninth["finished"], ninth["repeated"]) == ("yes", "no", "no")
    tenth = found[9]
    assert tenth["planned_rate_ml_h"] == "20"
    assert {value for name, value in tenth.items() if name.startswith("given")} == {""}


def test_what_was_given_adds_up() -> None:
    found = rows("steps", completed())
    assert sum(Fraction(row["given_dose"]) for row in found) == 400
    assert found[-1]["given_total"] == found[-1]["planned_total"] == "400"
    assert found[-1]["planned_min"] == "174.375"


def test_a_running_step_has_no_end() -> None:
    third = rows("steps", troubled())[2]
    assert (third["step"], third["repeated"], third["given_to_utc"]) == ("2", "yes", "")


def test_before_a_plan_there_are_heads_alone() -> None:
    assert rows("steps", opened()) == []
    assert table_csv("steps", CourseSoFar(), ENGLISH).count("\r\n") == 1
    assert utc_and_local(course(opened()), None) == ("", "")


def test_times_are_those_that_utc_reads_back() -> None:
    for row in rows("events", completed()):
        assert Utc.of(row["happened_utc"]).text == row["happened_utc"]
