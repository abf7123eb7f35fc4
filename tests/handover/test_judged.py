"""What the page of a session says of how a reaction was judged."""

from __future__ import annotations

from desens_gui.domain.commands.check import RecordNote
from desens_gui.domain.commands.pump import ReportPumpStopped
from desens_gui.domain.commands.reaction import (
    CallReaction,
    EnterReactionInError,
    GradeReaction,
    JudgePattern,
    RecordOnset,
)
from desens_gui.domain.grading.picture import Pattern
from desens_gui.domain.grading.scale import Scale
from tests.courses import at_step
from tests.handover.sessions import report_of, table


def test_first_sign_pattern_and_the_newest_grade_of_each_scale_stand_with_their_reaction() -> None:
    chair = at_step(9)
    chair.wait(600)
    chair.do(CallReaction())
    chair.do(ReportPumpStopped())
    chair.do(RecordOnset(at=chair.ago(60)))
    chair.do(JudgePattern(pattern=Pattern.ALLERGIC))
    chair.do(RecordNote(text="hives on both arms"))
    chair.do(GradeReaction(scale=Scale.BROWN_2004, grade="1", reason="hives seen"))
    chair.do(GradeReaction(scale=Scale.BROWN_2004, grade="2", reason="hives, wheeze heard"))
    chair.do(GradeReaction(scale=Scale.WAO_2010, grade="2", reason="two organs"))
    (row,) = table(report_of(chair), "Reactions").rows
    who, first, *rest = row.cells[-1].split(". ")
    assert (who, rest) == ("Mara Lindt", ["Pattern: Allergic", "Brown (2004): 2", "WAO (2010): 2z"])
    assert first.startswith("First sign at ")
    chair.do(EnterReactionInError(reason="a cough"))
    chair.do(CallReaction())
    assert table(report_of(chair), "Reactions").rows[-1].cells[-1] == "Mara Lindt"
