"""The course of a session that changes its workstation."""

from __future__ import annotations

import pytest

from desens_gui.course.so_far import course_of
from desens_gui.course.steps import counted_until
from desens_gui.domain.ledger import given
from tests.courses import at_step
from tests.parts import closing, moved


@pytest.mark.requirement("R-S21-ledger")
def test_in_a_closed_part_no_dose_grows_any_more() -> None:
    chair = at_step(6)
    chair.wait(60)
    before = chair.given
    chair.do(closing())
    chair.wait(600)
    at_ns = counted_until(chair.session, chair.now_ns)
    assert given(chair.session.ledger, chair.plan, at_ns) == before
    assert chair.given > before, "the pump goes on, and the next part counts it"


def test_the_change_is_a_gap_in_the_course_and_both_its_facts_are_rows() -> None:
    chair = at_step(6)
    moved(chair, seconds=90)
    course = course_of(chair.records)
    (gap,) = course.intervals.gaps
    assert gap.to_ns - gap.from_ns == 90_000_000_000
    kinds = [type(row.recorded.event).__name__ for row in course.rows.all()]
    assert kinds[-3:] == ["PartClosed", "PartTakenOver", "ProgramResumed"]
