"""A of the report: the tables of steps, checks, reactions, stops, medication and events."""

from __future__ import annotations

import pytest

from desens_gui.domain.commands.pump import ReportIvSite, ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction
from desens_gui.domain.events.check import CheckOutcome, CheckPurpose, CheckRecorded, SeenNoChange
from desens_gui.domain.events.pump import IvSite
from desens_gui.domain.findings import Vitals
from desens_gui.handover.assessment import assessment
from desens_gui.handover.document import Diagram
from desens_gui.handover.step_table import step_table
from tests import readings
from tests.courses import at_step, opened, set_up
from tests.driving import ALLERGIST, MINUTE, STRANGER, Chair
from tests.handover.sessions import as_patient, completed, reacted, report_of, table, told, troubled


def cells(chair: Chair, title: str) -> list[tuple[str, ...]]:
    return [row.cells for row in table(report_of(chair), title).rows]


def test_planned_and_given_stand_in_columns_of_their_own() -> None:
    found = table(report_of(completed()), "Planned and given")
    assert [column.head.replace("\n", " ") for column in found.columns] == [
        *("Step", "Bag", "Rate mL/h", "Plan min", "Plan mg"),
        *("Given from", "Given to", "Ran (h:)min:s", "Given mg", "Total given mg", "Note"),
    ]
    assert len(found.rows) == 12
    assert found.rows[11].cells == (
        *("12", "3", "80", "174.375", "369.072"),
        *("13:49:00", "16:43:22", "2:54:22", "369.072", "400", ""),
    )
    assert found.foot == (
        "Given is worked out from reported pump times, rate and bag. The pump was set by hand."
    )


def test_a_step_with_a_reaction_stands_out_and_the_others_were_not_given() -> None:
    rows = table(report_of(reacted()), "Planned and given").rows
    assert rows[8].strong
    assert rows[8].cells[-1] == "Reaction called; not finished"
    assert [row.cells[-1] for row in rows[9:]] == ["Not given"] * 3
    assert rows[9].cells == ("10", "3", "20", "15", "7.937", "", "", "", "", "", "Not given")


def test_a_step_that_was_given_again_and_a_dose_nobody_is_sure_of() -> None:
    found = table(report_of(troubled()), "Planned and given")
    assert [row.cells[0] for row in found.rows[:4]] == ["1", "2", "2 again", "3"]
    assert found.rows[1].cells[-1] == "Pauses: 1; not finished"
    assert found.rows[2].cells[-1] == "Not over"
    assert found.rows[2].cells[6] == ""
    assert found.rows[3].cells[-1] == "To come"
    assert found.foot.endswith("What the pump did is not known everywhere: up to 0.03911 mg in all.")


def test_without_a_plan_there_are_no_steps() -> None:
    assert step_table(told(opened())) is None
    assert assessment(told(opened())).blocks == ()


def test_every_check_is_a_row_and_what_was_not_measured_is_empty() -> None:
    rows = cells(reacted(), "Checks")
    assert rows[0] == (
        "11:01",
        "Baseline",
        "78",
        "124/76",
        "14",
        "98",
        "36.6",
        "air",
        "Alert",
        "no symptoms",
        "Clear",
    )
    assert rows[1][:2] == ("11:17", "Step 1")
    assert rows[9][1:] == (
        *("Reaction", "128", "84", "14", "89", "36.6", "given", "Alert"),
        *("Skin new or worse: Hives (mild); Chest new or worse: Wheeze (mild)", "Do not go up"),
    )
    assert rows[10][4:9] == ("", "98", "38.4", "air", "Confused")
    assert cells(completed(), "Checks")[-1][1] == "Observation"
    assert cells(troubled(), "Checks")[-1][1] == "Resuming"


def test_a_check_that_was_written_late_says_so() -> None:
    chair = at_step(2)
    chair.wait(10 * MINUTE)
    chair.do(readings.check(chair.ago(120)))
    assert cells(chair, "Checks")[-1][-1] == "Clear, late entry"


@pytest.mark.parametrize(
    ("purpose", "said"), [(CheckPurpose.STEP, "Step"), (CheckPurpose.BASELINE, "Baseline")]
)
def test_a_check_of_nothing_has_empty_cells(purpose: CheckPurpose, said: str) -> None:
    chair = at_step(2)
    nothing = CheckRecorded(
        purpose=purpose, step=None, vitals=Vitals(), symptoms=(), outcome=CheckOutcome.INCOMPLETE
    )
    chair.record(nothing)
    assert cells(chair, "Checks")[-1] == ("11:17", said, "", "", "", "", "", "", "", "", "Incomplete")


def test_a_reaction_with_the_figures_of_its_moment() -> None:
    found = table(report_of(reacted()), "Reactions")
    assert [row.cells for row in found.rows] == [
        ("13:15:00", "13:15:05", "9", "11:00", "2.91 mg", "6.058 mg", "Mara Lindt")
    ]
    assert found.rows[0].strong
    assert not found.rows[0].struck


def test_a_reaction_entered_in_error_stays_struck_through() -> None:
    (row,) = table(report_of(troubled()), "Reactions").rows
    assert row.struck
    assert not row.strong
    assert row.cells[1] == "not reported"
    assert row.cells[-1] == "Entered in error 11:19:20, Mara Lindt: alarm of the neighbouring chair"


def test_a_reaction_before_the_first_step_and_one_whose_pump_still_runs() -> None:
    early = set_up()
    early.do(CallReaction())
    assert cells(early, "Reactions") == [
        ("11:01:00", "not reported", "before step 1", "", "", "0 mg", "Mara Lindt")
    ]
    runs = at_step(2)
    runs.do(CallReaction())
    runs.check()
    assert cells(runs, "Reactions")[0][1] == "not reported"


def test_stops_with_how_long_and_why() -> None:
    assert cells(troubled(), "Pump stopped") == [("11:19:20", "11:51:20", "32 min", "IV access")]
    reaction = at_step(2)
    reaction.do(CallReaction())
    reaction.do(ReportPumpStopped())
    reaction.wait(90)
    reaction.check()
    assert cells(reaction, "Pump stopped") == [("11:17:00", "not over", "1 min 30 s", "Reaction")]


def test_medication_stands_out_among_notes_and_early_signs() -> None:
    found = table(report_of(troubled()), "Medication, notes and early signs")
    assert [row.cells for row in found.rows] == [
        ("11:14:30", "Late entry: Note: Cheeks warm", "Mara Lindt"),
        ("11:17:00", "Early sign: Flush, warmth", "Mara Lindt"),
    ]
    given = table(report_of(reacted()), "Medication, notes and early signs")
    assert [row.strong for row in given.rows] == [True]


def test_events_are_those_that_no_other_table_has() -> None:
    said = [row[1] for row in cells(troubled(), "Events")]
    assert said == [
        "Plan read again blind, no second person, plan revision 1",
        "Bag 1 read again blind, no second person: 2 mL/h, 0.016 mg/mL",
        "Pause, stop the pump: IV access. arm swollen",
        "Resume, step 2 begins again: set pump to 5 mL/h and start it",
        "Stay on step 2",
        "Program was away 6 min",
        "The pump while the program was away: Not sure; pump reported running at 5 mL/h",
    ]


def test_an_iv_site_that_is_not_well_is_an_event() -> None:
    chair = at_step(2)
    chair.do(ReportIvSite(site=IvSite.CHANGED))
    assert cells(chair, "Events")[-1][1] == "IV site: changed"


def test_seen_and_asked_is_one_row_at_its_last_time() -> None:
    chair = at_step(12)
    for _ in range(2):
        chair.wait(8 * MINUTE)
        chair.record(SeenNoChange())
    chair.wait(MINUTE)
    chair.record(SeenNoChange(), ALLERGIST)
    assert cells(chair, "Events")[-1] == (
        "14:06:00",
        "Seen and asked, no change: 13:57, 14:05, 14:06",
        "Mara Lindt, Dr Haas",
    )


def test_somebody_who_never_signed_in_stands_by_the_id() -> None:
    chair = at_step(2)
    chair.record(SeenNoChange(), STRANGER)
    assert cells(chair, "Events")[-1][-1] == "somebody"


def test_the_key_names_what_the_chart_shows() -> None:
    def key(chair: Chair) -> str:
        (diagram,) = [block for block in assessment(told(chair)).blocks if isinstance(block, Diagram)]
        return diagram.key

    assert key(troubled()) == (
        "Hatched: pump stopped. Dotted: the program was away, or the computer slept. "
        "Dashed: stop limits SBP 90, SpO2 92."
    )
    assert key(at_step(1)) == "Dashed: stop limits SBP 90, SpO2 92."
    assert key(as_patient(at_step(1), born="2020-01-01")) == ""
