"""kill -9 at random points of a played session: it goes on to the same end, nothing lost, nothing twice."""

from __future__ import annotations

import os
import select
import signal
import sys
import tempfile
from collections.abc import Sequence
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from random import Random
from typing import NamedTuple

from desens_gui.cli.main import main
from desens_gui.domain.events.every import Event
from desens_gui.domain.events.restart import AwayAnswered, ProgramResumed
from desens_gui.domain.events.setup import SessionOpened
from desens_gui.domain.instants import Instant
from desens_gui.domain.recorded import Recorded
from desens_gui.storage.codec import encode
from desens_gui.storage.problems import StorageProblem
from desens_gui.storage.reading import read_session
from desens_gui.storage.verify import State, verify
from reliability.encrypted import require, site

Records = Sequence[Recorded[Event]]
Day = list[tuple[str, Instant]]

SCENARIOS = ("08-transferred", "07-patient-wish")  # neither restarts the program itself
IN_A_COMMIT_S = 0.02
AT_THE_START_S = 0.4


class Kills(NamedTuple):
    """kills: lives ended by SIGKILL. side_files: how many left a journal. The rest are losses."""

    kills: int = 0
    sessions: int = 0
    side_files: int = 0
    lost: int = 0
    twice: int = 0
    damaged: int = 0
    other_end: int = 0

    def plus(self, other: Kills) -> Kills:
        return Kills(*(one + two for one, two in zip(self, other, strict=True)))


def kill_often(kills: int, seed: int, *, encrypted: bool = False) -> Kills:
    """Play sessions and kill them until there were so many kills."""
    chance, total = Random(seed), Kills()
    with tempfile.TemporaryDirectory() as folder, site(Path(folder) / "data", on=encrypted):
        truth = {name: own(_whole(name, Path(folder) / "whole" / name)) for name in SCENARIOS}
        while total.kills < kills:
            name = SCENARIOS[total.sessions % len(SCENARIOS)]
            out = Path(folder) / str(total.sessions)
            total = total.plus(_one_session(name, out, truth[name], chance, kills - total.kills))
            require(next(out.glob("*.desens")), encrypted=encrypted)
    return total


def own(records: Records) -> Day:
    """What happened and when, without being killed and coming back, whatever the session's name."""
    opened = records[0].event
    assert isinstance(opened, SessionOpened)
    kept = [each for each in records if not isinstance(each.event, ProgramResumed | AwayAnswered)]
    return [(encode(each.event).replace(opened.session_id, "ID"), each.stamp) for each in kept]


def _whole(scenario: str, out: Path) -> Records:
    with redirect_stdout(StringIO()):
        if main(["simulate", scenario, "--out", str(out), *_data(out.parent)]):
            raise RuntimeError(f"{scenario} does not end as it should even when nobody kills it")
    return read_session(next(out.glob("*.desens")))


def _one_session(scenario: str, out: Path, truth: Day, chance: Random, most: int) -> Kills:
    """From its start to its end, killed again and again."""
    found, acknowledged, before = Kills(sessions=1), 0, list[str]()
    while True:
        path = next(out.glob("*.desens"), None)
        arguments = ["--resume", str(path)] if path else ["--out", str(out)]
        killed, last = _one_life(
            [scenario, *arguments, *_data(out), "--trace"], chance if found.kills < most else None
        )
        acknowledged = max(acknowledged, last)
        path = next(out.glob("*.desens"), None)
        if not killed:
            break
        if path is None:
            found = found.plus(Kills(kills=1, lost=acknowledged > 0))  # before there was any file
            continue
        found = found.plus(Kills(kills=1, side_files=path.with_name(path.name + "-journal").exists()))
        held = _ids(path)
        if held is None and acknowledged == 0:
            path.unlink()  # killed while it was being made: nothing was ever in it, and the program says so
            continue
        if held is None:
            return found.plus(Kills(damaged=1))
        lost = len(held) < acknowledged or held[: len(before)] != before
        found = found.plus(Kills(lost=lost, twice=len(set(held)) < len(held)))
        before = held
    return found.plus(_at_the_end(path, truth, acknowledged))


def _data(out: Path) -> list[str]:
    """One data folder for all sessions of a run."""
    return ["--data", str(out.parent / "data")]


def _at_the_end(path: Path | None, truth: Day, acknowledged: int) -> Kills:
    if path is None:
        return Kills(lost=acknowledged > 0, other_end=1)
    records = read_session(path)
    alone = [each.name for each in path.parent.glob("*.desens*")] == [path.name]
    return Kills(
        lost=len(records) < acknowledged,
        damaged=verify(path).state is not State.INTACT or not alone,
        other_end=own(records) != truth,
    )


def _ids(path: Path) -> list[str] | None:
    """Read as a reader does, who leaves the file as the kill left it; None where that is not possible."""
    try:
        return [record.uuid for record in read_session(path)]
    except StorageProblem:
        return None


def _one_life(arguments: list[str], chance: Random | None) -> tuple[bool, int]:
    """Whether it was killed, and the last entry it called saved. Without a chance it lives to its end."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover  the child is killed
        code = 70
        try:
            os.close(reading)
            sys.stdout = os.fdopen(writing, "w", encoding="utf-8")
            code = main(["simulate", *arguments])
        finally:
            os._exit(code)
    os.close(writing)
    said = _until_killed(child, reading, chance)
    os.close(reading)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status) and os.WEXITSTATUS(status):
        raise RuntimeError(f"simulate {' '.join(arguments)} ended with {os.WEXITSTATUS(status)}")
    lines = said.decode().split("\n")[:-1]
    saved = [int(line.split()[1]) for line in lines if line.startswith("saved ")]
    return os.WIFSIGNALED(status), max(saved, default=0)


def _until_killed(child: int, reading: int, chance: Random | None) -> bytes:
    """Wait for some entries, then for a moment that falls anywhere in a commit."""
    said = b""
    if chance is not None:
        entries = chance.randrange(5)
        while entries and said.count(b"saved ") < entries and (more := os.read(reading, 65536)):
            said += more
        _pause(chance.uniform(0, IN_A_COMMIT_S if entries else AT_THE_START_S))
        os.kill(child, signal.SIGKILL)
    while more := os.read(reading, 65536):
        said += more
    return said


def _pause(seconds: float) -> None:
    select.select([], [], [], seconds)
