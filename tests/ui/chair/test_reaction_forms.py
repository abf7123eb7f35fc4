"""While a reaction is open: vital signs as typed, and a keyboard that reaches every way on."""

from __future__ import annotations

from tests.ui.chair.conftest import Begin
from tests.ui.chair.keyboard import ESC, F2, F6, TAB
from tests.ui.chair.test_reaction import called


def test_vitals_in_a_reaction_are_stored_as_typed(begin: Begin) -> None:
    chair = called(begin)
    chair.key(F2)
    chair.again(F2)
    assert chair.shown == "check"
    for text in ("150", "60", "30", "28", "81"):
        chair.enter(text)
    chair.again(F2)
    assert chair.shown == "reaction"
    assert "Not yet" not in chair.alarm


def test_tab_goes_round_and_back_to_the_first(begin: Begin) -> None:
    chair = called(begin)
    seen = set()
    for _ in range(40):
        seen.add(chair.focus_name)
        chair.key(TAB)
    assert {"The pump shows STOPPED", "Time the pump stopped", "Entered in error", "Resume"} <= seen
    chair.key(ESC)
    chair.key(F6)
    assert chair.stage == "Reacting"
