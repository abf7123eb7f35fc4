"""Every call to the disk fails once, or kills the program, while a session is backed up or restored.

Runs in a process of its own under shims/fault.c: python -m reliability.backups plain|encrypted KIND ...
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from desens_gui.storage.backup import back_up_all
from desens_gui.storage.copying import entries_of
from desens_gui.storage.journal import journal_of
from desens_gui.storage.problems import Full, StorageProblem
from desens_gui.storage.restore import Restored, restore
from reliability import protections
from reliability.alterations import Original
from reliability.compiling import under
from reliability.crafted import shortened
from reliability.facts import memory
from reliability.faults import KINDS, OPEN, RENAME, SYNC, UNLINK, WRITE, Kind

KILLED = 0
"""In the place of an error: the process is killed in the call."""

FROM_HERE_ON = 1_000_000
LOST = -1
"""In the place of an error: it says that it was done, and was not."""

CALLS = {"open": OPEN, "write": WRITE, "sync": SYNC, "unlink": UNLINK}
EVERY = {
    "write lost": Kind(WRITE, LOST),
    "rename": Kind(RENAME),
    "rename done, error said": Kind(RENAME, done_first=True),
    "killed, rename": Kind(RENAME, KILLED),
    **{name: kind for name, kind in KINDS.items() if name != "write, disk full"},
    "disk full": Kind(WRITE, errno.ENOSPC, FROM_HERE_ON),
    **{f"killed, {name}": Kind(call, KILLED) for name, call in CALLS.items()},
    "killed, write done": Kind(WRITE, KILLED, done_first=True),
    "killed, rename done": Kind(RENAME, KILLED, done_first=True),
}
"""Ways for a call to go wrong, by name."""


class Copies(NamedTuple):
    """runs: copies with a fault in them, kills among them. The rest are losses.

    wrong: something else than a whole session under its final name, or what was there before is gone.
    harmed: the file that was copied is not as it was. unsaid: no copy, and nobody was told.
    not_mended: not whole after the next time, or half of one left, or it cannot be restored.
    """

    runs: int = 0
    kills: int = 0
    wrong: int = 0
    harmed: int = 0
    unsaid: int = 0
    not_mended: int = 0

    def plus(self, other: Copies) -> Copies:
        return Copies(*(one + two for one, two in zip(self, other, strict=True)))

    @property
    def losses(self) -> int:
        return self.wrong + self.harmed + self.unsaid + self.not_mended


class Way(NamedTuple):
    """back: from the backup. before: what lies under the final name already; damaged: nobody needs that."""

    back: bool
    before: bytes | None = None
    damaged: bool = False


class Place:
    """A folder of sessions and one of backups; a file goes from one to the other."""

    def __init__(self, folder: Path, original: Original, way: Way) -> None:
        self._way, self._content = way, original.content
        self.folder = folder
        self._sessions, self._backups, private = (
            folder / each for each in ("sessions", "backups", "private")
        )
        for each in (self._sessions, self._backups, private):
            each.mkdir(parents=True)
        self._private = private
        name = original.path.name
        self._session, backup = self._sessions / name, self._backups / name
        self._source, self._target = (backup, self._session) if way.back else (self._session, backup)
        self._entries = entries_of(original.path)

    def prepare(self) -> None:
        tempfile.tempdir = str(self._private)  # private copies are made there, and may fail there
        for each in (*self._sessions.iterdir(), *self._backups.iterdir()):
            each.unlink()
        self._source.write_bytes(self._content)
        if self._way.before is not None:
            self._target.write_bytes(self._way.before)
            os.utime(self._target, (1, 1))

    def copy(self) -> StorageProblem | None:
        """As the program does it; what it says."""
        if not self._way.back:
            missed = back_up_all([self._session], self._backups)
            return missed[0].problem if missed else None
        try:
            restore(self._source, self._sessions)
        except StorageProblem as problem:
            return problem
        return None

    def judged(self, said: StorageProblem | None, *, killed: bool) -> Copies:
        """What is there, and what is there once it was asked for again without a fault."""
        whole, as_before = self._whole(self._target), self._as_before()
        harmed = self._source.read_bytes() != self._content or journal_of(self._source).exists()
        again = self.copy()
        halves = [each for each in self._target.parent.iterdir() if each.name.startswith(".")]
        mended = again is None and not halves and self._restores()
        return Copies(
            wrong=not whole and not as_before,
            harmed=harmed,
            unsaid=not whole and said is None and not killed,
            not_mended=not mended,
        )

    def _as_before(self) -> bool:
        """A damaged file may have been put aside already, a whole one never."""
        if self._target.exists():
            return self._target.read_bytes() == self._way.before
        return self._way.before is None or self._way.damaged

    def _whole(self, file: Path) -> bool:
        try:
            return entries_of(file) == self._entries
        except StorageProblem:
            return False

    def _restores(self) -> bool:
        """The session is whole, and is so again from its backup once it is lost."""
        if not self._way.back:
            self._session.unlink()
            try:
                if restore(self._target, self._sessions) is not Restored.NEW:
                    return False
            except StorageProblem:
                return False
        return self._whole(self._session)


def _ways(original: Original) -> list[Way]:
    return [
        Way(back=False),
        Way(back=False, before=shortened(original.path)),
        Way(back=True),
        Way(back=True, before=original.content[:-5000], damaged=True),
    ]


def _every_call(place: Place, kind: Kind) -> Copies:
    """The first call fails, then the second, and so on until a copy was made without a fault."""
    shim, total, nth = ctypes.CDLL(None), Copies(), 0
    while True:
        nth += 1
        place.prepare()
        shim.fault_folder(str(place.folder).encode())
        shim.fault_arm(kind.call, nth, kind.in_a_row, kind.error, kind.done_first)
        if kind.error == KILLED:
            said, hit = None, _killed(place)
        else:
            said, hit = place.copy(), bool(shim.fault_hits())
        shim.fault_arm(-1, 0, 0, 0, 0)
        shim.fault_folder(b"")
        killed = hit and kind.error == KILLED
        found = place.judged(said, killed=killed)
        if hit and kind.in_a_row == FROM_HERE_ON and not isinstance(said, Full):
            found = found._replace(unsaid=1)  # a disk that stays full is called full
        total = total.plus(found._replace(runs=hit, kills=killed))
        if not hit:
            return total


def _killed(place: Place) -> bool:
    """A process that is killed on the way; whether it was."""
    child = os.fork()
    if child == 0:  # pragma: no cover  the child is killed
        try:
            place.copy()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def copies_of(kinds: list[str], *, encrypted: bool = False) -> dict[str, Copies]:
    """In a child process under the library; by the name of the kind."""
    found = json.loads(under("fault", "reliability.backups", "encrypted" if encrypted else "plain", *kinds))
    return {name: Copies(*each) for name, each in found.items()}


def main() -> None:
    protections.remove_as_told()
    found = {}
    with Original(encrypted=sys.argv[1] == "encrypted") as original:
        for name in sys.argv[2:]:
            total = Copies()
            for way in _ways(original):
                with tempfile.TemporaryDirectory(dir=memory()) as scratch:
                    total = total.plus(_every_call(Place(Path(scratch), original, way), EVERY[name]))
                    tempfile.tempdir = None
            found[name] = total
    print(json.dumps(found))


if __name__ == "__main__":
    main()
