"""Chooses the command, runs it, and sees to it that a person gets one sentence and never a traceback."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from types import TracebackType
from typing import NoReturn

from desens_gui import __version__
from desens_gui.cli.commands import COMMANDS, Command
from desens_gui.system.console import complain, say, speak_utf8
from desens_gui.wording.words import ENGLISH, Words

DONE = 0
BAD_INPUT = 2
INTERRUPTED = 130
PROGRAM = "desens-gui"


def main(argv: Sequence[str] | None = None, commands: Sequence[Command] = COMMANDS) -> int:
    """Exit code: 0 done, 2 bad input (`verify` has its own)."""
    speak_utf8()
    if argv is None:
        sys.excepthook = _say_fault
    try:
        code = _dispatch(list(sys.argv[1:] if argv is None else argv), commands, ENGLISH)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader had enough (`| head`): nothing went wrong here
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _dispatch(argv: list[str], commands: Sequence[Command], words: Words) -> int:
    if not argv or argv[0] in ("-h", "--help"):
        say(_overview(commands, words))
        return DONE
    if argv[0] == "--version":
        say(f"{PROGRAM} {__version__}")
        return DONE
    command = next((each for each in commands if each.name == argv[0]), None)
    if command is None:
        complain(
            words(
                "Command: “{typed}” is not known; known are {known}.",
                typed=argv[0],
                known=", ".join(each.name for each in commands),
            )
        )
        return BAD_INPUT
    return _run(command, argv[1:], words)


def _run(command: Command, rest: list[str], words: Words) -> int:
    parser = _Parser(prog=f"{PROGRAM} {command.name}", description=command.help(words), allow_abbrev=False)
    module = command.load()
    module.add(parser)
    try:
        arguments = parser.parse_args(rest)
    except SystemExit as leaving:  # --help, or a fault that the parser has named already
        return leaving.code if isinstance(leaving.code, int) else DONE
    return module.run(arguments, words)


def _overview(commands: Sequence[Command], words: Words) -> str:
    width = max(len(each.name) for each in commands)
    lines = [f"  {each.name:<{width}}  {each.help(words)}" for each in commands]
    usage = words("Use: {program} COMMAND ...   ({program} COMMAND --help says more)", program=PROGRAM)
    return "\n".join([usage, "", *lines])


class _Parser(ArgumentParser):
    """Says what is wrong in one sentence, without the usage lines around it."""

    def error(self, message: str) -> NoReturn:
        complain(
            ENGLISH(
                "{command}: {message}; “{command} --help” says what is allowed.",
                command=self.prog,
                message=message,
            )
        )
        sys.exit(BAD_INPUT)


def _say_fault(kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
    """A fault of the program itself: where it is. What it says is not told, it may hold a name."""
    place = ""
    while trace is not None:
        place = f"{trace.tb_frame.f_globals.get('__name__', '')} line {trace.tb_lineno}"
        trace = trace.tb_next
    complain(
        ENGLISH(
            "This is a fault of the program, not of what you typed: {kind} in {place}.",
            kind=kind.__name__,
            place=place,
        )
    )
