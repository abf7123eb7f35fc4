"""One fact of every kind about alarms, and the line it reads as."""

from __future__ import annotations

from desens_gui.domain.events import alarm
from desens_gui.domain.events.alarm import AlarmCode, Priority
from desens_gui.domain.events.every import Event
from desens_gui.domain.quantities import Duration

ALARM_LINES: tuple[tuple[Event, str], ...] = (
    (
        alarm.AlarmRaised(alarm=AlarmCode.CHECK_LATE, priority=Priority.MEDIUM),
        "Alarm began: CHECK LATE, medium alarm",
    ),
    (alarm.AlarmAcknowledged(alarm=AlarmCode.CHECK_LATE), "Alarm acknowledged: CHECK LATE"),
    (alarm.AlarmCleared(alarm=AlarmCode.NO_SOUND), "Alarm over: NO ALARM SOUND"),
    (alarm.AudioPaused(for_s=Duration(120)), "Alarm sound paused for 2 min"),
    (alarm.SoundChecked(heard=True), "Sound check: heard"),
    (alarm.SoundChecked(heard=False), "Sound check: NOT heard"),
)
