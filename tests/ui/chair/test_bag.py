"""Hanging a bag by the keyboard: every mismatch refused by name in its row, the second reading blind."""

from __future__ import annotations

import pytest

from desens_gui.domain.commands.step import Escalate
from desens_gui.domain.events.pump import BagDoubleChecked, IvSiteSeen, LabelRead, RateSetReported
from tests import courses
from tests.driving import MINUTE
from tests.ui.chair import ways
from tests.ui.chair.at_chair import AtChair
from tests.ui.chair.conftest import Begin
from tests.ui.chair.keyboard import ENTER, F2, F6


def changing(begin: Begin) -> AtChair:
    """Going up to step 5: bag 2 is to be hung, the pump reported stopped."""
    driven = courses.ready(4)
    driven.do(Escalate())
    chair = begin(driven)
    chair.key(ENTER)
    return chair


def row(chair: AtChair, code: str) -> str:
    rows = chair.screen.order.view.rows  # type: ignore[attr-defined]
    return str(next(each.problem for each in rows if each.code == code))


@pytest.mark.parametrize(
    ("field", "wrong", "named"),
    [
        ("identifier", "00482914", "Patient"),
        ("session_id", "2026-11-22-xxxx", "Session"),
        ("plan_revision", "2", "Plan revision"),
        ("bag", "3", "Bag number"),
        ("concentration", "1.6", "Concentration"),
        ("use_before", "08:00", "may be used until 08:00"),
        ("bag", "two", "Bag number"),
    ],
)
def test_every_mismatch_is_refused_by_name_in_its_row(
    field: str, wrong: str, named: str, begin: Begin
) -> None:
    chair = changing(begin)
    chair.enter("5")
    before = len(chair.events)
    ways.read_label(chair, "2", "0.16", **{field: wrong})
    assert len(chair.events) == before
    assert named.lower() in row(chair, "label").lower()
    assert chair.field(field).text() == wrong
    ways.read_label(chair, "2", "0.16")
    assert isinstance(chair.events[-1], LabelRead)
    assert row(chair, "label") == ""


def test_the_rate_is_set_first_and_lower(begin: Begin) -> None:
    chair = changing(begin)
    assert chair.code == "set_rate"
    before = len(chair.events)
    chair.enter("20")
    assert len(chair.events) == before
    assert "5 mL/h" in row(chair, "rate_set")
    chair.field("set_rate").selectAll()
    chair.enter("5")
    assert isinstance(chair.events[-1], RateSetReported)


def test_what_the_first_reading_said_is_nowhere_while_it_is_read_again(begin: Begin) -> None:
    chair = changing(begin)
    chair.enter("5")
    ways.read_label(chair, "2", "0.16")
    chair.key(F6)
    assert chair.code == "second:rate"
    chair.enter("5")
    chair.enter("3")  # the wrong bag
    chair.enter("0.16")
    chair.enter("2913")
    chair.wait(MINUTE)
    before = len(chair.events)
    chair.choose("Compare")
    assert len(chair.events) == before
    assert BagDoubleChecked not in map(type, chair.events[-4:])
    chair.tab_to("second:bag", most=80)
    chair.field("second:bag").selectAll()
    chair.enter("2")
    chair.choose("Compare")
    assert isinstance(chair.events[-1], BagDoubleChecked)


def test_the_pump_cannot_be_reported_running_before_everything_is_done(begin: Begin) -> None:
    chair = changing(begin)
    before = len(chair.events)
    chair.again(F2)
    assert len(chair.events) == before
    for part in ("Set the new rate", "label", "double check", "IV site"):
        assert part in chair.blocked
    assert chair.blocked in chair.alarm


def test_an_iv_site_is_one_tap(begin: Begin) -> None:
    chair = changing(begin)
    chair.choose("No swelling, no pain")
    assert isinstance(chair.events[-1], IvSiteSeen)
    assert "IV site" not in chair.blocked
