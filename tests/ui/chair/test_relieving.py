"""Break cover at the chair: badge, the pump's rate, one key."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desens_gui.domain.commands.reaction import CallReaction
from desens_gui.domain.events.people import ChairCovered
from desens_gui.domain.quantities import Rate
from desens_gui.ui.screens.panel import PanelScreen
from tests import courses
from tests.staff import ACHTERBERG, BAKKER, LINDQVIST, badge_of
from tests.ui.chair.at_chair import AtChair
from tests.ui.chair.keyboard import CTRL, ENTER, ESC
from tests.ui.chair.test_sign_in import N, Ward

Keep = Callable[[AtChair], AtChair]


def relieved(begin_any: Keep) -> Ward:
    chair = Ward(courses.at_step(9))
    begin_any(chair)
    chair.tap(badge_of(LINDQVIST))
    assert chair.shown == "bedside"
    chair.key(N, CTRL)
    chair.tap(badge_of(BAKKER))
    return chair


@pytest.mark.requirement("R-COVER-1")
def test_who_relieves_reads_the_pump_and_a_mismatch_names_both_numbers(begin_any: Keep) -> None:
    chair = relieved(begin_any)
    assert (chair.shown, chair.code) == ("cover_chair", "relieving:rate")
    panel = chair.screen
    assert isinstance(panel, PanelScreen)
    assert panel.live.timer.view.rate == ""
    chair.type("20")
    chair.key(ENTER)
    assert "20 mL/h was read on the pump, 10 mL/h is recorded" in chair.alarm
    assert not [event for event in chair.events if isinstance(event, ChairCovered)]
    chair.clock.advance(2)
    chair.field("relieving:rate").selectAll()
    chair.enter("10")
    assert (chair.shown, chair.actors()[-1]) == ("bedside", BAKKER.id)
    expected = ChairCovered(relieves=LINDQVIST.id, name=LINDQVIST.name, rate_ml_h=Rate.of("10"))
    assert chair.event(ChairCovered) == expected


def test_the_same_nurse_and_an_allergist_who_looks_in_are_not_asked(begin_any: Keep) -> None:
    chair = relieved(begin_any)
    chair.key(ESC)
    assert chair.shown == "bedside"
    for person in (BAKKER, ACHTERBERG):
        chair.key(N, CTRL)
        chair.tap(badge_of(person))
        assert chair.shown == "bedside"


def test_a_reaction_comes_first(begin_any: Keep) -> None:
    chair = relieved(begin_any)
    chair.live.submit(CallReaction(), BAKKER.actor)
    chair.chair.beat()
    assert chair.shown == "reaction"
