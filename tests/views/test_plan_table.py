"""The plan as a table: its own numbers, and a tick only for what was worked out and holds."""

from __future__ import annotations

from fractions import Fraction

import msgspec
import pytest

from desens_gui.domain.plan.jumps import rises
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.plan.resolve import resolve
from desens_gui.domain.protocol.protocol import LastBag, Protocol
from desens_gui.domain.quantities import Amount, Rate
from desens_gui.views.parts.plan import PlanView
from desens_gui.views.plan_table import adds_up, plan_table
from desens_gui.wording import numbers
from tests.driving import inputs
from tests.views.setup_scenes import PROTOCOLS, scene_at


def planned(protocol: str = "rdd-3bag-12step", dose: str = "400 mg") -> Plan:
    plan = resolve(inputs(protocol, dose))
    assert isinstance(plan, Plan)
    return plan


def table(plan: Plan) -> PlanView:
    return plan_table(scene_at("opened"), plan, "Preview")


DILUTED = [each for each in PROTOCOLS if each.last_bag is not LastBag.AT_TARGET]
DOSES = ("400 mg", "2000 mg", "50 mcg", "1296700 units")


@pytest.mark.parametrize(
    ("protocol", "dose"),
    [
        *((protocol, dose) for protocol in DILUTED for dose in DOSES),
        *((protocol, dose) for protocol in PROTOCOLS if protocol not in DILUTED for dose in DOSES[:2]),
    ],
)
def test_every_number_is_the_plans_own(protocol: Protocol, dose: str) -> None:
    plan = planned(protocol.id, dose)
    view = table(plan)
    assert [row.dose for row in view.steps.rows] == [numbers.number(step.dose) for step in plan.steps]
    assert [row.total for row in view.steps.rows][-1] == numbers.number(plan.total_dose)
    assert [row.drug for row in view.bags.rows] == [numbers.number(bag.drug) for bag in plan.bags]
    assert all(0 <= row.at <= 1 for row in view.steps.rows)
    assert [row.at for row in view.steps.rows] == sorted(row.at for row in view.steps.rows)
    assert view.steps.heads.dose[1] == numbers.unit_name(plan.unit)


def test_the_printed_table_of_the_picture() -> None:
    view = table(planned())
    assert [(row.steps, row.used, row.discard) for row in view.bags.rows] == [
        ("1 to 4", "9.25", "240.75"),
        ("5 to 8", "18.75", "231.25"),
        ("9 to 12", "250", "0"),
    ]
    assert [row.rise for row in view.steps.rows] == [
        *("start", "2.5", "2", "2", "2.5", "2", "2", "2", "2.48", "2", "2", "2"),
    ]
    assert [row.start for row in view.steps.rows][-3:] == ["2:15", "2:30", "2:45"]
    assert view.steps.totals == ("Total 400 mg", "278 mL", "5 h 39 min")
    assert view.steps.foot == "Started 11:00: ends about 16:39, plus checks and pauses"
    assert view.bags.foot[1] == ("Change bags", "at steps 5 and 9, not when a bag is empty.")
    assert view.steps.rows[0].spoken == "Step 1, bag 1, 2 mL/h for 15 min: 0.008 mg, in all 0.008 mg"
    assert [tick.label for tick in view.steps.scale] == ["0.001", "", "0.1", "", "10", "", "1,000"]


def test_bag_changes_are_said_for_one_for_many_and_for_none() -> None:
    assert table(planned("rdd-2bag-8step")).bags.foot[1][1] == "at step 5, not when a bag is empty."
    assert table(planned("rdd-4bag-16step")).bags.foot[1][1].startswith("at steps 5, 9 and 13,")
    assert len(table(one_bag()).bags.foot) == 1


def one_bag() -> Plan:
    """A single step from a single bag."""
    recipe = inputs().protocol
    last = msgspec.structs.replace(recipe.bags[-1], number=1)
    step = msgspec.structs.replace(recipe.steps[-1], number=1, bag=1)
    protocol = msgspec.structs.replace(recipe, bags=(last,), steps=(step,))
    plan = resolve(msgspec.structs.replace(inputs(), protocol=protocol))
    assert isinstance(plan, Plan)
    return plan


def test_one_bag_and_one_step() -> None:
    view = table(one_bag())
    assert view.bags.rows[0].steps == "1"
    assert view.steps.checked
    assert rises(one_bag()) == ()


def test_the_tick_stands_only_where_both_sums_hold() -> None:
    plan = planned()
    view = table(plan).steps
    assert adds_up(plan)
    assert view.checked
    assert view.head.note == "steps add up to 400 mg, dose rate rises at most 2.5 times per step"
    steep = msgspec.structs.replace(
        plan, steps=(*plan.steps[:-1], msgspec.structs.replace(plan.last_step, rate=Rate(400)))
    )
    assert max(rises(steep)) == Fraction(10)
    assert not table(steep).steps.checked
    assert "at most 10 times" in table(steep).steps.head.note
    short = msgspec.structs.replace(
        plan, steps=(*plan.steps[:-1], msgspec.structs.replace(plan.last_step, dose=Amount.of("1 mg")))
    )
    assert not adds_up(short)
    assert not table(short).steps.checked
    assert table(short).steps.head.note.startswith("steps add up to 31.928 mg")


def test_a_long_name_of_a_drug_leaves_the_column_head() -> None:
    long = resolve(msgspec.structs.replace(inputs(), drug="sulfamethoxazole/trimethoprim"))
    assert isinstance(long, Plan)
    assert table(long).bags.heads.drug == ("Drug", "mg")
    assert table(planned()).bags.heads.drug == ("CARBOplatin", "mg")
