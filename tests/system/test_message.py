"""A plain message by whatever program the system has for it."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from desens_gui.system.message import Message, command_for
from tests.system.windows import calls_of_windows


def program(folder: Path, name: str, does: str) -> None:
    made = folder / name
    made.write_text(f"#!/bin/sh\n{does}\n")
    made.chmod(0o755)


def closed(message: Message) -> bool:
    """Asked anew each time."""
    return message.closed


@pytest.fixture
def screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the only programs there are, on a system with a screen."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("DISPLAY", ":7")
    return tmp_path


def test_the_first_program_there_is(screen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert command_for("Desens", "Look.", "linux") == ()
    program(screen, "xmessage", "exit 0")
    assert command_for("Desens", "Look.", "linux") == (str(screen / "xmessage"), "-center", "Look.")
    program(screen, "zenity", "exit 0")
    assert command_for("Desens", "Look.", "linux")[0] == str(screen / "zenity")
    program(screen, "osascript", "exit 0")
    assert command_for("Desens", "Look.", "darwin")[-2:] == ("Desens", "Look.")
    monkeypatch.delenv("DISPLAY")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert command_for("Desens", "Look.", "linux") == (), "nobody sees it"


def test_it_is_closed_by_a_person_or_taken_down(screen: Path) -> None:
    program(screen, "xmessage", "while read -r line; do :; done < /dev/zero")
    message = Message("Desens", "Look.", "linux")
    assert message.shown
    assert not closed(message)
    message.close()
    assert closed(message)
    program(screen, "xmessage", "exit 0")
    message = Message("Desens", "Look.", "linux")
    while not closed(message):
        pass
    assert message.shown, "a person closed it"


def test_a_screen_that_cannot_be_opened_shows_nothing(screen: Path) -> None:
    program(screen, "xmessage", "exit 1")
    message = Message("Desens", "Look.", "linux")
    while not closed(message):
        pass
    assert not message.shown


def test_without_any_way_nothing_is_shown(screen: Path) -> None:
    message = Message("Desens", "Look.", "linux")
    assert not message.shown
    assert not closed(message)
    message.close()


def test_windows_shows_it_from_a_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[tuple[object, ...]] = []
    answered = Event()

    def box(*given: object) -> int:
        said.append(given)
        answered.wait(5)
        return 1

    calls_of_windows(monkeypatch, MessageBoxW=box)
    message = Message("Desens", "Look.", "win32")
    assert message.shown
    assert not closed(message)
    answered.set()
    while not closed(message):
        pass
    message.close()
    assert said[0][1:3] == ("Look.", "Desens")
