"""How full the battery is and whether the machine is plugged in, where the system tells."""

from __future__ import annotations

import ctypes
import re
import shutil
import subprocess
import sys
from pathlib import Path

import msgspec

LOW_PERCENT = 20
"""E, not published: systems warn between 10 and 20 %; a bag change takes some minutes."""
LONGEST_S = 2.0
POWER_SUPPLY = Path("/sys/class/power_supply")
_PMSET = re.compile(r"(\d+)%")


class Battery(msgspec.Struct, frozen=True):
    percent: int
    plugged: bool

    @property
    def low(self) -> bool:
        return not self.plugged and self.percent <= LOW_PERCENT


def read_battery(platform: str = sys.platform) -> Battery | None:
    """None on a machine without one, or where nobody can tell."""
    if platform.startswith("linux"):
        return read_linux(POWER_SUPPLY)
    if platform == "darwin":
        return _read_macos()
    return _read_windows() if platform == "win32" else None


def read_linux(folder: Path) -> Battery | None:
    """The emptiest of the machine's own batteries; those of mice and keyboards are not asked."""
    found = []
    for supply in sorted(folder.glob("*")):
        if _line(supply / "type") == "Battery" and _line(supply / "scope") != "Device":
            percent = _line(supply / "capacity")
            if percent.isdecimal():
                found.append(Battery(int(percent), _line(supply / "status") != "Discharging"))
    return min(found, key=lambda battery: battery.percent, default=None)


def _line(path: Path) -> str:
    try:
        return path.read_text("ascii", "replace").strip()
    except OSError:
        return ""


def _read_macos() -> Battery | None:
    program = shutil.which("pmset")
    if program is None:
        return None
    try:
        run = subprocess.run(
            (program, "-g", "batt"), capture_output=True, text=True, timeout=LONGEST_S, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return None
    percent = _PMSET.search(run.stdout)
    return None if percent is None else Battery(int(percent[1]), "AC Power" in run.stdout)


class _PowerStatus(ctypes.Structure):
    """SYSTEM_POWER_STATUS of Windows."""

    _fields_ = (
        ("line", ctypes.c_ubyte),
        ("flag", ctypes.c_ubyte),
        ("percent", ctypes.c_ubyte),
        ("saver", ctypes.c_ubyte),
        ("left_s", ctypes.c_ulong),
        ("full_s", ctypes.c_ulong),
    )


def _read_windows() -> Battery | None:
    """No test of this project has run on Windows."""
    status, libraries = _PowerStatus(), getattr(ctypes, "windll", None)
    if libraries is None or not libraries.kernel32.GetSystemPowerStatus(ctypes.byref(status)):
        return None
    return None if status.percent > 100 else Battery(int(status.percent), status.line == 1)
