"""Whether this Python and this system can hold the program at all: facts in, one sentence or nothing out."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from typing import NamedTuple

OLDEST = (3, 11)
NEWEST = (3, 14)  # PySide6 6.11 has wheels up to here
OLDEST_GLIBC = (2, 34)  # what the wheels of PySide6 6.11.3 were built against


class Machine(NamedTuple):
    """What a machine is asked first. glibc is None off Linux, empty where the C library is another."""

    python: tuple[int, int]
    executable: str
    has_venv: bool
    has_ensurepip: bool
    glibc: tuple[int, ...] | None
    has_apt: bool


def this_machine() -> Machine:
    """The facts of the machine this runs on."""
    return Machine(
        python=(sys.version_info[0], sys.version_info[1]),
        executable=sys.executable,
        has_venv=importlib.util.find_spec("venv") is not None,
        has_ensurepip=importlib.util.find_spec("ensurepip") is not None,
        glibc=_glibc() if sys.platform == "linux" else None,
        has_apt=shutil.which("apt-get") is not None,
    )


def _glibc() -> tuple[int, ...]:
    try:
        return glibc_version(os.confstr("CS_GNU_LIBC_VERSION"))
    except (ValueError, OSError):
        return ()


def glibc_version(text: str | None) -> tuple[int, ...]:
    """(2, 36) from "glibc 2.36"; empty where the system's C library is not glibc."""
    name, _, number = (text or "").partition(" ")
    if name != "glibc":
        return ()
    return tuple(int(part) for part in number.split(".")[:2] if part.isdigit())


def trouble(machine: Machine, *, environment_exists: bool) -> str | None:
    """The first thing that stops the set-up, as one sentence saying what to do; None when nothing does."""
    named = f"{machine.python[0]}.{machine.python[1]}"
    if machine.python < OLDEST:
        return (
            f"Desens needs Python 3.11 or newer and this is {named}: install a newer one and start with it."
        )
    if machine.python > NEWEST:
        return (
            f"Qt 6.11 has no build for Python {named} yet: "
            "start this command with Python 3.11, 3.12, 3.13 or 3.14."
        )
    if machine.glibc is not None and machine.glibc < OLDEST_GLIBC:
        found = ".".join(map(str, machine.glibc))
        have = f"this system has glibc {found}" if found else "this system has another C library"
        return (
            f"Qt 6.11 needs glibc 2.34 and {have}: "
            "use Debian 12, Ubuntu 22.04, Fedora 35, RHEL 9 or anything newer."
        )
    if not environment_exists and not (machine.has_venv and machine.has_ensurepip):
        return _no_venv(machine, named)
    return None


def _no_venv(machine: Machine, named: str) -> str:
    if machine.has_apt and machine.executable.startswith("/usr/bin/"):
        return (
            "This Python has no venv module: "
            f"type  apt-get install python{named}-venv  as root, then start again."
        )
    return (
        f"The Python at {machine.executable} has no venv module: "
        "install the part of it that holds venv and ensurepip, then start again."
    )
