"""The watchdog: what it says and sounds when beats stop, in one process and with real ones."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from queue import SimpleQueue

import msgspec
import pytest
from reliability.watching import beating, said_after_ms

from desens_gui import watchdog
from desens_gui.course.sounding import Tone
from desens_gui.session.ports import SoundFault
from desens_gui.system.locks import Holder
from desens_gui.system.watched import BEAT, LEAVE, Watched, command
from desens_gui.watchdog import Watchdog
from desens_gui.wording.words import ENGLISH
from tests.session.sounds import Recorder

GONE = b""


class Loud(Recorder):
    def look(self, timeout_s: float = 5.0) -> SoundFault | None:
        return self.fault


class Seen:
    """A message: shown at once, closed by a person after so many questions."""

    def __init__(self, *, shown: bool, closes_after: int = 1000) -> None:
        self.shown = shown
        self.left = closes_after
        self.taken_down = False

    @property
    def closed(self) -> bool:
        self.left -= 1
        return self.left <= 0

    def close(self) -> None:
        self.taken_down = True


class Kennel:
    """A watchdog whose patience is short and whose pipe is in the hands of the test."""

    def __init__(self, *beats: bytes, shown: bool = True, back_after: int = 1000, closes_after: int = 1000):
        self.beats: SimpleQueue[bytes] = SimpleQueue()
        for beat in beats:
            self.beats.put(beat)
        self.loud, self.said = Loud(), list[str]()
        self.seen: list[Seen] = []
        self.asked_back = 0
        self._shown, self._back_after, self._closes_after = shown, back_after, closes_after

    def watch(self) -> None:
        Watchdog(self.beats, self.loud, self._show, self._back, ENGLISH).watch()

    def _show(self, title: str, text: str) -> Seen:
        self.said.append(text)
        self.seen.append(Seen(shown=self._shown, closes_after=self._closes_after))
        return self.seen[-1]

    def _back(self) -> bool:
        self.asked_back += 1
        if self.asked_back == 1:
            self.beats.put(GONE)  # whatever else comes down the line changes nothing
        return self.asked_back > self._back_after


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Patience of milliseconds; the real figures are used by the real processes."""
    for name, seconds in (("SILENCE_S", 0.02), ("GRACE_S", 0.01), ("TURN_S", 0.001)):
        monkeypatch.setattr(watchdog, name, seconds)


def test_leave_is_silent() -> None:
    kennel = Kennel(BEAT, BEAT, LEAVE)
    kennel.watch()
    assert (kennel.loud.heard, kennel.said) == ([], [])


@pytest.mark.hazard("H-16")
@pytest.mark.requirement("R-WD-1")
def test_a_program_that_is_gone_sounds_until_a_person_closes_the_message() -> None:
    kennel = Kennel(BEAT, GONE, closes_after=45)
    kennel.watch()
    assert kennel.said[0].startswith("Desens has ended while a session was running.")
    assert kennel.loud.heard == [Tone.HIGH] * 3
    assert kennel.seen[0].taken_down


def test_it_sounds_no_more_once_the_program_is_back() -> None:
    kennel = Kennel(GONE, back_after=5)
    kennel.watch()
    assert kennel.loud.heard == [Tone.HIGH]


def test_it_does_not_sound_for_ever() -> None:
    kennel = Kennel(GONE, closes_after=10_000, back_after=10_000)
    kennel.watch()
    assert len(kennel.loud.heard) == watchdog.MOST_TURNS // watchdog.BURST_EVERY


@pytest.mark.parametrize(("shown", "fault", "stays"), [(False, SoundFault.NO_DEVICE, 0), (False, None, 5)])
def test_where_nobody_can_hear_or_see_it_it_ends(shown: bool, fault: SoundFault | None, stays: int) -> None:
    kennel = Kennel(GONE, shown=shown, back_after=4)
    kennel.loud.fault = fault
    kennel.watch()
    assert kennel.asked_back == stays


@pytest.mark.requirement("R-WD-1")
def test_a_frozen_program_sounds_until_it_beats_again() -> None:
    kennel = Kennel(BEAT)

    class Thaws(Loud):
        def play(self, tone: Tone) -> None:
            super().play(tone)
            if len(self.heard) == 3:
                kennel.beats.put(BEAT)
                kennel.beats.put(LEAVE)

    kennel.loud = Thaws()
    kennel.watch()
    assert kennel.said[0].startswith("Desens does not answer.")
    assert kennel.loud.heard == [Tone.HIGH] * 3
    assert kennel.seen[0].taken_down


def test_the_pipe_is_read_to_its_end() -> None:
    reading, writing = os.pipe()
    os.write(writing, BEAT * 3)
    os.close(writing)
    beats: SimpleQueue[bytes] = SimpleQueue()
    watchdog.read_beats(reading, beats)
    os.close(reading)
    assert [beats.get(), beats.get()] == [BEAT * 3, GONE]


# ---- with real processes


@pytest.mark.requirement("R-WD-1")
@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="no such signals here")
def test_a_real_program_that_freezes_and_is_then_killed() -> None:
    """Each is said; dev.py reliability measures that it takes less than three seconds."""
    with beating(calm=3) as program:
        assert "does not answer" in said_after_ms(program, signal.SIGSTOP)[1]
        program.send_signal(signal.SIGCONT)
        assert "has ended while a session was running" in said_after_ms(program, signal.SIGKILL)[1]


def test_a_line_that_is_stopped_takes_the_watchdog_with_it(tmp_path: Path) -> None:
    line = Watched(command(tmp_path))
    line.beat()
    line.beat()
    pid = line.pid
    assert pid is not None
    line.stop()
    line.stop()
    assert not line.missing
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_watchdog_that_is_not_there_or_ends_is_missing(tmp_path: Path) -> None:
    none = Watched((str(tmp_path / "nothing"),))
    none.beat()
    assert none.missing
    none.beat()
    gone = Watched((sys.executable, "-c", "import sys; sys.stdin.buffer.read(1)"))
    gone.beat()
    assert gone.pid is not None
    os.waitid(os.P_PID, gone.pid, os.WEXITED | os.WNOWAIT)
    gone.beat()
    assert gone.missing
    assert gone.pid is None


def test_a_program_that_was_started_again_is_known_by_its_note(tmp_path: Path) -> None:
    other = Holder(pid=1, machine="here", since_us=1, zone_offset_min=60)
    (tmp_path / "chair.json").write_bytes(msgspec.json.encode(other))
    dog = subprocess.run(
        (*command(tmp_path)[:-1], str(os.getpid())),
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    assert dog.returncode == 0
    assert b"has ended" in dog.stderr
