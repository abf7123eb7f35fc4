"""From one step to the next by the keyboard: check, going up, the rate typed back; staying; wrong entries."""

from __future__ import annotations

from desens_gui.domain.events.check import CheckPurpose, CheckRecorded
from desens_gui.domain.events.pump import PumpReportedRunning
from desens_gui.domain.events.step import EscalationCommanded, StayDecided, StepStarted, SymptomsAskedAgain
from desens_gui.domain.quantities import Rate
from tests import courses
from tests.driving import MINUTE
from tests.ui.chair import ways
from tests.ui.chair.at_chair import AtChair
from tests.ui.chair.conftest import Begin
from tests.ui.chair.keyboard import ENTER, ESC, F2, F3, F6

FIELD_TO_FIELD = ("Key_Return", "Key_Tab")


def go_up(chair: AtChair, rate: str) -> None:
    """From the prompt to the next step running."""
    ways.check(chair)
    chair.again(F2)
    chair.wait(3 * MINUTE)
    chair.again(F2)
    chair.wait(5)
    chair.enter(rate)


def test_from_step_1_to_step_2_in_at_most_nine_keys(begin: Begin) -> None:
    chair = begin(courses.at_step(1))
    chair.wait(12 * MINUTE)
    chair.pressed.clear()
    go_up(chair, "5")
    assert (chair.shown, chair.stage, chair.step) == ("bedside", "Stepping", 2)
    own = [key for key in chair.pressed if key not in FIELD_TO_FIELD]
    handed_in = 1  # the Enter after the rate
    assert len(own) + handed_in <= 9, own
    check = chair.event(CheckRecorded)
    assert isinstance(check, CheckRecorded)
    assert check.purpose is CheckPurpose.STEP
    assert check.vitals.heart_rate is not None
    assert check.vitals.heart_rate.per_min == 78
    started = chair.event(StepStarted)
    assert isinstance(started, StepStarted)
    assert started.step == 2


def test_all_steps_of_a_bag_and_the_change_to_the_next(begin: Begin) -> None:
    chair = begin(courses.at_step(3))
    chair.wait(12 * MINUTE)
    go_up(chair, "20")
    assert chair.step == 4
    chair.wait(15 * MINUTE)
    ways.check(chair)
    assert chair.primary == "Go up to step 5: hang bag 2"
    chair.again(F2)
    assert (chair.shown, chair.code) == ("bag_change", "stop_time")
    chair.wait(5)
    chair.key(ENTER)
    assert not chair.state.pump_runs
    ways.hang_bag(chair, "5", "2", "0.16")
    assert (chair.shown, chair.step) == ("bedside", 5)


def test_the_form_has_the_focus_and_the_first_field(begin: Begin) -> None:
    chair = begin(courses.at_step(2))
    assert chair.focus_name == "Go up to step 3"
    chair.key(F2)
    assert (chair.shown, chair.code) == ("check", "heart_rate")
    chair.key(ESC)
    assert (chair.shown, chair.focus_name) == ("bedside", "Go up to step 3")
    chair.again(F3)
    assert (chair.shown, chair.code) == ("check", "heart_rate")


def test_enter_alone_records_nothing(begin: Begin) -> None:
    chair = begin(courses.at_step(2))
    before = len(chair.events)
    chair.key(F2)
    chair.key(ENTER, times=30)
    chair.key(ESC)
    chair.key(ENTER, times=3)
    assert len(chair.events) == before


def test_symptoms_are_asked_once_more_at_the_moment_of_going_up(begin: Begin) -> None:
    chair = begin(courses.at_step(2))
    chair.wait(13 * MINUTE)
    ways.check(chair)
    chair.again(F2)
    assert "left in step 2" in chair.blocked
    chair.wait(2 * MINUTE)
    assert "any new symptom" in chair.window.frame.action_bar.primary.view.sub
    chair.again(F2)
    kinds = [type(event) for event in chair.events[-2:]]
    assert kinds == [SymptomsAskedAgain, EscalationCommanded]


def test_a_wrong_rate_is_said_at_its_field_and_records_nothing(begin: Begin) -> None:
    chair = begin(courses.ready(2))
    chair.key(F2)
    assert (chair.stage, chair.code) == ("GoingUp", "pump_rate")
    before = len(chair.events)
    for wrong in ("7", "1,5", "x"):
        chair.field("pump_rate").selectAll()
        chair.enter(wrong)
        assert chair.words_at("pump_rate")
        assert chair.code == "pump_rate"
        assert chair.field("pump_rate").text() == wrong
    assert len(chair.events) == before
    chair.field("pump_rate").selectAll()
    chair.type("1")
    assert chair.words_at("pump_rate") == ""
    chair.enter("0")
    assert chair.step == 3
    running = chair.event(PumpReportedRunning)
    assert isinstance(running, PumpReportedRunning)
    assert running.rate_ml_h == Rate.of("10")


def test_leaving_the_field_hands_nothing_in(begin: Begin) -> None:
    chair = begin(courses.ready(2))
    chair.key(F2)
    chair.type("10")
    before = len(chair.events)
    chair.tab_to("REACTION")
    assert (len(chair.events), chair.stage) == (before, "GoingUp")


def test_a_rate_typed_for_one_change_is_gone_at_the_next(begin: Begin) -> None:
    chair = begin(courses.ready(2))
    chair.key(F2)
    chair.type("10")
    chair.key(F6)
    assert isinstance(chair.events[-1], StayDecided)
    assert chair.stage == "Stepping"
    ways.check(chair)
    chair.again(F2)
    assert (chair.stage, chair.field("pump_rate").text()) == ("GoingUp", "")


def test_a_second_f2_within_a_second_is_ignored(begin: Begin) -> None:
    chair = begin(courses.ready(2))
    chair.key(F2)
    before = len(chair.events)
    chair.type("10")
    chair.key(F2)
    assert (len(chair.events), chair.stage) == (before, "GoingUp")
    chair.again(F2)
    assert (chair.stage, chair.step) == ("Stepping", 3)


def test_stay_on_step_from_the_step_and_from_the_form(begin: Begin) -> None:
    chair = begin(courses.at_step(2))
    chair.wait(15 * MINUTE)
    ways.check(chair)
    chair.key(F6)
    assert isinstance(chair.events[-1], StayDecided)
    assert isinstance(chair.events[-2], CheckRecorded)
    assert (chair.shown, chair.stage) == ("bedside", "Stepping")
    chair.key(F6)
    assert [type(event) for event in chair.events[-2:]] == [StayDecided, StayDecided]


def test_a_check_that_has_grown_too_old_is_asked_for_again(begin: Begin) -> None:
    chair = begin(courses.at_step(2))
    ways.check(chair)
    chair.again(F2)
    assert chair.shown == "bedside"
    chair.wait(13 * MINUTE)
    assert chair.blocked == ""
    chair.again(F2)
    assert (chair.shown, chair.code) == ("check", "heart_rate")


def test_a_finding_blocks_going_up_and_says_so(begin: Begin) -> None:
    chair = begin(courses.at_step(2))
    chair.wait(15 * MINUTE)
    ways.check(chair, ("78", "84", "50", "14", "98"))
    assert chair.primary.startswith("Go up to step 3")
    assert "84" in chair.blocked
    before = len(chair.events)
    chair.again(F2)
    assert (len(chair.events), chair.shown) == (before, "check")
    chair.key(F3)  # saves it without going up
    assert isinstance(chair.events[-1], CheckRecorded)
    assert (chair.shown, chair.step) == ("bedside", 2)


def test_a_value_that_cannot_be_read_keeps_the_form_open(begin: Begin) -> None:
    chair = begin(courses.at_step(2))
    chair.key(F2)
    chair.enter("7x")
    before = len(chair.events)
    chair.again(F2)
    assert (len(chair.events), chair.shown) == (before, "check")
    assert "7x" in chair.blocked
    chair.tab_to("heart_rate", most=120)
    chair.field("heart_rate").selectAll()
    chair.type("78")
    assert "7x" not in chair.blocked
