"""The card of the step: what the pump was reported to do, what comes next, what is to be done at the pump."""

from __future__ import annotations

from desens_gui.domain.commands.ending import StopToday
from desens_gui.domain.commands.pump import ReportIvSite, ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction
from desens_gui.domain.commands.step import Escalate, Pause, Resume
from desens_gui.domain.events.ending import Ending, Transfer
from desens_gui.domain.events.pump import IvSite
from desens_gui.domain.events.step import PauseReason
from desens_gui.views.parts.step_card import OrderView, StepCardView
from desens_gui.views.step_card import step_card
from desens_gui.views.told import told
from tests import courses
from tests.driving import Chair
from tests.views.at_chair import form, scene_of


def card(chair: Chair) -> StepCardView:
    return step_card(scene_of(chair))


def order(chair: Chair) -> OrderView:
    found = card(chair).order
    assert found is not None
    return found


def facts(view: StepCardView) -> list[tuple[str, str, str]]:
    return [(fact.label, fact.value, fact.detail) for fact in view.facts]


def test_a_running_step_as_reported() -> None:
    chair = courses.at_step(9)
    chair.wait(60)
    view = card(chair)
    assert (view.head.title, view.head.note, view.head.icon) == (
        "Step 9 of 12",
        "confirmed running 13:04:00",
        "play",
    )
    assert facts(view) == [
        ("Pump rate, as reported", "10 mL/h", ""),
        ("Bag hanging", "Bag 3", "1.587 mg/mL"),
        ("Given so far", "3.413 mg", ""),
    ]
    assert [(row.label, row.value, row.note) for row in view.rows] == [
        ("Line", "own set, primed with bag 3", "18 mL"),
        ("IV site", "no swelling, no pain", "seen 13:04"),
    ]
    assert view.order is None
    assert view.extra == ""


def test_before_any_drug_ran() -> None:
    view = card(courses.first_bag())
    assert (view.head.note, view.head.icon) == ("no drug has run", "pause")
    assert facts(view)[0] == ("Pump rate, as reported", "stopped", "")
    assert facts(view)[1] == ("Bag hanging", "none yet", "")
    assert view.rows == ()
    assert view.next is None


def test_a_stopped_pump() -> None:
    chair = courses.at_step(9)
    chair.do(ReportPumpStopped())
    assert card(chair).head.note == "pump stopped 13:04:00"
    assert facts(card(chair))[0][1] == "stopped"


def test_an_iv_site_that_changed_is_named() -> None:
    chair = courses.at_step(9)
    chair.do(ReportIvSite(site=IvSite.CHANGED))
    assert card(chair).rows[1].value == "changed"


def test_what_comes_next() -> None:
    said = {number: card(courses.at_step(number)).next for number in (4, 9, courses.LAST)}
    assert {number: (each.tag, each.text, each.note) for number, each in said.items() if each} == {
        4: ("NEXT", "Step 5 at 5 mL/h", "new bag 2, check first"),
        9: ("NEXT", "Step 10 at 20 mL/h", "same bag, check first"),
        12: ("NEXT", "Bag empty, then flush", "about 16:29"),
    }


def test_after_going_up_the_check_is_not_asked_again() -> None:
    chair = courses.ready(9)
    chair.do(Escalate())
    following = card(chair).next
    assert following is not None
    assert following.note == "once the pump runs"


def test_while_the_last_step_is_paused_nobody_knows_when_the_bag_is_empty() -> None:
    chair = courses.at_step(courses.LAST)
    chair.do(ReportPumpStopped())
    following = card(chair).next
    assert following is not None
    assert following.note == ""


def test_nothing_comes_next_in_a_reaction_or_after_a_stop() -> None:
    chair = courses.at_step(9)
    stopped = chair.copy()
    stopped.do(StopToday(ending=Ending.STOPPED_PATIENT_WISH))
    chair.do(CallReaction())
    assert card(chair).next is None
    assert card(stopped).next is None


def test_an_overrun_says_what_it_gave_above_the_plan() -> None:
    chair = courses.at_step(9)
    chair.wait(15 * 60 + 218)
    assert card(chair).extra == "Above plan so far: 0.9613 mg"
    assert card(courses.at_step(courses.LAST)).extra == ""


def test_going_up_is_an_instruction_until_the_pump_is_reported() -> None:
    chair = courses.ready(9)
    chair.do(Escalate())
    chair.wait(9)
    told_now = order(chair)
    assert (told_now.text, told_now.clock, told_now.since) == (
        "SET THE PUMP TO 20 mL/h",
        "00:09",
        "told 13:19:00",
    )
    assert told_now.counted == "Counted as running at 10 mL/h until you say what the pump shows."
    assert [(field.code, field.state, field.hint) for field in told_now.fields] == [
        ("pump_rate", "waiting", "from the pump")
    ]
    assert not told_now.urgent
    given = facts(card(chair))[2][1]
    chair.wait(60)
    assert facts(card(chair))[2][1] != given, "the old rate goes on being counted"


def test_what_was_typed_and_what_was_wrong_with_it_stand_in_the_field() -> None:
    chair = courses.ready(9)
    chair.do(Escalate())
    view = step_card(scene_of(chair), form({"pump_rate": "2o"}), {"pump_rate": "Not a number."})
    assert view.order is not None
    field = view.order.fields[0]
    assert (field.text, field.state, field.words) == ("2o", "error", "Not a number.")


def test_in_review_nothing_is_typed() -> None:
    chair = courses.ready(9)
    chair.do(Escalate())
    view = step_card(scene_of(chair, mode="review"))
    assert view.order is not None
    assert view.order.fields == ()


def test_a_start_says_start() -> None:
    chair = courses.at_step(9)
    chair.do(ReportPumpStopped())
    chair.check()
    chair.do(Resume())
    assert order(chair).text == "START THE PUMP AT 10 mL/h"
    assert order(chair).counted == "Counted as stopped until you say what the pump shows."


def test_stopping_is_urgent_and_asks_for_the_time() -> None:
    for command in (
        Pause(reason=PauseReason.SYMPTOM),
        CallReaction(),
        StopToday(ending=Ending.STOPPED_REACTION),
    ):
        chair = courses.at_step(9)
        chair.do(command)
        told_now = order(chair)
        assert (told_now.text, told_now.urgent) == ("STOP THE PUMP", True)
        assert [field.code for field in told_now.fields] == ["stop_time"]
        chair.do(ReportPumpStopped())
        assert card(chair).order is None


def test_stopping_for_a_new_bag_or_after_the_flush_is_not_urgent() -> None:
    chair = courses.ready(8)
    chair.do(Escalate())
    assert (order(chair).text, order(chair).urgent) == ("STOP THE PUMP", False)
    chair = courses.emptied()
    assert told(scene_of(chair)) is None
    courses.flush(chair)
    assert (order(chair).text, order(chair).clock, order(chair).urgent) == ("STOP THE PUMP", "00:00", False)


def test_a_pump_that_goes_with_the_patient_is_not_to_be_stopped() -> None:
    chair = courses.at_step(9)
    stays = chair.copy()
    chair.do(StopToday(ending=Ending.TRANSFERRED, transfer=transfer(running=True)))
    stays.do(StopToday(ending=Ending.TRANSFERRED, transfer=transfer(running=False)))
    assert card(chair).order is None
    assert order(stays).urgent


def test_after_a_death_nothing_is_urgent() -> None:
    chair = courses.at_step(9)
    chair.do(StopToday(ending=Ending.DIED))
    assert (order(chair).text, order(chair).urgent) == ("STOP THE PUMP", False)


def transfer(*, running: bool) -> Transfer:
    return Transfer(where="ICU", to_whom="Dr B", pump_running=running, line_content="bag 3")
