"""One writer for a session file: at this machine, at another one, and of two at the same instant."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from desens_gui.system.locks import Holder, SessionLock, SessionTaken, read_holder, writer_of

RACER = """
import os, sys; from pathlib import Path; from desens_gui.system.locks import SessionLock, SessionTaken
lock = SessionLock(Path(sys.argv[1])); print("ready", flush=True); sys.stdin.readline()
try:
    lock.acquire(); print("mine", os.getpid(), flush=True)
except SessionTaken as taken:
    print("taken", taken.holder.pid, flush=True)
sys.stdin.read()
"""


@pytest.mark.hazard("H-15")
@pytest.mark.requirement("R-one-writer")
def test_two_processes_at_the_same_instant_one_gets_it_and_the_other_is_told_who(tmp_path: Path) -> None:
    path = tmp_path / "s.desens"
    racers = [
        subprocess.Popen(
            [sys.executable, "-c", RACER, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        for _ in range(2)
    ]
    try:
        assert [read(racer) for racer in racers] == ["ready", "ready"]
        for racer in racers:
            assert racer.stdin is not None
            racer.stdin.write("go\n")
            racer.stdin.flush()
        said = sorted(read(racer).split() for racer in racers)
        assert [word for word, _ in said] == ["mine", "taken"]
        assert said[0][1] == said[1][1], "the one that has it is named"
    finally:
        for racer in racers:
            racer.kill()
            racer.communicate()
    mine = SessionLock(path)
    mine.acquire()  # the crash freed it
    mine.release()
    assert list(tmp_path.iterdir()) == [], "nothing is left beside the file"


def read(racer: subprocess.Popen[str]) -> str:
    assert racer.stdout is not None
    return racer.stdout.readline().strip()


@pytest.mark.hazard("H-15")
@pytest.mark.requirement("R-one-writer")
def test_what_another_machine_has_is_not_taken_even_where_its_lock_cannot_be_seen(tmp_path: Path) -> None:
    path = tmp_path / "s.desens"
    elsewhere = Holder(pid=7, machine="ward-7", since_us=1_763_000_000_000_000, zone_offset_min=60)
    note = tmp_path / ".s.desens.writer"
    note.write_bytes(msgspec.json.encode(elsewhere))
    mine = SessionLock(path)
    with pytest.raises(SessionTaken):
        mine.acquire()
    with pytest.raises(SessionTaken) as caught:
        mine.acquire()
    assert caught.value.holder == elsewhere
    assert read_holder(note) == elsewhere, "what it left stays"
    writer = writer_of(caught.value.holder)
    assert writer is not None
    assert (writer.workstation, writer.process) == ("ward-7", 7)
    assert writer_of(None) is None


def test_it_says_which_session_it_is_and_is_free_again(tmp_path: Path) -> None:
    path = tmp_path / "s.desens"
    first, second = SessionLock(path), SessionLock(path)
    first.acquire()
    holder = read_holder(tmp_path / ".s.desens.writer")
    assert holder is not None
    assert (holder.pid, holder.session) == (os.getpid(), str(path))
    with pytest.raises(SessionTaken):
        second.acquire()
    first.release()
    second.acquire()
    second.release()
