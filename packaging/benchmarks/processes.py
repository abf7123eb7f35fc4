"""Figures of whole processes: from the start of one to the line it prints when it is ready."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from figures import Figure

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
READY = b"ready"
START_GOAL, CHART_GOAL, COMMAND_GOAL_MS = 1.5, 1.15, 80.0


def _environment() -> dict[str, str]:
    """Byte code is written on both sides; no window is seen."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}


def prepare() -> None:
    """Compile everything once, so that no run pays for it."""
    places = [str(ROOT / "desens_gui"), str(HERE)]
    subprocess.run([sys.executable, "-m", "compileall", "-q", *places], check=True, env=_environment())


def until_ready(*command: str) -> float:
    """Milliseconds from starting the process to its line; the process is ended then."""
    begun = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, *command], stdout=subprocess.PIPE, env=_environment(), cwd=ROOT
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        took = (time.perf_counter() - begun) * 1000
        process.kill()
    if not line.startswith(READY):
        raise RuntimeError(f"{command} never became ready: {line!r}")
    return took


def whole(*command: str) -> float:
    """Milliseconds of a whole process."""
    begun = time.perf_counter()
    subprocess.run(
        [sys.executable, *command], check=True, stdout=subprocess.DEVNULL, env=_environment(), cwd=ROOT
    )
    return (time.perf_counter() - begun) * 1000


def window_starts(runs: int) -> list[Figure]:
    """Figures 1 and 2, in turn with their baselines after one warm-up each."""
    with tempfile.TemporaryDirectory() as folder:
        resumed = Path(folder) / "resumed"
        subprocess.run(
            [sys.executable, str(HERE / "make_session.py"), str(resumed)],
            check=True,
            env=_environment(),
            cwd=ROOT,
        )
        first, bare, chart, bare_chart = [], [], [], []
        for run in range(runs + 1):
            ours = until_ready(str(HERE / "our_window.py"), str(Path(folder) / f"new{run}"), "window")
            plain = until_ready(str(HERE / "bare_window.py"))
            drawn = until_ready(str(HERE / "our_window.py"), str(resumed), "chart")
            plotted = until_ready(str(HERE / "bare_chart.py"))
            if run:
                first.append(ours)
                bare.append(plain)
                chart.append(drawn)
                bare_chart.append(plotted)
    return [
        _ratio_figure("1", "start to first usable window", first, bare, START_GOAL),
        _ratio_figure("2", "start to drawn chart, resuming", chart, bare_chart, CHART_GOAL),
    ]


def _ratio_figure(number: str, what: str, ours: list[float], baseline: list[float], goal: float) -> Figure:
    reached = median(mine / bare for mine, bare in zip(ours, baseline, strict=True)) <= goal
    return Figure(number, what, "ms", ours, baseline, f"at most {goal} x", reached)


def command_starts(runs: int) -> list[Figure]:
    """Figure 11: `plan` and `verify` above an interpreter that does nothing."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [sys.executable, str(HERE / "make_session.py"), folder], check=True, env=_environment(), cwd=ROOT
        )
        session = next((Path(folder) / "sessions").glob("*.desens"))
        commands = {
            "11 plan": ("-m", "desens_gui", "plan", "rdd-3bag-12step", "--dose", "2000 mg"),
            "11 verify": ("-m", "desens_gui", "verify", str(session)),
        }
        return [_above_figure(name, command, runs) for name, command in commands.items()]


def _above_figure(name: str, command: tuple[str, ...], runs: int) -> Figure:
    ours, bare = [], []
    for run in range(runs + 1):
        mine, nothing = whole(*command), whole("-c", "pass")
        if run:
            ours.append(mine)
            bare.append(nothing)
    above = median(mine - nothing for mine, nothing in zip(ours, bare, strict=True))
    goal = f"at most {COMMAND_GOAL_MS:g} ms above"
    return Figure(name, "command line, whole process", "ms", ours, bare, goal, above <= COMMAND_GOAL_MS)
