"""Set-up, who qualifies: hard stops, risks, the first reaction, tests (SAFETY S14). Nothing is pre-filled."""

from __future__ import annotations

from desens_gui.domain.protocol.about import ReactionType
from desens_gui.domain.qualifying import Asthma, HistoryStrength, Known, Pregnancy, Severe, Tested
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.facts import LineView
from desens_gui.views.parts.setup import AnswerView, FormBlock, PickRow, PickView
from desens_gui.views.pump_entry import Problems
from desens_gui.views.scene import Scene
from desens_gui.views.setup_answers import choice_answer, text_answer, unanswered
from desens_gui.wording.about_words import reaction_name
from desens_gui.wording.qualify_words import (
    asthma_name,
    known_name,
    not_desensitization,
    pregnancy_name,
    severe_name,
    strength_name,
    tested_name,
)
from desens_gui.wording.sentences import lowered, raised
from desens_gui.wording.words import Words

KNOWN = (Known.NO, Known.YES, Known.NOT_KNOWN)
WEIGHT_CHECKED = "qualify:weight_checked"


def qualify_form(scene: Scene, draft: FormDraft, problems: Problems) -> tuple[FormBlock, ...]:
    words = scene.words
    return (
        _hard_stops(words, draft, problems),
        _clinician(words, draft, problems),
        FormBlock(title=words("First reaction"), pick=_reactions(words, draft, problems)),
        _evidence(words, draft, problems),
        _tests(words, draft, problems),
    )


def _hard_stops(words: Words, draft: FormDraft, problems: Problems) -> FormBlock:
    return FormBlock(
        title=words("Hard stops, this drug ever"),
        note=words("any Yes blocks the session"),
        answers=tuple(
            _known(words, draft, problems, f"qualify:{each.value}", severe_name(words, each))
            for each in Severe
        ),
    )


def _clinician(words: Words, draft: FormDraft, problems: Problems) -> FormBlock:
    return FormBlock(
        title=words("Clinician decides"),
        note=words("a Yes needs a name and a reason"),
        answers=(
            *(_known(words, draft, problems, code, name) for code, name in _yes_no(words)),
            choice_answer(
                draft,
                problems,
                "qualify:asthma",
                words("Asthma"),
                [(each.value, asthma_name(words, each)) for each in Asthma],
            ),
            text_answer(draft, problems, "qualify:fev1", words("FEV1, if measured"), unit="%", kind="number"),
            choice_answer(
                draft,
                problems,
                "qualify:pregnancy",
                words("Pregnant"),
                [(each.value, pregnancy_name(words, each)) for each in _PREGNANCY],
            ),
        ),
    )


_PREGNANCY = (Pregnancy.NO, Pregnancy.YES, Pregnancy.NOT_KNOWN, Pregnancy.NOT_POSSIBLE)


def _yes_no(words: Words) -> tuple[tuple[str, str], ...]:
    return (
        ("qualify:beta_blocker", words("Beta-blocker, last 24 h")),
        ("qualify:ace_inhibitor", words("ACE inhibitor, last 24 h")),
        ("qualify:heart_unstable", words("Unstable heart disease")),
        ("qualify:life_threatening", words("Life-threatening first reaction")),
    )


def _known(words: Words, draft: FormDraft, problems: Problems, code: str, name: str) -> AnswerView:
    return choice_answer(
        draft, problems, code, name, [(each.value, known_name(words, each)) for each in KNOWN]
    )


def _reactions(words: Words, draft: FormDraft, problems: Problems) -> PickView:
    chosen = draft.choice("qualify:reaction")
    return PickView(
        code="qualify:reaction",
        name=words("First reaction"),
        rows=tuple(
            PickRow(code=each.value, title=raised(reaction_name(each, words)), chosen=each.value == chosen)
            for each in ReactionType
        ),
        problem=problems.get("qualify:reaction", ""),
    )


def _evidence(words: Words, draft: FormDraft, problems: Problems) -> FormBlock:
    return FormBlock(
        title=words("Evidence and decision"),
        answers=(
            choice_answer(
                draft,
                problems,
                "qualify:strength",
                words("History"),
                [(each.value, strength_name(words, each)) for each in HistoryStrength],
            ),
            *(text_answer(draft, problems, code, name, wide=True) for code, name in _said(words)),
        ),
    )


def _said(words: Words) -> tuple[tuple[str, str], ...]:
    return (
        ("qualify:evidence", words("Evidence")),
        ("qualify:decided_by", words("Decided by")),
        ("qualify:alternatives", words("Alternatives ruled out")),
        ("qualify:benefit", words("Benefit")),
    )


def _tests(words: Words, draft: FormDraft, problems: Problems) -> FormBlock:
    options = [(each.value, tested_name(words, each)) for each in Tested]
    day = words("Date, if known")
    like = words("like 03-Oct-2026")
    answers = [
        choice_answer(draft, problems, "qualify:skin_test", words("Skin test"), options),
        text_answer(draft, problems, "qualify:skin_test_on", day, hint=like),
        choice_answer(draft, problems, "qualify:challenge", words("Challenge"), options),
        text_answer(draft, problems, "qualify:challenge_on", day, hint=like),
        text_answer(
            draft,
            problems,
            "qualify:tryptase",
            words("Baseline tryptase, if known"),
            unit=words("mcg/L"),
            kind="number",
        ),
        text_answer(
            draft,
            problems,
            "qualify:last_weight",
            words("Weight at the last session"),
            unit="kg",
            kind="number",
        ),
    ]
    if problems.get("qualify:last_weight") or draft.choice(WEIGHT_CHECKED):
        right = [("yes", words("Read again, it is right"))]
        answers.append(choice_answer(draft, problems, WEIGHT_CHECKED, words("Weight today"), right))
    note = LineView(text=not_desensitization(words))
    return FormBlock(title=words("Tests"), lines=(note,), answers=tuple(answers))


def qualify_unanswered(words: Words, draft: FormDraft) -> list[str]:
    return unanswered(
        draft,
        (
            *((f"qualify:{each.value}", lowered(words, severe_name(words, each))) for each in Severe),
            *((code, lowered(words, name)) for code, name in _yes_no(words)),
            ("qualify:asthma", words("asthma")),
            ("qualify:pregnancy", words("pregnant")),
            ("qualify:reaction", words("first reaction")),
            ("qualify:strength", words("history")),
            *((code, lowered(words, name)) for code, name in _said(words)),
            ("qualify:skin_test", words("skin test")),
            ("qualify:challenge", words("challenge")),
        ),
    )
