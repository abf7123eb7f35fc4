"""The only reader of time: the boot clock, which counts through sleep, the monotonic clock and wall time."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desens_gui.domain.instants import Instant

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
_NS_PER_MINUTE = 60_000_000_000


class SystemClock:
    """The clocks of this machine."""

    def __init__(self) -> None:
        self._boot_ns = boot_clock()
        self._boot_id = boot_id(self._boot_ns)

    def now(self) -> Instant:
        return Instant(self._boot_ns(), time.monotonic_ns(), time.time_ns() // 1000, self._boot_id)


def boot_clock(system: str = sys.platform) -> Callable[[], int]:
    """A reader of nanoseconds since the machine started, sleep included."""
    if system == "linux":
        return lambda: time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    if system == "darwin":
        # Apple's clock_gettime(3): CLOCK_MONOTONIC goes on while the system sleeps; CLOCK_UPTIME_RAW, which
        # time.monotonic reads, does not. From the manual page, not tried on a Mac.
        return lambda: time.clock_gettime_ns(time.CLOCK_MONOTONIC)
    if system == "win32":
        return _windows_boot_clock()
    return time.monotonic_ns  # an unknown system: sleep is then seen as a step of wall time


def _windows_boot_clock() -> Callable[[], int]:
    """QueryInterruptTime: 100 ns units, sleep included. From Microsoft's manual, not tried on Windows."""
    import ctypes

    loader: Any = ctypes  # WinDLL exists on Windows only
    query = loader.WinDLL("api-ms-win-core-realtime-l1-1-1.dll").QueryInterruptTime
    query.restype = None

    def read() -> int:
        ticks = ctypes.c_ulonglong()
        query(ctypes.byref(ticks))
        return ticks.value * 100

    return read


def boot_id(boot_ns: Callable[[], int], named: Path = _BOOT_ID) -> str:
    """Names this start of the machine.

    Where the system has no such name it is worked out from the moment of the start, to the minute. A wall
    clock set in between then looks like another start: elapsed time comes from wall time, the nurse is asked.
    """
    try:
        return named.read_text(encoding="ascii").strip()
    except OSError:
        return f"started-{(time.time_ns() - boot_ns()) // _NS_PER_MINUTE}"
