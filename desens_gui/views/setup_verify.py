"""Set-up, verify: order and labels are read, and after a time read again blind (SAFETY S10)."""

from __future__ import annotations

from desens_gui.domain.quantities import Duration
from desens_gui.domain.refusals.setup import SetupItem
from desens_gui.domain.signing import CoSignFor
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.facts import ClockCardView, LineView
from desens_gui.views.parts.setup import AnswerView, FormBlock
from desens_gui.views.pump_entry import Problems
from desens_gui.views.scene import Scene
from desens_gui.views.second_way import Way, way_choice, way_fields, way_of
from desens_gui.views.setup_answers import text_answer, unanswered
from desens_gui.views.setup_state import missing_items
from desens_gui.wording import numbers
from desens_gui.wording.plain import plain
from desens_gui.wording.sentences import raised
from desens_gui.wording.words import Words

BEFORE_READING = (SetupItem.POLICY, SetupItem.STAFF, SetupItem.PATIENT, SetupItem.PLAN)


def lacking(scene: Scene) -> tuple[SetupItem, ...]:
    """What must be there before anything can be read against it."""
    return tuple(item for item in missing_items(scene) if item in BEFORE_READING)


def wait_left(scene: Scene, draft: FormDraft) -> Duration:
    """Until the same person may read again; nothing before the first reading, nor for anybody else."""
    session = scene.session
    waits = way_of(scene, draft) is Way.ALONE
    if session.plan_read_ns is None or session.policy is None or not waits:
        return Duration(0)
    return max(Duration(0), session.policy.blind_repeat_after - scene.since(session.plan_read_ns))


def verify_form(scene: Scene, draft: FormDraft, problems: Problems) -> tuple[FormBlock, ...]:
    words = scene.words
    if lacking(scene):
        text = words("People, patient and plan come first: there is nothing to read against yet.")
        return (FormBlock(lines=(LineView(text=text),)),)
    again = scene.session.plan_read_ns is not None
    left = wait_left(scene, draft)
    second = (_second(scene, draft, problems),) if again else ()
    if left:
        return (_waiting(words, left), *second)
    title = words("Second reading, blind") if again else words("First reading")
    text = words("Read every value from the order and the labels, not from memory and not from this screen.")
    return (
        FormBlock(
            title=title,
            lines=(LineView(text=text),),
            answers=(
                text_answer(
                    draft,
                    problems,
                    "verify:identifier_last4",
                    words("Record number"),
                    hint=words("last 4"),
                    wide=True,
                ),
                text_answer(draft, problems, "verify:drug", words("Drug"), wide=True),
                text_answer(
                    draft, problems, "verify:dose", words("Dose"), hint=words("with its unit"), wide=True
                ),
                text_answer(
                    draft, problems, "verify:bags", words("Number of bags"), kind="number", wide=True
                ),
            ),
        ),
        *second,
    )


def _second(scene: Scene, draft: FormDraft, problems: Problems) -> FormBlock:
    """Who reads now, and what they show."""
    words, way = scene.words, way_of(scene, draft)
    texts = {
        Way.PERSON: words("Another person reads, then shows their own badge or PIN."),
        Way.TELEPHONE: words("Read to an allergist by telephone, who reads back. Co-signed later."),
        Way.ALONE: words("The same person again, blind. Co-signed later."),
    }
    fields = way_fields(scene, draft, problems)
    return FormBlock(
        title=words("Who reads a second time"),
        lines=(LineView(text=texts[way]),),
        answers=(
            AnswerView(choice=way_choice(scene, draft), wide=True),
            *(AnswerView(field=own, wide=True, problem=own.words) for own in fields),
        ),
    )


def _waiting(words: Words, left: Duration) -> FormBlock:
    return FormBlock(
        clock=ClockCardView(
            label=words("First reading agrees. Read again in"),
            clock=numbers.clock(left),
            text=words(
                "The same person then reads order and labels again, without seeing the first answers."
            ),
        )
    )


def verify_lines(scene: Scene) -> tuple[LineView, ...]:
    return (
        LineView(strong=scene.words("Both readings agree with the plan."), text=raised(verified_by(scene))),
    )


def verified_by(scene: Scene) -> str:
    """How the plan was verified, and whether a name is still waited for."""
    words = scene.words
    waits = next((each for each in scene.session.unsigned if each.what is CoSignFor.PLAN), None)
    if waits is None:
        return words("read by two people, or co-signed")
    if waits.by:
        return words("confirmed by telephone by {who}, co-sign outstanding", who=plain(waits.by))
    return words("read twice by the same person, co-sign outstanding")


def verify_unanswered(words: Words, draft: FormDraft) -> list[str]:
    return unanswered(
        draft,
        (
            ("verify:identifier_last4", words("record number")),
            ("verify:drug", words("drug")),
            ("verify:dose", words("dose")),
            ("verify:bags", words("number of bags")),
        ),
    )
