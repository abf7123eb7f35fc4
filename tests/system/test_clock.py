"""The clock counts through sleep, and knows one start of the machine from another."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from desens_gui.system.clock import SystemClock, boot_clock, boot_id


def test_the_clocks_run_forward_together() -> None:
    clock = SystemClock()
    first, second = clock.now(), clock.now()
    assert first.boot_ns <= second.boot_ns
    assert first.mono_ns <= second.mono_ns
    assert first.boot_id == second.boot_id != ""
    assert abs(first.utc_us - time.time_ns() // 1000) < 60_000_000


@pytest.mark.skipif(sys.platform != "linux", reason="CLOCK_BOOTTIME is Linux")
def test_on_linux_it_is_the_clock_that_counts_through_sleep() -> None:
    before = time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    now = SystemClock().now().boot_ns
    assert before <= now <= time.clock_gettime_ns(time.CLOCK_BOOTTIME)


@pytest.mark.parametrize("system", ["darwin", "haiku"])
def test_other_systems_have_a_clock_too(system: str) -> None:
    read = boot_clock(system)
    assert 0 < read() <= read()


def test_the_boot_id_of_the_system(tmp_path: Path) -> None:
    named = tmp_path / "boot_id"
    named.write_text("3f2a\n")
    assert boot_id(lambda: 0, named) == "3f2a"


def test_a_boot_id_worked_out_is_the_minute_of_the_start(tmp_path: Path) -> None:
    none = tmp_path / "none"
    minutes = (time.time_ns() - 90 * 60_000_000_000) // 60_000_000_000
    name, _, minute = boot_id(lambda: 90 * 60_000_000_000, none).partition("-")
    assert name == "started"
    assert abs(int(minute) - minutes) <= 1
    assert boot_id(lambda: 10**15, none) != boot_id(lambda: 0, none)
