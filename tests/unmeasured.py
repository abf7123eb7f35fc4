"""The environment of a child process that coverage does not follow into."""

from __future__ import annotations

import os


def unmeasured(**more: str) -> dict[str, str]:
    """For children whose imports are looked at (coverage imports sqlite3) and for copies of the program."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")} | more
