"""A small file that says when the program was last alive, so that a restart can say how long it was away.

It is a hint, not part of the record: written whole, but not synced; where it cannot be read, the last entry
of the session stands in for it.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from desens_gui.domain.instants import Instant

EVERY_NS = 2_000_000_000


class Heartbeat:
    """Written at most every two seconds of the boot clock."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._last: Instant | None = None

    def beat(self, now: Instant) -> bool:
        """Say that the program is alive; whether it was written. A disk that refuses is no reason to stop."""
        last = self._last
        if last is not None and last.boot_id == now.boot_id and 0 <= now.boot_ns - last.boot_ns < EVERY_NS:
            return False
        half = self._path.with_name(self._path.name + ".part")
        try:
            half.write_bytes(msgspec.json.encode(now))
            half.replace(self._path)
        except OSError:
            return False
        self._last = now
        return True

    def stop(self) -> None:
        """The session is over: nobody will ask."""
        self._path.unlink(missing_ok=True)


def last_alive(path: Path) -> Instant | None:
    """The last moment the program is known to have run; None where nothing readable was left."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Instant)
    except (OSError, msgspec.MsgspecError):
        return None
