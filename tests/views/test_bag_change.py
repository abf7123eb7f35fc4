"""Hanging a bag: the rows in the order of SAFETY S3, the blind second reading, the IV site."""

from __future__ import annotations

import pytest

from desens_gui.course.so_far import course_of
from desens_gui.domain.commands.pump import (
    DoubleCheckBag,
    ReadLabel,
    ReportConnected,
    ReportIvSite,
    ReportPumpRunning,
    ReportPumpStopped,
    ReportRateSet,
)
from desens_gui.domain.commands.setup import RecordOrder
from desens_gui.domain.commands.step import Escalate
from desens_gui.domain.events.pump import IvSite
from desens_gui.domain.policy import Connection
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.stage import ChangingBag
from desens_gui.system.symptoms import load_symptoms
from desens_gui.views.bag_change import bag_change
from desens_gui.views.ladder import ladder
from desens_gui.views.parts.bag_change import BagChangeView
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.pump_entry import Problems
from desens_gui.views.shown import Typed, frame_view, screen_view
from tests import courses
from tests.driving import Chair, order
from tests.views.at_chair import by_code, form, scene_of, states
from tests.views.setup_views import words_of

STEPS = {1: ("1", "2", "3", "4"), 3: ("9", "10", "11", "12")}
SECRET = {1: ("0.016", "4 mg in"), 3: ("1.587", "396.852", "15.874 mg/h", "63.496")}
"""The strength of the new bag, and what gives it away."""
RATES = {1: ("2 mL/h", "4 mg"), 3: ("10 mL/h",)}


def view(
    chair: Chair,
    draft: FormDraft | None = None,
    problems: Problems | None = None,
    refused: dict[str, str] | None = None,
) -> BagChangeView:
    change = chair.session.stage
    assert isinstance(change, ChangingBag)
    return bag_change(scene_of(chair), change, draft or FormDraft(), problems or {}, refused or {})


def to_bag_3() -> Chair:
    chair = courses.ready(8)
    chair.do(Escalate())
    return chair


def label_read() -> Chair:
    chair = to_bag_3()
    chair.do(ReportPumpStopped())
    chair.do(ReportRateSet(rate_ml_h=courses.told_rate(chair, 9)))
    chair.do(ReadLabel(label=courses.label(chair, 3)))
    return chair


def first_label_read() -> Chair:
    chair = courses.first_bag()
    chair.do(ReportRateSet(rate_ml_h=courses.told_rate(chair, 1)))
    chair.do(ReadLabel(label=courses.label(chair, 1)))
    return chair


def read_twice(chair: Chair) -> Chair:
    chair.do(ReportConnected(connection=Connection.OWN_SET, primed_with_bag=3))
    chair.wait(60)
    chair.do(DoubleCheckBag(reading=courses.bag_reading(chair, 3, 9)))
    return chair


def all_shown(chair: Chair, name: str) -> str:
    """Every word of the screen of that name and of the frame around it."""
    scene, typed = scene_of(chair), Typed()
    steps = course_of(chair.records).steps(scene.now_ns)
    return words_of((screen_view(scene, name, steps, load_symptoms(), typed), frame_view(scene, name, typed)))


ALL = ["pump_stopped", "rate_set", "label", "connected", "double_check", "running"]


def marks(chair: Chair) -> str:
    shown = states(view(chair).order.rows)
    assert [code for code, _ in shown] == ALL
    return "".join({"done": "d", "current": "C", "to_come": "-"}[state] for _, state in shown)


def test_the_rows_are_done_in_order_and_one_is_current() -> None:
    chair = to_bag_3()
    assert marks(chair) == "C-----"
    assert view(chair).order.head.note == "0 of 6 done"
    chair.do(ReportPumpStopped())
    assert marks(chair) == "dC----"
    chair.do(ReportRateSet(rate_ml_h=courses.told_rate(chair, 9)))
    assert marks(chair) == "ddC---"
    chair.do(ReadLabel(label=courses.label(chair, 3)))
    assert marks(chair) == "dddC--"
    chair.do(ReportConnected(connection=Connection.OWN_SET, primed_with_bag=3))
    assert marks(chair) == "ddddC-"
    chair.wait(60)
    chair.do(DoubleCheckBag(reading=courses.bag_reading(chair, 3, 9)))
    assert marks(chair) == "ddddd-", "the IV site is still to be seen"
    chair.do(ReportIvSite(site=IvSite.WELL))
    assert marks(chair) == "dddddC"
    assert view(chair).order.head.note == "5 of 6 done"
    chair.do(ReportPumpRunning(rate_ml_h=courses.told_rate(chair, 9)))


def test_only_the_current_row_takes_anything() -> None:
    chair = to_bag_3()
    rows = by_code(view(chair).order.rows)
    assert [field.code for field in rows["pump_stopped"].fields] == ["stop_time"]
    assert rows["pump_stopped"].action is not None
    assert rows["pump_stopped"].action.label == "The pump shows STOPPED"
    assert all(not row.fields and row.action is None for code, row in rows.items() if code != "pump_stopped")
    chair.do(ReportPumpStopped())
    rows = by_code(view(chair).order.rows)
    assert rows["pump_stopped"].sub == "Reported 13:03:00"
    assert rows["pump_stopped"].action is None
    assert [field.code for field in rows["rate_set"].fields] == ["set_rate"]


def test_the_lower_rate_comes_first_and_says_what_it_was() -> None:
    rows = by_code(view(to_bag_3()).order.rows)
    assert rows["rate_set"].title == "New LOWER rate set first: 10 mL/h"
    assert rows["rate_set"].sub == "Was 40 mL/h. Type what the stopped pump shows"
    first = by_code(view(courses.first_bag()).order.rows)
    assert first["rate_set"].title == "Rate set first: 2 mL/h"
    assert first["pump_stopped"].sub == "No drug has run"
    assert first["running"].sub == "This starts step 1 and its 15 min"


def test_a_rate_that_is_not_lower_is_not_called_so() -> None:
    chair = to_bag_3()
    change = chair.session.stage
    assert isinstance(change, ChangingBag)
    other = ChangingBag(from_bag=2, to_bag=3, to_step=12, begun_ns=change.begun_ns)
    rows = by_code(bag_change(scene_of(chair), other, FormDraft(), {}, {}).order.rows)
    assert rows["rate_set"].title == "New rate set first: 80 mL/h"


def test_never_prime_with_the_patient_connected_is_on_every_card() -> None:
    for chair in (courses.first_bag(), to_bag_3()):
        sub = by_code(view(chair).order.rows)["connected"].sub
        assert "Never prime, flush or purge with the patient connected." in sub
        assert "18 mL come from the bag" in sub


def test_the_label_is_read_before_any_of_the_plan_is_shown() -> None:
    chair = to_bag_3()
    chair.do(ReportPumpStopped())
    chair.do(ReportRateSet(rate_ml_h=courses.told_rate(chair, 9)))
    row = by_code(view(chair, form({"bag": "2"}), {"bag": "Wrong."}, {"label": "No."}).order.rows)["label"]
    assert [field.code for field in row.grid] == [
        "identifier",
        "session_id",
        "plan_revision",
        "bag",
        "concentration",
        "use_before",
    ]
    assert (row.grid[3].text, row.grid[3].state, row.grid[3].words) == ("2", "error", "Wrong.")
    assert (row.table, row.problem) == ((), "No.")
    chair.do(ReadLabel(label=courses.label(chair, 3)))
    done = by_code(view(read_twice(chair)).order.rows)["label"]
    assert done.title == "Label of bag 3 read: all values match"
    assert [(pair.label, pair.value) for pair in done.table] == [
        ("Patient", "00482913"),
        ("Bag", "3 of 3, CARBOplatin"),
        ("Concentration", "1.587 mg/mL (396.852 mg in 250 mL)"),
    ]
    assert done.grid == ()


def test_what_was_refused_stands_at_its_row() -> None:
    rows = by_code(view(to_bag_3(), refused=dict.fromkeys(ALL, "No.")).order.rows)
    assert [code for code, row in rows.items() if row.problem] == [
        "pump_stopped",
        "rate_set",
        "label",
        "connected",
        "running",
    ]


def test_the_second_reading_waits_and_hides_the_first_answers() -> None:
    chair = to_bag_3()
    second = view(chair).second
    assert (second.who, second.who_note) == ("No second person", "Reason: one nurse on the ward")
    assert (second.text, second.fields, second.action) == ("After the label is read.", (), None)
    chair = label_read()
    chair.wait(10)
    second = view(chair).second
    assert (second.wait_clock, second.action) == ("00:50", None)
    assert second.wait == "then the same nurse reads pump and label again"
    assert {field.text for field in second.fields} == {""}
    chair.wait(50)
    second = view(chair, refused={"double_check": "Not the same."}).second
    assert (second.wait_clock, second.problem) == ("", "Not the same.")
    assert second.action is not None
    assert second.action.blocked_reason == "Not yet. Connect the new set."
    chair.do(ReportConnected(connection=Connection.OWN_SET, primed_with_bag=3))
    second = view(chair).second
    assert second.action is not None
    assert second.action.blocked_reason == ""
    chair.do(DoubleCheckBag(reading=courses.bag_reading(chair, 3, 9)))
    second = view(chair).second
    assert second.done == "Second reading agrees. Co-sign outstanding."
    assert second.fields == ()


@pytest.mark.requirement("R-S10-1")
@pytest.mark.parametrize("name", ["bag_change", "check", "note", "stop_today"])
@pytest.mark.parametrize("bag", SECRET)
def test_nothing_of_the_first_reading_is_seen_during_the_second(name: str, bag: int) -> None:
    chair = label_read() if bag == 3 else first_label_read()
    shown = all_shown(chair, name)
    rates = RATES if name == "bag_change" else {1: (), 3: ()}  # other steps of the ladder may have the same
    assert [value for value in (*SECRET[bag], *rates[bag]) if value in shown] == []
    rungs = ladder(scene_of(chair), ()).rows
    assert {row.rate for row in rungs if row.step in STEPS[bag]} == {""}
    assert all(row.rate for row in rungs if row.step not in STEPS[bag])
    if bag == 3:
        seen = all_shown(read_twice(chair), name)
        assert "1.587" in seen
        assert "10 mL/h" in seen


def test_the_iv_site_is_asked_anew_at_each_bag() -> None:
    chair = to_bag_3()
    assert not any(option.chosen for option in view(chair).iv_site.choice.options)
    chair.do(ReportIvSite(site=IvSite.NOT_WELL))
    chosen = [option.code for option in view(chair).iv_site.choice.options if option.chosen]
    assert chosen == ["not_well"]


def test_what_the_old_bag_gave_and_why_the_rate_comes_first() -> None:
    old, why = view(to_bag_3()).facts
    assert old.head.title == "Bag 2 ends at the stop"
    assert [(pair.label, pair.value) for pair in old.pairs] == [
        ("Step 8 of 12", "00:00 left of 15:00"),
        ("Step 8 given", "1.6 mg"),
        ("Given so far", "3.148 mg"),
        ("In old line", "18 mL = 2.88 mg"),
    ]
    assert [(line.strong, line.text) for line in why.lines] == [
        ("Bag 3 at 10 mL/h: 15.874 mg/h", "2.48 times step 8, as planned"),
        ("Bag 3 at the old 40 mL/h: 63.496 mg/h", "9.921 times step 8"),
        ("Never prime, flush or purge with the patient connected.", ""),
    ]


def test_the_first_bag_says_what_is_in_it() -> None:
    (facts,) = view(courses.first_bag()).facts
    assert facts.head.title == "Bag 1 of 3"
    assert [pair.value for pair in facts.pairs] == ["4 mg", "250 mL", "9.25 mL", "240.75 mL"]


def test_the_clock_counts_from_what_is_known_of_the_pump() -> None:
    first = courses.first_bag()
    first.wait(42)
    clock = view(first).clock
    assert (clock.label, clock.clock) == ("No drug has run", "00:42")
    chair = to_bag_3()
    chair.wait(42)
    clock = view(chair).clock
    assert (clock.label, clock.clock, clock.tone) == ("Pump not confirmed stopped", "00:42", "acc")
    assert clock.text == "Counted as running at 40 mL/h until you say what the pump shows."
    chair.do(ReportPumpStopped())
    chair.wait(5)
    clock = view(chair).clock
    assert (clock.label, clock.clock, clock.text) == (
        "Pump stopped",
        "00:05",
        "since 13:03:42. No drug is running.",
    )


def test_a_change_of_more_than_half_an_hour_asks_for_an_order() -> None:
    chair = to_bag_3()
    courses.hang(chair)
    chair.wait(31 * 60)
    rows = view(chair).order.rows
    assert states(rows)[5:] == [
        ("order", "current"),
        ("order_read_back", "current"),
        ("running", "to_come"),
    ]
    assert [row.number for row in rows] == list("12345678")
    chair.do(RecordOrder(order=order(OrderFor.RESUME_AFTER_LONG_PAUSE)))
    assert marks(chair) == "dddddC"
