"""Figure 3: one durable check through the whole core, beside a raw insert with the same pragmas."""

from __future__ import annotations

import sqlite3
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

from figures import Figure
from making import running_session

from desens_gui.course.so_far import CourseSoFar
from desens_gui.domain.commands.check import RecordCheck
from desens_gui.domain.recorded import Actor
from desens_gui.session.live_session import LiveSession
from desens_gui.storage.opening import WRITING
from desens_gui.views.bedside import bedside, frame
from desens_gui.views.scene import Scene
from desens_gui.wording.words import ENGLISH

RATIO_GOAL, ABOVE_GOAL_MS = 1.5, 1.0
EMPTY_BYTES = 1400
"""About what one check weighs as a row."""


def durable_check(commits: int) -> Figure:
    """Milliseconds from the command to the view models, saved; in turn with the raw insert."""
    with tempfile.TemporaryDirectory() as folder:
        run = running_session(Path(folder) / "ours.desens")
        raw = _raw(Path(folder) / "raw.db")
        ours, bare = [], []
        for number in range(commits + 10):
            mine, plain = _check(run.live, run.check, run.course), _insert(raw, number)
            if number >= 10:
                ours.append(mine)
                bare.append(plain)
        run.close()
        raw.close()
    above = [mine - plain for mine, plain in zip(ours, bare, strict=True)]
    ratio = median(mine / plain for mine, plain in zip(ours, bare, strict=True))
    p99 = quantiles(above, n=100)[98] if len(above) > 2 else max(above)
    reached = ratio <= RATIO_GOAL and p99 <= ABOVE_GOAL_MS
    goal = f"at most {RATIO_GOAL} x, p99 above {p99:.2f} of {ABOVE_GOAL_MS} ms"
    return Figure("3", "one durable check, to the views", "ms", ours, bare, goal, reached)


def _check(live: LiveSession, command: RecordCheck, course: CourseSoFar) -> float:
    actor = Actor(live.state.staff[0].id, live.state.staff[0].role)
    begun = time.perf_counter()
    live.submit(command, actor)
    moment = live.moment()
    scene = Scene(session=moment.state, stamp=moment.stamp, words=ENGLISH)
    frame(scene)
    bedside(scene, course.steps(scene.now_ns))
    return (time.perf_counter() - begun) * 1000


def _raw(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    for name, value in WRITING.items():
        connection.execute(f"PRAGMA {name}={value}")
    connection.execute("CREATE TABLE event (seq INTEGER PRIMARY KEY, payload TEXT NOT NULL) STRICT")
    return connection


def _insert(connection: sqlite3.Connection, number: int) -> float:
    payload = "x" * EMPTY_BYTES
    begun = time.perf_counter()
    with connection:
        connection.execute("INSERT INTO event VALUES (?, ?)", (number, payload))
    return (time.perf_counter() - begun) * 1000
