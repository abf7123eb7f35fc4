"""What answers about who qualifies and what is ready change."""

from __future__ import annotations

from typing import assert_never

from desens_gui.domain.events.every import QualifyEvent
from desens_gui.domain.events.qualify import (
    EmergencyDeclared,
    HistoryRecorded,
    PremedicationWithheld,
    Qualified,
    ReadyAnswered,
    RisksAccepted,
    SevereAnswered,
    StartedWithout,
)
from desens_gui.domain.evolve.following import Following, changed
from desens_gui.domain.session import Session


def after_qualify(follow: Following, event: QualifyEvent) -> Session:
    """Another answer about the patient is a risk that nobody has accepted yet."""
    session = follow.session
    match event:
        case HistoryRecorded():
            return changed(session, history=event.history, accepted=frozenset())
        case SevereAnswered():
            return changed(session, severe=event.answers, accepted=frozenset())
        case Qualified():
            return changed(session, qualification=event.qualification, accepted=frozenset())
        case RisksAccepted():
            return changed(session, accepted=frozenset(event.risks))
        case ReadyAnswered():
            answered = {answer.item for answer in event.answers}
            kept = tuple(answer for answer in session.ready if answer.item not in answered)
            return changed(session, ready=(*kept, *event.answers))
        case PremedicationWithheld():
            return changed(session, premedicated=True)
        case EmergencyDeclared():
            return changed(session, emergency=event.by)
        case StartedWithout():
            return changed(session, skipped=event.skipped)
        case _:
            assert_never(event)


def forgotten(session: Session) -> Session:
    """Another patient: nothing that was answered about the one before holds."""
    return changed(
        session, history=None, severe=(), qualification=None, accepted=frozenset(), premedicated=False
    )
