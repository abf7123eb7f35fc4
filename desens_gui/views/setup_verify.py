"""Set-up, verify: order and labels are read, and after a time read again blind (SAFETY S10)."""

from __future__ import annotations

from desens_gui.domain.quantities import Duration
from desens_gui.domain.refusals.setup import SetupItem
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.facts import ClockCardView, LineView
from desens_gui.views.parts.setup import FormBlock
from desens_gui.views.pump_entry import Problems
from desens_gui.views.scene import Scene
from desens_gui.views.setup_answers import text_answer, unanswered
from desens_gui.views.setup_state import missing_items
from desens_gui.wording import numbers
from desens_gui.wording.words import Words

BEFORE_READING = (SetupItem.POLICY, SetupItem.STAFF, SetupItem.PATIENT, SetupItem.PLAN)


def lacking(scene: Scene) -> tuple[SetupItem, ...]:
    """What must be there before anything can be read against it."""
    return tuple(item for item in missing_items(scene) if item in BEFORE_READING)


def wait_left(scene: Scene) -> Duration:
    """Until the same person may read again; nothing before the first reading."""
    session = scene.session
    if session.plan_read_ns is None or session.policy is None:
        return Duration(0)
    return max(Duration(0), session.policy.blind_repeat_after - scene.since(session.plan_read_ns))


def verify_form(scene: Scene, draft: FormDraft, problems: Problems) -> tuple[FormBlock, ...]:
    words = scene.words
    if lacking(scene):
        text = words("People, patient and plan come first: there is nothing to read against yet.")
        return (FormBlock(lines=(LineView(text=text),)),)
    again = scene.session.plan_read_ns is not None
    left = wait_left(scene)
    if left:
        return (_waiting(words, left),)
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


def verify_lines(words: Words) -> tuple[LineView, ...]:
    return (
        LineView(
            strong=words("Both readings agree with the plan."),
            text=words("Read twice by the same person: co-sign outstanding."),
        ),
    )


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
