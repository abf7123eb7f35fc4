"""The key of this workstation, which seals what is recorded here: 32 random bytes for the owner only.

Light to import: `verify` reads a key too.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

NAME = "workstation.key"
BYTES = 32


class NotAKey(OSError):
    """A file of another length."""


class WorkstationKey:
    """The key in a file, made when it is first asked for. Calling it gives the bytes; OSError of the disk."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __call__(self) -> bytes:
        return self._read() or self._make()

    def _read(self) -> bytes | None:
        """None where there is no key yet, or none that could be one: that file is put aside, not lost."""
        try:
            return read_key(self._path)
        except FileNotFoundError:
            return None
        except NotAKey:
            self._path.replace(self._path.with_name(f"{NAME}.unreadable"))
            return None

    def _make(self) -> bytes:
        from desens_gui.system.ids import random_bytes
        from desens_gui.system.whole_file import write_whole

        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(FileExistsError):  # another program was quicker
            write_whole(self._path, random_bytes(BYTES))
        return read_key(self._path)


def read_key(path: Path) -> bytes:
    """The key in that file; NotAKey or another OSError."""
    with path.open("rb") as file:
        key = file.read(BYTES + 1)
    if len(key) != BYTES:
        raise NotAKey(0, f"a key has {BYTES} bytes", str(path))
    return key
