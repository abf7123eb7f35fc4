"""What waits for a name stands on every page, and is signed by whom it waits for."""

from __future__ import annotations

import pytest

from desens_gui.domain.commands.check import RecordNote
from desens_gui.domain.commands.people import CoSign, SignSession
from desens_gui.domain.commands.setup import IdentifyStaff
from desens_gui.domain.events.people import Meaning
from desens_gui.domain.recorded import Role
from desens_gui.views.panel_signatures import signatures_panel
from desens_gui.views.status import status
from tests import courses
from tests.driving import ALLERGIST, COLLEAGUE, NURSE, Chair
from tests.views.at_chair import scene_of


def options(chair: Chair, *, staffed: bool = True) -> list[tuple[str, str, str]]:
    parts = signatures_panel(scene_of(chair, staffed=staffed, who=NURSE if staffed else None))
    return [(each.intent, each.label, each.sub) for each in parts.options]


@pytest.mark.requirement("R-S10-3")
def test_what_waits_is_listed_with_whom_it_waits_for() -> None:
    chair = courses.first_bag()
    plan, order = chair.session.unsigned
    assert options(chair) == [
        (f"co_sign:{plan.seq}", "Plan verification 11:01", "anybody but Mara Lindt"),
        (f"co_sign:{order.seq}", "Prescriber order 11:01", "Dr Haas"),
    ]
    assert status(scene_of(chair, staffed=True)).outstanding == "2 co-signatures outstanding: Ctrl+S"
    for mode in ({"mode": "review", "staffed": True}, {"staffed": False}):
        assert status(scene_of(chair, **mode)).outstanding == "2 co-signatures outstanding"
    command = CoSign(of=order.seq)
    chair.do(command, ALLERGIST, chair.proof(command, ALLERGIST))
    assert status(scene_of(chair)).outstanding == "1 co-signature outstanding"
    chair.do(IdentifyStaff(id="ta", name="T. Adler", role=Role.NURSE))
    last = CoSign(of=plan.seq)
    chair.do(last, COLLEAGUE, chair.proof(last, COLLEAGUE))
    assert status(scene_of(chair)).outstanding == ""
    assert signatures_panel(scene_of(chair, staffed=True)).lead == "Nothing waits for a co-signature"


@pytest.mark.requirement("R-S10-3")
def test_where_no_staff_are_set_up_nobody_signs_here() -> None:
    parts = signatures_panel(scene_of(courses.observing(), staffed=False))
    assert parts.options
    assert all("nobody can show who they are" in each.blocked_reason for each in parts.options)


@pytest.mark.requirement("R-S10-4")
def test_the_session_is_signed_here_and_a_later_change_shows() -> None:
    chair = courses.observing()
    signs = [intent for intent, _, _ in options(chair) if intent.startswith("sign:")]
    assert signs == ["sign:performed", "sign:verified", "sign:reviewed"]
    command = SignSession(meaning=Meaning.PERFORMED)
    chair.do(command, NURSE, chair.proof(command, NURSE))
    said = signatures_panel(scene_of(chair, staffed=True)).text
    assert said == "Signed as performed 16:43: Mara Lindt, Nurse"
    chair.do(RecordNote(text="late"))
    assert signatures_panel(scene_of(chair, staffed=True)).text == f"{said}, changed after signing"
