"""Room kept in reserve on the disk, let go when it is full so that the record can go on."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

SIZE = 512 * 1024  # more than 200 facts as large as a check, with their journal: counted on a full disk
_FILL = b"desens ballast \n"


class Ballast:
    """One file in the data folder. An error of the disk is an answer here, never an exception."""

    def __init__(self, path: Path, size: int = SIZE) -> None:
        self._path = path
        self._size = size

    def make(self) -> bool:
        """Whether the reserve is there; made when the disk has room for it several times over."""
        try:
            if self._path.exists():
                return True
            if shutil.disk_usage(self._path.parent).free < 4 * self._size:
                return False
            self._write()
        except OSError:
            return False
        return True

    def free(self) -> bool:
        """Give the room back to the disk; whether there was any."""
        try:
            self._path.unlink()
        except OSError:
            return False
        return True

    def _write(self) -> None:
        """Real bytes, synced: a hole in a file keeps no room."""
        half = self._path.with_name(self._path.name + ".part")
        try:
            with half.open("wb") as file:
                file.write(_FILL * (self._size // len(_FILL)))
                file.flush()
                os.fsync(file.fileno())
            half.replace(self._path)
        finally:
            half.unlink(missing_ok=True)
