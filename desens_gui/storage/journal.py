"""What a crash leaves beside a session file, and what a stranger may have put there."""

from __future__ import annotations

from pathlib import Path

from desens_gui.storage.problems import Altered, TooLarge, Why

MAX_BYTES = 32 * 1024 * 1024
"""No session file is larger, and neither is its journal: a day of treatment is some hundred kilobytes."""

_MAGIC = bytes.fromhex("d9d505f920a163d7")


def journal_of(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


def require_own(journal: Path) -> None:
    """Altered where the journal ends with the name of another one; TooLarge.

    SQLite deletes the file of that name once it has played the journal back, whatever it is. A session is
    never attached to another database, so none of ours has such an end.
    """
    try:
        with journal.open("rb") as file:
            length = file.seek(0, 2)
            file.seek(max(0, length - len(_MAGIC)))
            end = file.read()
    except FileNotFoundError:
        return
    if length > MAX_BYTES:
        raise TooLarge
    if end == _MAGIC and length > len(_MAGIC):
        raise Altered(Why.JOURNAL)
