"""What the battery says, on each system as far as it can be played here."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desens_gui.system import battery
from desens_gui.system.battery import Battery, read_battery, read_linux
from tests.system.windows import calls_of_windows


def supply(folder: Path, name: str, **lines: str) -> None:
    (folder / name).mkdir()
    for file, text in lines.items():
        (folder / name / file).write_text(f"{text}\n")


@pytest.mark.parametrize(
    ("percent", "plugged", "low"), [(20, False, True), (21, False, False), (5, True, False)]
)
def test_low_is_a_fifth_and_not_plugged_in(percent: int, plugged: bool, low: bool) -> None:
    assert Battery(percent, plugged).low is low


def test_linux_names_the_emptiest_of_its_own(tmp_path: Path) -> None:
    assert read_linux(tmp_path) is None
    supply(tmp_path, "AC", type="Mains", online="1")
    supply(tmp_path, "mouse", type="Battery", scope="Device", capacity="3", status="Discharging")
    supply(tmp_path, "broken", type="Battery", status="Unknown")
    assert read_linux(tmp_path) is None
    supply(tmp_path, "BAT0", type="Battery", capacity="80", status="Charging")
    supply(tmp_path, "BAT1", type="Battery", capacity="18", status="Discharging")
    assert read_linux(tmp_path) == Battery(18, plugged=False)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (
            "Now drawing from 'Battery Power'\n -InternalBattery-0\t12%; discharging",
            Battery(12, plugged=False),
        ),
        ("Now drawing from 'AC Power'\n -InternalBattery-0\t97%; charged", Battery(97, plugged=True)),
        ("Now drawing from 'AC Power'", None),
    ],
)
def test_macos(said: str, found: Battery | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read_battery("darwin") is None
    program = tmp_path / "pmset"
    program.write_text(f'#!/bin/sh\necho "{said}"\n')
    program.chmod(0o755)
    assert read_battery("darwin") == found


def test_elsewhere_nobody_can_tell(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert read_battery("other") is None
    monkeypatch.setattr(battery, "POWER_SUPPLY", tmp_path)
    assert read_battery("linux") is None


@pytest.mark.parametrize(
    ("told", "percent", "line", "found"),
    [
        (1, 17, 0, Battery(17, plugged=False)),
        (1, 90, 1, Battery(90, plugged=True)),
        (1, 255, 1, None),
        (0, 0, 0, None),
    ],
)
def test_windows(
    told: int, percent: int, line: int, found: Battery | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def status(pointer: Any) -> int:
        pointer._obj.percent, pointer._obj.line = percent, line
        return told

    calls_of_windows(monkeypatch, GetSystemPowerStatus=status)
    assert read_battery("win32") == found


def test_a_program_that_cannot_be_run_tells_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pmset").write_text("no program")
    (tmp_path / "pmset").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read_battery("darwin") is None
