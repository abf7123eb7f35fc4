"""The small C libraries that are preloaded before the program to record or to break its calls."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

SHIMS = Path(__file__).parent / "shims"


def compiler() -> str | None:
    """The C compiler of this system, if it has one."""
    return next((found for name in ("gcc", "cc", "clang") if (found := shutil.which(name))), None)


def compiled(name: str, folder: Path) -> Path:
    """The library of shims/<name>.c, made in that folder. RuntimeError without a compiler."""
    tool = compiler()
    if tool is None:
        raise RuntimeError("no C compiler")
    made = folder / f"{name}.so"
    command = [
        tool,
        "-shared",
        "-fPIC",
        "-O1",
        "-o",
        str(made),
        str(SHIMS / f"{name}.c"),
        "-ldl",
        "-lpthread",
    ]
    subprocess.run(command, check=True, capture_output=True, text=True)
    return made
