"""Setting up by the keyboard alone, from the empty window to the pump running with bag 1."""

from __future__ import annotations

from desens_gui.domain.events.check import CheckRecorded
from desens_gui.domain.events.pump import BagChangeBegun, BagDoubleChecked, LabelRead, PumpReportedRunning
from desens_gui.domain.events.reaction import ReactionCalled
from desens_gui.domain.events.setup import (
    PatientIdentified,
    PlanRead,
    PlanSet,
    PlanVerified,
    SessionStarted,
    StaffIdentified,
)
from tests import courses
from tests.ui.chair import ways
from tests.ui.chair.conftest import Begin
from tests.ui.chair.keyboard import ESC, F2, F3, F12, SPACE


def test_a_whole_set_up_and_the_first_bag(begin: Begin) -> None:
    chair = begin()
    assert chair.code == "people:name"
    ways.set_up(chair)
    kinds = [type(event) for event in chair.events]
    for kind in (StaffIdentified, PatientIdentified, PlanSet, PlanRead, PlanVerified, CheckRecorded):
        assert kinds.count(kind) == 1
    assert (chair.shown, kinds[-2:]) == ("bag_change", [SessionStarted, BagChangeBegun])
    assert chair.code == "set_rate"
    ways.hang_bag(chair, "2", "1", "0.016")
    assert (chair.shown, chair.stage, chair.step) == ("bedside", "Stepping", 1)
    kinds = [type(event) for event in chair.events]
    assert kinds.index(LabelRead) < kinds.index(BagDoubleChecked) < kinds.index(PumpReportedRunning)
    actors = {recorded.actor.id for recorded in chair.live.records[2:]}
    assert actors == {"ml"}


def test_the_second_reading_begins_empty_and_the_keyboard_goes_to_it(begin: Begin) -> None:
    chair = begin()
    ways.set_people(chair)
    ways.set_patient(chair)
    ways.set_plan(chair)
    ways.qualify(chair)
    ways.read_plan(chair)
    chair.wait(30)
    assert "Repeat in 30 s" in chair.blocked
    chair.wait(31)
    assert (chair.code, chair.field("verify:dose").text()) == ("verify:identifier_last4", "")
    assert "00482913" not in chair.window.frame.banner.view.details
    ways.read_plan(chair, ("2913", "carboplatin", "200 mg", "3"))
    assert not chair.state.plan_verified
    assert PlanVerified not in map(type, chair.events)
    assert chair.field("verify:dose").text() == "200 mg"


def test_a_card_that_lacks_something_says_what_and_records_nothing(begin: Begin) -> None:
    chair = begin()
    chair.enter("Mara Lindt")
    before = len(chair.events)
    chair.again(F2)
    assert chair.blocked == "Not yet. Staff id, role, second person."
    assert (len(chair.events), chair.code) == (before, "people:id")


def test_a_birth_date_that_cannot_be_is_said_at_its_field(begin: Begin) -> None:
    chair = begin()
    ways.set_people(chair)
    chair.tab_to("patient:born")
    chair.type("12-Mar-2068")
    chair.tab_to("patient:family_name", most=80)
    for text in ("OKAFOR", "Adaeze"):
        chair.enter(text)
    chair.tab_to("patient:identifier")
    chair.enter("00482913")
    chair.key(SPACE)
    chair.tab_to("patient:weight")
    chair.enter("64")
    chair.tab_to("patient:allergy_drug")
    for text in ("CARBOplatin", "anaphylaxis", "", "", ""):
        chair.enter(text)
    chair.choose("None known")
    chair.again(F2)
    assert PatientIdentified not in map(type, chair.events)
    assert "2068" in chair.words_at("patient:born")


def test_a_saved_card_is_changed_from_what_was_recorded(begin: Begin) -> None:
    chair = begin(courses.set_up())
    patient = chair.state.patient
    assert patient is not None
    chair.choose("2 Patient")
    chair.choose("Change")
    assert chair.field("patient:family_name").text() == patient.family_name
    chair.tab_to("patient:weight")
    chair.field("patient:weight").selectAll()
    chair.enter("66")
    chair.tab_to("patient:allergy_drug")
    chair.enter("CARBOplatin")
    chair.enter("rash")
    chair.choose("None known")
    chair.again(F2)
    changed = chair.state.patient
    assert changed is not None
    assert changed.weight_kg is not None
    assert (changed.weight_kg.text, changed.family_name) == ("66", patient.family_name)
    assert not chair.state.plan_verified
    chair.choose("2 Patient")
    chair.choose("Change")
    assert chair.field("patient:allergy_reaction").text() == "rash"


def test_what_is_entered_is_recorded_under_the_person_who_identified_last(begin: Begin) -> None:
    chair = begin()
    for name, person in (("Mara Lindt", "ml"), ("Ben Obi", "bo"), ("Mara Lindt", "ml")):
        if chair.state.staff:
            chair.choose("1 People")
            chair.choose("Change")
            for field, text in (("people:name", name), ("people:id", person)):
                chair.tab_to(field)
                chair.field(field).selectAll()
                chair.enter(text)
            chair.again(F2)
        else:
            ways.set_people(chair)
        last = chair.live.records[-1]
        assert (last.actor.id, chair.state.staff[-1].id) == (person, person)
    identified = [event.id for event in chair.events if isinstance(event, StaffIdentified)]
    assert identified == ["ml", "bo", "ml"]
    ways.set_patient(chair)
    assert isinstance(chair.events[-1], PatientIdentified)
    assert chair.live.records[-1].actor.id == "ml"
    assert chair.chair.scene().actor == "Mara Lindt"


def test_reaction_comes_before_any_card(begin: Begin) -> None:
    chair = begin()
    chair.enter("Mara")
    chair.key(F12)
    assert (chair.shown, chair.stage) == ("reaction", "Reacting")
    assert isinstance(chair.events[-1], ReactionCalled)


def test_the_baseline_form_goes_back_to_its_card_and_keeps_what_was_typed(begin: Begin) -> None:
    chair = begin(courses.set_up())
    chair.choose("7 Baseline")
    chair.key(F3)
    chair.enter("88")
    chair.key(ESC)
    assert chair.shown == "setup"
    chair.key(F3)
    assert (chair.shown, chair.field("heart_rate").text()) == ("check", "88")
    assert chair.code == "systolic"
