"""The machine is kept awake while it is wanted, by a process that ends with the program."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from desens_gui.system.staying_awake import StayingAwake, command_of
from tests.system.windows import calls_of_windows

WAITS = (sys.executable, "-c", "import sys; sys.stdin.read()")
FAILS = (sys.executable, "-c", "raise SystemExit(1)")


def children() -> set[str]:
    """The processes that this one has started."""
    return set(Path(f"/proc/self/task/{os.getpid()}/children").read_text("ascii").split())


def refused(awake: StayingAwake) -> bool:
    """Asked anew each time."""
    return awake.refused


@pytest.mark.requirement("R-D4-1")
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks /proc")
def test_held_while_wanted_and_let_go_after() -> None:
    before = children()
    awake = StayingAwake("linux", WAITS)
    awake.hold(wanted=False)
    assert children() == before
    awake.hold(wanted=True)
    awake.hold(wanted=True)
    assert len(children() - before) == 1
    assert not refused(awake)
    awake.hold(wanted=False)
    assert children() == before
    awake.hold(wanted=True)
    awake.close()
    assert children() == before


def test_a_system_that_does_not_grant_it_is_asked_again_at_the_next_infusion() -> None:
    awake = StayingAwake("linux", FAILS)
    awake.hold(wanted=True)
    while not refused(awake):
        awake.hold(wanted=True)
    awake.hold(wanted=True)
    assert refused(awake)
    awake.hold(wanted=False)
    awake.hold(wanted=True)
    assert not refused(awake)
    awake.close()


@pytest.mark.parametrize("command", [(), ("no-such-program-of-desens",)])
def test_a_system_without_a_way(command: tuple[str, ...]) -> None:
    awake = StayingAwake("linux", command)
    awake.hold(wanted=True)
    assert refused(awake)
    awake.close()


def test_each_system_has_its_own_way() -> None:
    assert command_of("linux")[0] == "systemd-inhibit"
    assert command_of("darwin")[-1] == str(os.getpid()), "it ends with this process"
    assert command_of("win32") == ()
    awake = StayingAwake("win32")
    awake.hold(wanted=True)
    assert awake.refused is (sys.platform != "win32")
    awake.close()


def test_windows_is_told_by_a_call(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[int] = []

    def state(flags: int) -> int:
        told.append(flags)
        return 1

    calls_of_windows(monkeypatch, SetThreadExecutionState=state)
    awake = StayingAwake("win32")
    awake.hold(wanted=True)
    awake.hold(wanted=True)
    assert not refused(awake)
    awake.close()
    assert told == [0x80000001, 0x80000000]


def test_a_program_that_cannot_be_run_grants_nothing(tmp_path: Path) -> None:
    broken = tmp_path / "keeps-awake"
    broken.write_text("no program")
    broken.chmod(0o755)
    awake = StayingAwake("linux", (str(broken),))
    awake.hold(wanted=True)
    assert refused(awake)
