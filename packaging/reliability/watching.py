"""How long it takes until the watchdog says that a program froze or died, with real processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

LIMIT_MS = 3000.0
BEATING = """
import sys
from pathlib import Path
from threading import Event
from desens_gui.system.watched import Watched, command
line, tick = Watched(command(Path(sys.argv[1]))), Event()
while not line.missing:
    line.beat()
    print("beat", flush=True)
    tick.wait(0.2)
"""
CALM_BEATS = 20  # until the watchdog itself has started


class Silence(NamedTuple):
    """The longest times until something was said; None: it never was."""

    frozen_ms: float
    dead_ms: float
    said: int


@contextmanager
def beating(calm: int = CALM_BEATS) -> Iterator[subprocess.Popen[str]]:
    """A program that beats, and its watchdog; both complain into one pipe. No screen: nothing pops up."""
    unseen = {name: text for name, text in os.environ.items() if "DISPLAY" not in name}
    with tempfile.TemporaryDirectory() as data:
        program = subprocess.Popen(
            (sys.executable, "-c", BEATING, data),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=unseen,
        )
        assert program.stdout is not None
        for _ in range(calm):
            program.stdout.readline()
        try:
            yield program
        finally:
            program.kill()
            program.communicate()


def said_after_ms(program: subprocess.Popen[str], number: signal.Signals) -> tuple[float, str]:
    """A signal is sent; how long until the next complaint, and which."""
    assert program.stderr is not None
    begun = time.monotonic()
    program.send_signal(number)
    line = program.stderr.readline()
    return (time.monotonic() - begun) * 1000, line


def silences(times: int) -> Silence:
    """Frozen and killed so many times."""
    frozen, dead, said = [0.0], [0.0], 0
    for _ in range(times):
        with beating() as program:
            waited, line = said_after_ms(program, signal.SIGSTOP)
            frozen.append(waited)
            said += "does not answer" in line
        with beating() as program:
            waited, line = said_after_ms(program, signal.SIGKILL)
            dead.append(waited)
            said += "has ended" in line
    return Silence(max(frozen), max(dead), said)
