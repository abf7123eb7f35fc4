"""The medium goes wrong under a live session: full, read-only, unmounted, the file moved away."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from desens_gui.session.saving import SavingState
from desens_gui.storage.backup import back_up_all
from desens_gui.storage.ballast import Ballast
from desens_gui.storage.copying import entries_of
from desens_gui.storage.problems import Full, Missing, ReadOnly, StorageProblem
from reliability.alterations import Original
from reliability.chair import Chair

PATIENCE_S = 1.5  # longer than a fact may wait before the screen says that it is not being recorded
A_CHECK = "x" * 1400  # about what the largest of the usual facts weighs


class Trouble(NamedTuple):
    """What happened to a session while its medium was gone. room: facts stored out of the reserve."""

    told: bool
    not_recorded_said: bool
    kept_in_order: bool
    saved_at_the_end: bool
    worst_beat_ms: float
    room: int = 0

    @property
    def losses(self) -> int:
        wanted = (self.told, self.not_recorded_said, self.kept_in_order, self.saved_at_the_end)
        return sum(not each for each in wanted)


def moved_away(folder: Path) -> Trouble:
    """The file gets another name while it is open; later it has its own again."""
    chair = Chair(folder)
    chair.sit_down()
    chair.wait_for(chair.saved)
    away = chair.path.with_name("away")
    chair.path.rename(away)
    return _ridden_out(chair, Missing, lambda: Path(away.rename(chair.path)))


def full() -> Trouble:
    """The disk fills up; the reserve carries the session on, then facts wait until there is room."""
    with _disk("size=6m") as disk:
        chair = Chair(disk, Ballast(disk / "ballast"))
        chair.sit_down()
        chair.wait_for(chair.saved)
        filler = disk / "filler"
        _fill(filler)
        room = 0
        while chair.wait_for(chair.saved, PATIENCE_S):
            room += 1
            chair.note(A_CHECK)
        return _ridden_out(chair, Full, filler.unlink)._replace(room=room)


def _fill(filler: Path) -> None:
    with filler.open("wb", buffering=0) as file:
        for size in (65536, 4096):
            try:
                while file.write(bytes(size)) == size:
                    pass
            except OSError:
                continue


def read_only() -> Trouble:
    """The medium is mounted read-only when the session goes on, and writable later."""
    with _disk() as disk:
        chair = Chair(disk)
        _run("mount", "-o", "remount,ro", str(disk))
        chair.sit_down()
        return _ridden_out(chair, ReadOnly, lambda: _run("mount", "-o", "remount,rw", str(disk)))


def unmounted(folder: Path) -> Trouble:
    """The disk is taken away under the open file and put back later."""
    place = folder / "mounted"
    place.mkdir()
    with _disk() as disk:
        _run("mount", "--bind", str(disk), str(place))
        chair = Chair(place)
        chair.sit_down()
        chair.wait_for(chair.saved)
        _run("umount", "--lazy", str(place))
        found = _ridden_out(chair, Missing, lambda: _run("mount", "--bind", str(disk), str(place)))
        _run("umount", "--lazy", str(place))
        return found


def backup_without_room() -> tuple[int, int]:
    """A backup disk with one page more each time until a session fits: how many, how many went wrong."""
    tried = wrong = 0
    with Original() as original:
        sessions = original.place / "sessions"
        sessions.mkdir()
        session = Path(shutil.copyfile(original.path, sessions / original.path.name))
        entries = entries_of(session)
        while True:
            tried += 1
            with _disk(f"size={4096 * tried}") as disk:
                missed = back_up_all([session], disk)
                left = list(disk.iterdir())
                whole = left == [disk / session.name] and entries_of(left[0]) == entries
                told = len(missed) == 1 and isinstance(missed[0].problem, Full)
                wrong += not (whole and not missed) and not (told and not left)
            if (whole and not missed) or tried > len(original.content):
                return tried, wrong


def _ridden_out(chair: Chair, expected: type[StorageProblem], undo: Callable[[], object]) -> Trouble:
    """Go on while it lasts, put it right, and see what the file holds."""
    for number in range(20):
        chair.note(f"meanwhile {number}")
    chair.wait_for(lambda: False, PATIENCE_S)
    told = isinstance(chair.live.saving().problem, expected)
    not_recorded = chair.states[-1] is SavingState.NOT_RECORDED
    undo()
    over = chair.wait_for(lambda: chair.saved() and chair.live.saving().problem is None)
    chair.get_up()
    return Trouble(
        told=told,
        not_recorded_said=not_recorded,
        kept_in_order=chair.stored_as_recorded() and not chair.false_acks and not chair.refused,
        saved_at_the_end=over and chair.states[-1] is SavingState.SAVED,
        worst_beat_ms=chair.worst_beat_ms,
    )


def can_mount() -> bool:
    """Whether this process may mount a disk of its own: root, and not in a container that forbids it."""
    if os.name == "nt" or os.geteuid() != 0:
        return False
    try:
        with _disk():
            return True
    except (OSError, subprocess.CalledProcessError):
        return False


@contextmanager
def _disk(options: str = "size=8m") -> Iterator[Path]:
    """A small disk in memory, gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        _run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder)
        try:
            yield Path(folder)
        finally:
            _run("umount", "--lazy", folder)


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)
