"""Files from strangers, opened as review does, in child processes that may use little time and memory."""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import time
from collections.abc import Callable, Sequence
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
LIVES = 25
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


class Examiner:
    """A child that looks at one file after the other, and a new one after `lives` of them or a failure.

    code: the one noted of the original; original: its entries. Use as a context.
    """

    def __init__(self, code: str | None, original: Sequence[Row], lives: int = LIVES) -> None:
        self._code, self._original, self._lives = code, original, lives
        self._child: _Child | None = None

    def __enter__(self) -> Examiner:
        return self

    def __exit__(self, *_error: object) -> None:
        self._let_go()

    def examine(self, path: Path) -> Examined:
        """verify and read it in the child, for at most SECONDS."""
        if self._child is None:
            self._child = _Child(self._lives, lambda each: _look(Path(each), self._code, self._original))
        found = self._child.ask(str(path))
        if found is None or self._child.asked == self._lives:
            status = self._let_go()
            found = found or Examined("hung" if status.hung else "crashed", megabytes=status.megabytes)
        return found._replace(ended="too much memory") if found.megabytes > MEGABYTES else found

    def _let_go(self) -> _End:
        if self._child is None:
            return _End(hung=False, megabytes=0)
        end = self._child.end()
        self._child = None
        return end


class _End(NamedTuple):
    hung: bool
    megabytes: float


class _Child:
    """A forked process that answers each line it is sent with one line of JSON."""

    def __init__(self, lives: int, look: Callable[[str], tuple[str, str, bool, bool]]) -> None:
        asked, self._asking = os.pipe()
        self._answers, answering = os.pipe()
        self.asked, self._hung = 0, False
        self._pid = os.fork()
        if self._pid == 0:  # pragma: no cover  a process of its own
            os.close(self._asking)
            os.close(self._answers)
            try:
                _limit(lives)
                with os.fdopen(asked, encoding="utf-8") as lines:
                    for line in lines:
                        found = look(line.rstrip("\n"))
                        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
                        said = [*found, peak / 1024]
                        os.write(answering, json.dumps(said).encode() + b"\n")
            finally:
                os._exit(0)
        os.close(asked)
        os.close(answering)

    def ask(self, line: str) -> Examined | None:
        """None where no answer came: it crashed or it hung."""
        self.asked += 1
        os.write(self._asking, line.encode() + b"\n")
        answer, until = b"", time.monotonic() + SECONDS
        while not answer.endswith(b"\n"):
            if not select.select([self._answers], [], [], max(0, until - time.monotonic()))[0]:
                self._hung = True
                return None
            more = os.read(self._answers, 65536)
            if not more:
                return None
            answer += more
        return Examined("well", *json.loads(answer))

    def end(self) -> _End:
        if self._hung:
            os.kill(self._pid, signal.SIGKILL)
        os.close(self._asking)
        os.close(self._answers)
        _, _, usage = os.wait4(self._pid, 0)
        return _End(self._hung, usage.ru_maxrss / 1024)


def _limit(lives: int) -> None:  # pragma: no cover  in the child
    """No core, little time, no more memory than it may use above what the program has at its start."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS * lives, SECONDS * lives))
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    most = pages * resource.getpagesize() + MEGABYTES * _MB
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _look(path: Path, code: str | None, original: Sequence[Row]) -> tuple[str, str, bool, bool]:
    """As `verify` and as review do it."""
    verdict = verify(path, code)
    said = sentence(verdict.problem, ENGLISH) if verdict.problem is not None else ""
    try:
        Review(read_whole(path).records)
    except StorageProblem as problem:
        return verdict.state, said or sentence(problem, ENGLISH), False, False
    return verdict.state, said, True, rows_of(path) == original
