"""Asking a person at a terminal; a secret is not shown while it is typed and is no argument."""

from __future__ import annotations

import getpass
import sys

from desens_gui.system.console import complain


class NothingMore(Exception):
    """The input ended before it was answered."""


def ask(prompt: str) -> str:
    """One line, without blanks around it."""
    return _line(prompt).strip()


def ask_secret(prompt: str) -> str:
    """One line as typed, unseen at a terminal; another program may hand it in on standard input."""
    if not sys.stdin.isatty():
        return _line(prompt)
    try:
        return getpass.getpass(f"{prompt} ")
    except EOFError:
        raise NothingMore from None


def _line(prompt: str) -> str:
    complain(prompt)
    line = sys.stdin.readline()
    if not line:
        raise NothingMore
    return line.rstrip("\r\n")
