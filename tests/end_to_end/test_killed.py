"""kill -9 of the real program in a running session, and started again: the same session, the same step."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desens_gui.domain.events.every import Event
from desens_gui.domain.events.restart import AwayAnswered, ProgramResumed, PumpMeanwhile
from desens_gui.domain.evolve.evolving import fold
from desens_gui.domain.recorded import Recorded
from desens_gui.domain.session import Session
from desens_gui.storage.reading import read_session
from desens_gui.storage.verify import State, verify
from desens_gui.system.clock import SystemClock
from desens_gui.system.locks import read_holder
from desens_gui.system.paths import Folders, folders
from tests.end_to_end.real_session import plan, running_step_2

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")

RUN = (sys.executable, "-m", "desens_gui", "run", "--data")
CHILD = (sys.executable, "-m", "tests.end_to_end.chair_child")
LONGEST_S, EVERY_S = 60.0, 0.05
Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def start() -> Iterator[Start]:
    """A program as a process; whatever still runs after the test is ended."""
    started: list[subprocess.Popen[str]] = []

    def begin(*command: str) -> subprocess.Popen[str]:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        started.append(
            subprocess.Popen(
                command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
            )
        )
        return started[-1]

    yield begin
    for process in started:
        process.kill()
        process.communicate()


def until(what: Callable[[], bool]) -> None:
    """Asks again and again until it is so."""
    nothing = threading.Event()
    for _ in range(round(LONGEST_S / EVERY_S)):
        if what():
            return
        nothing.wait(EVERY_S)
    raise AssertionError("it never came")


def resumes(path: Path) -> int:
    return sum(isinstance(fact.event, ProgramResumed) for fact in read_session(path))


def state(facts: tuple[Recorded[Event], ...]) -> Session:
    found = fold(facts)
    assert found is not None
    return found


@pytest.fixture
def place(tmp_path: Path) -> Folders:
    return folders(tmp_path / "data").make()


def test_killed_in_a_running_step_and_started_again(place: Folders, start: Start) -> None:
    chair = running_step_2(place)
    rate, path = plan(chair).step(2).rate, chair.path
    assert chair.close()
    before = read_session(path)

    first = start(*CHILD, str(place.data), rate.text)
    assert first.stdout is not None
    assert first.stdout.readline() == "answered\n", first.communicate()[1]
    until(lambda: any(isinstance(fact.event, AwayAnswered) for fact in read_session(path)))
    first.send_signal(signal.SIGKILL)
    first.wait()
    killed = read_session(path)
    assert killed[: len(before)] == before

    started = SystemClock().now()
    second = start(*RUN, str(place.data))
    until(lambda: resumes(path) == 2)
    second.send_signal(signal.SIGKILL)
    second.wait()

    facts = read_session(path)
    assert facts[: len(killed)] == killed
    assert len({fact.uuid for fact in facts}) == len(facts)
    assert [fact.seq for fact in facts] == list(range(1, len(facts) + 1))
    assert verify(path).state is State.INTACT
    assert list(place.sessions.glob("*.desens")) == [path]
    now = state(facts)
    assert (now.step is not None and now.step.number, now.away is not None) == (2, True)
    resumed = next(fact for fact in reversed(facts) if isinstance(fact.event, ProgramResumed))
    assert isinstance(resumed.event, ProgramResumed)
    assert resumed.event.same_boot
    assert resumed.event.last_seen.us <= resumed.stamp.utc_us
    assert 0 <= resumed.event.away_ms <= (resumed.stamp.boot_ns - killed[-1].stamp.boot_ns) / 1e6
    assert resumed.stamp.boot_ns >= started.boot_ns
    answered = next(fact.event for fact in facts if isinstance(fact.event, AwayAnswered))
    assert isinstance(answered, AwayAnswered)
    assert (answered.meanwhile, answered.rate_ml_h) == (PumpMeanwhile.RAN, rate)
    last = facts[-1].stamp  # a busy machine may have recorded a stall after the resuming
    ran_ns = now.step.elapsed_ns(now.timeline.place(last)) if now.step is not None else 0
    began = next(fact for fact in reversed(before) if "StepStarted" in type(fact.event).__name__)
    assert abs(ran_ns - (last.boot_ns - began.stamp.boot_ns)) < 1e9


@pytest.mark.requirement("R-one-chair")
def test_a_second_start_shows_the_first_window_and_names_a_frozen_program(
    place: Folders, start: Start
) -> None:
    first = start(*RUN, str(place.data))
    note = place.data / "chair.json"
    until(lambda: (holder := read_holder(note)) is not None and holder.server is not None)
    second = start(*RUN, str(place.data))
    out, said = second.communicate(timeout=LONGEST_S)
    assert (second.returncode, said) == (0, "")
    assert out == "Desens runs already at this workstation: its window is in front now.\n"
    first.send_signal(signal.SIGSTOP)
    third = start(*RUN, str(place.data))
    out, said = third.communicate(timeout=LONGEST_S)
    assert (third.returncode, out) == (2, "")
    assert f"(process {first.pid}, since " in said
    assert "It does not answer" in said
    first.send_signal(signal.SIGCONT)
    assert first.poll() is None


def test_a_data_folder_that_cannot_be_is_one_sentence(tmp_path: Path, start: Start) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    folder = tmp_path / "file" / "data"
    process = start(*RUN, str(folder))
    out, said = process.communicate(timeout=LONGEST_S)
    assert (process.returncode, out) == (2, "")
    assert said == f"The data folder cannot be written: {folder}.\n"
