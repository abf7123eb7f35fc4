"""A folder for private copies, for the owner alone: gone after use, after a crash gone at the next use."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl

PREFIX, LOCK = "desens-", ".lock"
"""`desens-x1` is a folder whose program holds `desens-x1.lock` for as long as it lives."""


@contextmanager
def private_folder() -> Iterator[Path]:
    """Mode 0700, in the temporary folder of the platform. OSError where none can be made."""
    sweep()
    handle, name = tempfile.mkstemp(prefix=PREFIX, suffix=LOCK)  # mode 0600
    folder = Path(name.removesuffix(LOCK))
    try:
        if sys.platform != "win32":
            fcntl.flock(handle, fcntl.LOCK_EX)  # before the folder is there: one without a holder is nobody's
        folder.mkdir(mode=0o700)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(handle)
        Path(name).unlink(missing_ok=True)


def sweep() -> None:
    """Removes what programs that are no more have left: whole records lie in there."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        lock = folder.with_name(folder.name + LOCK)
        if lock.is_file() and folder.is_dir() and not folder.is_symlink():
            with suppress(OSError):  # somebody reads there now, or it is another person's
                _require_nobody(lock)
                shutil.rmtree(folder, ignore_errors=True)
                lock.unlink(missing_ok=True)


def _require_nobody(lock: Path) -> None:
    """OSError while the program that made it lives."""
    if sys.platform == "win32":
        lock.unlink()  # which removes no file that is open
        return
    with lock.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
