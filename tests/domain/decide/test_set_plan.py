"""Which plan a session takes: one that can be made, of bags whose volume is known."""

from __future__ import annotations

import msgspec
import pytest

from desens_gui.domain.commands.setup import SetPlan
from desens_gui.domain.plan.inputs import CompoundedBag
from desens_gui.domain.plan.problems import BagNotPrepared
from desens_gui.domain.quantities import Volume
from desens_gui.domain.refusals.setup import PlanImpossible
from tests.courses import set_up
from tests.driving import inputs


def test_a_dose_of_zero_gives_no_plan() -> None:
    (reason,) = set_up().refused(SetPlan(inputs=inputs(dose="0 mg")))
    assert isinstance(reason, PlanImpossible)
    assert reason.problems


@pytest.mark.hazard("H-PLAN")
@pytest.mark.requirement("R-S12-6")
def test_a_bag_of_unknown_volume_gives_no_session() -> None:
    (reason,) = set_up().refused(SetPlan(inputs=inputs("lrdp-13dose", "400 mg")))
    assert isinstance(reason, PlanImpossible)
    assert reason.problems == (BagNotPrepared(1), BagNotPrepared(2), BagNotPrepared(3))
    made = tuple(CompoundedBag(number=number, volume=Volume(250)) for number in (1, 2, 3))
    set_up().do(SetPlan(inputs=msgspec.structs.replace(inputs("lrdp-13dose", "400 mg"), bags=made)))
