"""The last bag runs empty and its line is flushed: the bag is the truth (SAFETY S12)."""

from __future__ import annotations

from fractions import Fraction

import pytest

from desens_gui.domain.commands.ending import EndSession, ReportBagEmpty, ReportFlushed
from desens_gui.domain.commands.pump import ReportPumpStopped
from desens_gui.domain.commands.step import Pause
from desens_gui.domain.events.ending import (
    BagReportedEmpty,
    Ending,
    LineFlushed,
    ObservationStarted,
)
from desens_gui.domain.events.pump import PumpReportedStopped
from desens_gui.domain.events.step import PauseReason
from desens_gui.domain.instants import Utc
from desens_gui.domain.policy import Policy
from desens_gui.domain.quantities import Amount, Volume
from desens_gui.domain.refusals.ending import (
    EmptyNeedsReason,
    EndIncomplete,
    EndItem,
    FlushTooSmall,
)
from desens_gui.domain.refusals.general import (
    NotNow,
    TextTooLong,
    TimeInFuture,
    TimeTooEarly,
)
from desens_gui.domain.refusals.pump import BagNotTheLast
from desens_gui.domain.stage import Flushing, Observing
from tests.courses import (
    HOUR,
    LAST,
    at_step,
    bag_runs_empty,
    emptied,
    flush,
    set_up,
)
from tests.driving import MINUTE, Chair, policy_with

FULL = Amount.of("400 mg")


def last_step_at(percent: int, tenths: int = 0) -> Chair:
    """The last step when this share of what empties the bag has been pumped (18 mL fill the line)."""
    chair = at_step(LAST)
    ledger, plan = chair.session.ledger, chair.plan
    expected = plan.bag(3).volume - chair.policy.line_volume
    flow = ledger.flow
    assert flow is not None
    target = expected.times(percent).value / 100
    more = Volume(target) - ledger.of_bag(3, chair.now_ns)
    chair.clock.advance_ns((more / flow.rate).whole_ns + tenths)
    return chair


@pytest.mark.hazard("H-04")
@pytest.mark.requirement("R-S12-1")
def test_an_empty_bag_settles_the_ledger_and_the_flush_gives_exactly_the_target() -> None:
    chair = last_step_at(95)
    chair.do(ReportBagEmpty())
    line = chair.policy.line_volume * chair.plan.bag(3).concentration
    assert chair.given == FULL - line
    chair.wait(5 * MINUTE)  # the line's content runs in meanwhile
    assert FULL - line < chair.given < FULL
    flush(chair)
    assert chair.given == FULL
    chair.wait(HOUR)
    assert chair.given == FULL  # the pump is still on, but no drug is left


@pytest.mark.requirement("R-S12-2")
@pytest.mark.parametrize("percent", [90, 110])
def test_empty_ten_percent_early_or_late_exactly_asks_nothing(percent: int) -> None:
    chair = last_step_at(percent)
    assert chair.do(ReportBagEmpty()) == (BagReportedEmpty(bag=3, at=chair.now),)


@pytest.mark.requirement("R-S12-2")
@pytest.mark.parametrize(("percent", "ns"), [(90, -10_000), (110, 10_000)])
def test_empty_further_off_asks_why(percent: int, ns: int) -> None:
    chair = last_step_at(percent, ns)
    (reason,) = chair.refused(ReportBagEmpty(reason="  "))
    assert isinstance(reason, EmptyNeedsReason)
    assert reason.expected == Volume.of("232")
    assert reason.tolerance_percent == "10"
    told = chair.do(ReportBagEmpty(reason=" underfilled by the pharmacy "))
    assert told == (BagReportedEmpty(bag=3, at=chair.now, reason="underfilled by the pharmacy"),)
    assert isinstance(chair.session.stage, Flushing)


def test_a_reason_has_its_limit() -> None:
    (reason,) = last_step_at(50).refused(ReportBagEmpty(reason="x" * 2001))
    assert reason == TextTooLong(field="reason", length=2001, most=2000)


def test_a_bag_is_empty_in_the_past_of_this_run_of_the_pump() -> None:
    chair = last_step_at(100)
    at_moment = chair.ago(3 * MINUTE)
    (late,) = chair.refused(ReportBagEmpty(at=Utc(chair.now.us + 1)))
    assert isinstance(late, TimeInFuture)
    (early,) = chair.refused(ReportBagEmpty(at=Utc(chair.now.us - 4 * HOUR * 1_000_000)))
    assert isinstance(early, TimeTooEarly)
    chair.do(ReportBagEmpty(at=at_moment))
    assert chair.session.stage == Flushing(since_ns=chair.now_ns - 3 * MINUTE * 1_000_000_000)


def test_only_the_last_bag_is_reported_empty_and_only_while_it_runs() -> None:
    assert at_step(11).refused(ReportBagEmpty()) == (BagNotTheLast(bag=3),)
    nothing_runs = (NotNow(command="report_bag_empty", stage="stopped"),)
    assert set_up().refused(ReportBagEmpty()) == nothing_runs
    chair = at_step(LAST)
    chair.do(Pause(reason=PauseReason.TOILET))
    assert chair.refused(ReportBagEmpty()) == nothing_runs


@pytest.mark.requirement("R-S12-3")
def test_a_smaller_flush_is_refused() -> None:
    chair = emptied()
    chair.wait(20 * MINUTE)
    small = Volume.of("17.9")
    assert chair.refused(ReportFlushed(volume_ml=small)) == (
        FlushTooSmall(told=small, needed=Volume.of("18")),
    )
    assert chair.do(ReportFlushed(volume_ml=Volume.of("18"))) == (
        LineFlushed(volume_ml=Volume.of("18"), at=chair.now),
    )
    assert chair.refused(ReportFlushed(volume_ml=Volume.of("18"))) == (
        NotNow(command="report_flushed", stage="step"),
    )


def test_a_flush_follows_the_empty_bag() -> None:
    chair = emptied()
    chair.wait(20 * MINUTE)
    (early,) = chair.refused(ReportFlushed(volume_ml=Volume.of("18"), at=chair.ago(21 * MINUTE)))
    assert isinstance(early, TimeTooEarly)
    assert set_up().refused(ReportFlushed(volume_ml=Volume.of("18"))) == (
        NotNow(command="report_flushed", stage="step"),
    )


@pytest.mark.requirement("R-S12-3")
def test_the_pump_stopped_after_the_flush_begins_the_observation() -> None:
    chair = emptied()
    flush(chair)
    chair.wait(9)
    assert chair.do(ReportPumpStopped()) == (
        PumpReportedStopped(at=chair.now),
        ObservationStarted(ending=None),
    )
    assert chair.session.stage == Observing(since_ns=chair.now_ns)


@pytest.mark.requirement("R-S12-5")
@pytest.mark.parametrize(("line", "full"), [("5.03", True), ("5.04", False)])
def test_two_percent_below_the_target_is_still_full(line: str, full: bool) -> None:
    """The line keeps a little of the last bag when the flush is smaller than the line."""
    chair = observing_with(policy_with(line_volume=Volume.of(line), flush=Volume(0)))
    chair.wait(HOUR)
    chair.check()
    end = EndSession(ending=Ending.COMPLETED)
    if full:
        chair.do(end)
        return
    (reason,) = chair.refused(end)
    assert isinstance(reason, EndIncomplete)
    assert reason.missing == (EndItem.FULL_TARGET,)
    assert reason.given is not None
    assert reason.given < FULL.times(Fraction(98, 100))


def observing_with(policy: Policy) -> Chair:
    chair = at_step(LAST, policy=policy)
    bag_runs_empty(chair)
    chair.do(ReportFlushed(volume_ml=Volume(0)))
    chair.do(ReportPumpStopped())
    return chair
