"""The text of three pages as it was looked at: `python -m tests.ui.paper.golden` writes it again.

Look at the change before it is committed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.driving import Chair
from tests.handover.sessions import completed, reacted, troubled
from tests.ui.paper.reading import made, page_texts
from tests.ui.stage import styled

FOLDER = Path(__file__).parents[2] / "data" / "handover"
SESSIONS: dict[str, Callable[[], Chair]] = {
    "completed": completed,
    "reacted": reacted,
    "troubled": troubled,
}


def told(chair: Chair) -> str:
    """Every page in the order it is drawn, a line for each bit of text."""
    pages = page_texts(made(chair))
    return "\n\n".join(f"== page {number}\n{text}" for number, text in enumerate(pages, start=1)) + "\n"


def main() -> None:
    styled(QApplication([]))
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, chair in SESSIONS.items():
        (FOLDER / f"{name}.txt").write_text(told(chair()), "utf-8")
        sys.stdout.write(f"{name}.txt\n")


if __name__ == "__main__":
    main()
