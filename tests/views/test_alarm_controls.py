"""Acknowledge and pause on the strip, what else stands beside the first alarm, and the sound in the foot."""

from __future__ import annotations

from typing import Any

import pytest

from desens_gui.domain.commands.alarm import AcknowledgeAlarm, CheckSound, PauseAudio
from desens_gui.domain.commands.pump import ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction
from desens_gui.domain.commands.step import Tick
from desens_gui.domain.events.alarm import AlarmCode
from desens_gui.domain.recorded import PROGRAM
from desens_gui.views.alarm import alarm_strip
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.alarm import AlarmStripView
from desens_gui.views.scene import Recording
from desens_gui.views.setup_sound import sound_check
from desens_gui.views.status import status
from tests import courses
from tests.driving import MINUTE, Chair
from tests.views.at_chair import scene_of

LATE, NO_SOUND, BATTERY = AlarmCode.CHECK_LATE, AlarmCode.NO_SOUND, AlarmCode.BATTERY_LOW
SILENT: dict[AlarmCode, str] = {NO_SOUND: "No sound device was found."}


def strip(chair: Chair, **changes: Any) -> AlarmStripView:
    return alarm_strip(scene_of(chair, **changes))


def told(chair: Chair, wrong: dict[AlarmCode, str]) -> Chair:
    chair.do(Tick(technical=tuple(wrong)), PROGRAM)
    return chair


def late(minutes: int = 18) -> Chair:
    chair = courses.at_step(9)
    chair.wait(minutes * MINUTE)
    chair.tick()
    return chair


def intents(view: AlarmStripView) -> tuple[str, str]:
    def of(action: ActionView | None) -> str:
        return "" if action is None else action.intent

    return of(view.acknowledge), of(view.pause_audio)


@pytest.mark.requirement("R-S16-4")
def test_a_low_alarm_is_acknowledged_and_keeps_its_light() -> None:
    chair = late()
    assert intents(strip(chair)) == ("acknowledge:check_late", "")
    chair.do(AcknowledgeAlarm(alarm=LATE))
    assert intents(strip(chair)) == ("", "")
    assert strip(chair).level == "low"


@pytest.mark.requirement("R-S16-4")
def test_a_medium_alarm_may_be_paused_for_two_minutes() -> None:
    chair = late(25)
    assert intents(strip(chair)) == ("acknowledge:check_late", "pause_audio")
    chair.do(PauseAudio())
    assert intents(strip(chair)) == ("acknowledge:check_late", "")
    assert status(scene_of(chair, sound="on")).audio == "Sound paused until 13:31:00"
    told(chair, {BATTERY: ""})
    chair.wait(1)
    told(chair, {BATTERY: ""})
    assert intents(strip(chair, wrong={BATTERY: ""}))[1] == "", "raised at that very moment"
    chair.wait(120)
    assert intents(strip(chair))[1] == "pause_audio"
    assert status(scene_of(chair, sound="on")).audio == "Sound on"


def test_what_came_after_the_pause_may_be_paused_as_well() -> None:
    chair = late(25)
    chair.do(PauseAudio())
    chair.wait(1)
    told(chair, {BATTERY: ""})
    assert intents(strip(chair, wrong={BATTERY: ""}))[1] == "pause_audio"


def test_a_declared_reaction_is_not_acknowledged_but_what_sounds_in_it_is() -> None:
    chair = courses.at_step(9)
    chair.do(CallReaction())
    chair.tick()
    assert intents(strip(chair)) == ("", "")
    chair.wait(15)
    chair.tick()
    view = strip(chair)
    assert intents(view) == ("acknowledge:pump_not_stopped", "pause_audio")
    assert view.note_strong == "", "the title says it already"
    chair.do(ReportPumpStopped())
    assert intents(strip(chair)) == ("", ""), "it is over, even before the next tick says so"


def test_what_else_is_true_stands_beside_the_first() -> None:
    chair = courses.at_step(9)
    chair.do(CallReaction())
    lost = Recording(waiting_since_us=1_795_341_600_000_000, lost=True)
    view = strip(chair, recording=lost, wrong=SILENT)
    assert view.title.startswith("REACTION")
    assert (view.note_icon, view.note_strong) == ("alarm_medium", "NOT BEING RECORDED, NO ALARM SOUND")


@pytest.mark.requirement("R-S16-5")
def test_a_missing_sound_stands_until_acknowledged_and_then_beside_what_is_next() -> None:
    chair = told(courses.at_step(9), SILENT)
    view = strip(chair, wrong=SILENT)
    assert (view.level, view.title, view.text) == ("low", "NO ALARM SOUND", "No sound device was found.")
    chair.do(AcknowledgeAlarm(alarm=NO_SOUND))
    view = strip(chair, wrong=SILENT)
    assert (view.level, view.title) == ("none", "No other alarm")
    assert view.note_strong == "NO ALARM SOUND"
    foot = status(scene_of(chair, wrong=SILENT, sound="on"))
    assert (foot.audio, foot.audio_off) == ("NO ALARM SOUND", True)


@pytest.mark.requirement("R-S16-5")
@pytest.mark.parametrize(("minutes", "silent"), [(18, False), (25, True)])
def test_without_a_sound_a_medium_alarm_is_shown_larger(minutes: int, silent: bool) -> None:
    chair = late(minutes)
    assert strip(chair, wrong=SILENT).silent is silent
    assert strip(chair).silent is False


def test_a_fault_of_the_machine_says_its_own_sentence() -> None:
    chair = courses.at_step(9)
    view = strip(chair, wrong={BATTERY: "12 % left, not plugged in."})
    assert (view.level, view.title, view.text) == ("medium", "BATTERY LOW", "12 % left, not plugged in.")
    assert "watch the pump and your own timer" in strip(chair, wrong={AlarmCode.PROGRAM_FAULT: ""}).text


def test_overdue_vital_signs_stand_in_the_strip_of_the_reaction() -> None:
    chair = courses.at_step(9)
    chair.do(CallReaction())
    chair.do(ReportPumpStopped())
    chair.wait(8 * MINUTE)
    chair.tick()
    view = strip(chair)
    assert (view.text, view.note_strong) == ("Vital signs due 13:09.", "")
    assert intents(view) == ("acknowledge:vitals_overdue", "pause_audio")


def test_the_foot_says_whether_alarms_sound() -> None:
    chair = courses.at_step(9)
    assert status(scene_of(chair)).audio == ""
    assert status(scene_of(chair, sound="on")).audio == "Sound on"
    assert status(scene_of(chair, sound="off")).audio == "Simulation: sound off"
    assert status(scene_of(chair, sound="on", mode="review")).audio == ""
    assert status(scene_of(courses.completed(), sound="on")).audio == ""


def test_after_the_end_only_a_missing_copy_is_said() -> None:
    chair = courses.completed()
    view = strip(chair, recording=Recording(backup="Sessions without backup: 1."), wrong=SILENT)
    assert (view.level, view.title, view.note_strong) == ("low", "BACKUP MISSED", "")
    assert strip(chair, wrong=SILENT).level == "none"


@pytest.mark.requirement("R-S16-5")
def test_set_up_asks_whether_the_alarm_sound_is_heard_where_there_is_one() -> None:
    chair = courses.set_up()
    assert sound_check(scene_of(chair)) == ()
    assert sound_check(scene_of(chair, sound="off")) == ()

    def chosen() -> list[str]:
        play, asked = sound_check(scene_of(chair, sound="on"))
        assert play.action is not None
        assert play.action.intent == "play_sound"
        (answer,) = asked.answers
        assert answer.choice is not None
        return [option.label for option in answer.choice.options if option.chosen]

    assert chosen() == []
    chair.do(CheckSound(heard=True))
    assert chosen() == ["Heard"]
    chair.do(CheckSound(heard=False))
    assert chosen() == ["Not heard"]
