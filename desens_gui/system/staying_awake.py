"""Keeps the machine from going to sleep by itself while an infusion runs; a closed lid may still do it."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys

_LINUX = (
    "systemd-inhibit",
    "--what=sleep:idle",
    "--who=Desens",
    "--why=An infusion runs",
    "--mode=block",
    "cat",
)
_MACOS = ("caffeinate", "-i", "-s", "-w", str(os.getpid()))
_CONTINUOUS, _SYSTEM_REQUIRED = 0x80000000, 0x00000001


def command_of(platform: str) -> tuple[str, ...]:
    """What keeps awake for as long as it runs; () where a call of the system does, or nothing."""
    return _LINUX if platform.startswith("linux") else _MACOS if platform == "darwin" else ()


class StayingAwake:
    """Asked at each beat, by one thread. The process it starts ends with this program, however that ends."""

    def __init__(self, platform: str = sys.platform, command: tuple[str, ...] | None = None) -> None:
        self._platform = platform
        self._command = command_of(platform) if command is None else command
        self._process: subprocess.Popen[bytes] | None = None
        self._held = False
        self.refused = False

    def hold(self, *, wanted: bool) -> None:
        """`refused` says whether the system did not grant it; it is asked again at the next infusion."""
        if wanted and self._process is not None and self._process.poll() is not None:
            self._let_go()
            self._held, self.refused = True, True
        if wanted is self._held:
            return
        self._held = wanted
        if wanted:
            self.refused = not self._take()
        else:
            self._let_go()

    def close(self) -> None:
        self.hold(wanted=False)

    def _take(self) -> bool:
        if self._platform == "win32":
            return self._windows(_CONTINUOUS | _SYSTEM_REQUIRED)
        program = shutil.which(self._command[0]) if self._command else None
        if program is None:
            return False
        nothing = subprocess.DEVNULL
        try:
            self._process = subprocess.Popen(
                (program, *self._command[1:]), stdin=subprocess.PIPE, stdout=nothing, stderr=nothing
            )
        except OSError:
            return False
        return True

    def _let_go(self) -> None:
        if self._platform == "win32":
            self._windows(_CONTINUOUS)
        process, self._process = self._process, None
        if process is None:
            return
        if process.stdin is not None:
            process.stdin.close()
        process.terminate()
        process.wait()

    def _windows(self, state: int) -> bool:
        """No test of this project has run on Windows."""
        libraries = getattr(ctypes, "windll", None)
        return libraries is not None and bool(libraries.kernel32.SetThreadExecutionState(state))
