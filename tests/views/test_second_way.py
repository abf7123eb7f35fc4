"""Who reads a second time: what each way asks for, and what it is read as."""

from __future__ import annotations

import pytest

from desens_gui.domain.commands.pump import DoubleCheckBag
from desens_gui.domain.commands.setup import DeclareNoSecondPerson, IdentifyStaff, RecordOrder, VerifyPlan
from desens_gui.domain.commands.step import Escalate
from desens_gui.domain.decide.bag import bag_change_missing
from desens_gui.domain.prescribing import OrderFor, OrderTaken
from desens_gui.domain.proof import TelephoneWord
from desens_gui.domain.recorded import Actor, Role
from desens_gui.domain.stage import ChangingBag
from desens_gui.views.entry.forms import FormReader
from desens_gui.views.entry.orders import read_order
from desens_gui.views.entry.setup import setup_commands
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.sign_in import Colleague, SigningState
from desens_gui.views.scene import Scene
from desens_gui.views.second_reading import second_reading
from desens_gui.views.second_way import Way, read_reason, way_action, way_of, way_save
from desens_gui.views.setup_people import people_facts
from desens_gui.views.setup_plan import order_needed
from desens_gui.views.setup_verify import verified_by, verify_form
from desens_gui.views.sign_in import sign_in_action
from desens_gui.wording.words import ENGLISH
from tests import courses
from tests.domain.decide.reading_twice import plan_read
from tests.driving import ALLERGIST, COLLEAGUE, NURSE, Chair
from tests.views.at_chair import form, scene_of

VALUES = {
    "verify:identifier_last4": "2913",
    "verify:drug": "carboplatin",
    "verify:dose": "400 mg",
    "verify:bags": "3",
}
READING = {
    "second:rate": "5",
    "second:bag": "2",
    "second:concentration": "0.16",
    "second:identifier_last4": "2913",
}


def bag_read() -> Chair:
    chair = courses.ready(4)
    chair.do(Escalate(none_new=True))
    courses.connect(chair)
    return chair


def by(way: Way, texts: dict[str, str] | None = None) -> FormDraft:
    return FormDraft(texts=texts or {}, chosen={"second:way": way.value})


def scene(chair: Chair, *, staffed: bool = True) -> Scene:
    return scene_of(chair, staffed=staffed, who=NURSE if staffed else None)


@pytest.mark.requirement("R-S10-2")
def test_a_second_person_is_looked_for_first_where_anybody_can_show_who_they_are() -> None:
    chair, _ = plan_read()
    assert way_of(scene(chair), form()) is Way.PERSON
    assert way_of(scene(chair, staffed=False), form()) is Way.ALONE
    assert way_of(scene(chair, staffed=False), by(Way.PERSON)) is Way.ALONE
    chair.do(DeclareNoSecondPerson(reason="night"))
    assert way_of(scene(chair), form()) is Way.ALONE
    assert way_of(scene(chair), by(Way.PERSON)) is Way.PERSON
    said = {(way_action(ENGLISH, way), way_save(ENGLISH, way)) for way in Way}
    assert len(said) == len(Way)


@pytest.mark.requirement("R-S10-2")
def test_the_plan_read_by_each_way() -> None:
    chair, _ = plan_read()
    shown = scene(chair)
    (person,) = setup_commands(shown, by(Way.PERSON, VALUES), "save:verify", ()).commands
    assert isinstance(person, VerifyPlan)
    assert person.telephone is None
    assert "second:reason" in setup_commands(shown, by(Way.ALONE, VALUES), "save:verify", ()).problems
    told = {**VALUES, "second:by": "Dr Meier", "second:reason": "night"}
    why, verify = setup_commands(shown, by(Way.TELEPHONE, told), "save:verify", ()).commands
    assert why == DeclareNoSecondPerson(reason="night")
    assert isinstance(verify, VerifyPlan)
    assert verify.telephone == TelephoneWord(by="Dr Meier", read_back=True)
    names = [each.field.name for each in verify_form(shown, by(Way.TELEPHONE), {})[-1].answers if each.field]
    assert names == ["Allergist on the telephone", "Why nobody else is there"]
    assert people_facts(shown)[-1].label != "Second person"


def test_how_the_plan_was_verified_is_said() -> None:
    chair, command = plan_read()
    other = chair.copy()
    chair.do(command, proof=chair.proof(command, COLLEAGUE))
    assert verified_by(scene(chair)) == "read by two people, or co-signed"
    other.do(DeclareNoSecondPerson(reason="night"))
    reading = courses.reading(other)
    other.do(VerifyPlan(reading=reading, telephone=TelephoneWord(by="Dr Meier", read_back=True)))
    assert verified_by(scene(other)) == "confirmed by telephone by Dr Meier, co-sign outstanding"


@pytest.mark.requirement("R-S10-2")
@pytest.mark.parametrize(
    ("way", "who", "button"),
    [
        (Way.PERSON, "A second person reads", "Compare, then badge or PIN"),
        (Way.TELEPHONE, "", "Read back by telephone: compare"),
    ],
)
def test_the_card_of_the_bag_says_who_reads_now(way: Way, who: str, button: str) -> None:
    chair = bag_read()
    change = chair.session.stage
    assert isinstance(change, ChangingBag)
    view = second_reading(scene(chair), change, by(way), {}, {}, ())
    assert view.done == "Second reading agrees."  # nothing is missing
    missing = bag_change_missing(chair.session, change)
    view = second_reading(scene(chair), change, by(way), {}, {}, missing)
    assert view.action is not None
    assert (view.who, view.action.label) == (who, button)
    crowded = second_reading(scene(chair), change, by(way), {}, {"double_check": "No."}, missing)
    assert (crowded.choice is None) is (way is Way.TELEPHONE)


def test_what_was_typed_for_a_bag_carries_who_confirmed_it() -> None:
    chair = bag_read()
    reader = FormReader(scene(chair), by(Way.TELEPHONE, {**READING, "second:by": "Dr Meier"}))
    command = read_order(reader, "double_check")
    assert isinstance(command, DoubleCheckBag)
    assert command.telephone == TelephoneWord(by="Dr Meier", read_back=True)
    assert read_reason(reader) is None  # it was said at set-up


def test_an_allergist_who_acts_gives_the_order_as_their_own() -> None:
    chair = courses.set_up()
    chair.do(IdentifyStaff(id="dr", name="Dr Haas", role=Role.ALLERGIST))
    draft = form(**{"order:taken": "own"})
    shown = scene_of(chair, staffed=True, who=ALLERGIST, actor="Dr Haas")
    assert order_needed(shown, draft) == ()
    (order,) = setup_commands(shown, draft, "accept_baseline", ()).commands
    assert isinstance(order, RecordOrder)
    assert (order.order.by, order.order.taken) == ("Dr Haas", OrderTaken.OWN)
    chair.do(order, ALLERGIST)
    long_pause = read_order(FormReader(shown, draft), "take_order")
    assert isinstance(long_pause, RecordOrder)
    assert long_pause.order.purpose is OrderFor.RESUME_AFTER_LONG_PAUSE
    nurse = scene_of(chair, staffed=True, who=Actor("ml", Role.NURSE), actor="Mara Lindt")
    assert nurse.prescriber == ""


def test_the_form_of_a_signature_says_what_it_is_for() -> None:
    state = SigningState(colleagues=(Colleague("n2", "J. Bakker", Role.NURSE),), purpose="Co-sign")
    shown = scene(courses.at_step(2))
    assert sign_in_action(shown, form(), state).label == "Sign as J. Bakker"
    nobody = SigningState(purpose="Co-sign")
    assert sign_in_action(shown, form(), nobody).label == "Sign"
