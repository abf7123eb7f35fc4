"""Whether a folder takes a file and gives it back: the only proof that a backup can be made there."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from desens_gui.system.ids import SystemIds, random_bytes
from desens_gui.system.whole_file import write_whole

SIZE = 65_536


class FolderDiffers(OSError):
    """What was read is not what was written."""


def check_folder(folder: Path) -> None:
    """Writes, reads and removes one file; OSError where one of them fails."""
    probe = folder / f".desens-check-{SystemIds().short()}"
    data = random_bytes(SIZE)
    try:
        write_whole(probe, data)
        if probe.read_bytes() != data:
            raise FolderDiffers(0, "another content came back", str(folder))
    finally:
        with suppress(OSError):
            probe.unlink(missing_ok=True)
