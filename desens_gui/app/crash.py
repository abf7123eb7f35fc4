"""A fault of the program: said plainly, the session goes on in its file (DESIGN 8)."""

from __future__ import annotations

import faulthandler
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QMetaObject, QObject, Qt, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from desens_gui.system.console import complain
from desens_gui.wording.words import Words


class CrashHooks(QObject):
    """Shows one message, never two; a slot that failed leaves the window running. No values reach the log."""

    def __init__(self, window: QWidget, last_saved: Callable[[], int], words: Words) -> None:
        super().__init__(window)
        self._window = window
        self._last_saved = last_saved
        self._words = words
        self._box: QMessageBox | None = None
        self.failed = False
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)

    def install(self) -> None:
        if sys.stderr is not None and not faulthandler.is_enabled():
            faulthandler.enable()
        sys.excepthook = self._failed
        threading.excepthook = self._thread_failed
        sys.unraisablehook = self._nobody_caught

    def remove(self) -> None:
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before

    def _failed(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, where)
            return
        self.failed = True
        lines = traceback.format_list(traceback.extract_tb(where))
        complain(f"{kind.__name__}\n{''.join(lines)}")
        QMetaObject.invokeMethod(self, "_show", Qt.ConnectionType.QueuedConnection)

    def _thread_failed(self, args: threading.ExceptHookArgs) -> None:
        self._failed(args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback)

    def _nobody_caught(self, args: sys.UnraisableHookArgs) -> None:
        """While something was thrown away. Python's own hook would print what it was."""
        self._failed(args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback)

    @Slot()
    def _show(self) -> None:
        if self._box is not None and self._box.isVisible():
            return
        words = self._words
        text = words(
            "Desens met a fault of its own. What is shown may be wrong: watch the pump and your own timer. "
            "Everything up to entry {seq} is in the record. "
            "Close the program and start it again: it goes on.",
            seq=self._last_saved(),
        )
        self._box = QMessageBox(self._window)
        self._box.setTextFormat(Qt.TextFormat.PlainText)
        self._box.setWindowTitle("Desens")
        self._box.setText(text)
        self._box.setModal(False)
        self._box.show()
