"""What the chair asks of whoever sounds its alarms; without one nothing sounds and nothing is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from desens_gui.domain.events.alarm import AlarmCode
from desens_gui.session.moment import Moment
from desens_gui.views.scene import Sound


class Alarms(Protocol):
    @property
    def sound(self) -> Sound:
        """Whether alarms sound here; "off" on purpose, in a simulation."""
        ...

    def wrong(self) -> dict[AlarmCode, str]:
        """What is wrong with the machine, each with its sentence."""
        ...

    def beat(self, moment: Moment, technical: Iterable[AlarmCode]) -> None:
        """Sound what is to be heard now."""
        ...

    def typed(self, moment: Moment) -> None:
        """A person is typing."""
        ...

    def check(self) -> None:
        """Play the sound of the most urgent alarm, to hear whether it is heard."""
        ...

    def news(self) -> str:
        """One sentence to be said once; "" when there is none."""
        ...


class Silent:
    """Nothing sounds. off: and that is said."""

    def __init__(self, *, off: bool = False) -> None:
        self.sound: Sound = "off" if off else ""

    def wrong(self) -> dict[AlarmCode, str]:
        return {}

    def beat(self, moment: Moment, technical: Iterable[AlarmCode]) -> None:
        """Silence."""

    def typed(self, moment: Moment) -> None:
        """Silence."""

    def check(self) -> None:
        """Silence."""

    def news(self) -> str:
        return ""
