"""The memory of this process holds names: the operating system writes none of it down when it dies."""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress

SET_DUMPABLE = 4  # PR_SET_DUMPABLE of linux/prctl.h


def forbid_core_dumps() -> None:
    """No core file, and on Linux none for a crash reporter either, which a limit alone does not stop."""
    if sys.platform == "win32":
        return  # Windows asks before it keeps a memory dump of a program
    import resource

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(SET_DUMPABLE, 0, 0, 0, 0)
