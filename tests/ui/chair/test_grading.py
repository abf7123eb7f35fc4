"""First sign, pattern and grade through the window, by keys alone."""

from __future__ import annotations

import pytest

from desens_gui.domain.events.reaction import OnsetRecorded, PatternJudged, ReactionGraded
from desens_gui.domain.grading.picture import Pattern
from desens_gui.domain.grading.scale import Scale
from tests.driving import MINUTE
from tests.ui.chair import ways
from tests.ui.chair.conftest import Begin
from tests.ui.chair.keyboard import ESC, F2, F6
from tests.ui.chair.test_reaction import called


def test_the_grade_is_recorded_with_its_scale_and_the_reason(begin: Begin) -> None:
    chair = called(begin)
    chair.again(F2)
    chair.key(F6)
    assert chair.shown == "grade"
    chair.choose("Brown (2004)")
    chair.choose("2")
    chair.again(F2)
    assert chair.shown == "grade"
    assert "another grade" in chair.alarm
    chair.tab_to("grade:reason")
    chair.enter("hypotension felt at the wrist")
    chair.again(F2)
    graded = chair.event(ReactionGraded)
    assert isinstance(graded, ReactionGraded)
    assert (graded.scale, graded.grade, graded.suggested) == (Scale.BROWN_2004, "2", "")
    assert graded.reason == "hypotension felt at the wrist"
    assert chair.shown == "reaction"
    chair.key(F6)
    assert "Brown (2004)" in chair.buttons()


def test_the_first_sign_and_what_it_looks_like_are_said_in_a_tap(begin: Begin) -> None:
    chair = called(begin)
    chair.again(F2)
    chair.key(F6)
    chair.choose("What it looks like")
    chair.choose("Vasovagal")
    assert chair.event(PatternJudged) == PatternJudged(pattern=Pattern.VASOVAGAL)
    assert chair.shown == "reaction"
    chair.key(F6)
    chair.choose("First sign")
    assert chair.code == "onset:time"
    earlier = chair.clock.now().utc_us - MINUTE * 1_000_000
    chair.enter(ways.clock(earlier))
    chair.again(F2)
    onset = chair.event(OnsetRecorded)
    assert isinstance(onset, OnsetRecorded)
    assert onset.at.us // 1_000_000 == earlier // 1_000_000
    assert chair.shown == "reaction"


@pytest.mark.parametrize("scale", ["Ring and Messmer (1977)", "WAO (2010)"])
def test_escape_leaves_the_form_empty(begin: Begin, scale: str) -> None:
    chair = called(begin)
    chair.again(F2)
    chair.key(F6)
    chair.choose(scale)
    chair.key(ESC)
    assert chair.shown == "reaction"
    chair.key(F6)
    assert "Anaphylaxis, WAO (2020)" in chair.buttons()
