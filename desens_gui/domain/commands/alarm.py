"""What a person does about alarms: acknowledge one, pause the sound, say whether it was heard."""

from __future__ import annotations

from desens_gui.domain.events.alarm import AlarmCode
from desens_gui.domain.fact import Order


class AcknowledgeAlarm(Order, frozen=True, tag="acknowledge_alarm"):
    alarm: AlarmCode


class PauseAudio(Order, frozen=True, tag="pause_audio"):
    pass


class CheckSound(Order, frozen=True, tag="check_sound"):
    heard: bool
