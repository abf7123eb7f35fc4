"""Paused: since when, why, and what going on needs; and the order form that a long pause asks for."""

from __future__ import annotations

from desens_gui.domain.commands.pump import ReportPumpStopped
from desens_gui.domain.commands.setup import RecordOrder
from desens_gui.domain.commands.step import Pause
from desens_gui.domain.events.step import PauseReason
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.stage import Paused
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.paused import PausedView
from desens_gui.views.paused import paused
from desens_gui.views.pump_entry import Problems
from tests import courses
from tests.driving import Chair, order
from tests.views.at_chair import by_code, courses_of, form, scene_of, states


def view(
    chair: Chair,
    draft: FormDraft | None = None,
    problems: Problems | None = None,
    refused: dict[str, str] | None = None,
) -> PausedView:
    stage = chair.session.stage
    assert isinstance(stage, Paused)
    scene = scene_of(chair)
    return paused(scene, stage, courses_of(chair), draft or FormDraft(), problems or {}, refused or {})


def asked() -> Chair:
    chair = courses.at_step(9)
    chair.wait(60)
    chair.do(Pause(reason=PauseReason.TOILET))
    chair.wait(20)
    return chair


def stopped() -> Chair:
    chair = asked()
    chair.do(ReportPumpStopped())
    return chair


def test_until_the_stop_is_reported_the_pump_counts_as_running() -> None:
    shown = view(asked(), refused={"pump_stopped": "No."})
    assert (shown.clock.label, shown.clock.clock, shown.clock.tone) == (
        "Pump not confirmed stopped",
        "00:20",
        "high",
    )
    assert states(shown.order.rows) == [
        ("pump_stopped", "current"),
        ("check", "to_come"),
        ("resume", "to_come"),
    ]
    row = by_code(shown.order.rows)["pump_stopped"]
    assert (row.sub, row.problem) == ("Stop the pump, then say what it shows", "No.")
    assert [field.code for field in row.fields] == ["stop_time"]


def test_why_how_long_and_how_much() -> None:
    shown = view(stopped())
    assert [(pair.label, pair.value) for pair in shown.facts[0].pairs] == [
        ("Reason", "Toilet"),
        ("Step 9 of 12", "13:40 left of 15:00"),
        ("Given so far", "3.501 mg"),
    ]
    assert (shown.given, shown.planned, len(shown.ladder.rows)) == ("given mg", "plan mg", 12)


def test_then_a_check_then_the_resume() -> None:
    chair = stopped()
    assert [state for _, state in states(view(chair).order.rows)] == ["done", "current", "to_come"]
    chair.wait(1)
    chair.check()
    shown = view(chair, refused={"resume": "No."})
    assert [state for _, state in states(shown.order.rows)] == ["done", "done", "current"]
    row = by_code(shown.order.rows)["resume"]
    assert (row.number, row.title, row.sub, row.problem) == (
        "3",
        "Resume step 9 at 10 mL/h",
        "Its minutes go on from where they stopped",
        "No.",
    )


def test_after_half_an_hour_an_order_stands_between() -> None:
    chair = stopped()
    chair.wait(31 * 60)
    assert states(view(chair).order.rows) == [
        ("pump_stopped", "done"),
        ("check", "current"),
        ("order", "to_come"),
        ("order_read_back", "to_come"),
        ("resume", "to_come"),
    ]
    chair.check()
    shown = view(chair)
    assert [state for _, state in states(shown.order.rows)] == [
        "done",
        "done",
        "current",
        "current",
        "to_come",
    ]
    assert by_code(shown.order.rows)["resume"].sub == (
        "After so long a pause the step begins again with all its minutes"
    )
    chair.do(RecordOrder(order=order(OrderFor.RESUME_AFTER_LONG_PAUSE)))
    assert [code for code, _ in states(view(chair).order.rows)] == ["pump_stopped", "check", "resume"]


def test_the_order_form_shows_what_was_typed_chosen_and_wrong() -> None:
    chair = stopped()
    chair.wait(31 * 60)
    chosen = {"order:taken": "telephone", "order:read_back": "yes"}
    draft = FormDraft(texts={"order:by": "Dr Haas"}, chosen=chosen)
    rows = by_code(view(chair, draft, {"order:taken": "How?"}).order.rows)
    first, second = rows["order"], rows["order_read_back"]
    assert (first.fields[0].text, first.problem) == ("Dr Haas", "How?")
    assert first.choice is not None
    assert second.choice is not None
    assert [(each.label, each.chosen) for each in first.choice.options] == [
        ("In person", False),
        ("Telephone", True),
        ("My own order", False),
    ]
    assert [(each.label, each.chosen) for each in second.choice.options] == [
        ("Read back", True),
        ("Not read back", False),
    ]
    assert second.action is not None
    assert second.action.intent == "take_order"
    assert by_code(view(chair, form(), {}, {"take_order": "No."}).order.rows)["order"].problem == "No."
