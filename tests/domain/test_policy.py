"""Limits and rules of the policy, at their exact edges."""

from __future__ import annotations

import pytest

from desens_gui.domain.policy import Bound, Direction, MonitorRule, StopLimit
from desens_gui.domain.quantities import Number
from desens_gui.system.policies import load_policy


@pytest.mark.parametrize(
    ("bound", "below", "at", "above"),
    [
        (Bound.BELOW, True, False, False),
        (Bound.AT_OR_BELOW, True, True, False),
        (Bound.ABOVE, False, False, True),
        (Bound.AT_OR_ABOVE, False, True, True),
    ],
)
def test_a_limit_at_its_edge(bound: Bound, below: bool, at: bool, above: bool) -> None:
    limit = StopLimit("sbp", bound, Number(90))
    assert [limit.is_broken_by(value) for value in (89, 90, 91)] == [below, at, above]


def test_a_rule_at_its_edge() -> None:
    rise = MonitorRule("heart_rate", Direction.RISE, Number(20), blocks=False)
    assert [rise.is_met_by(now, 80) for now in (99, 100, 101, 60)] == [False, True, True, False]
    fall = MonitorRule("spo2", Direction.FALL, Number(3), blocks=False)
    assert [fall.is_met_by(now, 98) for now in (96, 95, 94, 101)] == [False, True, True, False]


def test_looking_up_limits_and_sources() -> None:
    policy = load_policy()
    heart_rate = policy.entry_limit("heart_rate")
    assert heart_rate is not None
    assert heart_rate.hard_max == Number(300)
    assert policy.entry_limit("shoe_size") is None
    assert policy.source("check_valid_min") == "SAFETY S8, E, not published"
    assert policy.source("stop_limits.sbp").startswith("Systolic below 90 mmHg")
    assert policy.source("shoe_size") == ""
