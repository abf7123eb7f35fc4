"""What is heard over time: bursts as often as they may be, silence where a person asked for it."""

from __future__ import annotations

import pytest

from desens_gui.course.sounding import Tone
from desens_gui.domain.commands.alarm import AcknowledgeAlarm, PauseAudio
from desens_gui.domain.commands.check import RecordSeen
from desens_gui.domain.commands.ending import EndSession, StopToday
from desens_gui.domain.commands.pump import ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction
from desens_gui.domain.commands.step import Pause, Tick
from desens_gui.domain.events.alarm import AlarmCode
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.events.step import PauseReason
from desens_gui.domain.recorded import PROGRAM
from desens_gui.session.moment import Moment
from desens_gui.session.sounder import Sounder
from tests import courses
from tests.driving import MINUTE, Chair
from tests.session.sounds import Recorder

HIGH, MEDIUM, LOW, PROMPT = Tone.HIGH, Tone.MEDIUM, Tone.LOW, Tone.PROMPT


class Room:
    """A chair with a loudspeaker: one beat a second."""

    def __init__(self, chair: Chair) -> None:
        self.chair = chair
        self.speaker = Recorder()
        self.sounder = Sounder(self.speaker)
        self.second = 0

    @property
    def moment(self) -> Moment:
        return Moment(self.chair.session, self.chair.clock.now(), self.chair.now_ns)

    def beat(self, *technical: AlarmCode) -> None:
        self.chair.tick()
        self.sounder.beat(self.moment, technical)

    def hear(self, seconds: float, *, keys: bool = False) -> list[tuple[int, Tone]]:
        """(second from now, tone) of all that begins to sound. keys: somebody types all the time."""
        heard = []
        for second in range(round(seconds) + 1):
            if second:
                self.chair.wait(1)
            before = len(self.speaker.heard)
            if keys:
                self.sounder.typed(self.moment)
            self.beat()
            heard += [(second, tone) for tone in self.speaker.heard[before:]]
        return heard


@pytest.mark.requirement("R-S16-1", "R-S16-2")
def test_due_is_one_soft_tone_late_one_low_burst_very_late_medium_again_and_again() -> None:
    chair = courses.at_step(9)
    room = Room(chair)
    chair.wait(14 * MINUTE)
    assert room.hear(3 * MINUTE) == [(60, PROMPT)]
    assert room.hear(2 * MINUTE) == [(60, LOW)]
    chair.wait(5 * MINUTE)
    assert room.hear(2 * MINUTE) == [(60, MEDIUM), (80, MEDIUM), (100, MEDIUM), (120, MEDIUM)]


@pytest.mark.requirement("R-S16-3")
def test_a_declared_reaction_is_one_burst_then_silent_until_the_pump_is_not_confirmed() -> None:
    chair = courses.at_step(9)
    room = Room(chair)
    chair.do(CallReaction())
    assert room.hear(40) == [(0, HIGH), (15, HIGH), (25, HIGH), (35, HIGH)]
    chair.do(ReportPumpStopped())
    assert room.hear(4 * MINUTE) == []
    overdue = room.hear(4 * MINUTE)
    assert overdue[0][1] is PROMPT, "vital signs due"
    assert [tone for _, tone in overdue[1:]] == [MEDIUM] * 3


@pytest.mark.requirement("R-S16-4")
def test_an_acknowledged_alarm_is_silent_and_a_new_one_is_heard() -> None:
    chair = courses.at_step(9)
    room = Room(chair)
    chair.wait(25 * MINUTE)
    assert room.hear(5) == [(0, MEDIUM)]
    chair.do(AcknowledgeAlarm(alarm=AlarmCode.CHECK_LATE))
    assert room.hear(60) == []
    chair.do(Pause(reason=PauseReason.TOILET))
    assert room.hear(20) == [(15, MEDIUM)]


@pytest.mark.requirement("R-S16-4")
def test_a_paused_sound_comes_back_by_itself_and_a_new_alarm_breaks_through() -> None:
    chair = courses.at_step(9)
    room = Room(chair)
    chair.wait(25 * MINUTE)
    assert room.hear(1) == [(0, MEDIUM)]
    chair.do(PauseAudio())
    chair.wait(1)
    assert room.hear(118) == []
    assert room.hear(2) == [(1, MEDIUM)]
    chair.do(PauseAudio())
    chair.wait(1)
    chair.do(CallReaction())
    assert room.hear(30) == [(0, HIGH), (15, HIGH), (25, HIGH)]


@pytest.mark.requirement("R-S8-10")
def test_typing_mutes_prompts_for_thirty_seconds_and_never_a_high_alarm() -> None:
    chair = courses.at_step(9)
    room = Room(chair)
    chair.wait(15 * MINUTE - 1)
    assert room.hear(20, keys=True) == []
    assert room.hear(40) == [(30, PROMPT)], "the tone waits, it is not lost"
    chair.wait(9 * MINUTE)
    assert room.hear(20, keys=True) == [], "the check is being made"
    chair.do(CallReaction())
    assert room.hear(20, keys=True) == [(0, HIGH), (15, HIGH)]


def test_a_check_that_is_made_while_typing_needs_no_tone_any_more() -> None:
    chair = courses.at_step(9)
    room = Room(chair)
    chair.wait(15 * MINUTE - 1)
    assert room.hear(5, keys=True) == []
    chair.check()
    assert room.hear(60) == [(30, PROMPT)], "the minutes are over: go up"


def test_half_way_in_the_last_step_is_a_soft_tone() -> None:
    chair = courses.at_step(courses.LAST)
    room = Room(chair)
    chair.wait(7 * MINUTE + 29)
    assert room.hear(10) == [(1, PROMPT)]
    chair.do(RecordSeen())
    assert room.hear(30) == []


def test_the_end_of_the_observation_is_a_soft_tone() -> None:
    chair = courses.observing()
    room = Room(chair)
    chair.wait(58 * MINUTE)
    chair.check()
    assert room.hear(4 * MINUTE) == [(2 * MINUTE, PROMPT)]


def test_a_burst_gives_way_to_a_more_urgent_one_only() -> None:
    chair = courses.at_step(9)
    room = Room(chair)
    chair.wait(25 * MINUTE)
    room.hear(0)
    room.speaker.playing = True
    assert room.hear(40) == [], "it still plays"
    chair.do(CallReaction())
    assert room.hear(2) == [(0, HIGH)]


def test_two_alarms_of_one_priority_are_one_burst() -> None:
    chair = courses.at_step(9)
    room = Room(chair)
    chair.wait(25 * MINUTE)
    room.beat(AlarmCode.BATTERY_LOW)
    assert room.speaker.heard == [MEDIUM]


def test_a_fault_that_is_over_is_silent_though_its_record_still_stands() -> None:
    room = Room(courses.at_step(9))
    room.chair.do(Tick(technical=(AlarmCode.BATTERY_LOW,)), PROGRAM)
    room.sounder.beat(room.moment, ())
    assert room.speaker.heard == []


def test_before_set_up_and_after_the_end_nothing_sounds() -> None:
    assert Room(courses.opened()).hear(1) == []
    chair = courses.at_step(9)
    chair.do(StopToday(ending=Ending.DIED))
    chair.do(EndSession(ending=Ending.DIED))
    room = Room(chair)
    room.sounder.beat(room.moment, (AlarmCode.BATTERY_LOW,))
    assert room.speaker.heard == []


def test_the_sound_check_plays_the_most_urgent_one() -> None:
    room = Room(courses.set_up())
    room.sounder.check()
    assert room.speaker.heard == [HIGH]
