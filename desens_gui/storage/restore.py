"""A session brought back from its backup; a damaged file in its place is put aside, never written over."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from desens_gui.storage.copying import copy_whole, entries_of, goes_on_from
from desens_gui.storage.journal import journal_of
from desens_gui.storage.problems import Altered, NameTaken, NotASession, problems_named

ASIDE = ".damaged"


class Restored(StrEnum):
    """What came of it."""

    NEW = "new"
    ALREADY_THERE = "already_there"
    OLDER_REPLACED = "older_replaced"
    DAMAGED_PUT_ASIDE = "damaged_put_aside"


def restore(backup: Path, sessions: Path) -> Restored:
    """StorageProblem of the backup or the folder; NameTaken where a whole file there holds other entries.

    Encrypted as the backup is.
    """
    wanted = entries_of(backup)
    target = sessions / backup.name
    with problems_named():
        if not target.exists():
            copy_whole(backup, target)
            return Restored.NEW
        try:
            found = entries_of(target)
        except (Altered, NotASession):
            _put_aside(target)
            copy_whole(backup, target)
            return Restored.DAMAGED_PUT_ASIDE
    if goes_on_from(found, wanted):
        return Restored.ALREADY_THERE
    if not goes_on_from(wanted, found):
        raise NameTaken
    copy_whole(backup, target)
    return Restored.OLDER_REPLACED


def _put_aside(target: Path) -> None:
    """Under the first free name, with what a crash left beside it: a damaged file is still evidence."""
    number = 1
    while (aside := target.with_name(f"{target.name}{ASIDE}-{number}")).exists():
        number += 1
    journal = journal_of(target)
    if journal.exists():
        journal.replace(journal_of(aside))
    target.replace(aside)
