"""Power cuts: a session is played while every call to the disk is recorded; each cut is tried afterwards."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random
from typing import NamedTuple

from desens_gui.session.simulated_clock import SimulatedClock
from desens_gui.storage.journal import journal_of
from desens_gui.storage.problems import StorageProblem
from desens_gui.storage.seal import Seal
from desens_gui.storage.session_log import SqliteLog
from desens_gui.storage.verify import State, verify
from reliability.compiling import compiled
from reliability.disk import Disk, read_log
from reliability.facts import fact, hashes, memory, note

ROOT = Path(__file__).resolve().parents[2]
READ_EVERY = 20
_CLOCK = SimulatedClock(0)
_SEAL = Seal(lambda: b"any" * 11)

# The program as it is, or with the pragma that SQLite would choose by itself.
_PROGRAM = """
import sys
from desens_gui.storage import opening
opening.WRITING = {**opening.WRITING, "synchronous": int(sys.argv.pop(1))}
from desens_gui.cli.main import main
sys.exit(main(sys.argv[1:]))
"""
EXTRA, FULL = 3, 2


class Cuts(NamedTuple):
    """images: disks tried. lost: an acknowledged entry is not there. damaged: it does not open or fit."""

    images: int
    acknowledged: int
    lost: int
    damaged: int


def recorded_run(scenario: str, folder: Path, synchronous: int = EXTRA) -> Path:
    """Play a scenario under the recorder; the log. Everything lies in the folder."""
    out, log = folder / "out", folder / "record.log"
    out.mkdir()
    shim = compiled("record", folder)
    inside = {**os.environ, "LD_PRELOAD": str(shim), "RECORD_FOLDER": str(out), "RECORD_LOG": str(log)}
    program = [sys.executable, "-c", _PROGRAM, str(synchronous)]
    asked = ["simulate", scenario, "--trace", "--out", str(out), "--data", str(folder / "data")]
    subprocess.run([*program, *asked], check=True, cwd=ROOT, env=inside, stdout=subprocess.DEVNULL)
    return log


def try_cuts(log: Path, out: Path, seed: int, most: int | None = None) -> Cuts:
    """Rebuild the disk after every operation and open it as the program would; `most` thins them out."""
    (session,) = out.glob("*.desens")
    truth = hashes(session)
    chance, disk, said = Random(seed), Disk(out), b""
    ops = list(read_log(log))
    share = 1.0 if most is None else most / (6 * len(ops))
    images = lost = damaged = 0
    with tempfile.TemporaryDirectory(dir=memory()) as scratch:
        for op in ops:
            if op.what == "k":
                said += op.first
            else:
                disk.do(op)
            if chance.random() > share:
                continue
            acknowledged = _acknowledged(said)
            for image in disk.cuts(chance):
                images += 1
                found = _after_cut(image, session.name, Path(scratch), reads=images % READ_EVERY == 0)
                if found is None:
                    damaged += acknowledged > 0
                elif found != truth[: len(found)]:
                    damaged += 1
                else:
                    lost += len(found) < acknowledged
    return Cuts(images, _acknowledged(said), lost, damaged)


def _acknowledged(said: bytes) -> int:
    """The number of the last entry that the program called saved, in whole lines."""
    lines = said.decode().split("\n")[:-1]
    return max((int(line.split()[1]) for line in lines if line.startswith("saved ")), default=0)


def _go_on(path: Path, seq: int) -> None:
    """One more fact, as a program that resumes would record it."""
    log = SqliteLog(path, clock=_CLOCK, seal=_SEAL)
    try:
        log.append([fact(seq, "after the cut", note())])
    finally:
        log.close()


def _after_cut(image: dict[str, bytes], name: str, scratch: Path, *, reads: bool) -> list[str] | None:
    """The entries of a disk after a cut, recovered by the program itself; None where it cannot."""
    for old in scratch.iterdir():
        old.unlink()
    for each, content in image.items():
        (scratch / each).write_bytes(content)
    path = scratch / name
    try:
        read = verify(path) if reads else None  # first as a reader does, who writes nothing
        found = hashes(path)
        _go_on(path, len(found) + 1)
    except StorageProblem:
        return None
    if read is not None and (read.state is State.INTACT) != bool(found):
        return None
    return None if journal_of(path).exists() else found
