"""A check as a simulated nurse types it is read back as the same check."""

from __future__ import annotations

import pytest

from desens_gui.domain.commands.check import RecordCheck
from desens_gui.domain.findings import BloodPressure, Consciousness, Severity, Sign, Vitals
from desens_gui.views.entry.check import SEVERITIES, read_check
from desens_gui.views.entry.check_typed import SHOWN, typed_check
from tests import courses, readings
from tests.views.at_chair import scene_of

CHAIR = courses.at_step(9)
CHECKS = {
    "whole": readings.check(CHAIR.now),
    "earlier": readings.check(CHAIR.ago(90), spo2=93, oxygen=True, consciousness=Consciousness.VOICE),
    "one value": readings.only(CHAIR.now, temp="36.65"),
    "new sign": readings.check(CHAIR.now, new={"skin": "hives"}),
    "baseline": RecordCheck(vitals=Vitals(), symptoms=readings.as_at_baseline(CHAIR.now)),
    "nothing": RecordCheck(vitals=Vitals()),
}


@pytest.mark.parametrize("name", CHECKS)
def test_it_is_read_back_as_it_was(name: str) -> None:
    entry = read_check(scene_of(CHAIR), typed_check(CHECKS[name]))
    assert entry.problems == {}
    assert entry.command == CHECKS[name]


def test_every_severity_has_its_code() -> None:
    assert {SEVERITIES[code]: code for code in SEVERITIES} == dict(SHOWN)
    assert {Sign(code="hives", severity=each).severity for each in Severity} == set(SHOWN)


def test_a_pressure_that_could_only_be_felt() -> None:
    felt = Vitals(blood_pressure=BloodPressure(systolic=60, at=CHAIR.now))
    assert typed_check(RecordCheck(vitals=felt)).texts == {"systolic": "60"}
