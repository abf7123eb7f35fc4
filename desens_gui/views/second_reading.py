"""The independent double check at a new bag: read again, blind, from pump and label (SAFETY S10)."""

from __future__ import annotations

from desens_gui.domain.quantities import Duration
from desens_gui.domain.refusals.pump import BagChangeIncomplete, BagChangeItem
from desens_gui.domain.signing import CoSignFor
from desens_gui.domain.stage import ChangingBag
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.bag_change import SecondReadingView
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.field import FieldView
from desens_gui.views.pump_entry import Problems, field
from desens_gui.views.scene import Scene
from desens_gui.views.second_way import Way, way_action, way_choice, way_fields, way_of
from desens_gui.wording import numbers
from desens_gui.wording.refusals import not_yet
from desens_gui.wording.second_person import second_person_reason

LAST = (BagChangeItem.DOUBLE_CHECKED, BagChangeItem.IV_SITE)
"""What may still be missing when pump and label are read again."""


VALUES = 4
"""That are read again from pump and label."""


def second_reading(
    scene: Scene,
    change: ChangingBag,
    draft: FormDraft,
    problems: Problems,
    refused: dict[str, str],
    missing: tuple[BagChangeItem, ...],
) -> SecondReadingView:
    """The first answers are nowhere in it. Only the same nurse waits, from the reading of the label on."""
    words, way = scene.words, way_of(scene, draft)
    head = CardHead(title=words("Independent double check"), note=words("at each new bag"))
    who, note = _who(scene, way)
    if BagChangeItem.DOUBLE_CHECKED not in missing:
        return SecondReadingView(head=head, who=who, who_note=note, done=_done(scene, change))
    if change.label_ns is None:
        return SecondReadingView(head=head, who=who, who_note=note, text=words("After the label is read."))
    left = scene.policy.blind_repeat_after - scene.since(change.label_ns)
    waiting = way is Way.ALONE and left > Duration(0)
    before = tuple(item for item in missing if item not in LAST)
    fields = (*_fields(scene, draft, problems), *way_fields(scene, draft, problems))
    problem = refused.get("double_check", "")
    crowded = len(fields) > VALUES  # the smallest window has room for them or for the words above them
    return SecondReadingView(
        head=head,
        who="" if crowded else who,
        who_note="" if crowded else note,
        choice=None if crowded and problem else way_choice(scene, draft),
        wait_clock=numbers.clock(left) if waiting else "",
        wait=words("then the same nurse reads pump and label again") if waiting else "",
        fields=fields,
        text=words("Four values, read from pump and label again. A mismatch is refused by name."),
        problem=problem,
        action=None
        if waiting
        else ActionView(
            intent="double_check",
            label=way_action(words, way),
            blocked_reason=not_yet(words, (BagChangeIncomplete(missing=before),)) if before else "",
        ),
    )


def _who(scene: Scene, way: Way) -> tuple[str, str]:
    """Who reads now, and what comes of it."""
    words, stored = scene.words, scene.session.second_person_reason
    if way is Way.PERSON:
        return words("A second person reads"), words("They show their own badge or PIN afterwards.")
    reason = words("Reason: {reason}", reason=second_person_reason(words, stored)) if stored else ""
    if way is Way.TELEPHONE:
        return words("An allergist confirms by telephone"), reason
    return words("No second person"), reason


def _done(scene: Scene, change: ChangingBag) -> str:
    """Whether a name is still waited for at this bag."""
    waits = (each for each in scene.session.unsigned if each.what is CoSignFor.BAG)
    if any(each.at_ns >= change.begun_ns for each in waits):
        return scene.words("Second reading agrees. Co-sign outstanding.")
    return scene.words("Second reading agrees.")


def _fields(scene: Scene, draft: FormDraft, problems: Problems) -> tuple[FieldView, ...]:
    words = scene.words
    strength, last4 = "second:concentration", "second:identifier_last4"
    return (
        field(draft, problems, "second:rate", words("Rate on the pump"), unit="mL/h"),
        field(draft, problems, "second:bag", words("Bag number on the label")),
        field(draft, problems, strength, words("Concentration on the label"), unit=f"{scene.dose_unit}/mL"),
        field(draft, problems, last4, words("Patient on the label"), hint=words("MRN, last 4"), kind="text"),
    )
