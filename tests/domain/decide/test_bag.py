"""Hanging a bag: its order, its label, its line, the second reading (SAFETY S2, S3, S10, S13, S17)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from desens_gui.domain.commands.every import Command
from desens_gui.domain.commands.pump import (
    DoubleCheckBag,
    ReadLabel,
    ReportConnected,
    ReportIvSite,
    ReportPumpRunning,
    ReportPumpStopped,
    ReportRateSet,
)
from desens_gui.domain.commands.setup import RecordOrder
from desens_gui.domain.commands.step import Escalate
from desens_gui.domain.events.pump import IvSite, IvSiteSeen, PumpReportedRunning
from desens_gui.domain.policy import Connection
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.quantities import Concentration, Duration, Rate
from desens_gui.domain.refusals.general import NotNow, OrderNeeded
from desens_gui.domain.refusals.pump import (
    BagChangeIncomplete,
    BagChangeItem,
    BagReadingDiffers,
    ConnectionNotCounted,
    PrimedWithOtherBag,
    PumpNotStopped,
    PumpRateDiffers,
)
from desens_gui.domain.refusals.setup import RepeatTooSoon
from desens_gui.domain.stage import ChangingBag, Stepping
from tests.courses import at_step, bag_reading, first_bag, hang, label, ready, set_up
from tests.driving import MINUTE, Chair, order

STEP, BAG = 5, 2


RATE = Rate.of("5")


def to_second_bag() -> Chair:
    """Step 4 is over, the second bag is to be hung, the pump still runs."""
    chair = ready(4)
    chair.do(Escalate())
    return chair


def stopped() -> Chair:
    chair = to_second_bag()
    chair.do(ReportPumpStopped())
    return chair


def rate_set() -> Chair:
    chair = stopped()
    chair.do(ReportRateSet(rate_ml_h=RATE))
    return chair


def label_read() -> Chair:
    chair = rate_set()
    chair.do(ReadLabel(label=label(chair, BAG)))
    return chair


def connected() -> Chair:
    chair = label_read()
    chair.do(ReportConnected(connection=Connection.OWN_SET, primed_with_bag=BAG))
    return chair


def double_checked() -> Chair:
    chair = connected()
    chair.wait(MINUTE)
    chair.do(DoubleCheckBag(reading=bag_reading(chair, BAG, STEP)))
    return chair


def commands(chair: Chair) -> dict[BagChangeItem, Command]:
    return {
        BagChangeItem.LABEL_READ: ReadLabel(label=label(chair, BAG)),
        BagChangeItem.CONNECTED: ReportConnected(connection=Connection.OWN_SET, primed_with_bag=BAG),
        BagChangeItem.DOUBLE_CHECKED: DoubleCheckBag(reading=bag_reading(chair, BAG, STEP)),
    }


@pytest.mark.requirement("R-S3-1")
@pytest.mark.parametrize(
    ("stage", "item", "missing"),
    [
        (to_second_bag, BagChangeItem.LABEL_READ, (BagChangeItem.PUMP_STOPPED, BagChangeItem.RATE_SET)),
        (stopped, BagChangeItem.LABEL_READ, (BagChangeItem.RATE_SET,)),
        (rate_set, BagChangeItem.CONNECTED, (BagChangeItem.LABEL_READ,)),
        (stopped, BagChangeItem.CONNECTED, (BagChangeItem.RATE_SET, BagChangeItem.LABEL_READ)),
        (rate_set, BagChangeItem.DOUBLE_CHECKED, (BagChangeItem.LABEL_READ,)),
    ],
)
def test_nothing_is_done_before_what_comes_before_it(
    stage: Callable[[], Chair], item: BagChangeItem, missing: tuple[BagChangeItem, ...]
) -> None:
    chair = stage()
    assert chair.refused(commands(chair)[item]) == (BagChangeIncomplete(missing=missing),)


@pytest.mark.requirement("R-S3-1")
@pytest.mark.parametrize(
    ("stage", "missing"),
    [
        (to_second_bag, tuple(BagChangeItem)),
        (stopped, tuple(BagChangeItem)[1:]),
        (rate_set, tuple(BagChangeItem)[2:]),
        (label_read, tuple(BagChangeItem)[3:]),
        (connected, tuple(BagChangeItem)[4:]),
        (double_checked, tuple(BagChangeItem)[5:]),
    ],
)
def test_the_pump_is_not_started_before_all_of_it(
    stage: Callable[[], Chair], missing: tuple[BagChangeItem, ...]
) -> None:
    assert stage().refused(ReportPumpRunning(rate_ml_h=RATE)) == (BagChangeIncomplete(missing=missing),)


@pytest.mark.requirement("R-S3-1", "R-S1-3")
def test_the_whole_change_starts_the_step() -> None:
    chair = to_second_bag()
    hang(chair)
    started = chair.do(ReportPumpRunning(rate_ml_h=RATE))
    assert started[0] == PumpReportedRunning(rate_ml_h=RATE, bag=BAG, at=chair.now)
    assert chair.session.stage == Stepping()
    assert chair.step_number == STEP
    assert chair.session.bag_since_ns == chair.now_ns


@pytest.mark.requirement("R-S3-3")
def test_the_old_bag_counts_until_it_is_stopped_and_not_after() -> None:
    chair = to_second_bag()
    flowing = chair.given
    chair.wait(30)
    chair.do(ReportPumpStopped())
    ended = chair.given
    assert ended > flowing  # the increase was told 30 s ago and nobody had stopped the pump
    chair.wait(10 * MINUTE)
    assert chair.given == ended


def test_the_rate_is_set_on_the_stopped_pump_and_is_the_rate_told() -> None:
    chair = to_second_bag()
    assert chair.refused(ReportRateSet(rate_ml_h=RATE)) == (PumpNotStopped(),)
    chair.do(ReportPumpStopped())
    old = Rate.of("20")  # bag 2 at the rate of bag 1: ten times the dose rate
    assert chair.refused(ReportRateSet(rate_ml_h=old)) == (PumpRateDiffers(told=RATE, typed=old),)
    chair.do(ReportRateSet(rate_ml_h=Rate.of("5.0")))


@pytest.mark.requirement("R-S2-1")
def test_only_an_own_set_primed_with_this_bag_is_connected() -> None:
    chair = label_read()
    for connection in (Connection.SAME_SET, Connection.SIDE_BRANCH):
        told = ReportConnected(connection=connection, primed_with_bag=BAG)
        assert chair.refused(told) == (ConnectionNotCounted(connection=connection),)
    other = ReportConnected(connection=Connection.OWN_SET, primed_with_bag=1)
    assert chair.refused(other) == (PrimedWithOtherBag(needed=BAG, told=1),)


@pytest.mark.requirement("R-S10-1", "R-S3-4")
def test_the_second_reading_comes_a_minute_after_the_label_exactly() -> None:
    chair = connected()
    chair.clock.advance_ns(MINUTE * 1_000_000_000 - 1)
    again = DoubleCheckBag(reading=bag_reading(chair, BAG, STEP))
    assert chair.refused(again) == (RepeatTooSoon(left=Duration.ns(1)),)
    chair.clock.advance_ns(1)
    chair.do(again)


@pytest.mark.requirement("R-S3-4")
@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"rate_ml_h": Rate.of("20")}, "rate"),
        ({"bag": 3}, "bag"),
        ({"concentration": Concentration.of("1.6 mg/mL")}, "concentration"),
        ({"identifier_last4": "2914"}, "identifier_last4"),
    ],
)
def test_a_second_reading_that_differs_says_which_value_and_not_what_it_should_be(
    changes: dict[str, Any], field: str
) -> None:
    chair = connected()
    chair.wait(MINUTE)
    wrong = DoubleCheckBag(reading=bag_reading(chair, BAG, STEP, **changes))
    assert chair.refused(wrong) == (BagReadingDiffers(fields=(field,)),)


def test_without_a_bag_change_there_is_nothing_to_hang() -> None:
    chair = at_step(5)
    for command in (
        ReportRateSet(rate_ml_h=RATE),
        *commands(chair).values(),
    ):
        (reason,) = chair.refused(command)
        assert isinstance(reason, NotNow)


@pytest.mark.requirement("R-S17-1")
def test_an_iv_site_that_is_not_well_starts_nothing() -> None:
    chair = double_checked()
    chair.do(ReportIvSite(site=IvSite.NOT_WELL))
    missing = BagChangeIncomplete(missing=(BagChangeItem.IV_SITE,))
    assert chair.refused(ReportPumpRunning(rate_ml_h=RATE)) == (missing,)
    chair.do(ReportIvSite(site=IvSite.CHANGED))
    chair.do(ReportPumpRunning(rate_ml_h=RATE))


@pytest.mark.requirement("R-S17-1")
def test_the_iv_site_is_seen_at_any_time_but_in_set_up() -> None:
    assert set_up().refused(ReportIvSite(site=IvSite.WELL)) == (
        NotNow(command="report_iv_site", stage="set_up"),
    )
    chair = at_step(2)
    assert chair.do(ReportIvSite(site=IvSite.WELL)) == (IvSiteSeen(site=IvSite.WELL),)
    assert chair.session.iv_site_ns == chair.now_ns


@pytest.mark.requirement("R-S6-3")
def test_a_bag_change_longer_than_half_an_hour_needs_an_order() -> None:
    chair = double_checked()
    chair.do(ReportIvSite(site=IvSite.WELL))
    chair.wait(29 * MINUTE)  # a minute went by in the second reading: the pump stands for 30 min exactly
    running = ReportPumpRunning(rate_ml_h=RATE)
    late = chair.copy()
    late.clock.advance_ns(1)
    purpose = OrderFor.RESUME_AFTER_LONG_PAUSE
    assert late.refused(running) == (OrderNeeded(purpose=purpose),)
    late.do(RecordOrder(order=order(purpose)))
    late.do(running)
    chair.do(running)


def test_the_first_bag_may_take_its_time() -> None:
    chair = first_bag()
    hang(chair)
    chair.wait(45 * MINUTE)
    assert isinstance(chair.session.stage, ChangingBag)
    chair.do(ReportPumpRunning(rate_ml_h=Rate.of("2")))
