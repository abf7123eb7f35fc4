"""desens-gui review: what a person reads of a file that cannot be opened."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from desens_gui.storage.opening import create_session
from desens_gui.storage.session_log import SqliteLog
from tests.fake_clock import FakeClock
from tests.storage.facts import note, opened, recorded


def review(path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "desens_gui", "review", str(path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


@pytest.mark.parametrize("content", [b"", b"no session at all"])
def test_a_file_that_is_no_session(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.desens"
    path.write_bytes(content)
    done = review(path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "The file is not a session file.\n"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    done = review(tmp_path / "none.desens")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_a_file_that_was_altered_names_the_entry(tmp_path: Path) -> None:
    path = tmp_path / "a.desens"
    create_session(path)
    log = SqliteLog(path, clock=FakeClock())
    log.append([recorded(1, opened())])
    log.append([recorded(2, note("as it was"))])
    log.close()
    connection = sqlite3.connect(path)
    for (trigger,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {trigger}")
    connection.execute("UPDATE event SET actor = 'xx' WHERE seq = 2")
    connection.commit()
    connection.close()
    done = review(path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
