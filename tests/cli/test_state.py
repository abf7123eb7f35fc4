"""desens-gui state: where a session stands at a moment."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desens_gui.cli.main import main
from desens_gui.storage.verify import verify

BREAKS = "\n"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return simulated(tmp_path_factory.mktemp("demo"), "01-demo-12-step")


def simulated(folder: Path, name: str) -> Path:
    assert main(["simulate", name, "--out", str(folder)]) == 0
    (path,) = folder.glob("*.desens")
    return path


@pytest.fixture(autouse=True)
def quiet(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What making the file printed is no part of a test."""
    capsys.readouterr()


def state(path: Path, capsys: pytest.CaptureFixture[str], *at: str) -> dict[str, Any]:
    assert main(["state", str(path), *(("--at", *at) if at else ()), "--format", "json"]) == 0
    whole: dict[str, Any] = json.loads(capsys.readouterr().out)
    return whole


def test_a_running_step(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    now = state(demo, capsys, "10:42:12")
    assert now["phase"] == "step"
    assert (now["step"], now["bag"], now["elapsed_s"]) == (9, 3, 438)
    assert (now["pump_running"], now["rate_ml_h"]) == (True, "10")
    assert now["given"] == now["given_at_most"]
    assert now["given"].endswith(" mg")
    assert now["target"] == "400 mg"
    assert now["at"] == "2026-11-22T09:42:12Z"
    assert now["zone"] == "Europe/Berlin"
    assert now["simulated"] is True
    assert {"kind": "step_elapsed", "at": "2026-11-22T09:49:54Z", "in_s": 462} in now["due"]
    assert not now["away_unanswered"]
    assert now["ending"] is None


@pytest.mark.parametrize("at", ["2026-11-22T09:42:12Z", "10:42:12", "+02:38:12"])
def test_a_moment_may_be_named_in_three_ways(demo: Path, capsys: pytest.CaptureFixture[str], at: str) -> None:
    assert state(demo, capsys, at) == state(demo, capsys, "10:42:12")


def test_a_time_of_day_may_leave_out_the_seconds(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert state(demo, capsys, "10:42") == state(demo, capsys, "10:42:00")


def test_without_a_moment_it_is_that_of_the_last_entry(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    now = state(demo, capsys)
    assert now["phase"] == "ended"
    assert now["ending"] == "completed"
    assert now["due"] == []
    assert now["step"] == 12


def test_a_minute_later_a_minute_more(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = state(demo, capsys, "10:42:12"), state(demo, capsys, "10:43:12")
    assert other["elapsed_s"] - one["elapsed_s"] == 60
    dues = zip(one["due"], other["due"], strict=True)
    assert all(before["in_s"] - after["in_s"] == 60 and before["at"] == after["at"] for before, after in dues)


def test_before_the_plan_there_is_no_dose(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    now = state(demo, capsys, "+00:00:05")
    assert now["phase"] == "set_up"
    assert [now[name] for name in ("step", "elapsed_s", "bag", "rate_ml_h", "given", "target")] == [None] * 6
    assert now["due"] == []


def test_in_the_last_step_the_empty_bag_is_foreseen(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kinds = {due["kind"] for due in state(demo, capsys, "12:20:00")["due"]}
    assert kinds == {"check", "seen", "bag_empty", "iv_site"}
    assert {due["kind"] for due in state(demo, capsys, "15:00:00")["due"]} == {"check", "observation_over"}


def test_for_a_person(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["state", str(demo), "--at", "10:42:12"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"Session  {demo.stem}, SIMULATION"
    assert lines[1:4] == [
        "At       22-Nov-2026 10:42:12",
        "Phase    Step running",
        "Step     9, for 07:18",
    ]
    assert lines[4] == "Pump     running at 10 mL/h, as reported"
    assert lines[5].startswith("Given    5.1")
    assert lines[6] == "Target   400 mg"
    assert "Due      10:49:54 minutes of the step over (07:42)" in lines
    assert lines[-1] == f"Compare code of the file: {verify(demo).code}"
    assert state(demo, capsys, "10:42:12")["code"] == verify(demo).code


def test_for_a_person_in_set_up_and_at_the_end(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["state", str(demo), "--at", "+00:00:05"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 4
    assert main(["state", str(demo)]) == 0
    assert "Pump     stopped" in capsys.readouterr().out


def test_a_dose_that_nobody_is_sure_of_is_a_range(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = simulated(tmp_path, "06-restart")
    capsys.readouterr()
    now = state(path, capsys)
    assert now["given"] != now["given_at_most"]
    assert main(["state", str(path)]) == 0
    assert " to " in capsys.readouterr().out


def test_the_day_after_midnight(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = simulated(tmp_path, "04-late-check-and-clock-step")
    capsys.readouterr()
    assert state(path, capsys, "01:30:00")["at"] == "2026-10-24T23:30:00Z"
    assert state(path, capsys, "00:30:00")["at"] == "2026-10-25T22:30:00Z"


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("soon", "--at: “soon” is no time; write it like 2026-11-22T09:42:12Z, 10:42:12, +01:23:00."),
        ("+5", "--at: “+5” is no time"),
        ("25:00", "--at: “25:00” is no time"),
        ("2026-11-22T07:03:00Z", "--at: “2026-11-22T07:03:00Z” is before the session began, 08:04:00."),
    ],
)
def test_a_moment_that_cannot_be(demo: Path, capsys: pytest.CaptureFixture[str], at: str, said: str) -> None:
    assert main(["state", str(demo), "--at", at]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert err.startswith(said)
    assert err.count(BREAKS) == 1


@pytest.mark.parametrize("name", ["nothing.desens", "text.desens"])
def test_a_file_that_is_no_session(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    (tmp_path / "text.desens").write_text("x" * 200, "utf-8")
    assert main(["state", str(tmp_path / name)]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert err.startswith(f"{name}: ")
    assert err.count(BREAKS) == 1
