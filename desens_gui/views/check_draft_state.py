"""The open form held against the rules: what would stand if it were saved at this moment."""

from __future__ import annotations

import msgspec

from desens_gui.domain.decide.check import purpose_now
from desens_gui.domain.events.check import CheckOutcome, CheckPurpose, CheckRecorded
from desens_gui.domain.merging import merged_check
from desens_gui.domain.refusals.check import CheckIncomplete, MissingItem
from desens_gui.domain.session import CheckSeen
from desens_gui.domain.standing import Against, findings_against, missing_items
from desens_gui.views.entry.check import CheckEntry, read_check
from desens_gui.views.parts.check_draft import CheckDraft
from desens_gui.views.scene import Scene


class DraftState(msgspec.Struct, frozen=True, kw_only=True):
    """seen: the draft over what is saved of this step. fresh_from_ns: earlier readings do not count."""

    entry: CheckEntry
    purpose: CheckPurpose
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
    seen = merged_check(
        session, recorded, scene.now_ns, lambda at: session.timeline.place_reported(at, scene.stamp)
    )
    fresh_from_ns = _fresh_from(scene, purpose)
    return DraftState(
        entry=entry,
        purpose=purpose,
        seen=seen,
        fresh_from_ns=fresh_from_ns,
        missing=missing_items(session, policy, seen, scene.now_ns, fresh_from_ns),
        found=findings_against(session, policy, seen.vitals, seen.symptoms),
    )


def _fresh_from(scene: Scene, purpose: CheckPurpose) -> int:
    session = scene.session
    if purpose is CheckPurpose.STEP:
        return session.fresh_from_ns
    if purpose is CheckPurpose.RESUME and session.pump is not None:
        return session.pump.since_ns
    return 0
