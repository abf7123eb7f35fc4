"""Every call to the disk fails once: what was taken is stored in order, once, and called saved only then.

Runs in a process of its own under shims/fault.c: python -m reliability.faults plain|encrypted NOTES KIND ...
"""

from __future__ import annotations

import ctypes
import errno
import json
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from desens_gui.storage import writer
from desens_gui.storage.keys import Encrypting
from reliability import protections
from reliability.chair import Chair
from reliability.compiling import under
from reliability.encrypted import require, site
from reliability.facts import memory

OPEN, READ, WRITE, SYNC, UNLINK, RENAME = range(6)


class Kind(NamedTuple):
    """How a call fails. in_a_row: so many. done_first: it did its work and reports an error all the same."""

    call: int
    error: int = errno.EIO
    in_a_row: int = 1
    done_first: bool = False


KINDS = {
    "open": Kind(OPEN, errno.EMFILE),
    "read": Kind(READ),
    "write": Kind(WRITE),
    "write, disk full": Kind(WRITE, errno.ENOSPC),
    "write, read-only": Kind(WRITE, errno.EROFS, in_a_row=3),
    "sync": Kind(SYNC),
    "sync done, error said": Kind(SYNC, done_first=True),
    "unlink": Kind(UNLINK, errno.EACCES),
    "unlink done, error said": Kind(UNLINK, done_first=True),
}


class Faults(NamedTuple):
    """runs: sessions with a fault in them. The rest are losses."""

    runs: int = 0
    not_stored: int = 0
    false_acks: int = 0
    refused: int = 0
    not_over: int = 0

    def plus(self, other: Faults) -> Faults:
        return Faults(*(one + two for one, two in zip(self, other, strict=True)))


def faults_of(notes: int, kinds: list[str], *, encrypted: bool = False) -> dict[str, Faults]:
    """In a child process under the library; by the name of the kind."""
    how = "encrypted" if encrypted else "plain"
    found = json.loads(under("fault", "reliability.faults", how, str(notes), *kinds))
    return {name: Faults(*each) for name, each in found.items()}


def _every_call(kind: Kind, notes: int, scratch: Path, encrypting: Encrypting | None) -> Faults:
    """The first call fails, then in a new session the second, and so on until a session had no fault."""
    shim = ctypes.CDLL(None)
    total, nth = Faults(), 0
    while True:
        nth += 1
        chair = Chair(scratch / f"{kind}-{nth}", encrypting=encrypting)
        require(chair.path, encrypted=encrypting is not None)
        found, hits = _one_session(shim, chair, kind, nth, notes)
        total = total.plus(found._replace(runs=hits > 0))
        if not hits:
            return total


def _one_session(shim: ctypes.CDLL, chair: Chair, kind: Kind, nth: int, notes: int) -> tuple[Faults, int]:
    chair.before_ack = lambda: shim.fault_pause(1)
    chair.after_ack = lambda: shim.fault_pause(0)
    shim.fault_folder(str(chair.path.parent).encode())
    shim.fault_arm(kind.call, nth, kind.in_a_row, kind.error, kind.done_first)
    chair.sit_down()
    for number in range(notes):
        chair.note(f"note {number}")
        if number % 2 == 0:
            chair.wait_for(chair.saved)
    over = chair.wait_for(lambda: chair.saved() and chair.live.saving().problem is None)
    hits: int = shim.fault_hits()
    shim.fault_arm(-1, 0, 0, 0, 0)
    chair.get_up()
    shim.fault_folder(b"")
    found = Faults(
        not_stored=not chair.stored_as_recorded(),
        false_acks=chair.false_acks,
        refused=chair.refused,
        not_over=not over,
    )
    return found, hits


def main() -> None:
    protections.remove_as_told()
    how, notes, kinds = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
    writer._FIRST_PAUSE_S = 0.001  # how soon it tries again is not what is tried here
    with tempfile.TemporaryDirectory(dir=memory()) as scratch:
        place = Path(scratch)
        with site(place / "data", on=how == "encrypted") as encrypting:
            found = {name: _every_call(KINDS[name], notes, place, encrypting) for name in kinds}
        print(json.dumps(found))


if __name__ == "__main__":
    main()
