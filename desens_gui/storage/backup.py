"""Finished sessions copied to a second folder, each verified there; what could not be copied is named."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from desens_gui.domain.evolve.evolving import fold
from desens_gui.storage.copying import copy_whole, entries_of, goes_on_from
from desens_gui.storage.problems import Altered, NameTaken, NotASession, StorageProblem, problems_named
from desens_gui.storage.reading import read_session


class Missed(NamedTuple):
    """A session without its backup, and why."""

    session: Path
    problem: StorageProblem


def back_up(session: Path, folder: Path) -> Path:
    """One session; the copy. NameTaken where another session's file has the name, never written over."""
    target = folder / session.name
    with problems_named():
        if target.exists():
            entries = entries_of(session)
            found = _entries_there(target)
            if found == entries:
                return target
            if not goes_on_from(entries, found):
                raise NameTaken
    copy_whole(session, target)
    return target


def back_up_all(sessions: Iterable[Path], folder: Path) -> list[Missed]:
    """Every finished session that has no backup as new as itself; those that were missed."""
    missed = []
    for session in sessions:
        try:
            if not _has_backup(session, folder) and is_over(session):
                back_up(session, folder)
        except StorageProblem as problem:
            missed.append(Missed(session, problem))
    return missed


def is_over(session: Path) -> bool:
    """Whether its last word is spoken: a session that is not is still written to."""
    state = fold(read_session(session))
    return state is not None and state.is_over


def _has_backup(session: Path, folder: Path) -> bool:
    """By name and age: each copy was verified when it was made."""
    with problems_named():
        folder.stat()  # a folder that is gone holds no backups
        target = folder / session.name
        return target.exists() and target.stat().st_mtime_ns >= session.stat().st_mtime_ns


def _entries_there(target: Path) -> tuple[str, ...]:
    """Nothing where the copy is damaged: a whole one takes its place."""
    try:
        return entries_of(target)
    except (Altered, NotASession):
        return ()
