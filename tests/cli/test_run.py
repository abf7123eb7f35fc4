"""desens-gui run: what a person reads when it cannot start. The window: tests/app, tests/end_to_end."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from pathlib import Path

from desens_gui.system.locks import ChairLock
from desens_gui.system.paths import folders


def run(data: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "desens_gui", "run", "--data", str(data), *more],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


def test_a_data_folder_in_a_file_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    done = run(tmp_path / "file")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"The data folder cannot be written: {tmp_path / 'file'}.\n"


def test_a_chair_that_is_taken_names_the_process(tmp_path: Path) -> None:
    lock = ChairLock(folders(tmp_path).make().data)
    lock.acquire()
    try:
        done = run(tmp_path)
    finally:
        lock.release()
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"Desens already runs at {platform.node()} (process {os.getpid()}, since ")


def test_a_theme_that_is_none(tmp_path: Path) -> None:
    done = run(tmp_path, "--theme", "pink")
    assert done.returncode == 2
    assert "pink" in done.stderr
    assert "Traceback" not in done.stderr
