"""One chair program: a second one is told who has the chair, and a crash frees it."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from desens_gui.system.clock import SystemClock
from desens_gui.system.locks import ChairLock, ChairTaken

HOLDER = """
import sys; from pathlib import Path; from desens_gui.system.locks import ChairLock
lock = ChairLock(Path(sys.argv[1])); lock.acquire(); lock.tell(Path("s.desens"))
print("held", flush=True); sys.stdin.read()
"""


def test_a_second_program_is_told_who_has_it_and_a_crash_frees_it(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        mine = ChairLock(tmp_path)
        with pytest.raises(ChairTaken) as caught:
            mine.acquire()
        holder = caught.value.holder
        assert holder is not None
        assert (holder.pid, holder.machine, holder.session) == (other.pid, platform.node(), "s.desens")
        assert abs(SystemClock().now().utc_us - holder.since_us) < 60_000_000
        mine.release()  # nothing: it was never held
        with pytest.raises(ChairTaken):
            mine.acquire()
        other.kill()
        other.wait()
    mine.acquire()
    mine.release()


def test_a_released_chair_is_free(tmp_path: Path) -> None:
    first, second = ChairLock(tmp_path), ChairLock(tmp_path)
    first.acquire()
    with pytest.raises(ChairTaken) as caught:
        second.acquire()
    assert caught.value.holder is not None
    assert caught.value.holder.pid == os.getpid()
    first.release()
    second.acquire()
    second.release()
    assert not (tmp_path / "chair.json").exists()


def test_a_holder_that_left_no_word_is_unknown(tmp_path: Path) -> None:
    first, second = ChairLock(tmp_path), ChairLock(tmp_path)
    first.acquire()
    (tmp_path / "chair.json").write_text("{")
    with pytest.raises(ChairTaken) as caught:
        second.acquire()
    assert caught.value.holder is None
    first.release()
