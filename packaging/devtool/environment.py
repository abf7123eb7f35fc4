"""The project's own environment: made once, renewed when its sources change, finished when interrupted."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

from devtool import compiler, libraries, places
from devtool.machine import this_machine, trouble
from devtool.processes import call_and_watch, child_environment
from devtool.speech import Stop, say


def set_up() -> libraries.Missing:
    """Leave a working .venv and Qt's libraries behind. Returns those still missing, for a screen only."""
    provide_environment()
    if sys.platform != "linux":
        return libraries.Missing((), ())
    return libraries.provide(_tools(), _apt_install)


def set_up_for_tests() -> libraries.Missing:
    """The same, and a C compiler for the tests that preload a library."""
    missing = set_up()
    if sys.platform == "linux":
        compiler.provide(_tools(), _apt_install)
    return missing


def provide_environment() -> None:
    """Leave a .venv behind that was made from the files as they are now."""
    sentence = trouble(this_machine(), environment_exists=places.venv_python().exists())
    if sentence:
        raise Stop(sentence)
    if read_stamp() != made_from():
        with _one_at_a_time():
            if read_stamp() != made_from():
                _renew()


def made_from() -> str:
    """What an environment is made from, as one line: place, Python, lock, project file, version."""
    digest = hashlib.sha256()
    for path in (places.LOCK, places.PROJECT, places.VERSION):
        digest.update(path.read_bytes())
    return f"{places.ROOT} {digest.hexdigest()}"


def read_stamp() -> str | None:
    """What the present environment was made from; None when it is absent or unfinished."""
    if not places.venv_python().exists() or places.UNFINISHED.exists():
        return None
    try:
        return places.STAMP.read_text("utf-8")
    except FileNotFoundError:
        return None


def needs_fresh_start(stamp: str | None, *, interrupted: bool, has_pip: bool) -> bool:
    """Whether the old environment cannot be built upon.

    A killed install leaves packages that look whole and are not; in a moved project scripts point away.
    """
    moved = stamp is not None and not stamp.startswith(f"{places.ROOT} ")
    return interrupted or moved or not has_pip


def _renew() -> None:
    fresh = needs_fresh_start(
        read_stamp(), interrupted=places.UNFINISHED.exists(), has_pip=_answers("-m", "pip", "--version")
    )
    if fresh:
        say("making .venv (once)")
        _make_venv()
    say("installing what requirements.lock names (once, a minute or two)")
    places.UNFINISHED.write_text("an install is running or was interrupted\n", "utf-8")
    pip = [
        str(places.venv_python()),
        "-m",
        "pip",
        "--disable-pip-version-check",
        "--no-input",
        "install",
        "--progress-bar",
        "off",
    ]
    _install([*pip, "--require-hashes", "-r", str(places.LOCK)])
    _install([*pip, "--no-deps", "--no-build-isolation", "--quiet", "-e", str(places.ROOT)])
    places.STAMP.write_text(made_from(), "utf-8")
    places.UNFINISHED.unlink()


def _make_venv() -> None:
    base = getattr(sys, "_base_executable", None) or sys.executable  # never an environment inside another
    done = subprocess.run(
        [base, "-m", "venv", "--clear", str(places.VENV)],
        env=child_environment(os.environ),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Stop(f"{base} could not make {places.VENV}: {(done.stdout + done.stderr).strip()}")


def _install(command: list[str]) -> None:
    code, unreachable = call_and_watch(command)
    if code == 0:
        return
    places.UNFINISHED.unlink()  # pip itself stopped and put back what it had begun
    if unreachable:
        raise Stop(
            "pip could not reach its package index: connect this machine, or set PIP_INDEX_URL to an index "
            "it can reach, and type the same command again."
        )
    raise Stop("pip could not install what requirements.lock names; its own lines above say why.")


def _answers(*arguments: str) -> bool:
    python = places.venv_python()
    if not python.exists():
        return False
    try:
        return subprocess.run([python, *arguments], capture_output=True, check=False).returncode == 0
    except OSError:
        return False  # the interpreter it was made from is gone


@contextlib.contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Two commands started together: the second waits for the first one's install."""
    places.CACHE.mkdir(exist_ok=True)
    with (places.CACHE / "set-up.lock").open("w") as held:
        if sys.platform != "win32":
            import fcntl

            fcntl.flock(held, fcntl.LOCK_EX)
        yield


def _tools() -> libraries.Tools:
    return libraries.Tools(
        is_root=sys.platform != "win32" and os.geteuid() == 0,
        apt=shutil.which("apt-get") is not None,
        dnf=shutil.which("dnf") is not None,
        zypper=shutil.which("zypper") is not None,
    )


def _apt_install(names: list[str]) -> bool:
    inside = child_environment(os.environ) | {"DEBIAN_FRONTEND": "noninteractive"}
    options = ["-qq", "-o", "DPkg::Lock::Timeout=120", "-o", "Dpkg::Use-Pty=0"]
    install = ["install", "-y", "--no-install-recommends", *names]
    for step in (["update"], install):
        done = subprocess.run(["apt-get", *options, *step], env=inside, stdout=sys.stderr, check=False)
        if done.returncode:
            say(f"apt-get {step[0]} did not work; its own lines above say why")
            if step is install:
                return False
    return True
