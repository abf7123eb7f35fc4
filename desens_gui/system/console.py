"""The one way to standard output and standard error: no text of a file or a person steers the terminal."""

from __future__ import annotations

import sys
from typing import TextIO

from desens_gui.wording.plain import plain


def say(text: str, *, at_once: bool = False) -> None:
    """Lines on standard output. at_once: also where a program reads them."""
    print(_lines(text), file=sys.stdout, flush=at_once)


def complain(text: str) -> None:
    """Lines on standard error."""
    print(_lines(text), file=sys.stderr)


def speak_utf8() -> None:
    """Text leaves as UTF-8 with plain line ends, whatever the console's own code page is."""
    stream: TextIO | None
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _lines(text: str) -> str:
    """Each line on its own; a table for other programs keeps its CR LF."""
    return "\n".join(map(_line, text.removesuffix("\n").split("\n")))


def _line(line: str) -> str:
    return f"{plain(line[:-1])}\r" if line.endswith("\r") else plain(line)
