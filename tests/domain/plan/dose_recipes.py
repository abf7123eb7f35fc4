"""Protocols of single doses for tests: a small one to bend, and random ones."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import strategies as st
from msgspec.structs import replace

from desens_gui.domain.plan.dose_plan import DoseInputs, DosePlan
from desens_gui.domain.plan.resolve_doses import resolve_doses
from desens_gui.domain.protocol.about import ProtocolKind, Route, Status
from desens_gui.domain.protocol.doses import DoseProtocol, ProtocolDose, Stock, TargetMeans
from desens_gui.domain.quantities import Amount, Concentration, DoseUnit, Duration, Number

QUARTER = Duration.minutes(15)


def dose(number: int, amount: str = "", **fields: Any) -> ProtocolDose:
    whole = ProtocolDose(number=number, amount=Amount.of(amount) if amount else None, sources=())
    return replace(whole, **fields)


def stock(number: int, strength: str) -> Stock:
    return Stock(number=number, concentration=Concentration.of(strength), sources=())


SMALL = (dose(1, "1 mg", wait=QUARTER, stock=1), dose(2, "2 mg", wait=QUARTER, stock=1), dose(3, "4 mg"))


def doses(
    given: tuple[ProtocolDose, ...] = SMALL,
    kind: ProtocolKind = ProtocolKind.DOSES,
    target: TargetMeans = TargetMeans.CUMULATIVE,
    **fields: Any,
) -> DoseProtocol:
    """Three doses, one concentration, unless told otherwise."""
    whole = DoseProtocol(
        id="test",
        revision=1,
        title="test",
        kind=kind,
        route=Route.ORAL,
        status=Status.RECALLED,
        drugs=(),
        target=target,
        stocks=(stock(1, "0.5 mg/mL"),),
        doses=given,
        sources=(),
    )
    return replace(whole, **fields)


def dose_inputs(protocol: DoseProtocol, target: str = "7 mg", **fields: Any) -> DoseInputs:
    return replace(DoseInputs(protocol=protocol, drug="drug", target=Amount.of(target)), **fields)


def dose_planned(protocol: DoseProtocol, target: str = "7 mg", **fields: Any) -> DosePlan:
    plan = resolve_doses(dose_inputs(protocol, target, **fields))
    assert isinstance(plan, DosePlan), plan
    return plan


numbers = st.integers(-3, 10**6).map(lambda whole: Fraction(whole, 1000))
times = st.none() | st.builds(Duration, st.integers(-1, 10**4))
any_dose = st.builds(
    ProtocolDose,
    number=st.integers(0, 4),
    amount=st.none() | st.builds(Amount, numbers, st.sampled_from(DoseUnit)),
    share=st.none() | st.builds(Number, numbers),
    stock=st.none() | st.integers(0, 3),
    day=st.integers(0, 3),
    days=st.none() | st.integers(0, 3),
    wait=times,
    wait_at_most=times,
    push=times,
    sources=st.just(()),
)
any_doses = st.builds(
    doses,
    st.lists(any_dose, max_size=4).map(tuple),
    st.sampled_from((ProtocolKind.DOSES, ProtocolKind.COURSE, ProtocolKind.CHALLENGE)),
    st.sampled_from(TargetMeans),
)


@st.composite
def sound_doses(draw: st.DrawFn) -> DoseProtocol:
    """Protocols that make a plan: ascending doses in mg or mcg, with and without a concentration."""
    kind = draw(st.sampled_from((ProtocolKind.DOSES, ProtocolKind.COURSE)))
    given: list[ProtocolDose] = []
    day = 1
    for number in range(1, draw(st.integers(1, 6)) + 1):
        amount = Amount(
            Fraction(draw(st.integers(1, 10**6)), 1000), draw(st.sampled_from((DoseUnit.MG, DoseUnit.MCG)))
        )
        day += draw(st.booleans()) if kind is ProtocolKind.DOSES and given else 0
        given.append(
            dose(
                number,
                f"{amount.text} {amount.unit}",
                stock=draw(st.sampled_from((None, 1))),
                day=day if kind is ProtocolKind.DOSES else 1,
                days=draw(st.integers(1, 4)) if kind is ProtocolKind.COURSE else 1,
                wait=draw(st.none() | st.integers(1, 90).map(Duration.minutes)),
            )
        )
    return doses(tuple(given), kind, draw(st.sampled_from(TargetMeans)))
