"""Writing a file whole or not at all: a reader never sees half of it, and nothing is overwritten unasked."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, data: bytes, *, replace: bool = False) -> None:
    """FileExistsError where something of that name stands and replace is not set; OSError of the disk.

    Written beside the target under another name, made durable, then given the name. For the owner only: it
    holds what the record holds.
    """
    handle, name = tempfile.mkstemp(prefix=".desens-", suffix=".part", dir=path.parent)  # mode 0600
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if replace:
            part.replace(path)
        else:
            _name(part, path)
        _sync_name(path, new=not replace)
    finally:
        part.unlink(missing_ok=True)


def _sync_name(path: Path, *, new: bool) -> None:
    """Make the name durable too; a new name that cannot be is taken back, so that an error leaves nothing."""
    try:
        _sync(path.parent)
    except OSError:
        if new:
            path.unlink(missing_ok=True)
        raise


def _sync(folder: Path) -> None:
    if os.name == "nt":
        return  # NTFS journals names; a folder cannot be opened there
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _name(part: Path, path: Path) -> None:
    """Give it the name unless that is taken: by a second link, which never overwrites."""
    with suppress(NotImplementedError, PermissionError):
        path.hardlink_to(part)
        return
    if path.exists():  # a disk without links (FAT): the check and the renaming are two steps there
        raise FileExistsError(path)
    part.rename(path)
