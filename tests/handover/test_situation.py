"""S of the report: how a session stands, in sentences that hold for every ending."""

from __future__ import annotations

import pytest

from desens_gui.domain.commands.ending import EndSession, StopToday
from desens_gui.domain.commands.pump import ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction
from desens_gui.domain.events.check import CheckOutcome, CheckPurpose, CheckRecorded
from desens_gui.domain.events.ending import Ending, Transfer
from desens_gui.domain.findings import Vitals
from desens_gui.handover.document import Paragraph
from desens_gui.handover.situation import situation
from tests.courses import at_step, observing, opened, set_up
from tests.driving import MINUTE, Chair
from tests.handover.sessions import block_lines, completed, origin, reacted, told, troubled
from tests.parts import closing, moved


def said(chair: Chair, *, whole: bool = True) -> list[str]:
    section = situation(told(chair), origin(chair, whole=whole))
    assert all(isinstance(block, Paragraph) for block in section.blocks)
    return [line for block in section.blocks for line in block_lines(block)]


def ended(chair: Chair, ending: Ending, transfer: Transfer | None = None, cut_short_by: str = "") -> Chair:
    chair.do(StopToday(ending=ending, transfer=transfer))
    if chair.session.pump_runs:
        chair.do(ReportPumpStopped())
    chair.wait(10 * MINUTE)
    chair.do(EndSession(ending=ending, cut_short_by=cut_short_by))
    return chair


def test_completed() -> None:
    first, course = said(completed())
    assert first == (
        "Completed. 400 mg of 400 mg given, 11:02:00 to 16:43:22. Desensitized until the next dose is due."
    )
    assert course == (
        "No reaction was called. Observation 16:43 to 17:43. Last check 17:43: HR 78, BP 124/76, Resp 14, "
        "SpO2 98 %, 36.6 °C, on air, alert; no symptoms."
    )


def test_stopped_for_a_reaction() -> None:
    first, course = said(reacted())
    assert first == (
        "Stopped: reaction. 6.08 mg of 400 mg (1.52 %) given, 11:02:00 to 13:15:05. "
        "Not desensitized: full dose unsafe."
    )
    assert course.startswith("Reaction called 13:15:00 in step 9 at 11:00. Observation 13:15 to 14:26. ")


def test_not_ended_says_so_and_shows_the_dose_as_a_range_where_nobody_is_sure() -> None:
    first, course, last = said(troubled())
    assert first == "Not ended: Step running. 0.03111 mg to 0.03911 mg of 400 mg given since 11:02:00."
    assert course.startswith(
        "Pump reported running at 5 mL/h from bag 1 since 12:12:20. "
        "Reaction called 11:19:00: entered in error. Last check 11:51: "
    )
    assert last == (
        "INCOMPLETE: the session had not ended when this page was made. "
        "It is told up to 22-Nov-2026 12:12:20."
    )


def test_a_file_not_verified_whole_is_incomplete_though_the_session_ended() -> None:
    assert said(completed(), whole=False)[-1] == "INCOMPLETE: not every entry of this session was verified."


def test_before_the_drug() -> None:
    assert said(opened())[0] == "Not ended: Set-up. No drug was given."
    called = set_up()
    called.do(CallReaction())
    assert said(called)[1].startswith("Reaction called 11:01:00, before the first step. Last check 11:01: ")


def test_the_pump_as_it_was_last_reported() -> None:
    chair = observing()
    assert said(chair)[1].startswith(
        "Pump reported stopped 16:43:22. No reaction was called. Observation since "
    )


def test_a_patient_who_died_gets_no_line_about_tolerance_or_reactions() -> None:
    first, *course = said(ended(at_step(2), Ending.DIED))
    assert first.startswith("Died. 0.008 mg of 400 mg (0.002 %) given, ")
    assert not any("esensitized" in line or "eaction" in line for line in course)


def test_transferred_says_where_to_and_what_the_line_holds() -> None:
    transfer = Transfer(where="Ward 7", to_whom="Dr B", pump_running=False, line_content="empty")
    first, course = said(ended(at_step(2), Ending.TRANSFERRED, transfer, "Dr B"))
    assert first.endswith("Not desensitized: full dose unsafe.")
    assert "To Ward 7, to Dr B, pump stopped, the line holds: empty." in course
    assert "ended early against advice: Dr B." in course


def test_a_check_of_nothing_is_still_the_last_check() -> None:
    chair = at_step(2)
    nothing = CheckRecorded(
        purpose=CheckPurpose.STEP,
        step=2,
        vitals=Vitals(),
        symptoms=(),
        outcome=CheckOutcome.INCOMPLETE,
    )
    chair.record(nothing)
    assert said(chair)[1].endswith("Last check 11:17: nothing was measured or asked.")


@pytest.mark.requirement("R-S21-take-over")
def test_a_closed_part_is_no_ending_and_says_where_to_look() -> None:
    chair = at_step(6)
    chair.do(closing())
    first, course, last = said(chair)
    assert first.startswith("Not ended: Step running. Goes on at ward-7. ")
    assert "esensitized" not in first
    assert course.startswith("Pump reported running at ")
    assert last == "INCOMPLETE: this part was closed 12:18:00; the session goes on in the next part."


def test_a_part_that_was_taken_over_names_the_one_it_continues() -> None:
    chair = at_step(6)
    moved(chair)
    _, course, last = said(chair)
    assert course.startswith("Part 2, continues 2026-11-22-k7f3, compare code ")
    assert last.startswith("INCOMPLETE: the session had not ended")
