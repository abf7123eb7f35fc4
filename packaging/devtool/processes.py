"""Child processes: their output streams through, their exit code is passed on."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from devtool.places import ROOT, VENV, venv_python

# What another environment or a stray setting would put between .venv and its own packages, or slow them by.
_STRANGERS = (
    "PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP", "__PYVENV_LAUNCHER__", "CONDA_PREFIX", "CONDA_DEFAULT_ENV",
    "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_REQUIRE_VIRTUALENV", "PIP_DRY_RUN", "PIP_NO_DEPS",
    "QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "QML2_IMPORT_PATH",
    "PYTHONDONTWRITEBYTECODE",  # without byte code every start compiles 400 modules again: twice the time
)  # fmt: skip

UNREACHABLE = re.compile(
    r"NewConnectionError|NameResolutionError|ConnectTimeoutError|ReadTimeoutError|ProxyError|ConnectionError"
    r"|Failed to establish a new connection|Temporary failure in name resolution|Network is unreachable"
)


def child_environment(outside: Mapping[str, str], venv: Path = VENV) -> dict[str, str]:
    """The environment a child of dev.py runs in: that of the caller, but only .venv is active."""
    inside = {name: value for name, value in outside.items() if name not in _STRANGERS}
    inside["VIRTUAL_ENV"] = str(venv)
    inside["PATH"] = os.pathsep.join([str(venv_python(venv).parent), outside.get("PATH", os.defpath)])
    inside["PYTHONUTF8"] = "1"
    return inside


def call(arguments: list[str], **extra: str) -> int:
    """Run in the project's folder and wait. Returns the exit code; a signal counts as 128 + its number."""
    sys.stdout.flush()
    return wait_for(subprocess.Popen(arguments, cwd=ROOT, env=child_environment(os.environ) | extra))


def start_python(*arguments: str, output: BinaryIO, **extra: str) -> subprocess.Popen[bytes]:
    """Begin with the interpreter of .venv and go on; all that it prints goes into that open file."""
    inside = child_environment(os.environ) | extra
    return subprocess.Popen(
        [str(venv_python()), *arguments], cwd=ROOT, env=inside, stdout=output, stderr=subprocess.STDOUT
    )


def wait_for(child: subprocess.Popen[bytes]) -> int:
    """The exit code of a child, as of `call`."""
    while True:
        try:
            code = child.wait()
            return code if code >= 0 else 128 - code
        except KeyboardInterrupt:
            continue  # the child got the same key and ends by itself


def call_python(*arguments: str, **extra: str) -> int:
    """The same, with the interpreter of .venv."""
    return call([str(venv_python()), *arguments], **extra)


def call_and_watch(arguments: list[str]) -> tuple[int, bool]:
    """The same, also telling whether the output says that the package index was out of reach."""
    unreachable = False
    with subprocess.Popen(
        arguments,
        cwd=ROOT,
        env=child_environment(os.environ),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as child:
        for line in child.stdout or ():
            sys.stderr.write(line)
            unreachable = unreachable or UNREACHABLE.search(line) is not None
    return child.returncode, unreachable


def become(arguments: list[str], **extra: str) -> int:
    """Become the program, in the caller's folder: whoever stops dev.py stops it. Returns only on Windows."""
    inside = child_environment(os.environ) | extra
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name != "nt":
        os.execve(arguments[0], arguments, inside)
    return subprocess.call(arguments, env=inside)
