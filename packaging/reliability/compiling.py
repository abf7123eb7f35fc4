"""The small C libraries that are preloaded before the program to record or to break its calls."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
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


def under(library: str, module: str, *arguments: str) -> str:
    """What a module prints that runs in a process of its own with that library before everything else."""
    with tempfile.TemporaryDirectory() as folder:
        tools = os.pathsep.join(filter(None, [str(ROOT / "packaging"), os.environ.get("PYTHONPATH")]))
        inside = {**os.environ, "LD_PRELOAD": str(compiled(library, Path(folder))), "PYTHONPATH": tools}
        command = [sys.executable, "-m", module, *arguments]
        return subprocess.run(
            command, check=True, cwd=ROOT, env=inside, stdout=subprocess.PIPE, text=True
        ).stdout
