"""What stands around every screen: whose session it is, whether it is saved, the live column."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from desens_gui.domain.commands.pump import ReportPumpStopped
from desens_gui.domain.patient import Allergy, Patient, Sex
from desens_gui.views.banner import banner
from desens_gui.views.bedside import bedside, frame
from desens_gui.views.live_column import live_column
from desens_gui.views.scene import Recording, Scene
from desens_gui.views.status import status
from tests import courses
from tests.driving import patient
from tests.views.at_chair import courses_of, scene_of


def of_patient(**changes: object) -> Scene:
    scene = scene_of(courses.at_step(9))
    known: Patient = patient(**changes)
    return replace(scene, session=replace(scene.session, patient=known))


def test_whose_session_it_is() -> None:
    view = banner(scene_of(courses.at_step(9)))
    assert view.name == "OKAFOR, Amara"
    assert view.details == "F · 12-Mar-1968 (58 y) · MRN 00482913 · 64 kg"
    assert view.treatment == "CARBOplatin 400 mg IV"
    assert (view.clock, view.date) == ("13:04:00", "22-Nov-2026")
    assert [(tag.text, tag.kind) for tag in view.tags] == [("SIMULATION", "simulation")]


def test_before_anybody_is_known() -> None:
    view = banner(scene_of(courses.opened()))
    assert (view.name, view.details, view.allergies_label, view.allergy) == ("No patient yet", "", "", "")
    assert (view.treatment, view.protocol) == ("", "")


@pytest.mark.parametrize(
    ("sex", "letter"),
    [(Sex.FEMALE, "F"), (Sex.MALE, "M"), (Sex.OTHER, "Other"), (Sex.UNKNOWN, "Sex not known")],
)
def test_every_sex_has_its_word(sex: Sex, letter: str) -> None:
    assert banner(of_patient(sex=sex)).details.split(" · ")[0] == letter


def test_a_weight_that_nobody_knows_is_said() -> None:
    assert banner(of_patient(weight_kg=None)).details.endswith("weight not known")


def test_what_is_known_of_the_first_reaction_stands_beside_its_own_drug() -> None:
    first = Allergy(drug="CARBOplatin", reaction="anaphylaxis", grade="Brown 2 (2004)", on="2026-10-03")
    view = banner(of_patient(allergies=(first,)))
    assert (view.allergies_label, view.allergy) == ("ALLERGIES", "CARBOplatin")
    assert view.allergy_detail == "anaphylaxis, Brown 2 (2004), 03-Oct-2026"
    others = (first, Allergy(drug="penicillin", reaction="rash"), Allergy(drug="latex"))
    view = banner(of_patient(allergies=others))
    assert view.allergy == "CARBOplatin"
    assert view.allergy_detail == "anaphylaxis, Brown 2 (2004), 03-Oct-2026; penicillin: rash; latex"
    assert banner(of_patient(allergies=())).allergy == "None recorded"


def test_review_and_simulation_are_tagged() -> None:
    scene = scene_of(courses.at_step(9), mode="review")
    assert [tag.text for tag in banner(scene).tags] == ["SIMULATION", "REVIEW, NOT LIVE"]
    real = replace(scene.session, opened=replace(scene.session.opened, simulated=False))
    assert banner(replace(scene, session=real, mode="live")).tags == ()


@pytest.mark.parametrize(
    ("recording", "text", "state"),
    [
        (Recording(), "Nothing to save yet", "saved"),
        (Recording(saved_us=1_795_341_600_000_000), "Saved 11:00", "saved"),
        (Recording(saved_us=1, waiting_since_us=2), "saving", "saving"),
        (
            Recording(waiting_since_us=1_795_341_607_000_000, lost=True),
            "NOT BEING RECORDED since 11:00:07",
            "lost",
        ),
    ],
)
def test_whether_it_is_written_down(recording: Recording, text: str, state: str) -> None:
    view = status(scene_of(courses.at_step(9), recording=recording))
    assert (view.saved, view.saved_state) == (text, state)
    assert (view.user, view.chair) == ("Mara Lindt", "chair-4")


def test_a_review_saves_nothing() -> None:
    assert status(scene_of(courses.at_step(9), mode="review")).saved == "Opened read only"


def test_the_live_column_keeps_the_timer_beside_a_form() -> None:
    chair = courses.at_step(9)
    chair.wait(15 * 60 + 218)
    view = live_column(scene_of(chair), courses_of(chair))
    timer = view.timer
    assert (timer.head.title, timer.head.note, timer.tone) == ("Step 9 of 12", "late", "low")
    assert (timer.timer.text, timer.rate, timer.unit) == ("+03:38", "10", "mL/h")
    assert (timer.rate_note, timer.extra) == ("as reported bag 3", "Above plan so far: 0.9613 mg")
    assert (view.given, view.planned, len(view.ladder.rows)) == ("given mg", "plan mg", 12)
    chair.wait(7 * 60)
    assert live_column(scene_of(chair), ()).timer.tone == "medium"


def test_the_live_column_of_a_stopped_pump_and_before_the_plan() -> None:
    chair = courses.at_step(9)
    chair.do(ReportPumpStopped())
    timer = live_column(scene_of(chair), ()).timer
    assert (timer.rate, timer.unit, timer.rate_note, timer.tone) == ("", "", "pump stopped", "acc")
    early = live_column(scene_of(courses.opened()), ())
    assert (early.timer.head.title, early.ladder.rows, early.given) == ("No plan yet", (), "")


def test_the_bedside_puts_the_parts_together() -> None:
    chair = courses.at_step(9)
    view = bedside(scene_of(chair), courses_of(chair))
    assert (view.trend.title, view.trend.note) == ("Trend", "last 13:03")
    assert view.step.head.title == "Step 9 of 12"
    assert len(view.ladder.rows) == 12
    assert view.due.rows
    early = replace(scene_of(chair), session=replace(chair.session, check=None))
    assert bedside(early, ()).trend.note == ""
    whole = frame(scene_of(chair))
    assert whole.banner.name == "OKAFOR, Amara"
    assert whole.actions.reaction is not None
    assert whole.alarm.title == "No active alarm"
    assert whole.status.user == "Mara Lindt"
