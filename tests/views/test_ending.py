"""From the end of the drug to the closed session."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from desens_gui.domain.commands.ending import EndSession, StopToday
from desens_gui.domain.commands.pump import ReportPumpRunning, ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction, EnterReactionInError
from desens_gui.domain.commands.setup import RecordOrder
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.evolve.evolving import fold
from desens_gui.domain.prescribing import OrderFor
from desens_gui.views.ending import ending
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.ending import EndingView
from desens_gui.views.scene import Recording
from tests import courses
from tests.driving import Chair, order
from tests.views.at_chair import by_code, scene_of, states


def view(chair: Chair, refused: dict[str, str] | None = None) -> EndingView:
    return ending(scene_of(chair), FormDraft(), {}, refused or {})


def dose_lines(chair: Chair, code: str = "161-872C-DE06") -> str:
    scene = scene_of(chair, recording=Recording(saved_us=1, code=code))
    return " ".join(line.strong for line in ending(scene, FormDraft(), {}, {}).dose.lines)


def rows(chair: Chair) -> list[tuple[str, str]]:
    return states(view(chair).order.rows)


def stopped(called: Ending, chair: Chair | None = None) -> Chair:
    chair = chair or courses.at_step(5)
    chair.do(StopToday(ending=called))
    if chair.session.pump_runs:
        chair.do(ReportPumpStopped())
    return chair


def chosen(chair: Chair) -> list[str]:
    return [option.code for option in view(chair).endings.options if option.chosen]


def test_the_rows_to_the_end() -> None:
    chair = courses.emptied()
    assert rows(chair) == [
        ("bag_empty", "done"),
        ("flushed", "current"),
        ("pump_stopped", "to_come"),
        ("end_check", "to_come"),
        ("observation", "to_come"),
    ]
    courses.flush(chair)
    assert [state for _, state in rows(chair)] == ["done", "done", "current", "to_come", "to_come"]
    chair.do(ReportPumpStopped())
    assert [state for _, state in rows(chair)] == ["done", "done", "done", "to_come", "to_come"]
    chair.wait(57 * 60)
    assert [state for _, state in rows(chair)] == ["done", "done", "done", "current", "to_come"]
    check = by_code(view(chair).order.rows)["end_check"]
    assert check.sub == "Full vitals and symptoms, none pre-filled. Due 17:40"
    assert check.action is not None
    assert check.action.intent == "open_check"
    chair.wait(180)
    chair.check()
    assert [state for _, state in rows(chair)] == ["done"] * 5
    assert view(chair).order.head.note == "5 of 5 done"
    assert "Compare code" not in dose_lines(chair)
    chair.do(EndSession(ending=Ending.COMPLETED))
    assert rows(chair)[-2:] == [("end_check", "done"), ("closed", "done")]
    assert "Compare code 161-872C-DE06" in dose_lines(chair)
    assert "Compare code" not in dose_lines(chair, code="")
    assert [row.number for row in view(chair).order.rows] == list("12345")


def test_what_the_ending_means_for_the_next_dose() -> None:
    assert foot(courses.observing()) == "Only “Completed” gives tolerance, until the next dose is due."
    assert foot(courses.completed()) == "Desensitized until the next dose is due"
    chair = stopped(Ending.STOPPED_REACTION)
    assert foot(chair) == "Not desensitized: full dose unsafe"
    chair.do(EndSession(ending=Ending.STOPPED_REACTION, cut_short_by="Dr Haas"))
    assert foot(chair) == "Not desensitized: full dose unsafe"
    assert view(stopped(Ending.DIED)).endings.foot is None


def foot(chair: Chair) -> str:
    line = view(chair).endings.foot
    assert line is not None
    return line.strong


def test_stopping_is_open_in_the_flush_too() -> None:
    chair = courses.emptied()
    row = by_code(view(chair, {"pump_stopped": "No.", "flushed": "No."}).order.rows)["pump_stopped"]
    assert row.action is not None
    assert (row.action.intent, row.action.key, row.action.kind) == ("pump_stopped", "F8", "normal")
    assert [field.code for field in row.fields] == ["stop_time"]
    assert row.problem == "No."
    courses.flush(chair)
    row = by_code(view(chair).order.rows)["pump_stopped"]
    assert row.action is not None
    assert (row.action.key, row.action.kind) == ("F2", "primary")


def flush_interrupted() -> Chair:
    """A reaction in the flush was entered in error after the pump had been stopped."""
    chair = courses.emptied()
    chair.do(CallReaction())
    chair.do(ReportPumpStopped())
    chair.do(EnterReactionInError(reason="a cough"))
    return chair


def test_a_flush_that_was_interrupted_may_go_on_after_a_fresh_check() -> None:
    chair = flush_interrupted()
    assert [code for code, _ in rows(chair)][2:4] == ["pump_stopped", "running"]
    row = by_code(view(chair).order.rows)["running"]
    assert row.action is not None
    assert row.action.blocked_reason == "Not yet. Check."
    assert [field.code for field in row.fields] == ["pump_rate"]
    chair.wait(1)
    chair.check()
    row = by_code(view(chair).order.rows)["running"]
    assert row.action is not None
    assert row.action.blocked_reason == ""
    chair.do(ReportPumpRunning(rate_ml_h=courses.told_rate(chair, 12)))
    assert "running" not in dict(rows(chair))


def test_an_interruption_of_more_than_half_an_hour_needs_an_order() -> None:
    chair = flush_interrupted()
    chair.wait(31 * 60)
    chair.check()
    assert [code for code, _ in rows(chair)][3:6] == ["order", "order_read_back", "running"]
    chair.do(RecordOrder(order=order(OrderFor.RESUME_AFTER_LONG_PAUSE)))
    assert "order" not in dict(rows(chair))


def test_the_ring_and_why_it_is_as_long_as_it_is() -> None:
    assert view(courses.emptied()).observation.head.title == "Flush"
    shown = view(courses.observing()).observation
    assert (shown.head.title, shown.head.note) == ("Observation", "until 17:43:22")
    assert (shown.timer.text, shown.text) == ("1:00:00", "End of drug + 60 min, by the site's policy.")
    assert view(courses.completed()).observation.head.title == "Closed"
    none = stopped(Ending.STOPPED_PATIENT_WISH, courses.first_bag())
    assert view(none).observation.text == "No drug has run: nothing to wait for."
    assert rows(none) == [("pump_stopped", "done")]


def test_the_dose_is_held_against_the_bags() -> None:
    shown = view(courses.observing()).dose
    assert [(pair.label, pair.value, pair.total) for pair in shown.pairs] == [
        ("Bag 1, by rate and time", "0.148 mg", False),
        ("Bag 2, by rate and time", "3 mg", False),
        ("Bag 3, reported empty", "396.852 mg", False),
        ("Given", "400 mg", True),
    ]
    assert shown.lines[0].text == "Planned 400 mg: 100 % given."


def test_after_the_end_no_dose_is_counted_even_where_the_pump_went_along() -> None:
    chair = courses.at_step(9)
    chair.do(StopToday(ending=Ending.EVACUATED))
    chair.do(EndSession(ending=Ending.EVACUATED))
    before = view(chair).dose
    chair.wait(3600)
    assert view(chair).dose == before


def test_completed_is_chosen_when_it_is_possible_and_says_what_is_missing() -> None:
    chair = courses.observing()
    options = {option.code: option for option in view(chair).endings.options}
    assert options["completed"].blocked_reason == "Not yet. End check."
    assert options["stopped_reaction"].blocked_reason == "Press Stop today (F11)"
    assert chosen(chair) == []
    chair.wait(3600)
    chair.check()
    assert chosen(chair) == ["completed"]
    assert chosen(courses.completed()) == ["completed"]


@pytest.mark.parametrize("called", [each for each in Ending if each.value.startswith("stopped")])
def test_a_called_ending_stays_the_only_one_open(called: Ending) -> None:
    chair = stopped(called)
    assert chosen(chair) == [called.value]
    others = [option for option in view(chair).endings.options if option.code != called.value]
    assert all(option.blocked_reason.startswith("Not open: the session ends as “") for option in others)
    foot = view(chair).endings.foot
    assert foot is not None
    assert foot.strong == "Not desensitized: full dose unsafe"


def test_a_stopped_session_needs_no_end_check_but_its_observation() -> None:
    chair = stopped(Ending.STOPPED_PATIENT_WISH)
    shown = by_code(view(chair, {"finish": "No."}).order.rows)
    assert list(shown) == ["pump_stopped", "observation"]
    row = shown["observation"]
    assert row.sub == "13:03:00. Earlier is against advice and needs a name"
    assert (row.fields[0].code, row.problem) == ("cut_short_by", "No.")
    chair.wait(3600)
    row = by_code(view(chair).order.rows)["observation"]
    assert (row.state, row.fields) == ("done", ())


def test_a_stop_in_the_flush_asks_for_no_flush() -> None:
    chair = stopped(Ending.STOPPED_REACTION, courses.emptied())
    assert [code for code, _ in rows(chair)] == ["bag_empty", "pump_stopped", "observation"]


def test_where_the_patient_died_there_is_no_leaflet_and_no_tolerance_line() -> None:
    chair = stopped(Ending.DIED)
    shown = view(chair)
    assert (shown.endings.foot, shown.order.foot, shown.order.foot_icon) == (None, None, "")
    other = view(stopped(Ending.STOPPED_REACTION)).order
    assert other.foot is not None
    assert other.foot.strong == "Outstanding"
    assert "Telephone follow-up at 24 h" in other.foot.text


def test_a_session_stopped_before_its_plan_can_be_shown() -> None:
    scene, chair = scene_of(courses.set_up()), courses.set_up()
    chair.do(StopToday(ending=Ending.STOPPED_PATIENT_WISH))
    bare = replace(scene, session=replace(chair.session, plan=None))
    shown = ending(bare, FormDraft(), {}, {})
    assert (shown.dose.pairs, shown.dose.head.note) == ((), "no plan yet")


def test_between_two_facts_of_one_report_the_pump_already_stands() -> None:
    """In review a moment may lie between the stop and the observation that follows from it."""
    chair = stopped(Ending.STOPPED_REACTION)
    before = fold(chair.records[:-1])
    scene = replace(scene_of(chair), session=before, mode="review")
    shown = ending(scene, FormDraft(), {}, {})
    assert shown.observation.head.title == "Observation"
    assert by_code(shown.order.rows)["observation"].sub == "After the pump is stopped"
