"""The open form held against the rules: what would stand if it were saved at this moment."""

from __future__ import annotations

import msgspec

from desens_gui.domain.answers import Refused
from desens_gui.domain.decide.check import purpose_now, record_check
from desens_gui.domain.events.check import CheckOutcome, CheckPurpose, CheckRecorded
from desens_gui.domain.merging import merged_check
from desens_gui.domain.refusals.check import CheckIncomplete, MissingItem, PressureReversed, ValueOutOfRange
from desens_gui.domain.refusals.every import AnyRefusal
from desens_gui.domain.refusals.general import TimeInFuture, TimeTooEarly
from desens_gui.domain.session import CheckSeen
from desens_gui.domain.standing import Against, findings_against, missing_items
from desens_gui.views.entry.check import CheckEntry, read_check
from desens_gui.views.parts.check_draft import TIME_OF, CheckDraft
from desens_gui.views.scene import Scene
from desens_gui.wording.refusals import refusal

FIELD_OF = {"sbp": "systolic", "dbp": "diastolic", "temp": "temperature"}
"""Fields of the form by the policy's names, where they differ."""
WHOLE_FORM = ""
"""Where a sentence stands that belongs to no field."""


class DraftState(msgspec.Struct, frozen=True, kw_only=True):
    """problems: a sentence for what cannot be read or would be refused, by the code of its field.

    seen: the draft over what is saved of this step. fresh_from_ns: earlier readings do not count.
    """

    entry: CheckEntry
    purpose: CheckPurpose
    problems: dict[str, str]
    seen: CheckSeen
    fresh_from_ns: int
    missing: tuple[MissingItem, ...]
    found: tuple[Against, ...]

    @property
    def against(self) -> tuple[Against, ...]:
        return (CheckIncomplete(missing=self.missing), *self.found) if self.missing else self.found


def draft_state(scene: Scene, draft: CheckDraft) -> DraftState:
    session, policy = scene.session, scene.policy
    entry = read_check(scene, draft)
    purpose = purpose_now(session)
    recorded = CheckRecorded(
        purpose=purpose,
        step=session.step.number if session.step is not None else None,
        vitals=entry.command.vitals,
        symptoms=entry.command.symptoms,
        outcome=CheckOutcome.CLEAR,
    )
    seen = merged_check(session, recorded, scene.now_ns, scene.asking.moment_ns)
    fresh_from_ns = _fresh_from(scene, purpose)
    baseline = purpose is CheckPurpose.BASELINE
    return DraftState(
        entry=entry,
        purpose=purpose,
        problems=entry.problems if entry.problems or draft.empty else _refused(scene, entry),
        seen=seen,
        fresh_from_ns=fresh_from_ns,
        missing=missing_items(session, policy, seen, scene.now_ns, fresh_from_ns),
        found=findings_against(session, policy, seen.vitals, seen.symptoms, baseline=baseline),
    )


def _refused(scene: Scene, entry: CheckEntry) -> dict[str, str]:
    """What the rules would say to it, each sentence beside its field."""
    answer = record_check(scene.asking, entry.command)
    if not isinstance(answer, Refused):
        return {}
    offset_min = scene.session.zone_offset_min
    return {_field_of(reason): refusal(scene.words, reason, offset_min) for reason in answer.reasons}


def _field_of(reason: AnyRefusal) -> str:
    match reason:
        case ValueOutOfRange(field=field):
            return FIELD_OF.get(field, field)
        case PressureReversed():
            return "systolic"
        case TimeInFuture(field=field) | TimeTooEarly(field=field):
            return f"{TIME_OF}{field}"
        case _:
            return WHOLE_FORM


def _fresh_from(scene: Scene, purpose: CheckPurpose) -> int:
    session = scene.session
    if purpose is CheckPurpose.STEP:
        return session.fresh_from_ns
    if purpose is CheckPurpose.RESUME and session.pump is not None:
        return session.pump.since_ns
    return 0
