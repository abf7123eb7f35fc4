"""What checks, answers and medication change."""

from __future__ import annotations

from typing import assert_never

import msgspec

from desens_gui.domain.events.check import (
    CheckOutcome,
    CheckPurpose,
    CheckRecorded,
    EarlySignSeen,
    MedicationGiven,
    NoteRecorded,
    SeenNoChange,
    WatchConfirmed,
)
from desens_gui.domain.events.every import CheckEvent
from desens_gui.domain.evolve.following import Following, changed
from desens_gui.domain.findings import SYSTEMS, Item
from desens_gui.domain.merging import merged_check
from desens_gui.domain.session import CheckSeen, Session
from desens_gui.domain.stage import Observing, SettingUp
from desens_gui.domain.standing import missing_items


def after_check(follow: Following, event: CheckEvent) -> Session:
    session, now_ns = follow.session, follow.now_ns
    match event:
        case CheckRecorded():
            return _checked(follow, event)
        case SeenNoChange():
            return changed(session, seen_ns=now_ns)
        case WatchConfirmed():
            return changed(session, watch_ns=now_ns)
        case EarlySignSeen():
            return session
        case NoteRecorded():
            return session
        case MedicationGiven():
            fresh_ns = max(session.fresh_from_ns, follow.place(event.at))
            before = session.premedicated or isinstance(session.stage, SettingUp)
            return changed(session, fresh_from_ns=fresh_ns, premedicated=before)
        case _:
            assert_never(event)


def _checked(follow: Following, event: CheckRecorded) -> Session:
    session = follow.session
    check = _completed(follow, merged_check(session, event, follow.now_ns, follow.place))
    temperature = check.measured_ns.get(Item.TEMPERATURE)
    asked_all = all(system in check.asked_ns for system in SYSTEMS)
    return changed(
        session,
        check=check,
        baseline=check if event.purpose is CheckPurpose.BASELINE else session.baseline,
        temperature_ns=session.temperature_ns if temperature is None else temperature,
        symptoms_asked_ns=min(check.asked_ns.values()) if asked_all else session.symptoms_asked_ns,
        end_check=session.end_check or _ends(session, check),
    )


def _completed(follow: Following, check: CheckSeen) -> CheckSeen:
    """The check, noted as full where nothing required is missing from it now."""
    session, now_ns = follow.session, follow.now_ns
    if session.policy is None or missing_items(session, session.policy, check, now_ns, session.fresh_from_ns):
        return check
    return msgspec.structs.replace(check, full_ns=now_ns)


def _ends(session: Session, check: CheckSeen) -> bool:
    """A clear, complete check in the last minutes of the observation (SAFETY S7)."""
    stage, policy = session.stage, session.policy
    if not isinstance(stage, Observing) or policy is None or check.outcome is not CheckOutcome.CLEAR:
        return False
    opens = stage.since_ns + policy.observation.whole_ns - policy.prompt_before.whole_ns
    return check.recorded_ns >= opens
