"""What alarm facts change."""

from __future__ import annotations

from typing import assert_never

import msgspec

from desens_gui.domain.events.alarm import (
    AlarmAcknowledged,
    AlarmCleared,
    AlarmCode,
    AlarmRaised,
    AudioPaused,
    SoundChecked,
)
from desens_gui.domain.events.every import AlarmEvent
from desens_gui.domain.evolve.following import Following, changed
from desens_gui.domain.session import AlarmStanding, AudioPause, Session


def after_alarm(follow: Following, event: AlarmEvent) -> Session:
    session, now_ns = follow.session, follow.now_ns
    match event:
        case AlarmRaised(alarm=alarm, priority=priority):
            raised = AlarmStanding(alarm=alarm, priority=priority, raised_ns=now_ns)
            return changed(session, alarms=(*_others(session, alarm), raised))
        case AlarmCleared(alarm=alarm):
            return changed(session, alarms=_others(session, alarm))
        case AlarmAcknowledged(alarm=alarm):
            return changed(session, alarms=tuple(_acknowledged(one, alarm) for one in session.alarms))
        case AudioPaused(for_s=lasts):
            return changed(session, audio_pause=AudioPause(now_ns, now_ns + lasts.whole_ns))
        case SoundChecked(heard=heard):
            return changed(session, sound_heard=heard)
        case _:
            assert_never(event)


def _others(session: Session, alarm: AlarmCode) -> tuple[AlarmStanding, ...]:
    return tuple(one for one in session.alarms if one.alarm is not alarm)


def _acknowledged(one: AlarmStanding, alarm: AlarmCode) -> AlarmStanding:
    return msgspec.structs.replace(one, acknowledged=True) if one.alarm is alarm else one
