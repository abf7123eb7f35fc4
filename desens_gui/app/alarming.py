"""All that makes the alarms of one session heard: loudspeaker, watchdog, battery, a machine kept awake."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from desens_gui.domain.events.alarm import AlarmCode
from desens_gui.domain.session import Session
from desens_gui.domain.stage import SettingUp
from desens_gui.session.moment import Moment
from desens_gui.session.sounder import Sounder
from desens_gui.system.battery import Battery, read_battery
from desens_gui.system.polling import Polling
from desens_gui.system.resources import resource
from desens_gui.system.sound import Speaker
from desens_gui.system.staying_awake import StayingAwake
from desens_gui.system.watched import Watched
from desens_gui.views.scene import Sound
from desens_gui.wording.sound_words import battery_words, fault_words
from desens_gui.wording.words import Words

BATTERY_EVERY_S = 15.0


class Sounding:
    """The loudspeaker alone: a simulation that was asked to sound."""

    sound: Sound = "on"

    def __init__(self, words: Words, speaker: Speaker | None = None) -> None:
        self._words = words
        self._speaker = speaker or Speaker(resource("sounds"))
        self._sounder = Sounder(self._speaker)

    def wrong(self) -> dict[AlarmCode, str]:
        fault = self._speaker.fault
        return {} if fault is None else {AlarmCode.NO_SOUND: fault_words(self._words, fault)}

    def beat(self, moment: Moment, technical: Iterable[AlarmCode]) -> None:
        self._sounder.beat(moment, technical)

    def typed(self, moment: Moment) -> None:
        self._sounder.typed(moment)

    def check(self) -> None:
        self._speaker.look_again()
        self._sounder.check()

    def news(self) -> str:
        return ""

    def close(self) -> None:
        self._speaker.close()


class Alarming(Sounding):
    """At the chair. failed: whether the program met a fault of its own."""

    def __init__(
        self,
        words: Words,
        watched: Watched,
        failed: Callable[[], bool],
        *,
        speaker: Speaker | None = None,
        awake: StayingAwake | None = None,
        battery: Callable[[], Battery | None] = read_battery,
    ) -> None:
        super().__init__(words, speaker)
        self._watched = watched
        self._failed = failed
        self._awake = awake or StayingAwake()
        self._battery = Polling("battery", battery, BATTERY_EVERY_S)
        self._said_awake = False

    def wrong(self) -> dict[AlarmCode, str]:
        found = super().wrong()
        words, battery = self._words, self._battery.newest
        if battery is not None and battery.low:
            found[AlarmCode.BATTERY_LOW] = battery_words(words, battery.percent)
        if self._failed():
            found[AlarmCode.PROGRAM_FAULT] = ""
        if self._watched.missing:
            found[AlarmCode.WATCHDOG_OFF] = words(
                "Nobody would sound if this program stopped: look at it often."
            )
        return found

    def beat(self, moment: Moment, technical: Iterable[AlarmCode]) -> None:
        super().beat(moment, technical)
        if is_live(moment.state):
            self._watched.beat()
        else:
            self._watched.stop()
        self._awake.hold(wanted=moment.state.pump_runs and not moment.state.is_over)

    def news(self) -> str:
        """That the machine may go to sleep, said once."""
        if not self._awake.refused or self._said_awake:
            return ""
        self._said_awake = True
        return self._words("This computer may go to sleep by itself: keep it plugged in, open and in use.")

    def close(self) -> None:
        self._watched.stop()
        self._awake.close()
        self._battery.close()
        super().close()


def is_live(session: Session) -> bool:
    """Set-up is finished and the session is not over."""
    return not session.is_over and not isinstance(session.stage, SettingUp)
