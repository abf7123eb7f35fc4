"""The short forms: what each asks, and the command that handing it in means."""

from __future__ import annotations

import pytest

from desens_gui.domain.commands.check import RecordMedication, RecordNote
from desens_gui.domain.commands.ending import ReportBagEmpty, StopToday
from desens_gui.domain.commands.every import Command
from desens_gui.domain.commands.parts import ClosePart
from desens_gui.domain.commands.pump import ReportIvSite
from desens_gui.domain.commands.reaction import CallReaction, EnterReactionInError
from desens_gui.domain.commands.setup import SetPolicy
from desens_gui.domain.events.ending import Ending, Transfer
from desens_gui.domain.events.parts import Leaving
from desens_gui.domain.events.pump import IvSite
from desens_gui.domain.events.step import PauseReason
from desens_gui.domain.recorded import PROGRAM
from desens_gui.views.entry.forms import FormReader
from desens_gui.views.entry.orders import read_order
from desens_gui.views.panels import panel, panel_parts
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.panel import PanelView
from desens_gui.views.place import PANELS
from desens_gui.wording.early_signs import EARLY_SIGNS
from tests import courses
from tests.driving import Chair, default_policy
from tests.views.at_chair import courses_of, form, scene_of


def view(name: str, draft: FormDraft | None = None, chair: Chair | None = None) -> PanelView:
    chair = chair or courses.at_step(9)
    return panel(scene_of(chair), name, courses_of(chair), draft or FormDraft(), {}, "")


def read(name: str, draft: FormDraft, chair: Chair | None = None) -> Command | dict[str, str]:
    """The command, or what could not be read."""
    reader = FormReader(scene_of(chair or courses.at_step(9)), draft)
    return read_order(reader, f"confirm:{name}") or reader.problems


@pytest.mark.parametrize("name", PANELS)
def test_every_form_keeps_the_live_patient_and_a_way_back(name: str) -> None:
    shown = view(name)
    assert shown.live.timer.head.title == "Step 9 of 12"
    assert (shown.back.intent, shown.back.key) == ("back", "Esc")
    assert shown.head.title
    if shown.confirm is not None:
        assert shown.confirm.intent == f"confirm:{name}"
        assert (shown.confirm.key, shown.confirm.kind) == ("F2", "primary")


@pytest.mark.parametrize("name", ["note", "stop_today"])
def test_a_form_may_stand_before_there_is_a_plan(name: str) -> None:
    chair = courses.opened()
    chair.do(SetPolicy(policy=default_policy()), PROGRAM)
    assert view(name, chair=chair).live.timer.head.title == "No plan yet"


def test_a_name_that_is_no_form() -> None:
    with pytest.raises(KeyError):
        panel_parts(scene_of(courses.at_step(9)), "bedside", FormDraft(), {})


def test_what_was_refused_stands_in_the_form() -> None:
    shown = panel(scene_of(courses.at_step(9)), "note", (), FormDraft(), {"note:text": "Empty."}, "No.")
    assert (shown.problem, shown.fields[0].words) == ("No.", "Empty.")


def test_a_pause_is_one_tap_and_says_to_stop_the_pump() -> None:
    shown = view("pause")
    assert (shown.lead, shown.urgent) == ("STOP THE PUMP. Then tap the reason.", True)
    reasons = [each for each in PauseReason if each is not PauseReason.FOUND_STOPPED]
    assert [each.intent for each in shown.options] == [f"pause:{reason.value}" for reason in reasons]
    assert [each.key for each in shown.options] == [str(n) for n in range(1, len(reasons) + 1)]
    assert shown.confirm is None


def test_an_early_sign_is_one_tap_and_the_step_goes_on() -> None:
    shown = view("early_sign")
    assert [each.intent for each in shown.options] == [f"early_sign:{code}" for code in EARLY_SIGNS]
    assert [each.label for each in shown.options][:2] == ["Throat clearing", "Light cough"]
    assert shown.text.endswith("If in doubt: REACTION.")


def test_the_iv_site_shows_no_earlier_answer_for_the_present() -> None:
    chair = courses.at_step(9)
    chair.wait(3600)
    assert view("iv_site", chair=chair).text == "Last seen 13:04."
    assert not any(each.chosen for each in view("iv_site", chair=chair).choices[0].options)
    chair.do(ReportIvSite(site=IvSite.CHANGED))
    options = view("iv_site", chair=chair).choices[0].options
    assert [each.label for each in options if each.chosen] == ["Changed"]
    assert view("iv_site", chair=courses.first_bag()).text == ""


class TestStopToday:
    def test_one_of_the_closed_list_is_chosen(self) -> None:
        shown = view("stop_today")
        assert [each.code for each in shown.choices[0].options] == [
            each.value for each in Ending if each is not Ending.COMPLETED
        ]
        assert shown.confirm is not None
        assert shown.confirm.blocked_reason == "Not yet. Choose how it ends."
        assert shown.text == "Any ending but “Completed” reads: Not desensitized: full dose unsafe."

    def test_stopping_the_pump_comes_first(self) -> None:
        assert view("stop_today").lead == "STOP THE PUMP"
        assert view("stop_today", chair=courses.first_bag()).lead == ""
        assert view("stop_today", form(ending="transferred")).lead == ""

    def test_words_are_optional(self) -> None:
        shown = view("stop_today", form(ending="died"))
        assert [field.code for field in shown.fields] == ["stop:words"]
        assert shown.confirm is not None
        assert shown.confirm.blocked_reason == ""
        draft = form({"stop:words": " tired "}, ending="stopped_patient_wish")
        assert read("stop_today", draft) == StopToday(ending=Ending.STOPPED_PATIENT_WISH, words="tired")

    def test_a_transfer_says_where_to_whom_and_what_the_pump_and_line_do(self) -> None:
        shown = view("stop_today", form(ending="transferred"))
        assert [each.code for each in shown.choices] == ["ending", "transfer:pump"]
        assert [each.name for each in shown.fields] == ["Where to", "To whom", "What the line still holds"]
        assert shown.confirm is not None
        assert shown.confirm.blocked_reason == "Not yet. Say whether the pump runs at the transfer."
        texts = {
            "transfer:where": "ICU",
            "transfer:to_whom": "Dr B",
            "transfer:line_content": "bag 3",
        }
        ready = form(texts, ending="transferred", **{"transfer:pump": "running"})
        confirm = view("stop_today", ready).confirm
        assert confirm is not None
        assert confirm.blocked_reason == ""
        assert read("stop_today", ready) == StopToday(
            ending=Ending.TRANSFERRED,
            transfer=Transfer(where="ICU", to_whom="Dr B", pump_running=True, line_content="bag 3"),
        )

    def test_what_nobody_answered_is_not_taken_for_an_answer(self) -> None:
        assert read("stop_today", form()) == {"ending": "Choose how it ends."}
        problems = read("stop_today", form(ending="transferred"))
        assert isinstance(problems, dict)
        assert problems["transfer:pump"] == "Say whether the pump runs at the transfer."
        assert problems["transfer:where"] == "Where to: nothing was entered."


class TestNote:
    def test_a_note(self) -> None:
        shown = view("note")
        assert [field.code for field in shown.fields] == ["note:text", "note:time"]
        assert [each.label for each in shown.choices[0].options if each.chosen] == ["Note"]
        assert read("note", form({"note:text": "slept"})) == RecordNote(text="slept")
        assert read("note", form()) == {"note:text": "Note: nothing was entered."}

    def test_a_medication(self) -> None:
        shown = view("note", form(**{"note:kind": "medication"}))
        assert [field.code for field in shown.fields] == ["note:drug", "note:dose", "note:route", "note:time"]
        assert shown.text == "Readings from before a medication do not unlock going up."
        texts = {"note:drug": "cetirizine", "note:dose": "10 mg", "note:route": "oral", "note:time": "13:00"}
        command = read("note", form(texts, **{"note:kind": "medication"}))
        assert isinstance(command, RecordMedication)
        assert (command.drug, command.dose, command.route) == ("cetirizine", "10 mg", "oral")
        assert command.at is not None
        problems = read("note", form({"note:time": "1 pm"}, **{"note:kind": "medication"}))
        assert isinstance(problems, dict)
        assert list(problems) == ["note:time", "note:drug", "note:dose", "note:route"]


def test_entered_in_error_needs_its_reason() -> None:
    chair = courses.at_step(9)
    chair.do(CallReaction())
    assert [field.code for field in view("entered_in_error", chair=chair).fields] == ["error:reason"]
    assert read("entered_in_error", form({"error:reason": "a cough"})) == EnterReactionInError(
        reason="a cough"
    )
    assert read("entered_in_error", form()) == {"error:reason": "Reason: nothing was entered."}


def test_an_empty_bag_may_have_been_empty_earlier() -> None:
    shown = view("bag_empty")
    assert [field.code for field in shown.fields] == ["empty:time", "empty:reason"]
    assert shown.confirm is not None
    assert shown.confirm.label == "Bag 3 is empty"
    assert read("bag_empty", form({"empty:reason": " leak "})) == ReportBagEmpty(reason="leak")
    earlier = read("bag_empty", form({"empty:time": "13:00"}))
    assert isinstance(earlier, ReportBagEmpty)
    assert earlier.at is not None


def test_going_on_elsewhere_asks_how_and_only_what_that_needs() -> None:
    unanswered = view("move")
    assert unanswered.confirm is not None
    assert unanswered.confirm.blocked_reason == "Not yet. Choose how it goes on."
    assert unanswered.fields == ()
    for how, codes in (("copy", ["move:to", "move:folder"]), ("continued", ["move:to", "move:code"])):
        shown = view("move", form(**{"move:how": how}))
        assert [each.code for each in shown.fields] == codes
        assert shown.confirm is not None
        assert shown.confirm.blocked_reason == ""


def test_that_it_goes_on_there_already_is_a_command_and_a_copy_is_not() -> None:
    typed = form({"move:to": "ward-7", "move:code": "312-8A31-77F0"}, **{"move:how": "continued"})
    assert read("move", typed) == ClosePart(why=Leaving.CONTINUED, to="ward-7", code="312-8A31-77F0")
    missing = read("move", form(**{"move:how": "continued"}))
    assert isinstance(missing, dict)
    assert set(missing) == {"move:to", "move:code"}


def test_the_way_to_it_is_beside_the_endings() -> None:
    assert [each.intent for each in view("stop_today").options] == ["move"]


def test_a_session_is_taken_over_only_once_its_file_was_looked_into() -> None:
    intents = [each.intent for each in view("take_over", chair=courses.set_up()).options]
    assert intents == ["take_over:choose"]
    shown = view("take_over", form({"take:file": " /u/x.desens "}))
    assert shown.confirm is not None
    assert (shown.confirm.label, shown.confirm.blocked_reason) == ("Look into the file", "")
    looked = {"take:file": "/u/x.desens", "take:said": "OKAFOR.", "take:said_of": "/u/x.desens"}
    shown = view("take_over", form(looked))
    assert (shown.lead, [each.code for each in shown.fields]) == ("OKAFOR.", ["take:file", "take:by"])
    assert shown.confirm is not None
    assert shown.confirm.blocked_reason == "Not yet. Say what became of the other workstation."
    shown = view("take_over", form(looked, **{"take:other": "off"}))
    assert shown.confirm is not None
    assert (shown.confirm.label, shown.confirm.blocked_reason) == ("Take over here", "")
    another = view("take_over", form({**looked, "take:file": "/u/y.desens"}))
    assert another.lead == "", "what was said was of another file"
    empty = view("take_over")
    assert empty.confirm is not None
    assert empty.confirm.blocked_reason == "Not yet. Choose the file."
