"""A scenario in the window at the speed of somebody who watches."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desens_gui.app import simulated
from desens_gui.app.simulated import play_in_window
from desens_gui.storage.verify import State, verify
from desens_gui.system.scenarios import load_scenario, scenario_path
from desens_gui.wording.words import ENGLISH

FAST = 50_000.0


@pytest.fixture(autouse=True)
def a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(simulated, "has_screen", lambda: True)


def test_it_is_watched_to_its_end(
    tmp_path: Path, app: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    scenario = load_scenario(scenario_path("08-transferred"))
    assert play_in_window(scenario, out=tmp_path, data=tmp_path / "data", speed=FAST, words=ENGLISH) == 0
    (path,) = tmp_path.glob("*.desens")
    assert verify(path).state is State.INTACT
    assert capsys.readouterr().out.startswith("Ended: Transferred")


def test_a_scenario_that_goes_otherwise_ends_there(
    tmp_path: Path, app: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        'title = "x"\nstart = 2026-11-22T08:00:00\nzone = "UTC"\nby = "ml"\n'
        '[staff]\nml = { name = "M", role = "nurse" }\n'
        '[[do]]\nafter = "10 s"\nstart_session = {}\n',
        "utf-8",
    )
    scenario = load_scenario(own)
    assert play_in_window(scenario, out=tmp_path, data=tmp_path / "data", speed=FAST, words=ENGLISH) == 1
    assert "own.toml" in capsys.readouterr().err
