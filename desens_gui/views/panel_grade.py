"""Short forms of the judgement: when it began, what it looks like, the grade with its reasons."""

from __future__ import annotations

from desens_gui.domain.episode import Episode
from desens_gui.domain.grading.every import CRITERIA_ONLY, SCALES, grade_code, grades_of, questions, suffix_of
from desens_gui.domain.grading.picture import Answered, Asked, Pattern, Picture
from desens_gui.domain.grading.scale import Scale, Suggestion
from desens_gui.domain.grading.seen import picture_of
from desens_gui.views.panel_parts import PanelParts, confirming
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.pump_entry import Problems, choice, field
from desens_gui.views.scene import Scene
from desens_gui.wording.about_words import certainty_name
from desens_gui.wording.grading import (
    asked_name,
    boundary_line,
    criteria_line,
    grade_name,
    pattern_name,
    scale_grade,
    scale_name,
)

SCALE, GRADE, REASON = "grade:scale", "grade:grade", "grade:reason"
ANSWER = "grade:answer:"
YES, NO = "yes", "no"
ONSET = "onset:time"


def onset_panel(scene: Scene, draft: FormDraft, problems: Problems) -> PanelParts:
    words = scene.words
    return PanelParts(
        title=words("First sign"),
        text=words("When the first sign was seen. Readings from then on count for the grade."),
        fields=(field(draft, problems, ONSET, words("Time of the first sign"), kind="time"),),
        confirm=confirming("onset", words("Save the time of the first sign")),
    )


def pattern_panel(scene: Scene) -> PanelParts:
    words = scene.words
    hints = {
        Pattern.ALLERGIC: words("hives, itch, flush, wheeze, throat, low pressure"),
        Pattern.CYTOKINE: words("fever, chills, rigors, pain, headache"),
        Pattern.VASOVAGAL: words("pallor, sweat, slow pulse; better lying flat; no skin signs"),
        Pattern.ANXIETY: words("all measured values as before"),
        Pattern.DRUG_EFFECT: words("known effect of this drug"),
        Pattern.IV_SITE: words("pain, swelling or redness at the cannula only"),
        Pattern.NOT_SURE: words("treat as anaphylaxis"),
    }
    return PanelParts(
        title=words("What it looks like"),
        text=words("Beside the grade, not in place of it. In doubt treat as anaphylaxis."),
        options=tuple(
            ActionView(
                intent=f"pattern:{pattern.value}",
                label=pattern_name(words, pattern),
                sub=hints[pattern],
                key=str(number),
            )
            for number, pattern in enumerate(Pattern, start=1)
        ),
    )


def grade_panel(scene: Scene, draft: FormDraft, problems: Problems) -> PanelParts:
    """First which scale, each with what it suggests; then its questions, its reasons and the grade."""
    episode = scene.session.episode
    if episode is None:
        return PanelParts(title=scene.words("Grade"), text=scene.words("No reaction was called."))
    chosen = draft.choice(SCALE)
    if not chosen:
        return _scales(scene, episode)
    return _graded(scene, episode, Scale(chosen), draft, problems)


def _scales(scene: Scene, episode: Episode) -> PanelParts:
    words = scene.words
    picture = picture_of(scene.session, episode)
    onset = words("not said") if episode.onset_ns is None else scene.hh_mm(episode.onset_ns)
    pattern = words("not said") if episode.pattern is None else pattern_name(words, episode.pattern)
    first = (
        ActionView(intent="onset", label=words("First sign"), sub=onset, key="T"),
        ActionView(intent="pattern", label=words("What it looks like"), sub=pattern, key="P"),
    )
    scales = tuple(
        ActionView(
            intent=f"grade_on:{scale.value}",
            label=scale_name(words, scale),
            sub=suggestion_line(scene, judge(picture), picture),
            key=str(number),
        )
        for number, (scale, judge) in enumerate(SCALES.items(), start=1)
    )
    return PanelParts(
        title=words("Grade the reaction"),
        text=words("Suggested from what was found since the first sign. Choose a scale: you decide."),
        options=(*first, *scales),
    )


def suggestion_line(scene: Scene, found: Suggestion, picture: Picture) -> str:
    """ "at least 2"; "cannot tell"; "criteria met"."""
    words, code = scene.words, grade_code(found)
    if found.rank is None:
        return words("cannot tell yet")
    if not code:
        return words("no criterion met")
    grade = grade_name(words, code, suffix_of(found.scale, picture))
    return words("at least {grade}", grade=grade) if _open(found) else grade


def _open(found: Suggestion) -> bool:
    return found.at_least and found.scale not in CRITERIA_ONLY


def answers_of(draft: FormDraft) -> tuple[Answered, ...]:
    """The questions answered in the form, as stored with the grade."""
    given = ((asked, draft.choice(f"{ANSWER}{asked.value}")) for asked in Asked)
    return tuple(Answered(asked=asked, yes=answer == YES) for asked, answer in given if answer)


def _graded(scene: Scene, episode: Episode, scale: Scale, draft: FormDraft, problems: Problems) -> PanelParts:
    words, given = scene.words, answers_of(draft)
    picture = picture_of(scene.session, episode, given)
    found = SCALES[scale](picture)
    open_questions = questions((SCALES[scale](picture_of(scene.session, episode)), found))
    chosen, suggested = draft.choice(GRADE), grade_code(found)
    asks = tuple(
        choice(
            f"{ANSWER}{asked.value}",
            asked_name(words, asked),
            ((YES, words("Yes")), (NO, words("No"))),
            draft.choice(f"{ANSWER}{asked.value}"),
        )
        for asked in open_questions
    )
    grades = tuple((code, grade_name(words, code)) for code in grades_of(scale))
    other = bool(chosen) and chosen != suggested
    why = field(draft, problems, REASON, words("Reason for another grade than suggested"), kind="text")
    return PanelParts(
        title=scale_name(words, scale),
        text=_reasons(scene, found, picture),
        choices=(*asks, choice(GRADE, words("Your grade"), grades, chosen)),
        fields=(why,) if other else (),
        confirm=confirming(
            "grade",
            words("Record {grade}", grade=scale_grade(words, scale, chosen)) if chosen else words("Record"),
            blocked="" if chosen else words("Not yet. Choose the grade."),
        ),
    )


def _reasons(scene: Scene, found: Suggestion, picture: Picture) -> str:
    words = scene.words
    kinds = (("met", found.met), ("missing", found.missing), ("gaps", found.gaps))
    return "; ".join(
        [
            words("Suggested: {grade}", grade=suggestion_line(scene, found, picture)),
            *(criteria_line(words, kind, codes) for kind, codes in kinds if codes),
            words("scale {certainty}", certainty=certainty_name(found.certainty, words)),
            *(boundary_line(words, code) for code in found.boundaries),
        ]
    )
