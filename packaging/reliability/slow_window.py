"""The program in its window while syncs take seconds: python -m reliability.slow_window DATA MILLISECONDS

Prints JSON: the longest time between two beats of a 20 ms timer, and what stood at the foot of the window.
"""

from __future__ import annotations

import ctypes
import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desens_gui.app.chair_program import run
from desens_gui.domain.commands.check import RecordNote
from desens_gui.domain.recorded import Actor
from desens_gui.ui.chair.chair import Chair
from desens_gui.wording.words import ENGLISH

BEAT_MS = 20
CALM_BEATS = 25


class Watch:
    """Beats faster than the window and notes down when it was late, and what the status bar said."""

    def __init__(self, data: Path, slow_ms: int) -> None:
        self._data, self._slow_ms = data, slow_ms
        self._gaps_ms: list[float] = []
        self._said: list[str] = []
        self._beats = 0
        self._last = time.monotonic()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def begin(self) -> None:
        windows = QApplication.topLevelWidgets()
        self._chair = next(found for window in windows for found in window.findChildren(Chair))
        self._shim = ctypes.CDLL(None)
        self._shim.fault_folder(str(self._data / "sessions").encode())
        self._last = time.monotonic()
        self._timer.start(BEAT_MS)

    def _beat(self) -> None:
        now = time.monotonic()
        self._gaps_ms.append((now - self._last) * 1000)
        self._last = now
        self._beats += 1
        frame = self._chair._frame
        said = frame.status.saved if frame is not None else ""
        if not self._said or self._said[-1] != said:
            self._said.append(said)
        if self._beats == CALM_BEATS:
            self._gaps_ms.clear()  # the first beats still draw the window
            self._shim.fault_slow(self._slow_ms)
            self._note()
        if self._beats > CALM_BEATS and self._chair.live.waiting == 0 and said.startswith("Saved"):
            self._end()

    def _note(self) -> None:
        live = self._chair.live
        staff = live.state.staff[0]
        live.submit(RecordNote(text="while the disk is slow"), Actor(staff.id, staff.role))

    def _end(self) -> None:
        self._timer.stop()
        self._shim.fault_slow(0)
        print(json.dumps({"worst_ms": max(self._gaps_ms), "said": self._said, "beats": len(self._gaps_ms)}))
        QCoreApplication.quit()


def main() -> None:
    watch = Watch(Path(sys.argv[1]), int(sys.argv[2]))
    sys.exit(run(Path(sys.argv[1]), "light", ENGLISH, watch.begin))


if __name__ == "__main__":
    main()
