"""A program that dies leaves no picture of its memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.unmeasured import unmeasured

DIES = (
    "import ctypes, os, resource, sys\n"
    "from desens_gui.system.core_dumps import forbid_core_dumps\n"
    "resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)\n"
    "forbid_core_dumps()\n"
    "dumpable = ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) if sys.platform == 'linux' else 0\n"
    "print(resource.getrlimit(resource.RLIMIT_CORE), dumpable, flush=True)\n"
    "name = 'OKAFOR, Adaeze'\n"
    "os.abort()\n"
)


@pytest.mark.skipif(sys.platform == "win32", reason="has no core files")
def test_it_leaves_no_core_file(tmp_path: Path) -> None:
    root = str(Path(__file__).resolve().parents[2])
    environment = {**unmeasured(), "PYTHONPATH": root}
    command = [sys.executable, "-c", DIES]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode < 0
    assert done.stdout == "(0, 0) 0\n"
    assert list(tmp_path.iterdir()) == []
