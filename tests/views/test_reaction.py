"""A reaction is open: the pump first, then the order of the card; nothing of it is ticked."""

from __future__ import annotations

from desens_gui.domain.commands.pump import ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction, EnterReactionInError
from desens_gui.domain.stage import Reacting
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.reaction import ReactionView
from desens_gui.views.reaction import reaction
from tests import courses
from tests.driving import Chair
from tests.views.at_chair import by_code, scene_of, states


def called(chair: Chair) -> Chair:
    chair.do(CallReaction())
    return chair


def view(chair: Chair, refused: dict[str, str] | None = None) -> ReactionView:
    stage = chair.session.stage
    assert isinstance(stage, Reacting)
    return reaction(scene_of(chair), stage, FormDraft(), {}, refused or {})


def in_step_9() -> Chair:
    chair = courses.at_step(9)
    chair.wait(16 * 60)
    return called(chair)


def pairs(chair: Chair) -> list[tuple[str, str]]:
    return [(pair.label, pair.value) for facts in view(chair).facts for pair in facts.pairs]


def test_the_card_is_in_the_order_of_action() -> None:
    rows = view(in_step_9(), {"pump_stopped": "No."}).order.rows
    assert states(rows) == [
        ("pump_stopped", "current"),
        ("clamp", "instruction"),
        ("disconnect", "instruction"),
        ("call", "instruction"),
        ("position", "instruction"),
        ("card", "instruction"),
    ]
    assert [row.number for row in rows] == list("123456")
    first = rows[0]
    assert (first.title, first.urgent, first.problem) == ("STOP THE PUMP", True, "No.")
    assert first.sub.startswith("Desens cannot stop it.")
    assert first.action is not None
    assert [field.code for field in first.fields] == ["stop_time"]
    assert all(row.action is None and not row.fields for row in rows[1:])


def test_what_the_line_holds_is_said_and_must_not_be_flushed_in() -> None:
    row = by_code(view(in_step_9()).order.rows)["disconnect"]
    assert row.title == "DISCONNECT at the catheter. Do NOT flush it"
    assert row.sub.startswith(
        "The line holds about 18 mL of bag 3 = 28.573 mg, 3.871 times all given so far."
    )
    last = courses.at_step(courses.LAST)
    last.wait(3600)
    sub = by_code(view(called(last)).order.rows)["disconnect"].sub
    assert sub.startswith("The line holds about 18 mL of bag 3 = 28.573 mg. Keep IV access")
    none = by_code(view(called(courses.first_bag())).order.rows)["disconnect"].sub
    assert none.startswith("Keep IV access, disconnect the drug line.")


def test_once_the_stop_is_reported_the_clock_counts_from_the_call() -> None:
    chair = in_step_9()
    chair.wait(9)
    clock = view(chair).clock
    assert (clock.label, clock.clock, clock.tone) == ("Pump not confirmed stopped", "00:09", "high")
    assert clock.text == "Counted as running at 10 mL/h until you say what the pump shows."
    chair.do(ReportPumpStopped())
    chair.wait(51)
    shown = view(chair)
    assert (shown.clock.label, shown.clock.clock) == ("Since the reaction was called", "01:00")
    assert shown.clock.text == "called 13:20:00"
    first = shown.order.rows[0]
    assert (first.title, first.sub, first.state) == ("Pump stopped", "Reported 13:20:09", "done")


NOT_JUDGED = [("First sign not said", "no grade yet")]


def test_the_dose_goes_on_being_counted_until_then() -> None:
    chair = in_step_9()
    assert view(chair).facts[0].head.note == "step 9, 16:00 in"
    assert pairs(chair) == [
        ("Given in step 9", "4.233 mg"),
        ("Given, if still running, by now", "7.381 mg"),
        ("Of the target", "1.845 %"),
        *NOT_JUDGED,
    ]
    chair.do(ReportPumpStopped())
    assert pairs(chair)[1] == ("Given so far", "7.381 mg")


def test_before_any_drug_and_before_the_plan() -> None:
    first = called(courses.first_bag())
    assert pairs(first) == [("Given so far", "0 mg"), ("Of the target", "0 %"), *NOT_JUDGED]
    assert view(first).order.rows[0].sub == "No drug has run"
    assert [card.head.title for card in view(called(courses.opened())).facts] == ["Grade"]


def test_the_ways_on_say_what_they_lead_to() -> None:
    chair = in_step_9()
    following = view(chair).next
    assert following is not None
    assert [(each.intent, bool(each.blocked_reason)) for each in following.actions] == [
        ("resume", True),
        ("entered_in_error", False),
        ("stop_today", False),
    ]
    assert following.actions[1].sub == "Pump never stopped: the step goes on"
    goes_on = chair.copy()
    goes_on.do(EnterReactionInError(reason="a cough"))
    assert type(goes_on.session.stage).__name__ == "Stepping"
    chair.do(ReportPumpStopped())
    following = view(chair).next
    assert following is not None
    assert following.actions[1].sub == "The pump is stopped: a fresh check before going on"
    chair.do(EnterReactionInError(reason="a cough"))
    assert type(chair.session.stage).__name__ == "Paused"
    observed = view(called(courses.observing())).next
    assert observed is not None
    assert observed.actions[1].sub == "Back to where the session stood"
