"""What reaches the vein: the figures of one set kept throughout; nothing is lost or made on the way."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.plan.resolve import resolve
from desens_gui.domain.plan.vein import Line, VeinPlan, at_vein
from desens_gui.domain.policy import Connection
from desens_gui.domain.protocol.protocol import Protocol
from desens_gui.domain.quantities import Amount, Duration, Volume
from desens_gui.system.protocols import load_protocol
from tests.domain.plan.recipes import amounts, inputs, planned, sound_protocols

TWELVE = planned(load_protocol("rdd-3bag-12step"), "1000 mg")


def line(connection: Connection, volume: str = "18", *, primed_with_bag: bool = True) -> Line:
    return Line(connection=connection, volume=Volume.of(volume), primed_with_bag=primed_with_bag)


def with_line(connection: Connection, volume: str = "18", *, primed_with_bag: bool = True) -> VeinPlan:
    return at_vein(TWELVE, line(connection, volume, primed_with_bag=primed_with_bag))


@pytest.mark.hazard("H-PLAN")
@pytest.mark.requirement("R-S2-2")
def test_one_set_kept_throughout_brings_bag_3_22_s_into_step_12() -> None:
    largest = with_line(Connection.SAME_SET).jumps[-1]
    assert largest.step == 12
    assert largest.after == Duration(Fraction(45, 2))
    assert largest.before == 32
    assert round(largest.now) == 317
    assert largest.times > 9


def test_a_set_of_its_own_primed_with_the_bag_gives_what_the_pump_gives() -> None:
    own = with_line(Connection.OWN_SET)
    assert [step.dose for step in own.steps] == [step.at_pump for step in own.steps]
    assert max(jump.times for jump in own.jumps) == Fraction(5, 2)
    assert own.largest is not None
    assert own.largest.times == Fraction(5, 2)
    assert round(own.steps[8].left.value) == 71, "what the set holds after a reaction in step 9"


def test_a_set_primed_with_a_fluid_without_drug_delays_the_first_drug() -> None:
    saline = with_line(Connection.OWN_SET, primed_with_bag=False)
    assert saline.steps[0].dose == Amount.of("0 mg")
    assert saline.steps[0].left == Amount.of("0.02 mg")
    assert sum(step.dose.value for step in saline.steps[:4]) == 0, "all of bag 1 stays in its set"


def test_no_dead_volume_is_the_pump_itself() -> None:
    assert [step.dose for step in with_line(Connection.SAME_SET, "0").steps] == [
        step.dose for step in TWELVE.steps
    ]


def test_one_step_has_no_jump() -> None:
    assert VeinPlan(steps=(), jumps=()).largest is None


@settings(max_examples=30)
@given(sound_protocols(), amounts, st.integers(0, 400).map(lambda n: Volume(Fraction(n, 10))))
def test_what_goes_in_is_at_the_vein_or_in_the_line(protocol: Protocol, target: Amount, dead: Volume) -> None:
    plan = resolve(inputs(protocol, f"{target.text} {target.unit}"))
    if not isinstance(plan, Plan):
        return
    for connection in (Connection.SIDE_BRANCH, Connection.OWN_SET):
        found = at_vein(plan, Line(connection=connection, volume=dead))
        for step, planned_step in zip(found.steps, plan.steps, strict=True):
            assert sum(piece.lasts.value for piece in step.pieces) == planned_step.duration.value
        if connection is Connection.SIDE_BRANCH:
            primed = dead * plan.bag(1).concentration
            got = sum((step.dose.value for step in found.steps), Fraction(0))
            assert got + found.steps[-1].left.value == plan.total_dose.value + primed.value
        else:
            assert [step.dose for step in found.steps] == [step.dose for step in plan.steps]
