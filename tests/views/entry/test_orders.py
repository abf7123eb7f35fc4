"""The forms of pump, bag and order as typed: one command, or a sentence for each field."""

from __future__ import annotations

import pytest

from desens_gui.domain.commands.ending import EndSession, StopToday
from desens_gui.domain.commands.every import Command
from desens_gui.domain.commands.pump import (
    DoubleCheckBag,
    ReadLabel,
    ReportConnected,
    ReportPumpRunning,
    ReportPumpStopped,
    ReportRateSet,
)
from desens_gui.domain.commands.setup import RecordOrder
from desens_gui.domain.commands.step import Escalate, Resume
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.prescribing import OrderFor, OrderTaken
from desens_gui.domain.quantities import Rate
from desens_gui.views.entry.forms import FormReader
from desens_gui.views.entry.orders import READS, read_order
from desens_gui.views.parts.draft import FormDraft
from tests import courses
from tests.driving import IDENTIFIER, Chair
from tests.views.at_chair import form, scene_of

LABEL = {
    "identifier": IDENTIFIER,
    "session_id": courses.SESSION_ID,
    "plan_revision": "1",
    "bag": "1",
    "concentration": "0.016",
    "use_before": "23-Nov-2026 06:30",
}
SECOND = {
    "second:rate": "2",
    "second:bag": "1",
    "second:concentration": "0.016",
    "second:identifier_last4": IDENTIFIER[-4:],
}


def read(
    intent: str, draft: FormDraft | None = None, chair: Chair | None = None
) -> tuple[Command | None, dict[str, str]]:
    reader = FormReader(scene_of(chair or courses.first_bag()), draft or FormDraft())
    return read_order(reader, intent), reader.problems


def test_the_rate_of_the_pump_is_typed() -> None:
    assert read("pump_running", form({"pump_rate": "20"}))[0] == ReportPumpRunning(rate_ml_h=Rate(20))
    assert read("rate_set", form({"set_rate": " 2.5 "}))[0] == ReportRateSet(rate_ml_h=Rate.of("2.5"))
    assert read("pump_running")[1] == {
        "pump_rate": "Rate the pump shows: nothing was entered; write for example 12.5."
    }
    assert list(read("rate_set", form({"set_rate": "1,500"}))[1]) == ["set_rate"]


def test_a_stop_is_now_or_at_the_time_typed() -> None:
    assert read("pump_stopped")[0] == ReportPumpStopped()
    command, _ = read("pump_stopped", form({"stop_time": "10:59"}))
    assert isinstance(command, ReportPumpStopped)
    assert command.at is not None
    assert read("pump_stopped", form({"stop_time": "now"}))[1] == {
        "stop_time": "“now” is not a time; write for example 10:42."
    }


def bag_ready() -> Chair:
    chair = courses.first_bag()
    chair.do(ReportRateSet(rate_ml_h=courses.told_rate(chair, 1)))
    return chair


def test_a_label_as_it_stands_on_the_bag_is_taken() -> None:
    chair = bag_ready()
    command, problems = read("label_read", form(LABEL), chair)
    assert problems == {}
    assert isinstance(command, ReadLabel)
    chair.do(command)
    assert isinstance(read("connected", None, chair)[0], ReportConnected)


def test_a_label_that_expires_before_its_last_minute_is_refused() -> None:
    chair = bag_ready()
    for use_before in ("11:30", "21-Nov-2026 23:00"):
        command, _ = read("label_read", form({**LABEL, "use_before": use_before}), chair)
        assert command is not None
        assert [type(reason).__name__ for reason in chair.refused(command)] == ["BagExpired"]


@pytest.mark.parametrize(("field", "text"), [*((code, "") for code in LABEL), ("bag", "1.5"), ("bag", "one")])
def test_every_value_of_the_label_is_needed(field: str, text: str) -> None:
    command, problems = read("label_read", form({**LABEL, field: text}))
    assert command is None
    assert list(problems) == [field]


@pytest.mark.parametrize("field", SECOND)
def test_every_value_of_the_second_reading_is_needed(field: str) -> None:
    command, problems = read("double_check", form(SECOND))
    assert isinstance(command, DoubleCheckBag)
    assert problems == {}
    command, problems = read("double_check", form({**SECOND, field: ""}))
    assert command is None
    assert list(problems) == [field]


@pytest.mark.parametrize("intent", ["label_read", "connected", "double_check"])
def test_what_belongs_to_a_bag_change_is_nothing_elsewhere(intent: str) -> None:
    assert read(intent, form({**LABEL, **SECOND}), courses.at_step(9)) == (None, {})


def test_an_intent_that_is_none_of_these() -> None:
    assert read("go_up") == (None, {})
    assert "go_up" not in READS


def test_a_resume_is_one_key() -> None:
    assert read("resume")[0] == Resume()


class TestOrder:
    FILLED = FormDraft(
        texts={"order:by": "Dr Haas"}, chosen={"order:taken": "telephone", "order:read_back": "yes"}
    )

    def test_an_order_is_for_going_on_after_a_long_pause(self) -> None:
        command, problems = read("take_order", self.FILLED)
        assert problems == {}
        assert isinstance(command, RecordOrder)
        order = command.order
        assert (order.purpose, order.by) == (OrderFor.RESUME_AFTER_LONG_PAUSE, "Dr Haas")
        assert (order.taken, order.read_back) == (OrderTaken.TELEPHONE, True)

    def test_what_is_missing_is_asked_not_assumed(self) -> None:
        assert read("take_order")[1] == {"order:by": "Prescriber: nothing was entered."}
        assert read("take_order", form({"order:by": "Dr Haas"}))[1] == {
            "order:taken": "Order: say how it was given, in person or by telephone."
        }
        telephone = form(**{"order:taken": "telephone"})
        assert read("take_order", telephone)[1] == {"order:by": "Prescriber: nothing was entered."}

    def test_an_order_that_was_not_read_back_is_refused_by_the_rules(self) -> None:
        draft = FormDraft(texts={"order:by": "Dr Haas"}, chosen={"order:taken": "in_person"})
        command, _ = read("take_order", draft)
        assert command is not None
        chair = courses.first_bag()
        assert [type(reason).__name__ for reason in chair.refused(command)] == ["OrderNotReadBack"]


def test_a_session_ends_as_it_was_called_else_as_completed() -> None:
    stopping = courses.at_step(9)
    stopping.do(StopToday(ending=Ending.EVACUATED))
    assert read("finish", None, stopping)[0] == EndSession(ending=Ending.EVACUATED)
    stopping.do(ReportPumpStopped())
    named = form({"cut_short_by": " Dr Haas "})
    assert read("finish", named, stopping)[0] == EndSession(ending=Ending.EVACUATED, cut_short_by="Dr Haas")
    assert read("finish", None, courses.observing())[0] == EndSession(ending=Ending.COMPLETED)
    going_up = courses.ready(9)
    going_up.do(Escalate())
    assert read("finish", None, going_up)[0] == EndSession(ending=Ending.COMPLETED)
