"""The dose ledger: rate times time, bag by bag, and no bag gives more than it held (SAFETY S4, S12)."""

from __future__ import annotations

import pytest
from hypothesis import given as cases
from hypothesis import strategies as st

from desens_gui.domain.ledger import (
    NOTHING,
    Flow,
    Ledger,
    Poured,
    given,
    given_at_most,
    given_by_step,
)
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.plan.resolve import resolve
from desens_gui.domain.policy import EndOfVolume
from desens_gui.domain.quantities import Amount, Rate, Volume
from tests.courses import at_step
from tests.driving import MINUTE, inputs, policy_with

S = 1_000_000_000


def plan() -> Plan:
    found = resolve(inputs())
    assert isinstance(found, Plan)
    return found


def flow(rate: str = "36", since_s: int = 0, step: int = 1, bag: int = 1, **more: object) -> Flow:
    return Flow(step=step, bag=bag, rate=Rate.of(rate), since_ns=since_s * S, **more)  # type: ignore[arg-type]


def test_a_flow_moves_rate_times_time_and_nothing_before_it_began() -> None:
    assert flow(since_s=10).volume(110 * S) == Volume.of("1")
    assert flow(since_s=10).volume(9 * S) == NOTHING


@pytest.mark.requirement("R-S4-1")
@pytest.mark.parametrize(
    ("seconds", "after", "moved"),
    [(50, "0", "0.5"), (100, "0", "1"), (150, "0", "1"), (150, "3.6", "1.05")],
)
def test_past_its_volume_the_pump_does_what_the_policy_says(seconds: int, after: str, moved: str) -> None:
    limited = flow(limit=Volume.of("1"), after=Rate.of(after))
    assert limited.volume(seconds * S) == Volume.of(moved)


@pytest.mark.hazard("H-04")
@pytest.mark.requirement("R-S4-1")
@pytest.mark.parametrize(
    ("behaviour", "overrun"),
    [(EndOfVolume.CONTINUE, "10"), (EndOfVolume.KEEP_OPEN, "1"), (EndOfVolume.STOP, "0")],
)
def test_a_step_that_overruns_counts_what_the_pump_does_at_its_end(
    behaviour: EndOfVolume, overrun: str
) -> None:
    chair = at_step(6, policy=policy_with(end_of_volume=behaviour))
    chair.wait(15 * MINUTE)
    at_end = chair.given
    assert at_end == chair.plan.step(6).cumulative
    chair.wait(30 * MINUTE)
    half_hour = Volume(Rate.of(overrun).value / 2)
    assert chair.given == at_end + half_hour * chair.plan.bag(2).concentration


def test_what_ran_before_ends_where_the_next_begins() -> None:
    ledger = Ledger().started(flow()).started(flow("72", since_s=100, step=2))
    assert ledger.entries(200 * S) == (Poured(1, 1, Volume.of("1")), Poured(2, 1, Volume.of("2")))
    assert ledger.stopped(100 * S).stopped(900 * S) == ledger.stopped(100 * S)


def test_the_same_step_and_bag_is_one_entry() -> None:
    ledger = Ledger().started(flow()).stopped(100 * S).started(flow(since_s=200)).stopped(300 * S)
    assert ledger.poured == (Poured(1, 1, Volume.of("2")),)
    assert ledger.poured_more(Poured(1, 1, Volume.of("-0.5"))).poured == (Poured(1, 1, Volume.of("1.5")),)


@pytest.mark.requirement("R-S12-4")
def test_no_bag_gives_more_than_it_held() -> None:
    recipe = plan()
    ledger = Ledger(poured=(Poured(1, 1, Volume.of("200")), Poured(2, 1, Volume.of("100"))))
    parts = given_by_step(ledger, recipe, 0)
    assert [part.volume for part in parts] == [Volume.of("200"), Volume.of("50")]
    assert given(ledger, recipe, 0) == recipe.bag(1).drug


def test_settling_gives_the_difference_to_the_last_step_of_the_bag() -> None:
    ledger = Ledger(
        poured=(Poured(3, 1, Volume.of("9")), Poured(4, 1, Volume.of("4")), Poured(5, 2, Volume.of("1")))
    ).unsure(Poured(4, 1, Volume.of("7")))
    settled = ledger.unsure(Poured(5, 2, Volume.of("2"))).settled(1, Volume.of("12"), 0)
    assert settled.poured == (
        Poured(3, 1, Volume.of("9")),
        Poured(4, 1, Volume.of("3")),
        Poured(5, 2, Volume.of("1")),
    )
    assert settled.maybe == (Poured(5, 2, Volume.of("2")),)


@pytest.mark.requirement("R-S4-3")
def test_what_nobody_is_sure_of_is_a_range() -> None:
    recipe = plan()
    ledger = Ledger(poured=(Poured(1, 1, Volume.of("1")),)).unsure(Poured(1, 1, Volume.of("2")))
    strength = recipe.bag(1).concentration
    assert given(ledger, recipe, 0) == Volume.of("1") * strength
    assert given_at_most(ledger, recipe, 0) == Volume.of("3") * strength
    unsure_first = Ledger().unsure(Poured(1, 1, Volume.of("2")))
    assert given_at_most(unsure_first, recipe, 0) == Volume.of("2") * strength


@pytest.mark.hazard("H-04")
@pytest.mark.requirement("R-S12-4")
@cases(
    st.lists(st.tuples(st.integers(1, 12), st.integers(0, 400_000), st.integers(0, 4 * 3600)), max_size=30)
)
def test_given_and_remaining_are_what_was_prepared(runs: list[tuple[int, int, int]]) -> None:
    recipe, ledger, now = plan(), Ledger(), 0
    before = Amount.of("0 mg")
    for step, rate, seconds in runs:
        number = recipe.step(step).bag
        running = Flow(step=step, bag=number, rate=Rate(rate), since_ns=now)
        ledger = ledger.started(running)
        now += seconds * S
        after = given(ledger, recipe, now)
        assert after >= before
        before = after
    parts = given_by_step(ledger, recipe, now)
    for bag in recipe.bags:
        used = sum((part.volume for part in parts if part.bag == bag.number), NOTHING)
        dose = Amount.total((part.dose for part in parts if part.bag == bag.number), recipe.unit)
        assert used <= bag.volume
        assert dose + (bag.volume - used) * bag.concentration == bag.drug
