"""What comes next, at moments of the demo day."""

from __future__ import annotations

import pytest

from desens_gui.domain.instants import Utc
from desens_gui.session.moment import Moment
from desens_gui.session.outlook import Coming, due_list
from desens_gui.session.review import Review
from tests.scenarios.runs import shipped

REVIEW = "2026-11-22T{}Z"


@pytest.fixture(scope="module")
def review() -> Review:
    return Review(shipped("01-demo-12-step").session.records)


def at(review: Review, utc: str) -> Moment:
    now = review.at_time(Utc.of(REVIEW.format(utc)).us)
    assert now is not None
    return now


@pytest.mark.parametrize(
    ("utc", "kinds"),
    [
        ("07:10:00", []),
        ("07:30:00", [Coming.STEP_ELAPSED, Coming.CHECK, Coming.IV_SITE]),
        ("08:50:00", []),
        ("10:30:00", [Coming.SEEN, Coming.IV_SITE, Coming.CHECK, Coming.BAG_EMPTY]),
        ("13:40:00", [Coming.CHECK, Coming.OBSERVATION_OVER]),
        ("14:30:00", []),
    ],
)
def test_what_is_due(review: Review, utc: str, kinds: list[Coming]) -> None:
    now = at(review, utc)
    dues = due_list(now)
    assert [due.kind for due in dues if due.kind is not Coming.IV_SITE or Coming.IV_SITE in kinds] == kinds
    assert [due.at_ns for due in dues] == sorted(due.at_ns for due in dues)


def test_before_the_policy_nothing_is_due(review: Review) -> None:
    now = review.at_seq(1)
    assert now is not None
    assert due_list(now) == ()
