"""Alarms: onset and end as time and machine say, acknowledgement and audio pause as a person says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desens_gui.domain.alarms import conditions, urgency
from desens_gui.domain.answers import Decision, accept
from desens_gui.domain.commands.alarm import AcknowledgeAlarm, CheckSound, PauseAudio
from desens_gui.domain.decide.asking import Asking
from desens_gui.domain.events.alarm import (
    AlarmAcknowledged,
    AlarmCleared,
    AlarmCode,
    AlarmRaised,
    AudioPaused,
    SoundChecked,
)
from desens_gui.domain.quantities import Duration
from desens_gui.domain.session import Session

LONGEST_PAUSE = Duration(120)
"""No site may set more: two minutes are the common limit of infusion pumps (their manuals; recalled)."""


def alarm_changes(
    session: Session, at_ns: int, technical: Iterable[AlarmCode]
) -> Iterator[AlarmRaised | AlarmCleared]:
    """What began, rose or ended since the last facts. A priority that falls stays as it was raised."""
    standing = {alarm.alarm: alarm for alarm in session.alarms}
    now = {condition.alarm: condition for condition in conditions(session, at_ns, technical)}
    for code in standing:
        if code not in now:
            yield AlarmCleared(alarm=code)
    for code, condition in now.items():
        before = standing.get(code)
        if before is None or urgency(code, condition.priority) < urgency(code, before.priority):
            yield AlarmRaised(alarm=code, priority=condition.priority)


def acknowledge_alarm(ask: Asking, command: AcknowledgeAlarm) -> Decision:
    """Nothing is recorded of an alarm that does not stand or was acknowledged already."""
    standing = next((one for one in ask.session.alarms if one.alarm is command.alarm), None)
    if standing is None or standing.acknowledged:
        return accept()
    return accept(AlarmAcknowledged(alarm=command.alarm))


def pause_audio(ask: Asking, _command: PauseAudio) -> Decision:
    """Only what sounds can be paused: nothing is silenced in advance."""
    if all(one.acknowledged for one in ask.session.alarms):
        return accept()
    policy = ask.session.policy
    longest = LONGEST_PAUSE if policy is None else min(policy.pause_audio, LONGEST_PAUSE)
    return accept(AudioPaused(for_s=longest))


def check_sound(_ask: Asking, command: CheckSound) -> Decision:
    return accept(SoundChecked(heard=command.heard))
