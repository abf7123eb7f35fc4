"""Looking things up in a plan."""

from __future__ import annotations

import pytest

from tests.domain.plan.recipes import planned, recipe


def test_steps_and_bags_are_found_by_their_numbers() -> None:
    plan = planned(recipe())
    assert plan.step(3).number == 3
    assert plan.bag(2).number == 2
    assert plan.bag_of(3) is plan.bag(2)
    assert [step.number for step in plan.steps_of(1)] == [1, 2]
    assert plan.last_step is plan.step(4)


def test_a_bag_is_hung_for_its_first_step_only() -> None:
    plan = planned(recipe())
    assert [plan.begins_bag(step.number) for step in plan.steps] == [True, False, True, False]


@pytest.mark.parametrize("number", [0, 5, -1])
def test_a_step_that_does_not_exist_is_not_some_other_step(number: int) -> None:
    with pytest.raises(IndexError, match=f"step {number} is not one of 1 to 4"):
        planned(recipe()).step(number)


@pytest.mark.parametrize("number", [0, 3, -1])
def test_a_bag_that_does_not_exist_is_not_some_other_bag(number: int) -> None:
    with pytest.raises(IndexError, match=f"bag {number} is not one of 1 to 2"):
        planned(recipe()).bag(number)
