"""A C compiler, for the tests that cut the power and break the disk under the real program."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from devtool.libraries import Tools
from devtool.speech import say

PACKAGES = ["gcc", "libc6-dev"]
_HEADERS = (Path("/usr/include/stdio.h"), Path("/usr/local/include/stdio.h"))


def is_there() -> bool:
    """Whether something compiles C here, with the C library's own headers."""
    found = any(shutil.which(name) for name in ("gcc", "cc", "clang"))
    return found and any(header.exists() for header in _HEADERS)


def provide(tools: Tools, install: Callable[[list[str]], bool], there: Callable[[], bool] = is_there) -> bool:
    """Install one where allowed; whether one is there now. Without it those tests are skipped, and say so."""
    if there():
        return True
    if tools.is_root and tools.apt:
        say(f"installing a C compiler with apt-get: {' '.join(PACKAGES)}")
        return install(PACKAGES) and there()
    first = "" if tools.is_root else "sudo "
    hint = f": type  {first}apt-get install -y {' '.join(PACKAGES)}" if tools.apt else ""
    say(f"no C compiler: the tests of power cuts and disk faults are skipped{hint}")
    return False
