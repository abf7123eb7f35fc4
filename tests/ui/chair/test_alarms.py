"""Acknowledging and pausing by key, over whatever screen or form stands there (SAFETY S9)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desens_gui.domain.events.alarm import AlarmAcknowledged, AlarmCode, AudioPaused, SoundChecked
from desens_gui.domain.quantities import Duration
from desens_gui.session.moment import Moment
from desens_gui.ui.chair.alarms import Silent
from tests import courses
from tests.driving import MINUTE
from tests.ui.chair.conftest import Begin
from tests.ui.chair.keyboard import F3, F4, F8, F9, F10, SPACE


@pytest.mark.requirement("R-S9-4")
@pytest.mark.parametrize("opened", [None, F3, F4, F8], ids=["bedside", "check", "note", "pause"])
def test_a_late_check_is_silenced_over_every_form(begin: Begin, opened: Qt.Key | None) -> None:
    chair = begin(courses.at_step(5))
    if opened is not None:
        chair.key(opened)
    over = chair.shown
    chair.wait(25 * MINUTE)
    strip = chair.window.frame.alarm
    assert chair.alarm.startswith("CHECK LATE")
    assert all(button.isVisibleTo(chair.window) for button in strip.buttons)
    chair.key(F9)
    assert chair.event(AudioPaused) == AudioPaused(for_s=Duration(120))
    assert [button.isVisibleTo(chair.window) for button in strip.buttons] == [True, False]
    chair.key(F10)
    assert chair.event(AlarmAcknowledged) == AlarmAcknowledged(alarm=AlarmCode.CHECK_LATE)
    assert not any(button.isVisibleTo(chair.window) for button in strip.buttons)
    assert chair.alarm.startswith("CHECK LATE"), "the light stays"
    assert strip.view.level == "medium"
    assert chair.shown == over, "the form stands as it stood"


def test_with_nothing_to_silence_the_keys_do_nothing(begin: Begin) -> None:
    chair = begin(courses.at_step(5))
    before = len(chair.events)
    chair.key(F9)
    chair.key(F10)
    assert len(chair.events) == before


class Heard(Silent):
    """Alarms that are played: a test counts how often the sound was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.sound, self.played, self.typing, self.faults = "on", 0, 0, dict[AlarmCode, str]()
        self.tidings = ["This computer may go to sleep."]

    def wrong(self) -> dict[AlarmCode, str]:
        return self.faults

    def typed(self, moment: Moment) -> None:
        self.typing += 1

    def check(self) -> None:
        self.played += 1

    def news(self) -> str:
        return self.tidings.pop() if self.tidings else ""


@pytest.mark.requirement("R-S16-5")
def test_the_sound_is_checked_before_the_start_and_its_answer_recorded(begin: Begin) -> None:
    alarms = Heard()
    chair = begin(courses.set_up(), alarms)
    chair.tab_to("Play the alarm sound")
    chair.key(SPACE)
    assert alarms.played == 1
    chair.tab_to("Not heard")
    chair.key(SPACE)
    assert chair.event(SoundChecked) == SoundChecked(heard=False)
    assert alarms.typing == 1
    chair.wait(1)
    assert chair.alarm.startswith("NO ALARM SOUND")


@pytest.mark.requirement("R-S16-5")
def test_without_a_sound_the_whole_window_shows_a_medium_alarm(begin: Begin) -> None:
    alarms = Heard()
    chair = begin(courses.at_step(5), alarms)
    border = chair.window.frame.border
    assert chair.alarm.endswith("This computer may go to sleep.")
    chair.wait(25 * MINUTE)
    assert not border.isVisibleTo(chair.window)
    alarms.faults[AlarmCode.NO_SOUND] = "No loudspeaker was found."
    chair.wait(1)
    assert border.isVisibleTo(chair.window)
    assert border.size() == chair.window.frame.size()
    seen = set()
    for _ in range(3):
        chair.wait(1)
        seen.add(chair.window.frame.alarm.view.edge_on)
    assert seen == {True, False}, "it flashes"
    chair.window.setUpdatesEnabled(True)
    image = chair.window.grab().toImage()
    assert image.pixelColor(1, image.height() // 2) != image.pixelColor(40, image.height() // 2)
