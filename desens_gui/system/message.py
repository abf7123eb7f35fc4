"""One plain message on the screen from a process without a window of its own, where the system has a way."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from threading import Thread

_MACOS = 'on run argv\ndisplay dialog (item 2 of argv) with title (item 1 of argv) buttons {"OK"}\nend run'
_ICON_ERROR_TOPMOST = 0x10 | 0x40000


class Message:
    """`shown` is false where nobody can see it; `closed` once a person answered it."""

    def __init__(self, title: str, text: str, platform: str = sys.platform) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._thread: Thread | None = None
        if platform == "win32":
            self._thread = Thread(target=_on_windows, args=(title, text), daemon=True)
            self._thread.start()
            return
        command = command_for(title, text, platform)
        if command:
            nothing = subprocess.DEVNULL
            self._process = subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=nothing)

    @property
    def shown(self) -> bool:
        """A program that cannot open the screen ends with an error at once."""
        if self._process is not None:
            return self._process.poll() in (None, 0)
        return self._thread is not None

    @property
    def closed(self) -> bool:
        if self._process is not None:
            return self._process.poll() is not None
        return self._thread is not None and not self._thread.is_alive()

    def close(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait()


def command_for(title: str, text: str, platform: str) -> tuple[str, ...]:
    """The program that shows it; () where there is none, or no screen."""
    ways: tuple[tuple[str, ...], ...] = ()
    if platform == "darwin":
        ways = (("osascript", "-e", _MACOS, title, text),)
    elif os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        ways = (
            ("zenity", "--error", "--no-markup", f"--title={title}", f"--text={text}"),
            ("kdialog", "--title", title, "--error", text),
            ("xmessage", "-center", text),
        )
    return next(((found, *way[1:]) for way in ways if (found := shutil.which(way[0]))), ())


def _on_windows(title: str, text: str) -> None:
    """No test of this project has run on Windows."""
    libraries = getattr(ctypes, "windll", None)
    if libraries is not None:
        libraries.user32.MessageBoxW(None, text, title, _ICON_ERROR_TOPMOST)
