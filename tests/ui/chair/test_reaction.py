"""REACTION from every screen and form, with F12 and Ctrl+Space; then the pump, the ways on, the endings."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from desens_gui.domain.commands.step import Escalate
from desens_gui.domain.events.check import MedicationGiven
from desens_gui.domain.events.ending import Ending, SessionEnded, StopCalled
from desens_gui.domain.events.pump import PumpReportedStopped
from desens_gui.domain.events.reaction import ReactionCalled, ReactionEnteredInError
from tests import courses
from tests.driving import MINUTE
from tests.ui.chair import ways
from tests.ui.chair.at_chair import AtChair
from tests.ui.chair.conftest import Begin
from tests.ui.chair.keyboard import CTRL, ENTER, F2, F3, F4, F5, F7, F8, F11, F12, NONE, SPACE

TRANSFER = {
    "transfer:where": "Ward 7",
    "transfer:to_whom": "Dr Weiss",
    "transfer:line_content": "bag 2, 18 mL",
}
Place = Callable[[Begin], AtChair]


def _stepping(begin: Begin) -> AtChair:
    return begin(courses.at_step(5))


def _keys(*keys: Qt.Key) -> Place:
    def place(begin: Begin) -> AtChair:
        chair = _stepping(begin)
        chair.keys(*keys)
        return chair

    return place


def _going_up(begin: Begin) -> AtChair:
    driven = courses.ready(6)
    driven.do(Escalate())
    chair = begin(driven)
    chair.type("1")
    return chair


def _hanging(begin: Begin) -> AtChair:
    chair = begin(courses.first_bag())
    chair.enter("2")
    chair.type("0048")
    return chair


def _half_a_check(begin: Begin) -> AtChair:
    chair = _stepping(begin)
    chair.key(F2)
    chair.enter("7")
    chair.type("12")
    return chair


def _paused(begin: Begin) -> AtChair:
    chair = _keys(F8)(begin)
    chair.press("1")
    chair.key(ENTER)
    return chair


def _away(begin: Begin) -> AtChair:
    chair = _stepping(begin)
    chair.killed_and_back(5 * MINUTE)
    return chair


def _setting_up(begin: Begin) -> AtChair:
    chair = begin()
    chair.type("Mara")
    return chair


PLACES: dict[str, Place] = {
    "set-up": _setting_up,
    "baseline form": lambda begin: _opened(begin(courses.set_up()), "7 Baseline"),
    "bag change, a field": _hanging,
    "step": _stepping,
    "check form, a field": _half_a_check,
    "rate to type": _going_up,
    "pause panel": _keys(F8),
    "note panel, a field": _keys(F4),
    "early sign panel": _keys(F5),
    "stop panel": _keys(F11),
    "paused": _paused,
    "restart": _away,
    "last step": lambda begin: begin(courses.at_step(12)),
    "bag empty panel": lambda begin: _pressed(begin(courses.at_step(12)), F7),
    "flush": lambda begin: begin(courses.emptied()),
    "observation": lambda begin: begin(courses.observing()),
}


def _opened(chair: AtChair, card: str) -> AtChair:
    chair.choose(card)
    chair.key(F3)
    return chair


def _pressed(chair: AtChair, key: Qt.Key) -> AtChair:
    chair.key(key)
    return chair


@pytest.mark.parametrize(("key", "held"), [(F12, NONE), (SPACE, CTRL)], ids=["F12", "Ctrl+Space"])
@pytest.mark.parametrize("place", PLACES)
def test_reaction_from_everywhere(place: str, key: Qt.Key, held: Qt.KeyboardModifier, begin: Begin) -> None:
    chair = PLACES[place](begin)
    ran = chair.state.pump_runs
    chair.key(key, held)
    assert isinstance(chair.events[-1], ReactionCalled)
    assert (chair.shown, chair.stage) == ("reaction", "Reacting")
    assert ("STOP THE PUMP" in chair.alarm) == ran
    assert chair.window.frame.alarm.view.level == "high"
    assert chair.state.pump_runs == ran
    if ran:
        assert (chair.primary, chair.blocked) == ("The pump shows STOPPED", "")
        chair.again(F2)
        assert isinstance(chair.events[-1], PumpReportedStopped)
        assert not chair.state.pump_runs


def called(begin: Begin) -> AtChair:
    """Two minutes into step 5, called ten seconds ago, the pump not reported stopped."""
    chair = _stepping(begin)
    chair.wait(2 * MINUTE)
    chair.key(F12)
    chair.wait(10)
    return chair


def test_until_the_pump_is_reported_stopped_the_old_rate_counts(begin: Begin) -> None:
    chair = called(begin)
    before = chair.chair.scene().given
    chair.wait(20)
    assert chair.chair.scene().given > before
    assert "not confirmed stopped" in chair.alarm
    chair.key(F2)
    after = chair.chair.scene().given
    chair.wait(20)
    assert chair.chair.scene().given == after


def test_the_stop_is_reported_with_an_earlier_time(begin: Begin) -> None:
    chair = called(begin)
    chair.tab_to("stop_time")
    utc_s = chair.clock.now().utc_us // 1_000_000 - 7
    chair.enter(ways.clock(utc_s * 1_000_000))
    stopped = chair.event(PumpReportedStopped)
    assert isinstance(stopped, PumpReportedStopped)
    assert stopped.at.us == utc_s * 1_000_000
    assert "pump stopped" in chair.alarm


def test_entered_in_error_before_the_pump_stopped_leaves_no_gap(begin: Begin) -> None:
    chair = called(begin)
    chair.choose("Entered in error")
    assert chair.shown == "entered_in_error"
    assert chair.code == "error:reason"
    assert chair.primary == "The pump shows STOPPED"
    before = len(chair.events)
    chair.choose("Entered in error")
    assert len(chair.events) == before
    assert "Reason" in chair.alarm
    chair.tab_to("error:reason")
    chair.enter("Pressed while cleaning")
    chair.choose("Entered in error")
    assert isinstance(chair.events[-1], ReactionEnteredInError)
    assert (chair.shown, chair.stage) == ("bedside", "Stepping")
    assert chair.state.step is not None
    ran_s = chair.state.step.elapsed_ns(chair.live.moment().now_ns) / 1e9
    assert ran_s >= 2 * MINUTE + 10


def test_resume_is_refused_with_its_reason(begin: Begin) -> None:
    chair = called(begin)
    chair.key(F2)
    before = len(chair.events)
    chair.choose("Resume")
    assert len(chair.events) == before
    assert "does not resume" in chair.alarm


@pytest.mark.parametrize("ending", [each for each in Ending if each is not Ending.COMPLETED])
def test_every_ending_after_a_reaction(ending: Ending, begin: Begin) -> None:
    chair = called(begin)
    chair.key(F2)
    stop_today(chair, ending)
    called_off = chair.event(StopCalled)
    assert isinstance(called_off, StopCalled)
    assert called_off.ending is ending
    assert chair.shown == "ending"
    at_once = ending in (Ending.TRANSFERRED, Ending.DIED, Ending.EVACUATED)
    if not at_once:
        chair.again(F2)
        assert not chair.state.is_over
        chair.wait(61 * MINUTE)
    chair.again(F2)
    ended = chair.event(SessionEnded)
    assert isinstance(ended, SessionEnded)
    assert (ended.ending, ended.tolerance) == (ending, False)
    assert chair.shown == "ending"
    assert "REACTION" not in chair.buttons()


def stop_today(chair: AtChair, ending: Ending) -> None:
    chair.key(F11)
    assert chair.shown == "stop_today"
    names = {option.code: option.label for option in chair.screen.card.view.choices[0].options}  # type: ignore[attr-defined]
    chair.choose(names[ending.value])
    if ending is Ending.TRANSFERRED:
        for text in ("Ward 7", "Dr Weiss", "bag 2, 18 mL"):
            chair.tab_to(
                {"Ward 7": "transfer:where", "Dr Weiss": "transfer:to_whom"}.get(
                    text, "transfer:line_content"
                )
            )
            chair.enter(text)
        chair.choose("Pump stopped")
    chair.again(F2)


def test_stopping_while_the_pump_runs_asks_for_the_pump_first(begin: Begin) -> None:
    chair = _stepping(begin)
    stop_today(chair, Ending.STOPPED_PATIENT_WISH)
    assert (chair.state.pump_runs, "STOP THE PUMP" in chair.alarm) == (True, True)
    chair.again(F2)
    assert (chair.shown, chair.stage, chair.state.pump_runs) == ("ending", "Observing", False)


def test_leaving_early_is_against_advice_and_needs_a_name(begin: Begin) -> None:
    chair = _stepping(begin)
    stop_today(chair, Ending.STOPPED_AGAINST_ADVICE)
    chair.again(F2)
    chair.again(F2)
    assert not chair.state.is_over
    chair.tab_to("cut_short_by")
    chair.enter("Mrs Okafor herself")
    chair.again(F2)
    ended = chair.events[-1]
    assert isinstance(ended, SessionEnded)
    assert ended.observation_cut_short_by == "Mrs Okafor herself"


def test_a_treatment_is_logged_while_the_reaction_is_open(begin: Begin) -> None:
    chair = called(begin)
    chair.key(F4)
    assert chair.shown == "note"
    chair.choose("Medication given")
    for code, text in (("note:drug", "EPINEPHrine"), ("note:dose", "0.5 mg"), ("note:route", "IM")):
        chair.tab_to(code)
        chair.enter(text)
    chair.tab_to("Save")
    chair.key(SPACE)
    given = chair.events[-1]
    assert isinstance(given, MedicationGiven)
    assert (given.drug, given.dose, given.route) == ("EPINEPHrine", "0.5 mg", "IM")
    assert chair.shown == "reaction"


def test_a_half_typed_check_is_still_there_after_an_error(begin: Begin) -> None:
    chair = _half_a_check(begin)
    chair.key(F12)
    chair.choose("Entered in error")
    chair.enter("Wrong key")
    chair.again(F2) if chair.primary == "Entered in error" else chair.choose("Entered in error")
    assert chair.stage == "Stepping"
    chair.again(F3)
    assert chair.field("heart_rate").text() == "7"
