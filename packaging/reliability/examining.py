"""One file from a stranger, opened as review does, in a child process that may use little time and memory."""

from __future__ import annotations

import json
import os
import resource
import select
import signal
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from desens_gui.session.review import Review
from desens_gui.storage.chain import Row
from desens_gui.storage.problem_words import sentence
from desens_gui.storage.problems import StorageProblem
from desens_gui.storage.reading import read_whole
from desens_gui.storage.verify import State, verify
from desens_gui.wording.words import ENGLISH
from reliability.alterations import rows_of

SECONDS = 5
MEGABYTES = 256
_MB = 1024 * 1024


class Examined(NamedTuple):
    """What came of one file. verdict: of `verify`; said: a sentence; read: by review; same: as it was."""

    ended: str
    verdict: str = ""
    said: str = ""
    read: bool = False
    same: bool = False
    megabytes: float = 0.0

    @property
    def is_clear(self) -> bool:
        """It ended by itself, and where it refused it said one sentence."""
        refused = not self.read or self.verdict != State.INTACT
        return self.ended == "well" and (not refused or _is_sentence(self.said))


def _is_sentence(said: str) -> bool:
    return said.endswith(".") and "\n" not in said and "{" not in said and len(said) < 300


def examine(path: Path, code: str | None, original: Sequence[Row] | None) -> Examined:
    """verify and read in a child. code: the one noted of the original; original: its entries."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover  a process of its own
        os.close(reading)
        try:
            _limit()
            os.write(writing, json.dumps(_look(path, code, original)).encode())
        finally:
            os._exit(0)
    os.close(writing)
    answer, ended = b"", "well"
    if not select.select([reading], [], [], SECONDS)[0]:
        os.kill(child, signal.SIGKILL)
        ended = "hung"
    while more := os.read(reading, 65536):
        answer += more
    os.close(reading)
    _, status, usage = os.wait4(child, 0)
    megabytes = usage.ru_maxrss / 1024
    if ended == "well" and (os.WIFSIGNALED(status) or not answer):
        ended = "crashed"
    if megabytes > MEGABYTES:
        ended = "too much memory"
    verdict, said, read, same = json.loads(answer) if ended == "well" else ("", "", False, False)
    return Examined(ended, verdict, said, read, same, megabytes)


def _limit() -> None:  # pragma: no cover  in the child
    """No core, little time, no more memory than it may use above what the program has at its start."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    most = pages * resource.getpagesize() + MEGABYTES * _MB
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _look(path: Path, code: str | None, original: Sequence[Row] | None) -> tuple[str, str, bool, bool]:
    """As `verify` and as review do it."""
    verdict = verify(path, code)
    said = sentence(verdict.problem, ENGLISH) if verdict.problem is not None else ""
    try:
        Review(read_whole(path).records)
    except StorageProblem as problem:
        return verdict.state, said or sentence(problem, ENGLISH), False, False
    return verdict.state, said, True, original is not None and rows_of(path) == original
