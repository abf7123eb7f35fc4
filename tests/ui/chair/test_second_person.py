"""A second person reads at the chair and shows badge or PIN; who acts stays who it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from desens_gui.domain.commands.step import Escalate
from desens_gui.domain.events.people import CoSigned, IdentityProved, TelephoneConfirmed
from desens_gui.domain.events.pump import BagDoubleChecked
from desens_gui.domain.stage import ChangingBag
from tests import courses
from tests.staff import BAKKER, LINDQVIST, badge_of, pin_of
from tests.ui.chair.at_chair import AtChair
from tests.ui.chair.keyboard import CTRL, ESC
from tests.ui.chair.test_sign_in import Ward

Begun = Callable[..., Ward]
S = Qt.Key.Key_S


@pytest.fixture
def hanging(begin_any: Callable[[AtChair], AtChair]) -> Ward:
    """Bag 2 is connected, M. Lindqvist acts; the second reading is to come."""
    driven = courses.ready(4)
    driven.do(Escalate(none_new=True))
    courses.connect(driven)
    chair = Ward(driven)
    begin_any(chair)
    chair.tap(badge_of(LINDQVIST))
    assert chair.shown == "bag_change"
    return chair


def second(chair: Ward) -> object:
    change = chair.state.stage
    assert isinstance(change, ChangingBag)
    return change.double_checked


def read(chair: Ward) -> None:
    chair.choose("Second person")
    for code, text in (("rate", "5"), ("bag", "2"), ("concentration", "0.16"), ("identifier_last4", "2913")):
        chair.tab_to(f"second:{code}")
        chair.type(text)


@pytest.mark.requirement("R-S10-2")
def test_a_second_person_reads_and_taps_a_badge(hanging: Ward) -> None:
    chair = hanging
    read(chair)
    chair.choose("Compare, then badge or PIN")
    assert chair.shown == "sign_in"
    assert not second(chair)
    chair.tap(badge_of(BAKKER))
    assert chair.shown == "bag_change"
    assert second(chair)
    assert isinstance(chair.event(BagDoubleChecked), BagDoubleChecked)
    proved = chair.event(IdentityProved)
    assert isinstance(proved, IdentityProved)
    assert proved.proof.person == "n2"
    assert (chair.live.records[-1].actor.id, chair.live.records[-1].second_person) == ("n1", "n2")
    assert chair.user.startswith("M. Lindqvist")


@pytest.mark.requirement("R-S10-3")
def test_a_colleague_co_signs_with_two_keys_and_a_badge(hanging: Ward) -> None:
    chair = hanging
    (waits, *_) = chair.state.unsigned
    chair.key(S, CTRL)
    assert chair.shown == "signatures"
    chair.press("1")
    assert chair.shown == "sign_in"
    chair.tap(badge_of(BAKKER))
    signed = chair.event(CoSigned)
    assert isinstance(signed, CoSigned)
    assert (signed.of, signed.name) == (waits.seq, BAKKER.name)
    assert chair.live.records[-1].actor.id == "n2"
    assert (chair.shown, chair.user.startswith("M. Lindqvist")) == ("bag_change", True)
    chair.key(S, CTRL)
    chair.press("1")  # the prescriber's own order
    chair.tap(badge_of(BAKKER))
    assert len(chair.state.unsigned) == 2
    assert "only Dr Haas co-signs it" in chair.alarm


@pytest.mark.requirement("R-S10-2")
def test_a_second_person_may_type_name_and_pin(hanging: Ward) -> None:
    chair = hanging
    read(chair)
    chair.choose("Compare, then badge or PIN")
    chair.tab_to("sign_in:who")
    chair.enter("bakker")
    chair.enter(pin_of(BAKKER))
    chair.answer()
    assert second(chair)


def test_a_form_that_was_left_signs_nothing(hanging: Ward) -> None:
    chair = hanging
    read(chair)
    chair.choose("Compare, then badge or PIN")
    chair.tab_to("sign_in:who")
    chair.enter("bakker")
    chair.enter(pin_of(BAKKER))
    chair.key(ESC)
    chair.answer()
    assert chair.shown == "bag_change"
    assert not second(chair)
    assert chair.user.startswith("M. Lindqvist")


def test_an_allergist_on_the_telephone(hanging: Ward) -> None:
    chair = hanging
    chair.choose("By telephone")
    for code, text in (("rate", "5"), ("bag", "2"), ("concentration", "0.16"), ("identifier_last4", "2913")):
        chair.tab_to(f"second:{code}")
        chair.type(text)
    chair.tab_to("second:by")
    chair.type("Dr Meier")
    chair.choose("Read back by telephone: compare")
    said = chair.event(TelephoneConfirmed)
    assert isinstance(said, TelephoneConfirmed)
    assert said.by == "Dr Meier"
    assert second(chair)
    assert chair.state.unsigned[-1].by == "Dr Meier"
