"""A plan as texts: the same for the same inputs, exact where it can be."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given

from desens_gui.domain.decimal_text import is_finite_decimal
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.plan.resolve import resolve
from desens_gui.domain.plan.table import BagRow, StepRow, table_of
from desens_gui.domain.protocol.protocol import Protocol
from desens_gui.domain.quantities import Amount, Duration
from tests.domain.plan.recipes import amounts, inputs, planned, recipe, sound_protocols, step


def test_every_column_is_plain_text() -> None:
    table = table_of(planned(recipe()))
    assert table.bags[0] == BagRow(bag="1", volume_ml="100", drug="10", concentration="0.1", unit="mg")
    assert table.steps[1] == StepRow(
        step="2",
        bag="1",
        rate_ml_h="20",
        minutes="15",
        volume_ml="5",
        dose="0.5",
        cumulative="0.75",
        unit="mg",
        elapsed_min="30",
    )


def test_what_never_ends_has_twelve_significant_digits() -> None:
    ten_minutes = step(1, 1, "2", Duration.minutes(10))
    table = table_of(planned(recipe(steps=(ten_minutes, step(2, 2, "7", None)))))
    assert table.steps[0].volume_ml == "0.333333333333"
    assert table.steps[1].minutes == "857.142857143"


@given(sound_protocols(), amounts)
def test_the_texts_are_the_plan(protocol: Protocol, target: Amount) -> None:
    plan = resolve(inputs(protocol, f"{target.text} {target.unit}"))
    assert isinstance(plan, Plan)
    table = table_of(plan)
    assert table == table_of(plan)
    for row, exact in zip(table.steps, plan.steps, strict=True):
        for text, value in ((row.dose, exact.dose.value), (row.volume_ml, exact.volume.value)):
            if is_finite_decimal(value):
                assert Fraction(text) == value
            else:
                assert abs(Fraction(text) - value) <= value * Fraction(1, 10**11)
    assert Fraction(table.steps[-1].cumulative) == target.value
