"""Private copies are for the owner alone; what a killed program left of them goes at the next use."""

from __future__ import annotations

import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from desens_gui.storage.private_folder import private_folder, sweep
from tests.unmeasured import unmeasured

KILLED = (
    "import os, signal\n"
    "from desens_gui.storage.private_folder import private_folder\n"
    "with private_folder() as folder:\n"
    "    (folder / 'session.desens').write_text('OKAFOR, Adaeze')\n"
    "    os.kill(os.getpid(), signal.SIGKILL)\n"
)


@pytest.fixture(autouse=True)
def tmp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_it_is_the_owners_and_gone_afterwards(tmp: Path) -> None:
    with private_folder() as folder:
        assert folder.parent == tmp
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        (folder / "copy").write_text("x", "utf-8")
    assert list(tmp.iterdir()) == []


def test_one_that_is_in_use_stays_and_so_does_what_is_not_ours(tmp: Path) -> None:
    (tmp / "desens-demo").mkdir()
    (tmp / "desens-file.lock").write_text("", "utf-8")
    with private_folder() as first, private_folder() as second:
        sweep()
        assert first.is_dir()
        assert second.is_dir()
    assert sorted(each.name for each in tmp.iterdir()) == ["desens-demo", "desens-file.lock"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_what_a_killed_program_left_goes_at_the_next_use(tmp: Path) -> None:
    environment = {**unmeasured(), "TMPDIR": str(tmp)}
    assert subprocess.run([sys.executable, "-c", KILLED], env=environment, check=False).returncode < 0
    assert len(list(tmp.rglob("session.desens"))) == 1
    with private_folder() as folder:
        assert [each for each in tmp.rglob("*") if each.is_dir()] == [folder]
    assert list(tmp.iterdir()) == []
