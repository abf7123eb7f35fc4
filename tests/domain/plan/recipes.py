"""Protocols for the tests of plans: a small one to bend, and random ones."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st
from msgspec.structs import replace

from desens_gui.domain.plan.inputs import PlanInputs
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.plan.resolve import resolve
from desens_gui.domain.protocol.protocol import (
    LastBag,
    Protocol,
    ProtocolBag,
    ProtocolKind,
    ProtocolStep,
    Route,
    Status,
)
from desens_gui.domain.quantities import Amount, Concentration, DoseUnit, Duration, Number, Rate, Volume

QUARTER = Duration.minutes(15)


def bag(number: int, dilution: str = "1", volume: str = "100") -> ProtocolBag:
    return ProtocolBag(number=number, volume=Volume.of(volume), dilution=Number.of(dilution), sources=())


def step(number: int, of_bag: int, rate: str = "10", duration: Duration | None = QUARTER) -> ProtocolStep:
    return ProtocolStep(number=number, bag=of_bag, rate=Rate.of(rate), duration=duration, sources=())


SMALL_BAGS = (bag(1, "0.1"), bag(2))
SMALL_STEPS = (step(1, 1), step(2, 1, "20"), step(3, 2), step(4, 2, "20", None))


def recipe(
    bags: tuple[ProtocolBag, ...] = SMALL_BAGS,
    steps: tuple[ProtocolStep, ...] = SMALL_STEPS,
    last_bag: LastBag = LastBag.CORRECTED,
) -> Protocol:
    """Two bags of 100 mL, four steps, unless told otherwise."""
    return Protocol(
        id="test",
        revision=1,
        title="test",
        kind=ProtocolKind.INFUSION_BAGS,
        route=Route.IV,
        status=Status.RECALLED,
        drugs=(),
        last_bag=last_bag,
        last_bag_sources=(),
        bags=bags,
        steps=steps,
        sources=(),
    )


def series(first: str = "", second: str = "", strength: str = "0.5 mg/mL") -> Protocol:
    """Two bags by concentration, 0.5 and 1 mg/mL; without volumes unless told."""
    bags = tuple(
        ProtocolBag(
            number=number,
            volume=Volume.of(volume) if volume else None,
            concentration=Concentration.of(text),
            sources=(),
        )
        for number, volume, text in ((1, first, strength), (2, second, "1 mg/mL"))
    )
    steps = (step(1, 1), step(2, 2), step(3, 2, "20", None))
    return replace(recipe(bags, steps, LastBag.AT_TARGET), kind=ProtocolKind.INFUSION_SERIES)


def inputs(protocol: Protocol, dose: str = "100 mg") -> PlanInputs:
    return PlanInputs(protocol=protocol, drug="drug", target=Amount.of(dose))


def planned(protocol: Protocol, dose: str = "100 mg") -> Plan:
    plan = resolve(inputs(protocol, dose))
    assert isinstance(plan, Plan), plan
    return plan


decimals = st.integers(1, 10**9).map(lambda whole: Fraction(whole, 10**4))
amounts = st.builds(Amount, decimals, st.sampled_from(DoseUnit))


def held(of: ProtocolBag) -> Fraction:
    assert of.volume is not None
    return of.volume.value


@st.composite
def sound_protocols(draw: st.DrawFn) -> Protocol:
    """Protocols that make a plan: every bag holds more than its steps need, the last more than all before."""
    count = draw(st.integers(1, 4))
    bags: list[ProtocolBag] = []
    steps: list[ProtocolStep] = []
    for number in range(1, count + 1):
        last = number == count
        rates = draw(
            st.lists(st.integers(1, 400).map(lambda n: Rate(Fraction(n, 4))), min_size=1, max_size=4)
        )
        minutes = [Duration.minutes(Fraction(draw(st.integers(1, 240)), 4)) for _ in rates]
        ends_empty = last or draw(st.booleans())
        needed = sum((r.value * m.value / 3600 for r, m in zip(rates, minutes, strict=True)), Fraction(0))
        spare = Fraction(draw(st.integers(1, 10**6)), 1000)
        before = sum((held(each) for each in bags), Fraction(0)) if last else Fraction(0)
        volume = Volume(needed + spare + before)
        for place, (rate, duration) in enumerate(zip(rates, minutes, strict=True), start=1):
            empties = ends_empty and place == len(rates)
            steps.append(
                ProtocolStep(
                    number=len(steps) + 1,
                    bag=number,
                    rate=rate,
                    duration=None if empties else duration,
                    sources=(),
                )
            )
        share = Number(1) if last else Number(Fraction(1, 10 ** (count - number + 3)))
        bags.append(ProtocolBag(number=number, volume=volume, dilution=share, sources=()))
    return recipe(tuple(bags), tuple(steps), draw(st.sampled_from((LastBag.CORRECTED, LastBag.UNCORRECTED))))


any_number = st.integers(-(10**6), 10**6).map(lambda whole: Fraction(whole, 1000))
any_bag = st.builds(
    ProtocolBag,
    number=st.integers(-1, 4),
    volume=st.none() | st.builds(Volume, any_number),
    dilution=st.none()
    | st.builds(Number, st.sampled_from([Fraction(1), Fraction(1, 10), Fraction(0), Fraction(2)])),
    concentration=st.none() | st.builds(Concentration, any_number, st.sampled_from(DoseUnit)),
    sources=st.just(()),
)
any_step = st.builds(
    ProtocolStep,
    number=st.integers(-1, 6),
    bag=st.integers(-1, 4),
    rate=st.builds(Rate, any_number),
    duration=st.none() | st.builds(Duration, any_number),
    sources=st.just(()),
)
any_protocols = st.builds(
    recipe,
    st.lists(any_bag, max_size=4).map(tuple),
    st.lists(any_step, max_size=6).map(tuple),
    st.sampled_from(LastBag),
)
