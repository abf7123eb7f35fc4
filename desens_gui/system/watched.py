"""The line from the program to its watchdog: a byte at each beat, through a pipe.

A pipe, and no file: it ends at once and by itself when this process dies, whatever the disk does.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

BEAT, LEAVE = b".", b"q"
PATIENCE_S = 3.0


def command(data: Path) -> tuple[str, ...]:
    """Starts the watchdog of this very program."""
    own = (sys.executable,) if getattr(sys, "frozen", False) else (sys.executable, "-m", "desens_gui")
    return (*own, "watchdog", "--data", str(data), "--pid", str(os.getpid()))


class Watched:
    """Written by a thread, so that a watchdog that hangs keeps nobody waiting; only `beat` makes it write."""

    def __init__(self, command: tuple[str, ...]) -> None:
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None
        self._thread: Thread | None = None
        self._beaten = Event()
        self._over = False
        self.missing = False

    @property
    def pid(self) -> int | None:
        return None if self._process is None else self._process.pid

    def beat(self) -> None:
        """This thread is alive. Starts the watchdog at first; `missing` says that there is none."""
        if self._process is None and not self.missing:
            self._start()
        elif self._process is not None and self._process.poll() is not None:
            self.stop()
            self.missing = True
        self._beaten.set()

    def stop(self) -> None:
        """Nothing has to be watched any more."""
        process, thread = self._process, self._thread
        self._process = self._thread = None
        if process is None or thread is None:
            return
        self._over = True
        self._beaten.set()
        thread.join(PATIENCE_S)
        try:
            process.wait(PATIENCE_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _start(self) -> None:
        """In a session of its own: what ends the terminal of the program does not end it."""
        try:
            process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                bufsize=0,
                start_new_session=True,
            )
        except OSError:
            self.missing = True
            return
        self._process, self._over = process, False
        self._thread = Thread(target=self._write, args=(process,), name="watchdog line", daemon=True)
        self._thread.start()

    def _write(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin is not None
        with suppress(OSError), process.stdin:  # one that is gone is seen by the next beat
            said = BEAT
            while said == BEAT:
                self._beaten.wait()
                self._beaten.clear()
                said = LEAVE if self._over else BEAT
                process.stdin.write(said)
