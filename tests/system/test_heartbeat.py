"""The last moment alive: whole or not there, and never a reason to stop."""

from __future__ import annotations

from pathlib import Path

from desens_gui.system.heartbeat import Heartbeat, last_alive
from tests.fake_clock import FakeClock


def test_it_is_written_every_two_seconds_at_most(tmp_path: Path) -> None:
    clock, path = FakeClock(), tmp_path / "s.alive"
    heart = Heartbeat(path)
    assert last_alive(path) is None
    first = clock.now()
    assert heart.beat(first)
    assert not heart.beat(clock.advance(1.9))
    assert last_alive(path) == first
    second = clock.advance(0.1)
    assert heart.beat(second)
    assert last_alive(path) == second
    assert [each.name for each in tmp_path.iterdir()] == ["s.alive"]


def test_sleep_and_a_new_start_count(tmp_path: Path) -> None:
    clock = FakeClock()
    heart = Heartbeat(tmp_path / "s.alive")
    heart.beat(clock.now())
    assert heart.beat(clock.sleep(3))
    assert not heart.beat(clock.step_wall(3600))
    assert heart.beat(clock.reboot("boot-2", 60))


def test_a_disk_that_refuses_is_asked_again(tmp_path: Path) -> None:
    clock, folder = FakeClock(), tmp_path / "later"
    heart = Heartbeat(folder / "s.alive")
    assert not heart.beat(clock.now())
    folder.mkdir()
    assert heart.beat(clock.now())


def test_what_cannot_be_read_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "s.alive"
    path.write_text('{"boot_ns":1')
    assert last_alive(path) is None


def test_an_ended_session_leaves_none(tmp_path: Path) -> None:
    path = tmp_path / "s.alive"
    heart = Heartbeat(path)
    heart.stop()
    heart.beat(FakeClock().now())
    heart.stop()
    assert not path.exists()
