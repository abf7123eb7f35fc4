"""Notes, medication and early signs by the keyboard, with an earlier time; refusals that go again."""

from __future__ import annotations

from desens_gui.domain.events.check import EarlySignSeen, MedicationGiven, NoteRecorded
from desens_gui.domain.events.pump import IvSite, IvSiteSeen
from tests import courses
from tests.driving import MINUTE
from tests.ui.chair import ways
from tests.ui.chair.at_chair import AtChair
from tests.ui.chair.conftest import Begin
from tests.ui.chair.keyboard import ENTER, ESC, F2, F4, F5, F6, SPACE


def noting(begin: Begin) -> AtChair:
    chair = begin(courses.at_step(5))
    chair.wait(10 * MINUTE)
    chair.key(F4)
    return chair


def test_a_note_with_an_earlier_time(begin: Begin) -> None:
    chair = noting(begin)
    assert chair.code == "note:text"
    earlier = chair.clock.now().utc_us - 3 * MINUTE * 1_000_000
    chair.enter("Patient walked to the window")
    chair.enter(ways.clock(earlier))
    chair.again(F2)
    note = chair.events[-1]
    assert isinstance(note, NoteRecorded)
    assert note.text == "Patient walked to the window"
    assert note.at.us // 1_000_000 == earlier // 1_000_000
    assert chair.shown == "bedside"


def test_a_medication_with_an_earlier_time_and_what_it_undoes(begin: Begin) -> None:
    chair = noting(begin)
    chair.choose("Medication given")
    earlier = chair.clock.now().utc_us - MINUTE * 1_000_000
    for code, text in (
        ("note:drug", "diphenhydrAMINE"),
        ("note:dose", "25 mg"),
        ("note:route", "IV"),
        ("note:time", ways.clock(earlier)),
    ):
        chair.tab_to(code)
        chair.enter(text)
    chair.again(F2)
    given = chair.events[-1]
    assert isinstance(given, MedicationGiven)
    assert (given.drug, given.dose, given.route) == ("diphenhydrAMINE", "25 mg", "IV")
    assert given.at.us // 1_000_000 == earlier // 1_000_000


def test_a_note_in_the_future_is_refused_and_stays_as_typed(begin: Begin) -> None:
    chair = noting(begin)
    before = len(chair.events)
    chair.enter("Later")
    chair.enter(ways.clock(chair.clock.now().utc_us + 5 * MINUTE * 1_000_000))
    chair.again(F2)
    assert (len(chair.events), chair.shown) == (before, "note")
    assert "future" in chair.alarm
    assert chair.field("note:text").text() == "Later"


def test_what_is_missing_is_named_at_its_field(begin: Begin) -> None:
    chair = noting(begin)
    before = len(chair.events)
    chair.again(F2)
    assert (len(chair.events), chair.shown) == (before, "note")
    assert "nothing was entered" in chair.alarm
    chair.tab_to("note:text")
    chair.type("x")
    assert "nothing was entered" not in chair.alarm


def test_a_note_begun_is_kept_while_something_else_is_done(begin: Begin) -> None:
    chair = noting(begin)
    chair.type("Half a sent")
    chair.key(ESC)
    assert chair.shown == "bedside"
    chair.key(F6)
    chair.key(F4)
    assert chair.field("note:text").text() == "Half a sent"


def test_an_early_sign_is_one_key_and_one_tap(begin: Begin) -> None:
    chair = begin(courses.at_step(5))
    chair.key(F5)
    assert chair.shown == "early_sign"
    chair.press("5")
    sign = chair.events[-1]
    assert isinstance(sign, EarlySignSeen)
    assert sign.sign == "flushed"
    assert chair.shown == "bedside"


def test_a_refusal_in_the_strip_goes_when_something_else_happens(begin: Begin) -> None:
    chair = begin(courses.ready(5))
    chair.key(F2)
    chair.enter("7")
    assert "must show 10 mL/h" in chair.alarm
    chair.wait(5)
    assert "must show 10 mL/h" in chair.alarm
    chair.wait(31)
    assert "must show 10 mL/h" not in chair.alarm
    assert "must show 10 mL/h" in chair.words_at("pump_rate")  # it stays where it was typed
    chair.field("pump_rate").selectAll()
    chair.enter("8")
    assert "must show 10 mL/h" in chair.alarm
    chair.key(F5)
    assert "must show 10 mL/h" not in chair.alarm
    chair.key(ESC)
    assert "must show 10 mL/h" not in chair.alarm


def test_a_tick_changes_no_text_and_moves_no_cursor(begin: Begin) -> None:
    chair = begin(courses.at_step(5))
    chair.key(F2)
    chair.type("1234")
    field = chair.field("heart_rate")
    field.setCursorPosition(2)
    for _ in range(5):
        chair.wait(0.2)
    assert (field.text(), field.cursorPosition(), chair.focus()) == ("1234", 2, field)
    chair.wait(60)
    assert (field.text(), field.cursorPosition(), chair.focus()) == ("1234", 2, field)
    field.setCursorPosition(1)
    chair.type("9")
    assert (field.text(), field.cursorPosition()) == ("19234", 2)


def test_the_keyboard_is_never_lost(begin: Begin) -> None:
    """focus() fails where nothing, or something hidden, has the keyboard."""
    chair = begin(courses.ready(8))
    for keys in ((F2,), (ENTER,), (F4, ESC), (F5, ESC)):
        chair.wait(1.1)
        chair.keys(*keys)
        chair.focus()
    ways.hang_bag(chair, "10", "3", "1.587")
    assert chair.step == 9
    assert chair.focus_name == "Go up to step 10"


def test_the_iv_site_is_seen_again_by_the_hour(begin: Begin) -> None:
    chair = begin(courses.at_step(5))
    chair.wait(61 * MINUTE)
    chair.choose("IV site")
    assert (chair.shown, chair.focus_name) == ("iv_site", "No swelling, no pain")
    chair.key(SPACE)
    seen = chair.events[-1]
    assert isinstance(seen, IvSiteSeen)
    assert (seen.site, chair.shown) == (IvSite.WELL, "bedside")
    assert "IV site" not in chair.buttons()
