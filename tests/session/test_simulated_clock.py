"""The clock that only a scenario moves."""

from __future__ import annotations

import pytest

from desens_gui.session.simulated_clock import SimulatedClock

SECOND = 1_000_000_000


def test_running_time_moves_every_clock_alike() -> None:
    clock = SimulatedClock(5_000_000)
    before = clock.now()
    clock.step(SECOND)
    after = clock.now()
    assert after.boot_ns - before.boot_ns == SECOND
    assert after.mono_ns - before.mono_ns == SECOND
    assert after.utc_us - before.utc_us == 1_000_000
    assert clock.passed_ns == SECOND


@pytest.mark.parametrize("ns", [-1, SECOND + 1])
def test_at_most_one_second_passes_at_once(ns: int) -> None:
    clock = SimulatedClock(0)
    with pytest.raises(ValueError, match="within one second"):
        clock.step(ns)
    assert clock.passed_ns == 0


def test_small_steps_add_up() -> None:
    clock = SimulatedClock(0)
    for _ in range(3000):
        clock.step(333)
    assert clock.now().utc_us == 999


def test_in_sleep_the_monotonic_clock_stands_still() -> None:
    clock = SimulatedClock(0)
    before = clock.now()
    clock.sleep(60 * SECOND)
    assert clock.now().mono_ns == before.mono_ns
    assert clock.now().boot_ns - before.boot_ns == 60 * SECOND
    assert clock.now().utc_us == 60_000_000


def test_in_a_stall_no_clock_stands_still() -> None:
    clock = SimulatedClock(0)
    before = clock.now()
    clock.stall(5 * SECOND)
    assert clock.now().mono_ns - before.mono_ns == 5 * SECOND


def test_setting_the_wall_clock_moves_only_it() -> None:
    clock = SimulatedClock(10**12)
    before = clock.now()
    clock.set_wall(-3600 * SECOND)
    after = clock.now()
    assert (after.boot_ns, after.mono_ns) == (before.boot_ns, before.mono_ns)
    assert after.utc_us == before.utc_us - 3_600_000_000
    assert clock.passed_ns == 0


def test_a_reboot_has_a_new_name_and_takes_time() -> None:
    clock = SimulatedClock(0)
    before = clock.now()
    clock.reboot(240 * SECOND)
    after = clock.now()
    assert after.boot_id != before.boot_id
    assert after.boot_ns == after.mono_ns == 0
    assert after.utc_us == 240_000_000
    assert clock.passed_ns == 240 * SECOND
