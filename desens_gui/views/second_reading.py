"""The independent double check at a new bag: read again, blind, from pump and label (SAFETY S10)."""

from __future__ import annotations

from desens_gui.domain.quantities import Duration
from desens_gui.domain.refusals.pump import BagChangeIncomplete, BagChangeItem
from desens_gui.domain.stage import ChangingBag
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.bag_change import SecondReadingView
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.field import FieldView
from desens_gui.views.pump_entry import Problems, field
from desens_gui.views.scene import Scene
from desens_gui.wording import numbers
from desens_gui.wording.refusals import not_yet
from desens_gui.wording.second_person import second_person_reason

LAST = (BagChangeItem.DOUBLE_CHECKED, BagChangeItem.IV_SITE)
"""What may still be missing when pump and label are read again."""


def second_reading(
    scene: Scene,
    change: ChangingBag,
    draft: FormDraft,
    problems: Problems,
    refused: dict[str, str],
    missing: tuple[BagChangeItem, ...],
) -> SecondReadingView:
    """The first answers are nowhere in it. The same nurse waits, counted from the reading of the label."""
    words = scene.words
    head = CardHead(title=words("Independent double check"), note=words("at each new bag"))
    reason = second_person_reason(words, scene.session.second_person_reason or "")
    who, note = words("No second person"), words("Reason: {reason}", reason=reason)
    if BagChangeItem.DOUBLE_CHECKED not in missing:
        return SecondReadingView(
            head=head, who=who, who_note=note, done=words("Second reading agrees. Co-sign outstanding.")
        )
    if change.label_ns is None:
        return SecondReadingView(head=head, who=who, who_note=note, text=words("After the label is read."))
    left = scene.policy.blind_repeat_after - scene.since(change.label_ns)
    waiting = left > Duration(0)
    before = tuple(item for item in missing if item not in LAST)
    return SecondReadingView(
        head=head,
        who=who,
        who_note=note,
        wait_clock=numbers.clock(left) if waiting else "",
        wait=words("then the same nurse reads pump and label again") if waiting else "",
        fields=_fields(scene, draft, problems),
        text=words("Four values, read from pump and label again. A mismatch is refused by name."),
        problem=refused.get("double_check", ""),
        action=None
        if waiting
        else ActionView(
            intent="double_check",
            label=words("Compare"),
            blocked_reason=not_yet(words, (BagChangeIncomplete(missing=before),)) if before else "",
        ),
    )


def _fields(scene: Scene, draft: FormDraft, problems: Problems) -> tuple[FieldView, ...]:
    words = scene.words
    strength, last4 = "second:concentration", "second:identifier_last4"
    return (
        field(draft, problems, "second:rate", words("Rate on the pump"), unit="mL/h"),
        field(draft, problems, "second:bag", words("Bag number on the label")),
        field(draft, problems, strength, words("Concentration on the label"), unit=f"{scene.dose_unit}/mL"),
        field(draft, problems, last4, words("Patient on the label"), hint=words("MRN, last 4"), kind="text"),
    )
