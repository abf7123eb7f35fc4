"""A disk whose every sync takes seconds: the window goes on beating and says what is saved."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from reliability.compiling import compiled

ROOT = Path(__file__).resolve().parents[2]
MAKE_SESSION = ROOT / "packaging" / "benchmarks" / "make_session.py"
LIMIT_MS = 250.0


class Slow(NamedTuple):
    """worst_ms: longest time between beats of a 20 ms timer. said: at the foot of the window, in order."""

    worst_ms: float
    beats: int
    said: tuple[str, ...]

    @property
    def told_the_truth(self) -> bool:
        """Saving, then not being recorded, then saved."""
        firsts = [first for first, _ in groupby(text.split(" ")[0] for text in self.said)]
        return firsts[-3:] == ["saving", "NOT", "Saved"]


def slow_disk(sync_ms: int) -> Slow:
    """The real window, offscreen, in the middle of a session of 200 facts."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        plain = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT / "packaging")}
        subprocess.run([sys.executable, str(MAKE_SESSION), str(data)], check=True, env=plain, cwd=ROOT)
        inside = {**plain, "LD_PRELOAD": str(compiled("fault", Path(folder)))}
        command = [sys.executable, "-m", "reliability.slow_window", str(data), str(sync_ms)]
        done = subprocess.run(command, check=True, env=inside, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    found = json.loads(done.stdout)
    return Slow(found["worst_ms"], found["beats"], tuple(found["said"]))
