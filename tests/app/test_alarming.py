"""What the program says is wrong with its machine, and what it keeps running while a session is live."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from desens_gui.app.alarming import Alarming, Sounding
from desens_gui.course.sounding import Tone
from desens_gui.domain.commands.ending import EndSession, StopToday
from desens_gui.domain.commands.reaction import CallReaction
from desens_gui.domain.events.alarm import AlarmCode
from desens_gui.domain.events.ending import Ending
from desens_gui.session.moment import Moment
from desens_gui.session.ports import SoundFault
from desens_gui.system.battery import Battery
from desens_gui.system.resources import resource
from desens_gui.system.sound import Speaker
from desens_gui.system.staying_awake import StayingAwake
from desens_gui.system.watched import Watched
from desens_gui.wording.sound_words import fault_words
from desens_gui.wording.words import ENGLISH
from tests import courses
from tests.driving import Chair

WAITS = (sys.executable, "-c", "import sys; sys.stdin.read()")


class Deaf(Speaker):
    """The real thread, on a machine without a device."""

    def __init__(self) -> None:
        self.asked: list[Tone] = []
        super().__init__(resource("sounds"), names=lambda: (), mute=lambda: None)

    def play(self, tone: Tone) -> None:
        self.asked.append(tone)


class Machine:
    def __init__(self) -> None:
        self.failed = False
        self.battery = Battery(80, plugged=False)
        self.speaker = Deaf()
        self.watched = Watched(WAITS)
        self.awake = StayingAwake("linux", ())
        self.alarms = Alarming(
            ENGLISH,
            self.watched,
            lambda: self.failed,
            speaker=self.speaker,
            awake=self.awake,
            battery=lambda: self.battery,
        )


@pytest.fixture
def machine() -> Iterator[Machine]:
    made = Machine()
    yield made
    made.alarms.close()


def moment(chair: Chair) -> Moment:
    return Moment(chair.session, chair.clock.now(), chair.now_ns)


def watched(machine: Machine) -> bool:
    return machine.watched.pid is not None


@pytest.mark.requirement("R-S16-5")
def test_what_is_wrong_is_said_with_its_sentence(machine: Machine) -> None:
    machine.speaker.look()
    assert machine.alarms.wrong() == {
        AlarmCode.NO_SOUND: "No loudspeaker was found. Alarms are only seen: stay where the screen is."
    }
    machine.failed = True
    machine.watched.missing = True
    assert set(machine.alarms.wrong()) == {
        AlarmCode.NO_SOUND,
        AlarmCode.PROGRAM_FAULT,
        AlarmCode.WATCHDOG_OFF,
    }


@pytest.mark.requirement("R-S23-5")
def test_a_low_battery_is_said_with_its_percent() -> None:
    machine = Machine()
    machine.battery = Battery(12, plugged=False)
    alarms = Alarming(
        ENGLISH,
        Watched(WAITS),
        bool,
        speaker=machine.speaker,
        awake=machine.awake,
        battery=lambda: machine.battery,
    )
    while AlarmCode.BATTERY_LOW not in alarms.wrong():
        pass
    assert alarms.wrong()[AlarmCode.BATTERY_LOW] == "12 % left and not plugged in. Plug it in."
    alarms.close()
    machine.alarms.close()


@pytest.mark.requirement("R-WD-1")
def test_the_watchdog_runs_from_the_start_of_the_session_to_its_end(machine: Machine) -> None:
    chair = courses.set_up()
    machine.alarms.beat(moment(chair), ())
    assert watched(machine) is False
    chair = courses.at_step(9)
    machine.alarms.beat(moment(chair), ())
    assert watched(machine) is True
    chair.do(StopToday(ending=Ending.DIED))
    chair.do(EndSession(ending=Ending.DIED))
    machine.alarms.beat(moment(chair), ())
    assert watched(machine) is False


def test_what_is_to_be_heard_is_played_and_typing_is_told(machine: Machine) -> None:
    chair = courses.at_step(9)
    chair.do(CallReaction())
    chair.tick()
    machine.alarms.typed(moment(chair))
    machine.alarms.beat(moment(chair), ())
    assert machine.speaker.asked == [Tone.HIGH]
    machine.alarms.check()
    assert machine.speaker.asked == [Tone.HIGH, Tone.HIGH]


@pytest.mark.requirement("R-D4-1")
def test_a_machine_that_may_sleep_is_said_once_while_the_pump_runs(machine: Machine) -> None:
    machine.alarms.beat(moment(courses.set_up()), ())
    assert machine.alarms.news() == ""
    machine.alarms.beat(moment(courses.at_step(9)), ())
    assert machine.alarms.news().startswith("This computer may go to sleep")
    assert machine.alarms.news() == ""


def test_a_simulation_that_sounds_has_no_other_part() -> None:
    speaker = Deaf()
    sounding = Sounding(ENGLISH, speaker)
    speaker.look()
    assert set(sounding.wrong()) == {AlarmCode.NO_SOUND}
    assert sounding.news() == ""
    sounding.close()


@pytest.mark.parametrize("fault", SoundFault)
def test_every_fault_of_the_sound_has_a_sentence(fault: SoundFault) -> None:
    assert fault_words(ENGLISH, fault.value).endswith(".")
