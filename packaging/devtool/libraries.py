"""Qt's system libraries on Linux: which are missing, and how they come.

Read from the NEEDED entries of the PySide6 6.11.3 wheels: the first table by the modules used here and the
offscreen platform, the second by the xcb and Wayland platforms (a screen).
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable
from typing import NamedTuple

from devtool.speech import Stop, say

NEEDED = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}

FOR_A_SCREEN = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


class Missing(NamedTuple):
    """Libraries this system does not have, by name."""

    needed: tuple[str, ...]
    for_a_screen: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        """Both kinds, in a fixed order."""
        return self.needed + self.for_a_screen


class Tools(NamedTuple):
    """What this system installs packages with, and whether this user may."""

    is_root: bool
    apt: bool
    dnf: bool
    zypper: bool


def is_loadable(name: str) -> bool:
    """Whether the dynamic linker finds a library."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def find_missing(loadable: Callable[[str], bool] = is_loadable) -> Missing:
    """Every library of the two tables that the linker does not find."""
    return Missing(
        tuple(name for name in NEEDED if not loadable(name)),
        tuple(name for name in FOR_A_SCREEN if not loadable(name)),
    )


def packages(names: Iterable[str]) -> list[str]:
    """Debian's packages of some libraries, each once, sorted."""
    table = NEEDED | FOR_A_SCREEN
    return sorted({table[name] for name in names})


def command_to_type(names: tuple[str, ...], tools: Tools) -> str:
    """The one command that installs some libraries here; where none is known, what to look for."""
    first = "" if tools.is_root else "sudo "
    if tools.apt:
        return f"{first}apt-get install -y {' '.join(packages(names))}"
    if tools.dnf or tools.zypper:
        # Both find a package by the library it provides, so no second table of names can go stale.
        wanted = " ".join(f"'{name}()(64bit)'" for name in names)
        return f"{first}{'dnf' if tools.dnf else 'zypper'} install -y {wanted}"
    return f"(with this system's own package tool) install what provides {', '.join(names)}"


def provide(
    tools: Tools, install: Callable[[list[str]], bool], probe: Callable[[], Missing] = find_missing
) -> Missing:
    """Install what is missing where allowed; stop when Qt cannot even be imported. Returns what is left."""
    missing = probe()
    if missing.all and tools.is_root and tools.apt:
        say(f"installing Qt's system libraries with apt-get: {' '.join(packages(missing.all))}")
        if install(packages(missing.all)):
            missing = probe()
    if missing.needed:
        raise Stop(
            f"Qt cannot start without {', '.join(missing.needed)}: "
            f"type  {command_to_type(missing.all, tools)}  and start again."
        )
    if missing.for_a_screen:
        say(f"to open windows on a screen, type  {command_to_type(missing.for_a_screen, tools)}")
    return missing
