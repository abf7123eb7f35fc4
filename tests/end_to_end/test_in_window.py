"""A scenario played in the window makes the same facts as one that nobody sees."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desens_gui.cli.main import main
from desens_gui.storage.reading import read_session
from desens_gui.storage.verify import State, verify


def facts(folder: Path) -> list[tuple[object, ...]]:
    """All that a fact says but its random ids."""
    (path,) = folder.glob("*.desens")
    assert verify(path).state is State.INTACT
    return [
        (
            fact.seq,
            fact.stamp,
            fact.zone_offset_min,
            fact.actor,
            fact.second_person,
            fact.workstation,
            repr(fact.event).replace(path.stem, "this session"),
        )
        for fact in read_session(path)
    ]


@pytest.mark.parametrize("scenario", ["03-entered-in-error", "06-restart", "08-transferred"])
def test_the_same_facts_with_and_without_the_window(
    scenario: str, tmp_path: Path, qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    unseen, seen = tmp_path / "unseen", tmp_path / "seen"
    assert main(["simulate", scenario, "--out", str(unseen)]) == 0
    assert main(["simulate", scenario, "--out", str(seen), "--window"]) == 0
    assert facts(seen) == facts(unseen)
    said = capsys.readouterr().out
    assert said.count("Ended: ") + said.count("Left open") == 2


def test_a_scenario_that_goes_otherwise_says_so(
    tmp_path: Path, qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        'title = "x"\nstart = 2026-11-22T08:00:00\nzone = "UTC"\nby = "ml"\n'
        '[staff]\nml = { name = "M", role = "nurse" }\n'
        "[[do]]\nstart_session = {}\n",
        "utf-8",
    )
    assert main(["simulate", str(own), "--out", str(tmp_path / "out"), "--window"]) == 1
    assert "own.toml" in capsys.readouterr().err
