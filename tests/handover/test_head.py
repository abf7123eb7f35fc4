"""What stands on every page, the banner, and B of the report."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from desens_gui.course.so_far import CourseSoFar
from desens_gui.domain.patient import Allergy
from desens_gui.domain.protocol.protocol import Status
from desens_gui.handover.background import background
from desens_gui.handover.document import BannerCell
from desens_gui.handover.origin import Origin
from desens_gui.handover.report import report
from desens_gui.wording.words import ENGLISH
from tests.courses import at_step, opened, set_up
from tests.driving import Chair, inputs
from tests.handover.sessions import (
    FILE,
    MADE_US,
    as_patient,
    block_lines,
    completed,
    lines,
    origin,
    report_of,
    told,
    with_allergies,
)

CARBOPLATIN = Allergy(drug="CARBOplatin", reaction="anaphylaxis", grade="Brown 2 (2004)", on="2026-10-03")
LATEX = Allergy(drug="latex")


def banner(chair: Chair) -> tuple[BannerCell, ...]:
    return report_of(chair).banner


def test_every_page_names_the_patient_the_file_and_the_code() -> None:
    edges = report_of(completed()).edges
    assert edges.title == "Desensitization handover"
    assert edges.patient == "OKAFOR, Amara"
    assert edges.patient_facts == "12-Mar-1968 \N{MIDDLE DOT} MRN 00482913"
    assert edges.dates == "Session 22-Nov-2026 \N{MIDDLE DOT} made 22-Nov-2026 19:41"
    assert edges.place == "chair-4 \N{MIDDLE DOT} 24-hour times, UTC"
    assert edges.page_of.format(page=1, pages=2) == "Page 1 of 2"
    assert edges.entries == "87 entries, chain unbroken"
    assert (edges.code_label, edges.code, edges.file) == ("Compare code", "87-8A31-77F0", FILE)


def test_simulation_and_incomplete_stand_across_the_page_where_true() -> None:
    assert report_of(completed()).across == ("SIMULATION",)
    assert report_of(completed()).edges.tags == ("SBAR", "SIMULATION")
    assert report_of(at_step(1)).across == ("SIMULATION", "INCOMPLETE")
    assert report_of(completed(), whole=False).across == ("SIMULATION", "INCOMPLETE")
    real = completed()
    first = real.records[0]
    real.records[0] = replace(first, event=replace(first.event, simulated=False))
    assert report_of(real).across == ()


def test_without_a_code_none_is_claimed() -> None:
    chair = completed()
    made = Origin(file=FILE, entries=82, made_utc_us=MADE_US, whole=False)
    edges = report(told(chair).course, ENGLISH, made).edges
    assert (edges.code_label, edges.code) == ("", "")
    assert edges.entries == "82 entries, not verified whole"


def test_a_course_without_a_fact_has_no_report() -> None:
    with pytest.raises(ValueError, match="without a fact"):
        report(CourseSoFar(), ENGLISH, origin(completed()))


def test_told_up_to_a_moment() -> None:
    chair = at_step(2)
    later = chair.now_ns + 60_000_000_000
    told_later = report(told(chair).course, ENGLISH, origin(chair), later)
    assert any("It is told up to 22-Nov-2026 11:18:00." in line for line in lines(told_later))


def test_the_banner() -> None:
    who, allergies, treatment = banner(completed())
    assert who.title == "OKAFOR, Amara"
    assert who.lines == ("F \N{MIDDLE DOT} 12-Mar-1968 (58 y) \N{MIDDLE DOT} 64 kg", "MRN 00482913")
    assert (allergies.label, allergies.title, allergies.filled) == ("ALLERGIES", "None recorded", True)
    assert treatment.title == "CARBOplatin 400 mg IV"
    assert treatment.lines == ("Protocol 3-bag 12-step, revision 1", "Ordered by Dr Haas")


def test_one_allergy_with_its_first_reaction_and_more_of_them_by_name() -> None:
    one = banner(with_allergies(completed(), CARBOPLATIN))[1]
    assert (one.title, one.lines) == ("CARBOplatin", ("anaphylaxis, Brown 2 (2004), 2026-10-03",))
    two = banner(with_allergies(completed(), CARBOPLATIN, LATEX))[1]
    assert two.title == "CARBOplatin, latex"
    assert two.lines == ()
    found = lines(report_of(with_allergies(completed(), CARBOPLATIN, LATEX)))
    assert "Allergy: CARBOplatin: anaphylaxis, Brown 2 (2004), 2026-10-03" in found
    assert "Allergy: latex" in found
    assert banner(with_allergies(completed(), LATEX))[1].lines == ()


def test_a_session_that_has_just_begun() -> None:
    who, allergies, treatment = banner(opened())
    assert (who.title, allergies.title, treatment.title) == ("No patient yet", "None recorded", "No plan yet")
    assert report_of(opened()).edges.patient == "No patient yet"
    assert report_of(opened()).edges.patient_facts == ""
    unordered = opened()
    unordered.record(next(r.event for r in set_up().records if type(r.event).__name__ == "PlanSet"))
    assert banner(unordered)[2].lines == ("Protocol 3-bag 12-step, revision 1",)


def test_a_weight_that_is_not_known() -> None:
    assert banner(as_patient(completed(), weight_kg=None))[0].lines[0].endswith("weight not known")


def test_background() -> None:
    found = lines(report_of(with_allergies(completed(), CARBOPLATIN)))
    start = found.index("Background")
    assert found[start + 1 : start + 5] == [
        "Allergy: CARBOplatin: anaphylaxis, Brown 2 (2004), 2026-10-03",
        "11:01 Prescriber order to desensitize: Dr Haas, telephone order, read back",
        "Second person: none (one nurse on the ward)",
        "Protocol: 3-bag 12-step, revision 1, verified: numbers read in the sources",
    ]
    assert found[start + 5].startswith("Sources: UpToDate, table: ")
    bags = found.index("Bags")
    assert found[bags + 1 : bags + 4] == [
        "Bag 1: 4 mg in 250 mL, 0.016 mg/mL",
        "Bag 2: 40 mg in 250 mL, 0.16 mg/mL",
        "Bag 3: 396.852 mg in 250 mL, 1.587 mg/mL",
    ]


def test_a_protocol_nobody_read_in_a_source_says_so() -> None:
    chair = completed()
    plan = chair.plan
    protocol = replace(inputs().protocol, status=Status.RECALLED, sources=())
    changed = replace(plan, inputs=replace(plan.inputs, protocol=protocol))
    chair.state = replace(chair.session, plan=changed)
    found = [line for block in background(told(chair)).blocks for line in block_lines(block)]
    assert "Protocol: 3-bag 12-step, revision 1, recalled: not read in any source" in found
    assert not any(line.startswith("Sources") for line in found)


def test_hostile_names_are_shown_as_they_are_and_cannot_turn_the_line() -> None:
    chair = as_patient(
        completed(), family_name="<b>dose x10</b>", given_name="A\u202eGM", identifier="=cmd|' /C calc'!A0"
    )
    who = banner(chair)[0]
    assert who.title == "<B>DOSE X10</B>, A\u2039U+202E\u203aGM"
    assert who.lines[1] == "MRN =cmd|' /C calc'!A0"
