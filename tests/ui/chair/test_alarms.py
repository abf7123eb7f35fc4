"""Acknowledging and pausing by key, over whatever screen or form stands there (SAFETY S9)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desens_gui.domain.events.alarm import AlarmAcknowledged, AlarmCode, AudioPaused
from desens_gui.domain.quantities import Duration
from tests import courses
from tests.driving import MINUTE
from tests.ui.chair.conftest import Begin
from tests.ui.chair.keyboard import F3, F4, F8, F9, F10


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
