"""The table of commands. A new command is one row here and one module with `add` and `run`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from typing import NamedTuple, Protocol

from desens_gui.wording.words import Words


class CommandModule(Protocol):
    """What a command module offers."""

    def add(self, parser: ArgumentParser, /) -> None:
        """Declare the arguments."""
        ...

    def run(self, args: Namespace, words: Words, /) -> int:
        """Do it; the exit code."""
        ...


class Command(NamedTuple):
    """One row. A named tuple: this table must not cost the import of msgspec."""

    name: str
    help: Callable[[Words], str]
    load: Callable[[], CommandModule]


def _plan() -> CommandModule:
    from desens_gui.cli import plan

    return plan


def _protocols() -> CommandModule:
    from desens_gui.cli import protocols

    return protocols


def _verify() -> CommandModule:
    from desens_gui.cli import verify

    return verify


def _restore() -> CommandModule:
    from desens_gui.cli import restore

    return restore


def _run() -> CommandModule:
    from desens_gui.cli import run

    return run


def _demo() -> CommandModule:
    from desens_gui.cli import demo

    return demo


def _export() -> CommandModule:
    from desens_gui.cli import export

    return export


def _review() -> CommandModule:
    from desens_gui.cli import review

    return review


def _simulate() -> CommandModule:
    from desens_gui.cli import simulate

    return simulate


def _take_over() -> CommandModule:
    from desens_gui.cli import take_over

    return take_over


def _hand_over() -> CommandModule:
    from desens_gui.cli import hand_over

    return hand_over


def _state() -> CommandModule:
    from desens_gui.cli import state

    return state


def _staff() -> CommandModule:
    from desens_gui.cli import staff

    return staff


def _site() -> CommandModule:
    from desens_gui.cli import site

    return site


def _audit() -> CommandModule:
    from desens_gui.cli import audit

    return audit


def _watchdog() -> CommandModule:
    from desens_gui.cli import watchdog

    return watchdog


def _encryption() -> CommandModule:
    from desens_gui.cli import encryption

    return encryption


COMMANDS: tuple[Command, ...] = (
    Command("run", lambda words: words("open the program at the chair"), _run),
    Command("demo", lambda words: words("play a simulated day in the window, with pictures"), _demo),
    Command("review", lambda words: words("read a session, finished or running, at any moment"), _review),
    Command("export", lambda words: words("write the handover page or tables of a session"), _export),
    Command("plan", lambda words: words("print the plan of a protocol for a target dose"), _plan),
    Command("protocols", lambda words: words("list the protocols that come with the program"), _protocols),
    Command("simulate", lambda words: words("play a scenario into a session file"), _simulate),
    Command("state", lambda words: words("print the state of a session at a moment"), _state),
    Command("hand-over", lambda words: words("close a session here and let it go on elsewhere"), _hand_over),
    Command("take-over", lambda words: words("go on here with another workstation's session"), _take_over),
    Command("restore", lambda words: words("bring sessions back from their backup"), _restore),
    Command("verify", lambda words: words("check that a session file is as it was written"), _verify),
    Command("encryption", lambda words: words("encrypt session files, recover their key"), _encryption),
    Command("site", lambda words: words("set up the site of this workstation, page by page"), _site),
    Command("staff", lambda words: words("say who may sign in at this workstation"), _staff),
    Command(
        "audit", lambda words: words("export what was refused, seen, exported, and who signed in"), _audit
    ),
    Command("watchdog", lambda words: words("sound when the program stops; it starts this"), _watchdog),
)
