"""Wrong tries to sign in, and how long a person still waits: counted by clocks that nobody can set."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from desens_gui.domain.instants import Instant
from desens_gui.domain.quantities import Duration
from desens_gui.session.staff import Delays

TABLE = """\
CREATE TABLE try (
  id TEXT PRIMARY KEY,
  wrong INTEGER NOT NULL,
  wait_ns INTEGER NOT NULL,
  boot_ns INTEGER NOT NULL
) STRICT"""

_SAVE = "INSERT OR REPLACE INTO try (id, wrong, wait_ns, boot_ns) VALUES (?, ?, ?, ?)"


class Wait(NamedTuple):
    """left: still to wait, and nothing was counted. next: how long the one after this try waits."""

    left: Duration | None
    next: Duration


def begin(connection: sqlite3.Connection, who: str, now: Instant, delays: Delays) -> Wait:
    """Count a try as wrong, unless an earlier one still makes it wait. Inside the caller's transaction."""
    row = connection.execute("SELECT wrong, wait_ns, boot_ns FROM try WHERE id = ?", (who,)).fetchone()
    wrong = 0
    if row is not None:
        wrong, wait_ns, boot_ns = row
        left_ns = wait_ns - _passed_ns(boot_ns, now)
        if left_ns > 0:
            return Wait(Duration.ns(left_ns), Duration.ns(wait_ns))
    wait = delays.after(wrong + 1)
    connection.execute(_SAVE, (who, wrong + 1, wait.whole_ns, now.boot_ns))
    return Wait(None, wait)


def forget(connection: sqlite3.Connection, who: str) -> None:
    connection.execute("DELETE FROM try WHERE id = ?", (who,))


def _passed_ns(boot_ns: int, now: Instant) -> int:
    """At least so much time has passed since. Wall time is not asked: setting the clock shortens nothing.

    A boot clock that went back is that of another start of the machine, whose running time has passed at
    least. One that is further on may be either: then the shorter time counts.
    """
    since = now.boot_ns - boot_ns
    return since if since >= 0 else now.boot_ns
