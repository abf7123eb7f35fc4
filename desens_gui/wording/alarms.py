"""Alarms in words: the name of each condition, its priority, and the facts about them."""

from __future__ import annotations

from typing import assert_never

from desens_gui.domain.events.alarm import (
    AlarmAcknowledged,
    AlarmCleared,
    AlarmCode,
    AlarmRaised,
    AudioPaused,
    Priority,
    SoundChecked,
)
from desens_gui.domain.events.every import AlarmEvent
from desens_gui.wording.numbers import duration_words
from desens_gui.wording.words import Words


def alarm_name(words: Words, alarm: AlarmCode) -> str:
    """In capitals, as the strip has it."""
    names = {
        AlarmCode.REACTION: words("REACTION"),
        AlarmCode.PUMP_NOT_STOPPED: words("PUMP NOT CONFIRMED STOPPED"),
        AlarmCode.NOT_RECORDED: words("NOT BEING RECORDED"),
        AlarmCode.VITALS_OVERDUE: words("VITAL SIGNS OVERDUE"),
        AlarmCode.CHECK_LATE: words("CHECK LATE"),
        AlarmCode.PROGRAM_FAULT: words("FAULT OF THE PROGRAM"),
        AlarmCode.BATTERY_LOW: words("BATTERY LOW"),
        AlarmCode.NO_SOUND: words("NO ALARM SOUND"),
        AlarmCode.AWAY: words("PROGRAM WAS AWAY"),
        AlarmCode.WATCHDOG_OFF: words("WATCHDOG NOT RUNNING"),
        AlarmCode.BACKUP_MISSED: words("BACKUP MISSED"),
    }
    return names[alarm]


def priority_name(words: Words, priority: Priority) -> str:
    names = {
        Priority.HIGH: words("high alarm"),
        Priority.MEDIUM: words("medium alarm"),
        Priority.LOW: words("low alarm"),
    }
    return names[priority]


def alarm_event(words: Words, event: AlarmEvent) -> str:
    match event:
        case AlarmRaised(alarm=alarm, priority=priority):
            name, level = alarm_name(words, alarm), priority_name(words, priority)
            return words("Alarm began: {alarm}, {priority}", alarm=name, priority=level)
        case AlarmAcknowledged(alarm=alarm):
            return words("Alarm acknowledged: {alarm}", alarm=alarm_name(words, alarm))
        case AlarmCleared(alarm=alarm):
            return words("Alarm over: {alarm}", alarm=alarm_name(words, alarm))
        case AudioPaused(for_s=lasts):
            return words("Alarm sound paused for {time}", time=duration_words(lasts, words))
        case SoundChecked(heard=True):
            return words("Sound check: heard")
        case SoundChecked():
            return words("Sound check: NOT heard")
        case _:
            assert_never(event)
