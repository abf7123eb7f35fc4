"""Set-up, ready at the chair: the checklist of the policy, and the premedication."""

from __future__ import annotations

from desens_gui.domain.qualifying import ReadyItem
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.facts import LineView, PairView
from desens_gui.views.parts.setup import AnswerView, FormBlock
from desens_gui.views.pump_entry import Problems
from desens_gui.views.scene import Scene
from desens_gui.views.setup_answers import choice_answer, text_answer, unanswered
from desens_gui.wording.events_qualify import ready_line
from desens_gui.wording.qualify_words import not_desensitization, ready_name
from desens_gui.wording.sentences import lowered
from desens_gui.wording.words import Words

DONE, NOT_DONE = "done", "not_done"
GIVEN, WITHHELD = "given", "withheld"


def asked(scene: Scene) -> tuple[ReadyItem, ...]:
    policy = scene.session.policy
    return policy.checklist if policy is not None else ()


def ready_form(scene: Scene, draft: FormDraft, problems: Problems) -> tuple[FormBlock, ...]:
    words = scene.words
    answers = [each for item in asked(scene) for each in _item(words, draft, problems, item)]
    return (
        FormBlock(
            title=words("Ready at the chair"), note=words("seen, not remembered"), answers=tuple(answers)
        ),
        _premedication(scene, draft, problems),
    )


def _item(words: Words, draft: FormDraft, problems: Problems, item: ReadyItem) -> list[AnswerView]:
    code = f"ready:{item.value}"
    options = [(DONE, words("Seen")), (NOT_DONE, words("Not done"))]
    answers = [choice_answer(draft, problems, code, ready_name(words, item), options)]
    if draft.choice(code) == NOT_DONE:
        answers.append(text_answer(draft, problems, f"{code}_reason", words("Not done because"), wide=True))
    return answers


def _premedication(scene: Scene, draft: FormDraft, problems: Problems) -> FormBlock:
    words = scene.words
    lines = [LineView(text=not_desensitization(words))]
    if scene.session.premedicated:
        lines.append(LineView(strong=words("Answered already; more is added here.")))
    options = [(GIVEN, words("Given")), (WITHHELD, words("Withheld on purpose"))]
    return FormBlock(
        title=words("Premedication"),
        lines=tuple(lines),
        answers=(
            choice_answer(draft, problems, "premed:way", words("Premedication"), options),
            *(
                text_answer(draft, problems, code, name, wide=True)
                for code, name in _premed_texts(words, draft)
            ),
        ),
    )


def _premed_texts(words: Words, draft: FormDraft) -> tuple[tuple[str, str], ...]:
    match draft.choice("premed:way"):
        case "given":
            return (
                ("premed:drug", words("Drug")),
                ("premed:dose", words("Dose with its unit")),
                ("premed:route", words("Route")),
                ("premed:time", words("Time, empty for now")),
            )
        case "withheld":
            return (("premed:reason", words("Reason")),)
        case _:
            return ()


def ready_unanswered(scene: Scene, draft: FormDraft) -> list[str]:
    words = scene.words
    needed = [(f"ready:{item.value}", lowered(words, ready_name(words, item))) for item in asked(scene)]
    needed += [
        (f"ready:{item.value}_reason", words("reason"))
        for item in asked(scene)
        if draft.choice(f"ready:{item.value}") == NOT_DONE
    ]
    if not scene.session.premedicated:
        needed.append(("premed:way", words("premedication")))
    needed += [
        (code, lowered(words, name)) for code, name in _premed_texts(words, draft) if code != "premed:time"
    ]
    return unanswered(draft, needed)


def ready_facts(scene: Scene) -> tuple[PairView, ...]:
    """What was answered of the checklist, and that the premedication was."""
    words, session = scene.words, scene.session
    pairs = [PairView(label=words("Checklist"), value=ready_line(words, each)) for each in session.ready]
    if session.premedicated:
        pairs.append(PairView(label=words("Premedication"), value=words("answered")))
    return tuple(pairs)
