"""Review of one session file: read once from a private copy, nothing in it can be changed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMetaObject, Qt

from desens_gui.app.audit import note_command
from desens_gui.app.building import page_of
from desens_gui.app.crash import CrashHooks
from desens_gui.app.knocking import ask_to_review
from desens_gui.app.looks import application, leave, looks
from desens_gui.session.audit import What
from desens_gui.storage.reading import read_whole
from desens_gui.system.clock import SystemClock
from desens_gui.system.console import complain
from desens_gui.system.paths import Folders, folders
from desens_gui.ui.clipboard import ClipboardGuard
from desens_gui.ui.review.desk import ReviewDesk
from desens_gui.ui.theme import Scheme
from desens_gui.ui.ticker import Ticker
from desens_gui.ui.window import MainWindow
from desens_gui.views.review_summary import FileFacts
from desens_gui.wording.words import Words

SIZE = (1920, 1080)


class ReviewProgram:
    """Window and desk of one file. StorageProblem where it cannot be read whole.

    place: where it is noted that the file was seen and its page saved; None: a demonstration, nobody's file.
    """

    def __init__(
        self,
        path: Path,
        words: Words,
        *,
        scheme: Scheme = "light",
        size: tuple[int, int] = SIZE,
        place: Folders | None = None,
    ) -> None:
        whole = read_whole(path)

        def note(what: What, form: str = "") -> None:
            said = note_command(place, what, whole.session_id, form, words) if place is not None else ""
            if said:
                complain(said)

        self.app = application()
        clock = SystemClock()

        def now_ns() -> int:
            return clock.now().boot_ns

        self.window = MainWindow(looks(scheme, size[0]), now_ns, leave)
        self.window.resize(*size)
        file = FileFacts(
            name=path.name,
            code=whole.code,
            verdict=words("intact as far as the file alone can show"),
        )
        save = page_of(path, words, lambda: True, lambda: note(What.EXPORTED, "pdf"))
        self.desk = ReviewDesk(self.window, whole.records, words, file, save, now_ns)
        self.desk.closing.connect(self.window.close)
        self._now_ns = now_ns
        self._copied = ClipboardGuard(self.app.clipboard(), self.window)
        self._hooks = CrashHooks(self.window, lambda: len(whole.records), words)
        note(What.VIEWED)

    def show(self) -> None:
        self._hooks.install()
        self.window.showMaximized()

    def play(self) -> int:
        """Until the window is closed."""
        ticker = Ticker(self._beat, self.window)
        ticker.start()
        try:
            return self.app.exec()
        finally:
            ticker.stop()

    def close_soon(self) -> None:
        """As soon as the window's loop runs: before that nothing ends it."""
        QMetaObject.invokeMethod(self.window, "close", Qt.ConnectionType.QueuedConnection)

    def _beat(self) -> None:
        self.desk.beat()
        self._copied.beat(self._now_ns())

    def close(self) -> None:
        self._copied.close()
        self._hooks.remove()
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.processEvents()


def run(path: Path, words: Words, scheme: Scheme = "light", data: Path | None = None) -> int:
    """0 when the window was closed; StorageProblem for a file that cannot be read.

    NotLetIn while a session is live at this chair; when one goes live the window closes (SAFETY S9).
    """
    place = folders(data)
    application()  # a socket from before it would hear nothing later
    chair = ask_to_review(place, words)
    program = ReviewProgram(path, words, scheme=scheme, place=place)
    program.show()
    try:
        if chair is not None:
            chair.when_closed(program.close_soon)
        return program.play()
    finally:
        if chair is not None:
            chair.leave()
        program.close()
