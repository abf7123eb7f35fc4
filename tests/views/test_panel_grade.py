"""The forms of the judgement: what the scales suggest, their questions, the reason for another grade."""

from __future__ import annotations

from desens_gui.domain.commands.check import RecordMedication
from desens_gui.domain.commands.reaction import CallReaction, GradeReaction, JudgePattern, RecordOnset
from desens_gui.domain.grading.picture import Answered, Asked, Pattern
from desens_gui.domain.grading.scale import Scale
from desens_gui.domain.stage import Reacting
from desens_gui.views.beside import grade
from desens_gui.views.entry.forms import FormReader
from desens_gui.views.entry.orders import read_order
from desens_gui.views.panel_grade import grade_panel, onset_panel, pattern_panel
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.reaction import reaction
from tests import courses
from tests.domain.decide.test_grading import ago, found, reacting
from tests.driving import Chair
from tests.views.at_chair import scene_of


def on(scale: Scale, **chosen: str) -> FormDraft:
    return FormDraft(chosen={"grade:scale": scale.value, **{f"grade:{k}": v for k, v in chosen.items()}})


def test_every_scale_says_what_it_suggests() -> None:
    chair = reacting()
    chair.do(found(chair))
    parts = grade_panel(scene_of(chair), FormDraft(), {})
    subs = {each.label: each.sub for each in parts.options}
    assert subs["First sign"] == "not said"
    assert subs["What it looks like"] == "not said"
    assert subs["Brown (2004)"] == "3"
    assert subs["Ring and Messmer (1977)"] == "at least II"
    assert subs["WAO (2010)"] == "4z"
    assert subs["Anaphylaxis, WAO (2020)"] == "criteria met"
    keys = [each.key for each in parts.options]
    assert len(set(keys)) == len(keys)
    empty = grade_panel(scene_of(reacting()), FormDraft(), {})
    assert {each.label: each.sub for each in empty.options}["Brown (2004)"] == "cannot tell yet"
    assert grade_panel(scene_of(courses.at_step(9)), FormDraft(), {}).text == "No reaction was called."


def test_after_first_sign_and_pattern_both_stand_there() -> None:
    chair = reacting()
    chair.do(RecordOnset(at=ago(chair, 60)))
    chair.do(JudgePattern(pattern=Pattern.CYTOKINE))
    parts = grade_panel(scene_of(chair), FormDraft(), {})
    assert parts.options[0].sub == scene_of(chair).hh_mm(chair.session.episodes[0].onset_ns or 0)
    assert parts.options[1].sub == "Cytokine, infusion reaction"


def test_a_scale_asks_what_only_the_clinician_knows() -> None:
    chair = reacting()
    scene = scene_of(chair)
    parts = grade_panel(scene, on(Scale.CTCAE_5_IRR), {})
    assert [each.name for each in parts.choices] == [
        "Prolonged, came back, or hospital stay",
        "Life-threatening, urgent intervention",
        "Your grade",
    ]
    assert parts.confirm is not None
    assert parts.confirm.blocked_reason == "Not yet. Choose the grade."
    no = {f"answer:{each}": "no" for each in ("prolonged", "life_threatening")}
    draft = on(Scale.CTCAE_5_IRR, grade="2", **no)
    parts = grade_panel(scene, draft, {})
    assert len(parts.choices) == 3
    assert parts.text == "Suggested: no criterion met; scale read in the source"
    assert [each.name for each in parts.fields] == ["Reason for another grade than suggested"]
    assert parts.confirm is not None
    assert parts.confirm.label == "Record CTCAE v5 infusion-related reaction: 2"
    reader = FormReader(scene, draft)
    assert read_order(reader, "confirm:grade") == GradeReaction(
        scale=Scale.CTCAE_5_IRR,
        grade="2",
        answers=(
            Answered(asked=Asked.PROLONGED, yes=False),
            Answered(asked=Asked.LIFE_THREATENING, yes=False),
        ),
    )


def test_the_reasons_stand_with_the_boundary() -> None:
    chair = reacting()
    chair.do(found(chair, systolic=90))
    text = grade_panel(scene_of(chair), on(Scale.BROWN_2004, grade="3"), {}).text
    assert text.startswith("Suggested: 3; criteria met: Hives, SpO2 92 % or less")
    assert text.endswith("Systolic exactly 90: low on BWH (90 or less), not on Brown or NIAID/FAAN.")


def test_nothing_chosen_and_no_time_are_named() -> None:
    scene = scene_of(reacting())
    reader = FormReader(scene, on(Scale.BROWN_2004))
    assert read_order(reader, "confirm:grade") is None
    assert reader.problems == {"grade:grade": "Choose the grade."}
    reader = FormReader(scene, FormDraft())
    assert read_order(reader, "confirm:onset") is None
    assert reader.problems == {"onset:time": "Time of the first sign: nothing was entered."}
    reader = FormReader(scene, FormDraft(texts={"onset:time": "13:10"}))
    assert isinstance(read_order(reader, "confirm:onset"), RecordOnset)
    assert onset_panel(scene, FormDraft(), {}).fields[0].code == "onset:time"


def test_every_pattern_has_its_hint_and_doubt_is_anaphylaxis() -> None:
    parts = pattern_panel(scene_of(reacting()))
    assert [each.intent for each in parts.options] == [f"pattern:{each.value}" for each in Pattern]
    assert all(each.sub for each in parts.options)
    assert parts.text.endswith("In doubt treat as anaphylaxis.")


def test_the_newest_grade_stands_on_the_screen_and_in_the_bar() -> None:
    chair = reacting()
    assert grade(scene_of(chair)).sub == "None yet"
    chair.do(found(chair))
    chair.do(RecordOnset(at=ago(chair, 0)))
    chair.do(JudgePattern(pattern=Pattern.ALLERGIC))
    chair.do(GradeReaction(scale=Scale.WAO_2010, grade="4"))
    scene, stage = scene_of(chair), chair.session.stage
    assert grade(scene).sub == "WAO (2010): 4z"
    assert isinstance(stage, Reacting)
    judged = reaction(scene, stage, FormDraft(), {}, {}).facts[-1]
    first = scene.hh_mm(chair.session.episodes[0].onset_ns or 0)
    assert [(pair.label, pair.value) for pair in judged.pairs] == [(f"First sign {first}", "WAO (2010): 4z")]
    observed = courses.observing()
    assert grade(scene_of(observed)).sub == "None yet"
    observed.do(CallReaction())


def test_each_epinephrine_stands_with_its_clock_and_two_ask_for_critical_care() -> None:
    chair = reacting()
    chair.do(RecordMedication(drug="EPINEPHrine", dose="0.5 mg", route="IM"))
    chair.wait(65)
    assert card(chair).startswith("EPINEPHrine dose 1: 0.5 mg IM at ")
    assert card(chair).endswith("01:05 ago. Not better: may be repeated, by your site's card.")
    chair.do(RecordOnset(at=ago(chair, 125)))
    chair.do(RecordMedication(drug="adrenaline", dose="0.5 mg", route="IM"))
    assert card(chair).endswith(
        "00:00 ago. First dose 01:00 after the first sign. "
        "No improvement after two doses is refractory: call critical care."
    )


def card(chair: Chair) -> str:
    """What stands under the row of treatment."""
    scene, stage = scene_of(chair), chair.session.stage
    assert isinstance(stage, Reacting)
    return reaction(scene, stage, FormDraft(), {}, {}).order.rows[-1].sub
