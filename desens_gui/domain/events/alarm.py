"""Alarms and their sound: onset, acknowledgement and end are facts; what is true without one is no alarm."""

from __future__ import annotations

from enum import StrEnum

from desens_gui.domain.fact import Fact
from desens_gui.domain.quantities import Duration


class AlarmCode(StrEnum):
    """One condition, one alarm. Of equal priority the earlier one here is the more urgent."""

    REACTION = "reaction"
    PUMP_NOT_STOPPED = "pump_not_stopped"
    NOT_RECORDED = "not_recorded"
    VITALS_OVERDUE = "vitals_overdue"
    CHECK_LATE = "check_late"
    PROGRAM_FAULT = "program_fault"
    BATTERY_LOW = "battery_low"
    AWAY = "away"
    NO_SOUND = "no_sound"
    WATCHDOG_OFF = "watchdog_off"
    BACKUP_MISSED = "backup_missed"


class Priority(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class AlarmRaised(Fact, frozen=True, tag="alarm_raised/1"):
    """The condition came to be, or its priority rose: it sounds anew. Who acts is the program."""

    alarm: AlarmCode
    priority: Priority


class AlarmAcknowledged(Fact, frozen=True, tag="alarm_acknowledged/1"):
    """Its sound stops; its light stays until the condition ends."""

    alarm: AlarmCode


class AlarmCleared(Fact, frozen=True, tag="alarm_cleared/1"):
    """The condition is over, acknowledged or not."""

    alarm: AlarmCode


class AudioPaused(Fact, frozen=True, tag="audio_paused/1"):
    """What sounds now is silent for so long; a new or higher alarm sounds all the same."""

    for_s: Duration


class SoundChecked(Fact, frozen=True, tag="sound_checked/1"):
    """The alarm sound was played and a person said whether it was heard."""

    heard: bool
