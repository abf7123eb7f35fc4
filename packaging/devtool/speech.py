"""What the developer command says, and how it stops."""

from __future__ import annotations

import sys


class Stop(Exception):
    """The command cannot go on: one sentence for a person, and the exit code."""

    def __init__(self, sentence: str, code: int = 2) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.code = code


def say(sentence: str) -> None:
    """One line to a person, before whatever a child process prints next."""
    print(f"dev.py: {sentence}", file=sys.stderr, flush=True)
