"""desens-gui simulate: played, traced, killed, resumed, refused."""

from __future__ import annotations

import os
import platform
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desens_gui.cli.main import main
from desens_gui.cli.simulate import _pace
from desens_gui.domain.events.restart import AwayAnswered, ProgramResumed
from desens_gui.domain.evolve.evolving import fold
from desens_gui.domain.ledger import given
from desens_gui.session.simulated_clock import SimulatedClock
from desens_gui.storage.opening import create_session
from desens_gui.storage.reading import read_session
from desens_gui.storage.session_log import SqliteLog
from desens_gui.storage.verify import State, verify
from desens_gui.system.clock import SystemClock
from desens_gui.system.locks import SessionLock
from tests.scenarios.runs import HEAD, IDENTIFIED
from tests.storage.facts import opened, recorded

SHORT = "08-transferred"


def only_file(folder: Path) -> Path:
    (path,) = folder.glob("*.desens")
    return path


def written(folder: Path, text: str) -> str:
    path = folder / "own.toml"
    path.write_text(text, "utf-8")
    return str(path)


def test_a_scenario_becomes_a_session_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", SHORT, "--out", str(tmp_path / "a" / "b")]) == 0
    path = only_file(tmp_path / "a" / "b")
    verdict = verify(path)
    assert verdict.state is State.INTACT
    assert capsys.readouterr().out.splitlines() == [
        "Ended: Transferred",
        f"File: {path}",
        f"Compare code: {verdict.code}",
    ]
    records = read_session(path)
    state = fold(records)
    assert state is not None
    assert state.opened.simulated
    assert state.opened.session_id == path.stem
    assert path.name.startswith("2026-11-19-")


def test_every_fact_is_told_once_it_is_saved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", SHORT, "--out", str(tmp_path), "--trace"]) == 0
    lines = capsys.readouterr().out.splitlines()[:-3]
    assert lines == [f"saved {seq}" for seq in range(1, len(read_session(only_file(tmp_path))) + 1)]


def test_an_open_end_and_a_crash_say_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", written(tmp_path, IDENTIFIED), "--out", str(tmp_path / "1")]) == 0
    assert capsys.readouterr().out.startswith("Left open: Set-up\n")
    crash = IDENTIFIED + '[[do]]\ncrash = true\n[[do]]\nrecord_note = { text = "on" }\n'
    assert main(["simulate", written(tmp_path, crash), "--out", str(tmp_path / "2")]) == 0
    assert capsys.readouterr().out.startswith("Broken off, as the scenario says: Set-up\n")
    path = only_file(tmp_path / "2")
    assert main(["simulate", written(tmp_path, crash), "--resume", str(path)]) == 0
    assert capsys.readouterr().out.startswith("Left open: Set-up\n")
    assert len(read_session(path)) == 5


def test_what_does_not_go_as_written_is_one_sentence_and_exit_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = IDENTIFIED + "[[do]]\nescalate = {}\n"
    assert main(["simulate", written(tmp_path, text), "--out", str(tmp_path)]) == 1
    out, err = capsys.readouterr()
    assert err.startswith("own.toml, line 26: escalate was refused: not_now. ")
    assert err.count("\n") == 1
    assert not out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.toml", "--out", "{tmp}"], "There is no file nowhere.toml."),
        ([SHORT], "--out is missing: the folder for the session file."),
        ([SHORT, "--out", "{tmp}/file"], "--out: "),
        ([SHORT, "--out", "{tmp}", "--speed", "0"], "0 is not a number from 0.001 to 1000000"),
        ([SHORT, "--out", "{tmp}", "--speed", "fast"], "fast is not a number from 0.001 to 1000000"),
        ([SHORT, "--window", "--trace", "--out", "{tmp}"], "--trace is not possible together with --window."),
        ([SHORT, "--sound", "--out", "{tmp}"], "--sound is possible only together with --window."),
        ([SHORT, "--window", "--resume", "{tmp}/file"], "--resume is not possible together with --window."),
        ([SHORT, "--resume", "{tmp}/file"], "The file is not a session file."),
        ([SHORT, "--resume", "{tmp}/nothing"], "cannot be found"),
        (
            [SHORT, "--resume", "{tmp}/patient.desens"],
            "patient.desens is the record of a patient, not of a simulation.",
        ),
        (
            [SHORT, "--resume", "{tmp}/other.desens"],
            "other.desens is not a run of 08-transferred.toml: entry 1 is another.",
        ),
    ],
)
def test_what_cannot_be_used_is_one_sentence_and_exit_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    (tmp_path / "file").write_text("x" * 200, "utf-8")
    for name, simulated in (("patient.desens", False), ("other.desens", True)):
        create_session(tmp_path / name)
        log = SqliteLog(tmp_path / name, clock=SystemClock())
        first = opened()
        event = type(first)(
            **{**{f: getattr(first, f) for f in first.__struct_fields__}, "simulated": simulated}
        )
        log.append([recorded(1, event)])
        log.close()
    before = sorted(tmp_path.iterdir())
    assert main(["simulate", *(each.format(tmp=tmp_path) for each in arguments)]) == 2
    out, err = capsys.readouterr()
    assert said in err
    assert err.count("\n") == 1
    assert not out
    assert sorted(tmp_path.iterdir()) == before


def test_a_file_without_a_first_entry_is_begun_again(tmp_path: Path) -> None:
    path = tmp_path / "2026-11-22-test.desens"
    create_session(path)
    assert (
        main(
            [
                "simulate",
                written(tmp_path, HEAD + "[[do]]\nidentify_staff = { id = 'ml' }\n"),
                "--resume",
                str(path),
            ]
        )
        == 0
    )
    assert len(read_session(path)) == 3


def test_a_run_that_is_over_is_left_as_it_is(tmp_path: Path) -> None:
    assert main(["simulate", SHORT, "--out", str(tmp_path)]) == 0
    path = only_file(tmp_path)
    before = path.read_bytes()
    assert main(["simulate", SHORT, "--resume", str(path)]) == 0
    assert path.read_bytes() == before


def test_a_restart_in_a_scenario_reads_the_file_again(tmp_path: Path) -> None:
    assert main(["simulate", "06-restart", "--out", str(tmp_path)]) == 0
    events = [record.event for record in read_session(only_file(tmp_path))]
    assert sum(isinstance(event, ProgramResumed) for event in events) == 3


def killed(folder: Path, after: int) -> Path:
    """A run killed as soon as it said that this many facts are saved."""
    command = [
        sys.executable,
        "-m",
        "desens_gui",
        "simulate",
        "07-patient-wish",
        "--out",
        str(folder),
        "--trace",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line == f"saved {after}\n":
                os.kill(process.pid, signal.SIGKILL)
                break
    assert process.returncode == -signal.SIGKILL
    return only_file(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("after", [1, 4, 31, 48])
def test_killed_and_resumed_nothing_is_lost_and_nothing_twice(tmp_path: Path, after: int) -> None:
    assert main(["simulate", "07-patient-wish", "--out", str(tmp_path / "whole")]) == 0
    whole = read_session(only_file(tmp_path / "whole"))
    path = killed(tmp_path / "killed", after)
    kept = read_session(path)
    assert len(kept) >= after
    assert main(["simulate", "07-patient-wish", "--resume", str(path)]) == 0
    records = read_session(path)
    assert records[: len(kept)] == kept
    assert verify(path).state is State.INTACT
    own = [record for record in records if not isinstance(record.event, ProgramResumed | AwayAnswered)]
    assert [record.stamp for record in own] == [record.stamp for record in whole]
    assert [type(record.event) for record in own] == [type(record.event) for record in whole]
    assert dose(records) == dose(whole)


def dose(records: object) -> object:
    state = fold(records)  # type: ignore[arg-type]  # read_session's own
    assert state is not None
    assert state.plan is not None
    return (state.ending, given(state.ledger, state.plan, state.timeline.at_ns))


def test_real_time_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    monkeypatch.setattr("desens_gui.cli.simulate.Waiting.wait", lambda _self, seconds: waited.append(seconds))
    clock = SimulatedClock(0)
    wait = _pace(10, clock)
    clock.stall(100 * 10**9)
    wait()
    (seconds,) = waited
    assert 9 < seconds <= 10
    _pace(None, clock)()
    assert len(waited) == 1


@pytest.mark.requirement("R-one-writer")
def test_a_file_that_another_process_is_running_is_left_to_it_by_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["simulate", SHORT, "--out", str(tmp_path)]) == 0
    path = only_file(tmp_path)
    before = path.read_bytes()
    capsys.readouterr()
    lock = SessionLock(path)
    lock.acquire()
    try:
        assert main(["simulate", SHORT, "--resume", str(path)]) == 2
    finally:
        lock.release()
    said = capsys.readouterr().err
    assert said.startswith(f"{platform.node()} has had this session since ")
    assert said.endswith(f"(process {os.getpid()}): it cannot go on here too.\n")
    assert path.read_bytes() == before
    assert main(["simulate", SHORT, "--resume", str(path)]) == 0
