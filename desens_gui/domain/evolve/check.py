"""What checks, answers and medication change."""

from __future__ import annotations

from typing import assert_never

import msgspec

from desens_gui.domain.episode import Episode, Found, Treated
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
from desens_gui.domain.findings import SYSTEMS, Item, measured
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
            return changed(
                session,
                fresh_from_ns=max(session.fresh_from_ns, follow.place(event.at)),
                premedicated=session.premedicated or isinstance(session.stage, SettingUp),
                episodes=_treated(follow, event),
            )
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
        episodes=_found(follow, event),
    )


def _found(follow: Following, event: CheckRecorded) -> tuple[Episode, ...]:
    """What was found since the last reaction was called belongs to it."""
    episode = follow.session.episode
    if episode is None:
        return follow.session.episodes
    found = Found(
        vitals=event.vitals,
        symptoms=event.symptoms,
        measured_ns={item: follow.place(at) for item, at in measured(event.vitals).items()},
        asked_ns={answer.system: follow.place(answer.at) for answer in event.symptoms},
    )
    whole = msgspec.structs.replace(episode, found=(*episode.found, found))
    return (*follow.session.episodes[:-1], whole)


def _treated(follow: Following, event: MedicationGiven) -> tuple[Episode, ...]:
    episode = follow.session.episode
    if episode is None:
        return follow.session.episodes
    treated = Treated(given=event, at_ns=follow.place(event.at), by=follow.actor.id)
    whole = msgspec.structs.replace(episode, treated=(*episode.treated, treated))
    return (*follow.session.episodes[:-1], whole)


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
