"""The sign-in form: who is found, what is said, what stays in the bar; and what set-up asks of staff."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from desens_gui.domain.commands.check import RecordNote
from desens_gui.domain.commands.people import NameUnidentified
from desens_gui.domain.commands.reaction import CallReaction
from desens_gui.domain.recorded import Actor, Role
from desens_gui.views.banner import banner
from desens_gui.views.entry.forms import FormReader
from desens_gui.views.entry.orders import read_order
from desens_gui.views.entry.setup import setup_commands
from desens_gui.views.panel_naming import asks_for_names, name_entries, naming_panel
from desens_gui.views.parts.sign_in import Colleague, SigningState, SignInView
from desens_gui.views.place import SIGN_IN, place
from desens_gui.views.setup_people import people_form, people_unanswered
from desens_gui.views.shown import Typed, frame_view
from desens_gui.views.sign_in import meant, sign_in, sign_in_action, sign_in_frame
from desens_gui.views.status import status
from tests import courses
from tests.driving import Chair
from tests.views.at_chair import courses_of, form, scene_of

NURSE = Actor("n1", Role.NURSE)
PEOPLE = tuple(
    Colleague(f"n{number}", f"{name}, RN", Role.NURSE)
    for number, name in enumerate(["Abel", "Bakker", "Lind", "Lindqvist", "Moreau", "Okoye"], start=1)
)
STATE = SigningState(colleagues=PEOPLE)


def view(chair: Chair, typed: str = "", state: SigningState = STATE, **scene: Any) -> SignInView:
    draft = form({"sign_in:who": typed})
    return sign_in(scene_of(chair, staffed=True, **scene), courses_of(chair), draft, state)


def test_five_stand_there_and_the_rest_is_found_by_typing() -> None:
    shown = view(courses.at_step(9))
    assert [row.code for row in shown.people.rows] == ["n1", "n2", "n3", "n4", "n5"]
    assert shown.more == "1 more: type part of the name."
    assert [row.code for row in view(courses.at_step(9), "OKO").people.rows] == ["n6"]
    assert view(courses.at_step(9), "zz").more == "Nobody here has such a name or number."


@pytest.mark.parametrize(
    ("typed", "chosen", "found"),
    [
        ("", "", None),
        ("lind", "", None),
        ("lindq", "", "n4"),
        ("n2", "", "n2"),
        ("lind", "n3", "n3"),
        ("lindq", "n3", "n4"),
        ("", "n9", None),
    ],
)
def test_who_is_meant(typed: str, chosen: str, found: str | None) -> None:
    person = meant(SigningState(colleagues=PEOPLE, chosen=chosen), typed)
    assert (person.id if person else None) == found


def test_the_step_stands_beside_it_and_what_is_next() -> None:
    shown = view(courses.at_step(9), who=NURSE, actor="Abel, RN", state=SigningState(since_us=0))
    assert shown.live is not None
    assert [(line.strong, line.text) for line in shown.facts[0].lines] == [
        ("Signed in", "Abel, RN, since 01:00"),
        ("Next", "Check for step 10, 13:19"),
        ("Outstanding", f"{len(courses.at_step(9).session.unsigned)} to co-sign"),
    ]
    assert shown.back is not None


def test_before_anything_runs_there_is_no_step_and_no_way_back_without_a_name() -> None:
    chair = courses.opened()
    shown = view(chair)
    assert (shown.live, shown.back) == (None, None)
    assert [line.text for line in shown.facts[0].lines] == ["nobody"]
    assert view(chair, who=NURSE, actor="Abel, RN").facts[0].lines[0].text == "Abel, RN"
    assert view(chair, who=NURSE).back is not None
    assert place(scene_of(chair, staffed=True), "") == SIGN_IN
    assert place(scene_of(chair, staffed=True, who=NURSE), "") == "setup"
    assert place(scene_of(chair), "") == "setup"


def test_the_primary_action_is_signing_in_but_a_pump_to_stop_comes_first() -> None:
    chair = courses.at_step(9)
    scene = scene_of(chair, staffed=True)
    state = SigningState(colleagues=PEOPLE, chosen="n4")
    whole = frame_view(scene, SIGN_IN, Typed())
    primary = sign_in_frame(whole, scene, form(), state).actions.primary
    assert primary is not None
    assert (primary.label, primary.blocked_reason) == ("Sign in as Lindqvist, RN", "")
    assert sign_in_action(scene, form(), SigningState(chosen="n4", looking=True)).label == "One moment"
    chair.do(CallReaction())
    scene = scene_of(chair, staffed=True)
    urgent = sign_in_frame(frame_view(scene, SIGN_IN, Typed()), scene, form(), state).actions.primary
    assert urgent is not None
    assert urgent.intent == "pump_stopped"


@pytest.mark.parametrize(
    ("scene", "user", "action"),
    [
        ({"staffed": None}, "Mara Lindt", None),
        ({"staffed": False}, "Mara Lindt. Single-user mode: no staff set up here", None),
        ({"staffed": False, "actor": ""}, "Single-user mode: no staff set up here", None),
        ({"staffed": True}, "Nobody signed in: Ctrl+N", "Sign in"),
        ({"staffed": True, "who": NURSE}, "Mara Lindt, Ctrl+N changes", "Change nurse"),
    ],
)
def test_the_frame_says_who_acts(scene: dict[str, Any], user: str, action: str | None) -> None:
    shown = scene_of(courses.at_step(9), **scene)
    assert status(shown).user == user
    press = banner(shown).action
    assert (press.label if press else None) == action


def test_where_staff_are_set_up_no_name_is_typed() -> None:
    chair = courses.opened()
    scene = scene_of(chair, staffed=True, who=NURSE, actor="Abel, RN")
    you = people_form(scene, form(), {})[0]
    assert you.answers == ()
    assert [(pair.label, pair.value) for pair in you.pairs] == [("Nurse", "Abel, RN (n1)")]
    assert people_unanswered(scene, form()) == []
    assert len(people_form(scene, form(), {})) == 1  # the second person is looked for later
    assert setup_commands(scene, form(), "save:people", ()).commands == ()


def test_what_nobody_entered_is_offered_to_whoever_signs_in() -> None:
    chair = courses.at_step(9)
    nobody = Actor("unidentified", Role.UNIDENTIFIED)
    for number in range(7):
        chair.do(RecordNote(text=f"note {number}"), nobody)
    scene = scene_of(chair, staffed=True, who=NURSE, actor="Abel, RN")
    assert [each.label for each in name_entries(scene)] == ["Name entries"]
    parts = naming_panel(scene)
    assert parts.confirm is not None
    assert parts.confirm.label == "It was me: Abel, RN"
    assert parts.text.startswith("13:04:00 Note: note 0; ")
    assert parts.text.endswith("note 5; 1 more")
    chair.do(NameUnidentified(entries=(chair.session.unnamed[0].seq,)))
    assert "more" not in naming_panel(scene_of(chair, staffed=True, who=NURSE)).text
    assert name_entries(scene_of(chair)) == ()
    assert name_entries(scene_of(chair, staffed=False)) != ()
    assert name_entries(scene_of(chair, staffed=True)) == ()


def test_the_answer_names_every_entry_that_waits() -> None:
    chair = courses.at_step(9)
    chair.do(RecordNote(text="pale"), Actor("unidentified", Role.UNIDENTIFIED))
    scene = scene_of(chair, staffed=True, who=NURSE)
    seq = chair.session.unnamed[0].seq
    assert read_order(FormReader(scene, form()), "confirm:unidentified") == NameUnidentified(entries=(seq,))


def test_names_are_asked_for_when_nothing_else_is() -> None:
    chair = courses.at_step(9)
    assert not asks_for_names(scene_of(chair))
    chair.do(RecordNote(text="pale"), Actor("unidentified", Role.UNIDENTIFIED))
    assert asks_for_names(scene_of(chair))
    chair.do(CallReaction())
    assert not asks_for_names(scene_of(chair))


def test_that_nothing_is_outstanding_is_said() -> None:
    chair = courses.at_step(9)
    session = msgspec.structs.replace(chair.session, unsigned=())
    scene = msgspec.structs.replace(scene_of(chair, staffed=True), session=session)
    facts = sign_in(scene, courses_of(chair), form(), SigningState()).facts[0]
    assert (facts.lines[-1].strong, facts.lines[-1].text) == ("Outstanding", "none")
