"""Did the pump run? Each answer shows the dose that accepting it really gives."""

from __future__ import annotations

from typing import Any

import pytest

from desens_gui.domain.commands.pump import ReportPumpStopped
from desens_gui.domain.commands.restart import AnswerAway
from desens_gui.domain.prescribing import OrderFor
from desens_gui.views.entry.away import read_away
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.restart import AwayAnswerView, RestartView
from desens_gui.views.restart import restart
from desens_gui.wording import numbers
from tests import courses
from tests.driving import Chair
from tests.views.at_chair import away, form, scene_of

CHOSEN = {"pump_now": "running"}


def view(chair: Chair, draft: FormDraft | None = None, refused: dict[str, str] | None = None) -> RestartView:
    gone = chair.session.away
    assert gone is not None
    return restart(scene_of(chair), gone, draft or FormDraft(), {}, refused or {})


def answer(chair: Chair, code: str, draft: FormDraft | None = None) -> AwayAnswerView:
    return next(each for each in view(chair, draft).answers if each.code == code)


def gone_for(seconds: float = 192) -> Chair:
    chair = courses.at_step(9)
    chair.wait(400)
    return away(chair, seconds)


def test_four_answers_with_their_keys_and_fields() -> None:
    shown = view(gone_for())
    assert (shown.head.title, shown.head.note) == (
        "Did the pump run?",
        "Look at the pump, not at this screen",
    )
    assert [(each.key, each.code, each.title) for each in shown.answers] == [
        ("1", "ran", "Ran all the time at 10 mL/h"),
        ("2", "stopped_at", "Stopped at"),
        ("3", "keep_open", "Went to keep-open rate"),
        ("4", "not_sure", "Not sure"),
    ]
    assert [[field.code for field in each.fields] for each in shown.answers] == [
        [],
        ["stopped_at"],
        ["keep_open_rate", "keep_open_since"],
        ["total_volume"],
    ]
    assert not any(each.chosen for each in shown.answers)
    assert shown.answers[1].sub == "Time from the pump, not before 13:10:40"


def test_what_each_answer_would_give_before_anything_is_typed() -> None:
    said = [(each.result, each.result_note) for each in view(gone_for()).answers]
    assert said == [
        ("5.758 mg", "step 9: 09:52 of 15:00"),
        ("4.912 mg or more", "by the time you type"),
        ("4.912 mg or more", "by rate and time"),
        ("4.912 to 5.758 mg", "shown as a range"),
    ]


ANSWERS: list[tuple[str, dict[str, str], dict[str, str]]] = [
    ("ran", {"pump_rate": "10"}, {"pump_now": "running"}),
    ("ran", {}, {"pump_now": "stopped"}),
    ("stopped_at", {"stopped_at": "13:11:30"}, {"pump_now": "stopped"}),
    ("stopped_at", {"stopped_at": "13:12", "pump_rate": "10"}, {"pump_now": "running"}),
    ("keep_open", {"keep_open_rate": "1", "keep_open_since": "13:12"}, {"pump_now": "stopped"}),
    (
        "keep_open",
        {"keep_open_rate": "0.5", "keep_open_since": "13:12", "pump_rate": "10"},
        {"pump_now": "running"},
    ),
    ("not_sure", {}, {"pump_now": "stopped"}),
    ("not_sure", {"total_volume": "1.4", "pump_rate": "10"}, {"pump_now": "running"}),
    ("not_sure", {"total_volume": "1.4"}, {"pump_now": "stopped"}),
    (
        "not_sure",
        {"order:by": "Dr Haas", "pump_rate": "10"},
        {"pump_now": "running", "order:taken": "telephone", "order:read_back": "yes"},
    ),
]


@pytest.mark.parametrize("reboot", [False, True])
@pytest.mark.parametrize(("code", "texts", "chosen"), ANSWERS, ids=str)
def test_the_dose_shown_is_the_one_that_accepting_gives(
    code: str, texts: dict[str, str], chosen: dict[str, str], reboot: bool
) -> None:
    chair = courses.at_step(9)
    chair.wait(400)
    away(chair, 192, reboot=reboot)
    chair.wait(7)
    draft = FormDraft(texts=texts, chosen={"meanwhile": code, **chosen})
    shown = answer(chair, code, draft)
    assert shown.chosen
    command = read_away(scene_of(chair), draft).command
    assert command is not None
    chair.do(command)
    low, high = chair.given, chair.given_at_most
    expected = numbers.amount(low)
    if low != high:
        expected = f"{numbers.number(low)} to {numbers.amount(high)}"
    assert shown.result == expected


def test_a_stop_that_was_reported_since_ends_what_can_have_run() -> None:
    chair = gone_for()
    chair.do(ReportPumpStopped(at=chair.ago(60)))
    assert answer(chair, "stopped_at").result == "4.912 mg or more"
    shown = answer(chair, "ran")
    draft = form(meanwhile="ran", pump_now="stopped")
    command = read_away(scene_of(chair), draft).command
    assert isinstance(command, AnswerAway)
    chair.do(command)
    assert shown.result == numbers.amount(chair.given)


@pytest.mark.parametrize(
    ("code", "texts", "note"),
    [
        ("stopped_at", {"stopped_at": "noon"}, "by the time you type"),
        ("stopped_at", {"stopped_at": "12:00"}, "by the time you type"),
        ("keep_open", {"keep_open_rate": "1"}, "by rate and time"),
        ("not_sure", {"total_volume": "999"}, "by the pump's total volume"),
        ("not_sure", {"total_volume": "much"}, "by the pump's total volume"),
    ],
)
def test_an_answer_that_cannot_be_says_only_the_least(code: str, texts: dict[str, str], note: str) -> None:
    shown = answer(gone_for(), code, form(texts, meanwhile=code))
    assert (shown.result, shown.result_note) == ("4.912 mg or more", note)


def test_an_order_is_asked_for_only_where_nobody_knows_and_the_pump_runs() -> None:
    chair = gone_for()
    unknown = view(chair, form(meanwhile="not_sure")).order
    assert unknown is not None
    assert unknown.title == "Prescriber order: go on without knowing what the pump gave"
    assert (unknown.by.code, unknown.taken.code, unknown.read_back.code) == (
        "order:by",
        "order:taken",
        "order:read_back",
    )
    assert view(chair, form(meanwhile="not_sure", pump_now="stopped")).order is None
    assert view(chair, form({"total_volume": "1.4"}, meanwhile="not_sure")).order is None
    assert view(chair, form(meanwhile="ran")).order is None


def test_what_the_pump_shows_now_is_typed() -> None:
    now = view(gone_for(), form({"pump_rate": "1O"}, pump_now="running")).pump_now
    assert (now.title, now.sub) == ("The pump shows now", "Typed from the pump, never ticked")
    assert (now.rate.code, now.rate.text) == ("pump_rate", "1O")
    assert [(each.label, each.chosen) for each in now.choice.options] == [
        ("Running", True),
        ("Stopped", False),
    ]


def test_what_was_last_known() -> None:
    known = view(gone_for()).last_known
    assert (known.head.title, known.head.note) == ("Step 9 of 12", "last seen running 13:10:40")
    assert [(fact.label, fact.value, fact.detail) for fact in known.facts] == [
        ("Last known rate", "10 mL/h", ""),
        ("Bag hanging", "Bag 3", "1.587 mg/mL"),
        ("Given at 13:10:40", "4.912 mg", ""),
    ]
    assert (known.timer.text, known.timer.caption) == ("05:08", "if it ran")


def test_patient_and_site_are_looked_at_and_the_record_was_read_back() -> None:
    shown = view(gone_for())
    assert shown.look is not None
    assert [row.state for row in shown.look.rows] == ["instruction", "instruction"]
    assert shown.record is not None
    assert [(line.strong, line.text) for line in shown.record.lines] == [
        ("Record read back", "70 entries, chain unbroken")
    ]
    refused = view(gone_for(), refused={"answer_away": "No."}).record
    assert refused is not None
    assert (refused.lines[0].strong, refused.lines[0].text) == ("Not accepted", "No.")


class TestReading:
    """The answer as typed."""

    def read(self, texts: dict[str, str] | None = None, **chosen: str) -> Any:
        return read_away(scene_of(gone_for()), form(texts, **chosen))

    def test_both_questions_are_answered_one_after_the_other(self) -> None:
        assert self.read().missing == "Choose what the pump did meanwhile."
        assert self.read(meanwhile="ran").missing == "Say what the pump shows now: running or stopped."

    def test_the_rate_is_typed_when_the_pump_runs(self) -> None:
        entry = self.read(meanwhile="ran", pump_now="running")
        assert entry.command is None
        assert list(entry.problems) == ["pump_rate"]

    @pytest.mark.parametrize(
        ("code", "fields"),
        [
            ("stopped_at", ["stopped_at"]),
            ("keep_open", ["keep_open_since", "keep_open_rate"]),
        ],
    )
    def test_what_an_answer_needs_is_named_at_its_field(self, code: str, fields: list[str]) -> None:
        entry = self.read(meanwhile=code, pump_now="stopped")
        assert entry.command is None
        assert list(entry.problems) == fields
        assert entry.problems[fields[0]].endswith("nothing was entered.")

    def test_an_order_comes_with_not_knowing(self) -> None:
        texts = {"order:by": "Dr Haas", "pump_rate": "10"}
        chosen = {"order:taken": "in_person", "order:read_back": "yes"}
        entry = self.read(texts, meanwhile="not_sure", pump_now="running", **chosen)
        assert entry.command.order.purpose is OrderFor.GO_ON_AFTER_AWAY
        half = self.read({"order:by": "Dr Haas", "pump_rate": "10"}, meanwhile="not_sure", pump_now="running")
        assert list(half.problems) == ["order:taken"]
