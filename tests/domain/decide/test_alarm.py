"""Alarms as facts: one condition, one alarm, one record of onset, acknowledgement and end."""

from __future__ import annotations

import pytest

from desens_gui.domain.alarms import TECHNICAL, conditions
from desens_gui.domain.commands.alarm import AcknowledgeAlarm, CheckSound, PauseAudio
from desens_gui.domain.commands.check import AnswerForWatch
from desens_gui.domain.commands.ending import EndSession, StopToday
from desens_gui.domain.commands.pump import ReportPumpRunning, ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction
from desens_gui.domain.commands.step import Pause, Tick
from desens_gui.domain.events.alarm import (
    AlarmAcknowledged,
    AlarmCleared,
    AlarmCode,
    AlarmRaised,
    AudioPaused,
    Priority,
    SoundChecked,
)
from desens_gui.domain.events.ending import Ending, Transfer
from desens_gui.domain.events.every import Event
from desens_gui.domain.events.step import PauseReason
from desens_gui.domain.quantities import Duration, Rate
from desens_gui.domain.recorded import PROGRAM
from tests import courses
from tests.driving import MINUTE, STRANGER, Chair, policy_with

LATE, STOP, REACTION = AlarmCode.CHECK_LATE, AlarmCode.PUMP_NOT_STOPPED, AlarmCode.REACTION
LOW, MEDIUM, HIGH = Priority.LOW, Priority.MEDIUM, Priority.HIGH
Said = tuple[str, AlarmCode, Priority | None]


def of_alarms(events: tuple[Event, ...] | list[Event]) -> list[Said]:
    """Onset and end, in order."""
    found: list[Said] = []
    for event in events:
        if isinstance(event, AlarmRaised):
            found.append(("raised", event.alarm, event.priority))
        elif isinstance(event, AlarmCleared):
            found.append(("cleared", event.alarm, None))
    return found


def told(chair: Chair, *codes: AlarmCode) -> list[Said]:
    """One tick that is told what is wrong with the machine."""
    return of_alarms(chair.do(Tick(technical=codes), PROGRAM))


@pytest.mark.requirement("R-S16-2")
def test_a_late_check_is_one_alarm_that_rises_and_ends_with_the_check() -> None:
    chair = courses.at_step(9)
    chair.wait(17 * MINUTE + 59)
    assert of_alarms(chair.tick()) == []
    chair.wait(1)
    assert of_alarms(chair.tick()) == [("raised", LATE, LOW)]
    assert of_alarms(chair.run(60)) == []
    chair.wait(6 * MINUTE)
    assert of_alarms(chair.tick()) == [("raised", LATE, MEDIUM)]
    chair.check()
    assert of_alarms(chair.tick()) == [("cleared", LATE, None)]
    assert of_alarms(chair.tick()) == []


@pytest.mark.requirement("R-S16-2")
@pytest.mark.parametrize(("seconds", "level"), [(299, LOW), (300, MEDIUM)])
def test_in_the_last_step_it_is_medium_after_five_minutes(seconds: int, level: Priority) -> None:
    chair = courses.at_step(courses.LAST)
    chair.wait(15 * MINUTE + seconds)
    assert of_alarms(chair.tick()) == [("raised", LATE, level)]
    chair.do(AnswerForWatch(by="Mara Lindt"))
    assert LATE in {one.alarm for one in chair.session.alarms}, "an answer for the watch is no check"


@pytest.mark.requirement("R-S16-3")
def test_a_pump_to_be_stopped_alarms_after_fifteen_seconds_and_until_it_is_reported() -> None:
    chair = courses.at_step(9)
    chair.do(Pause(reason=PauseReason.TOILET))
    chair.wait(14)
    assert of_alarms(chair.tick()) == []
    chair.wait(1)
    assert of_alarms(chair.tick()) == [("raised", STOP, MEDIUM)]
    chair.do(ReportPumpStopped())
    assert of_alarms(chair.tick()) == [("cleared", STOP, None)]


@pytest.mark.requirement("R-S16-3")
def test_in_a_reaction_it_is_high_and_overdue_vital_signs_are_medium() -> None:
    chair = courses.at_step(9)
    chair.do(CallReaction())
    assert of_alarms(chair.tick()) == [("raised", REACTION, HIGH)]
    chair.wait(15)
    assert of_alarms(chair.tick()) == [("raised", STOP, HIGH)]
    chair.do(ReportPumpStopped())
    chair.wait(8 * MINUTE - 16)
    assert of_alarms(chair.tick()) == [("cleared", STOP, None)]
    chair.wait(1)
    assert of_alarms(chair.tick()) == [("raised", AlarmCode.VITALS_OVERDUE, MEDIUM)]


def test_a_pump_that_leaves_with_the_patient_and_a_death_are_no_alarm() -> None:
    moved = Transfer(where="ICU", to_whom="Dr A", pump_running=True, line_content="bag 3")
    for stop in (
        StopToday(ending=Ending.TRANSFERRED, transfer=moved),
        StopToday(ending=Ending.DIED),
    ):
        chair = courses.at_step(9)
        chair.do(stop)
        chair.wait(60)
        assert of_alarms(chair.tick()) == []


@pytest.mark.hazard("H-16")
@pytest.mark.requirement("R-S16-4")
def test_acknowledged_once_and_sounding_again_when_it_rises() -> None:
    chair = courses.at_step(9)
    chair.wait(18 * MINUTE)
    chair.tick()
    assert chair.do(AcknowledgeAlarm(alarm=LATE)) == (AlarmAcknowledged(alarm=LATE),)
    assert chair.session.alarms[0].acknowledged
    assert chair.do(AcknowledgeAlarm(alarm=LATE)) == ()
    assert chair.do(AcknowledgeAlarm(alarm=REACTION)) == ()
    chair.wait(7 * MINUTE)
    chair.tick()
    assert not chair.session.alarms[0].acknowledged, "a higher priority is news"


def test_acknowledging_one_leaves_every_other() -> None:
    chair = courses.at_step(9)
    chair.wait(18 * MINUTE)
    told(chair, AlarmCode.BATTERY_LOW)
    chair.do(AcknowledgeAlarm(alarm=LATE), STRANGER)
    assert {one.alarm: one.acknowledged for one in chair.session.alarms} == {
        LATE: True,
        AlarmCode.BATTERY_LOW: False,
    }


@pytest.mark.requirement("R-S16-4")
@pytest.mark.parametrize(("policy_s", "paused_s"), [(60, 60), (600, 120)])
def test_an_audio_pause_lasts_two_minutes_at_most(policy_s: int, paused_s: int) -> None:
    chair = courses.at_step(1, policy=policy_with(pause_audio=Duration(policy_s)))
    assert chair.do(PauseAudio()) == (), "nothing sounds, nothing is silenced in advance"
    chair.wait(18 * MINUTE)
    chair.tick()
    assert chair.do(PauseAudio()) == (AudioPaused(for_s=Duration(paused_s)),)
    pause = chair.session.audio_pause
    assert pause is not None
    assert pause.until_ns - pause.from_ns == paused_s * 1_000_000_000


def test_an_audio_pause_before_there_is_a_policy() -> None:
    chair = courses.opened()
    told(chair, AlarmCode.BATTERY_LOW)
    assert chair.do(PauseAudio()) == (AudioPaused(for_s=Duration(120)),)


@pytest.mark.parametrize("code", TECHNICAL)
def test_a_fault_of_the_machine_begins_and_ends_as_told(code: AlarmCode) -> None:
    chair = courses.set_up()
    assert told(chair, code) == [("raised", code, TECHNICAL[code])]
    assert told(chair, code) == []
    assert told(chair) == [("cleared", code, None)]


def test_only_faults_of_the_machine_are_believed() -> None:
    assert told(courses.at_step(9), REACTION, STOP, LATE) == []


def test_a_missed_backup_is_no_alarm_while_drug_runs() -> None:
    assert told(courses.at_step(9), AlarmCode.BACKUP_MISSED) == []


@pytest.mark.requirement("R-S16-5")
def test_a_sound_that_nobody_heard_is_missing_until_it_is_heard() -> None:
    chair = courses.set_up()
    assert chair.do(CheckSound(heard=False)) == (SoundChecked(heard=False),)
    assert told(chair) == [("raised", AlarmCode.NO_SOUND, LOW)]
    chair.do(CheckSound(heard=True))
    assert told(chair) == [("cleared", AlarmCode.NO_SOUND, None)]
    assert told(chair, AlarmCode.NO_SOUND) == [("raised", AlarmCode.NO_SOUND, LOW)]


def test_the_end_of_the_session_ends_its_alarms() -> None:
    chair = courses.at_step(9)
    chair.do(StopToday(ending=Ending.DIED))
    told(chair, AlarmCode.BATTERY_LOW)
    chair.do(EndSession(ending=Ending.DIED))
    assert chair.session.alarms == ()
    assert conditions(chair.session, chair.now_ns, TECHNICAL) == ()


def test_the_most_urgent_comes_first() -> None:
    chair = courses.at_step(9)
    chair.do(CallReaction())
    chair.wait(15)
    found = conditions(chair.session, chair.now_ns, (AlarmCode.NO_SOUND, AlarmCode.NOT_RECORDED))
    assert [one.alarm for one in found] == [REACTION, STOP, AlarmCode.NOT_RECORDED, AlarmCode.NO_SOUND]


def test_a_pump_that_was_reported_running_again_is_nothing_to_stop() -> None:
    chair = courses.at_step(9)
    chair.do(ReportPumpStopped())
    chair.wait(20)
    assert of_alarms(chair.tick()) == []
    chair.refused(ReportPumpRunning(rate_ml_h=Rate.of("10")))
