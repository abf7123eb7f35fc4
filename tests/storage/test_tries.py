"""Wrong tries: the wait grows, is each person's own, outlives kill -9, and no clock set shortens it."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from desens_gui.domain.quantities import Duration
from desens_gui.session.staff import Begun, Delays
from tests.fake_clock import FakeClock
from tests.staff import BAKKER, LINDQVIST
from tests.storage.staff_files import staff_file

DELAYS = Delays(Duration(1), Duration(300))


def test_the_wait_doubles_up_to_the_limit_and_ends_with_the_right_pin(tmp_path: Path) -> None:
    file, clock, waits = staff_file(tmp_path, LINDQVIST), FakeClock(), []
    for _ in range(11):
        begun = file.begin_try("n1", clock.now(), DELAYS)
        assert isinstance(begun, Begun)
        assert file.begin_try("n1", clock.now(), DELAYS) == begun.wait
        clock.advance_ns(begun.wait.whole_ns)
        waits.append(begun.wait.value)
    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]
    assert isinstance(file.begin_try("n1", clock.now(), DELAYS), Begun)
    file.was_right("n1")
    again = file.begin_try("n1", clock.now(), DELAYS)
    assert isinstance(again, Begun)
    assert again.wait == Duration(1)


@pytest.mark.requirement("R-SIGN-2")
def test_one_person_waits_and_nobody_else(tmp_path: Path) -> None:
    file, now = staff_file(tmp_path, LINDQVIST, BAKKER), FakeClock().now()
    file.begin_try("n1", now, DELAYS)
    assert file.begin_try("n1", now, DELAYS) == Duration(1)
    assert isinstance(file.begin_try("n2", now, DELAYS), Begun)


def wrong(folder: Path, clock: FakeClock, times: int) -> Duration:
    """So many wrong tries, each as soon as it may be; what is to be waited after the last."""
    file, wait = staff_file(folder, LINDQVIST), Duration(0)
    for _ in range(times):
        clock.advance_ns(wait.whole_ns)
        begun = file.begin_try("n1", clock.now(), DELAYS)
        assert isinstance(begun, Begun)
        wait = begun.wait
    return wait


@pytest.mark.parametrize("seconds", [-86_400, -60, 86_400])
def test_a_wall_clock_that_is_set_shortens_and_lengthens_nothing(tmp_path: Path, seconds: int) -> None:
    clock = FakeClock()
    assert wrong(tmp_path, clock, 7) == Duration(64)
    file = staff_file(tmp_path)
    clock.step_wall(seconds)
    assert file.begin_try("n1", clock.now(), DELAYS) == Duration(64)
    clock.advance(64)
    assert isinstance(file.begin_try("n1", clock.now(), DELAYS), Begun)


def test_after_another_start_of_the_machine_only_its_running_time_counts(tmp_path: Path) -> None:
    clock = FakeClock()
    wrong(tmp_path, clock, 7)
    clock.reboot("boot-2", 86_400)
    assert staff_file(tmp_path).begin_try("n1", clock.now(), DELAYS) == Duration(64 - 5)
    clock.advance(59)
    assert isinstance(staff_file(tmp_path).begin_try("n1", clock.now(), DELAYS), Begun)


@pytest.mark.requirement("R-SIGN-2")
@pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
def test_a_try_outlives_kill_9_before_anything_was_answered(tmp_path: Path) -> None:
    """Killed where the PIN would be looked at: the try is on disk already."""
    staff_file(tmp_path, LINDQVIST)
    clock = FakeClock()
    for life in range(3):
        child = os.fork()
        if child == 0:  # pragma: no cover  the child dies
            try:
                staff_file(tmp_path).begin_try("n1", clock.now(), DELAYS)
                os.kill(os.getpid(), signal.SIGKILL)
            finally:
                os._exit(1)
        _, status = os.waitpid(child, 0)
        assert os.WTERMSIG(status) == signal.SIGKILL
        wait = 2**life
        assert staff_file(tmp_path).begin_try("n1", clock.now(), DELAYS) == Duration(wait)
        clock.advance(wait)
