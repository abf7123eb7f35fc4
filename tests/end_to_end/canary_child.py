"""Run as a process of its own: a day with the canaries, through every door of the program; then it is killed.

Arguments: the folder for all of it. Prints the window titles that there were, a line each, on standard error
nothing but what the program itself says there.
"""

from __future__ import annotations

import io
import os
import signal
import sys
from contextlib import redirect_stdout
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QMetaObject, QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desens_gui.app.chair_program import run
from desens_gui.app.looks import application
from desens_gui.app.review_program import ReviewProgram
from desens_gui.cli.main import main
from desens_gui.storage.snapshot import snapshot
from desens_gui.system.paths import folders
from desens_gui.ui.window import MainWindow
from desens_gui.wording.words import ENGLISH
from tests.end_to_end import canary


class Titles(QObject):
    """Every title that any window ever had."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.WindowTitleChange, QEvent.Type.Show):
            title = getattr(watched, "windowTitle", None) or getattr(watched, "title", None)
            self.seen.add(str(title()) if title is not None else "")
        return False


class Fault(QObject):
    """A slot that fails with the patient's name in its message."""

    asked = Signal()

    def fail(self) -> None:
        raise LookupError(canary.FAMILY, canary.IDENTIFIER, canary.PIN)


def act() -> None:
    """A person types into every field there is, the program meets a fault, and the window is closed."""
    tops = (top for top in QApplication.topLevelWidgets() if isinstance(top, MainWindow))
    window = next(top for top in tops if top.isVisible())  # the simulation's may still be there
    window.activateWindow()
    QCoreApplication.processEvents()
    for field in window.findChildren(QLineEdit):
        for needle in (canary.PIN, canary.FAMILY):
            QTest.keyClicks(field, needle[: field.maxLength()])
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_F2)
    fault = Fault(window)
    fault.asked.connect(fault.fail)
    fault.asked.emit()
    QCoreApplication.processEvents()
    QMetaObject.invokeMethod(window, "close", Qt.ConnectionType.QueuedConnection)


def staff(*arguments: str, typed: tuple[str, ...]) -> int:
    """As somebody at a terminal who asked for it: what it answers is theirs."""
    before, sys.stdin = sys.stdin, io.StringIO("".join(f"{line}\n" for line in typed))
    try:
        with redirect_stdout(io.StringIO()):
            return main(["staff", *arguments])
    finally:
        sys.stdin = before


def site() -> list[int]:
    """An administrator with a PIN and a badge, and a wrong PIN."""
    who = ("--id", "x1", "--name", canary.ADMINISTRATOR, "--role", "administrator")
    pin, badge = canary.PIN, canary.BADGE
    return [
        staff("add", *who, typed=(pin, pin)),
        staff("badge", "x1", typed=(pin, badge, badge)),
        staff("badge", "x1", typed=(canary.WRONG_PIN, badge, badge)),
    ]


def day(root: Path) -> None:
    titles = Titles()
    application().installEventFilter(titles)
    given, out = root / "given", root / "out"
    done = [main(["simulate", str(given / "day.toml"), "--out", str(out), "--window"])]
    (session,) = out.glob("*.desens")
    place = folders().make()  # the platform's own, as at the chair
    place.settings.write_text(f'backup_folder = "{(root / "backup").as_posix()}"\n', "utf-8")
    (place.sessions / session.name).write_bytes(session.read_bytes())
    done.append(run(None, "light", ENGLISH, act))
    review = ReviewProgram(session, ENGLISH, size=(1366, 768))
    review.show()
    review.desk.goto_seq(5)
    QTest.keyClick(review.window.focusWidget(), Qt.Key.Key_F10)
    review.close()
    exports = root / "exports"
    exports.mkdir()
    done += [main(["export", str(session), "--to", each, "--out", str(exports)]) for each in ("csv", "pdf")]
    done += [main([each, str(session)]) for each in ("state", "verify")]
    done.append(main(["export", str(given / "day.toml"), "--to", "csv", "--out", str(exports)]))
    done += site()
    print(done, sorted(titles.seen), flush=True)
    with snapshot(session):
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    day(Path(sys.argv[1]))
