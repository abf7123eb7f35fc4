"""What holds for every test: its own folders, no surprise in the log, nothing left running."""

from __future__ import annotations

import gc
import itertools
import logging
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir

if TYPE_CHECKING:  # the run without Qt reads this file too
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QWidget

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

FOLDERS = {
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "runtime",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
}

settings.register_profile("desens", derandomize=True, deadline=None, database=None)
settings.load_profile("desens")
set_hypothesis_home_dir(Path(__file__).resolve().parents[1] / ".cache" / "hypothesis")


def pytest_collection_finish() -> None:
    """What was imported stays: from here on neither the collector nor a search among objects looks at it."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A new empty folder for each test that asks for the next one."""
    base = tmp_path_factory.mktemp("homes")
    return (base / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def own_folders(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's folders of one test; nothing reads or writes those of whoever runs the tests."""
    home = next(homes)
    (home / "runtime").mkdir(parents=True, mode=0o700)
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    for name, folder in FOLDERS.items():
        monkeypatch.setenv(name, str(home / folder))  # not made: a new machine has none of them either
    return home


class _Kept(logging.Handler):
    """Keeps every record from WARNING up."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def unexpected_log() -> Iterator[list[logging.LogRecord]]:
    """No record at WARNING or above. A test that expects one looks at this list and clears it."""
    kept = _Kept()
    logging.getLogger().addHandler(kept)
    try:
        yield kept.records
    finally:
        logging.getLogger().removeHandler(kept)
    said = [f"{record.levelname} {record.name}: {record.getMessage()}" for record in kept.records]
    assert not said, f"unexpected log: {said}"


@pytest.fixture(autouse=True)
def nothing_left_running() -> Iterator[None]:
    """Every thread a test made is gone after it; where Qt is loaded, every timer and window too."""
    threads = set(threading.enumerate())
    yield
    left = [repr(thread) for thread in set(threading.enumerate()) - threads]
    if "PySide6.QtWidgets" in sys.modules:
        left += _left_in_qt()
    assert not left, f"left over: {left}"


def _left_in_qt() -> list[str]:
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return []

    def delete_what_waits() -> None:
        app.processEvents()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    delete_what_waits()
    timers, tops = _alive_in_qt(app)
    if timers or tops:
        gc.collect()  # 30 ms: only where something may be garbage that nobody has collected yet
        timers, tops = _alive_in_qt(app)
    names = [repr(thing) for thing in (*timers, *tops)]
    for timer in timers:
        timer.stop()
    for top in tops:
        top.close()
        top.deleteLater()
    delete_what_waits()
    return names


def _kinds_of(kind: type) -> set[type]:
    """The class and all that are made from it: a set is asked in a tenth of the time of issubclass."""
    return {kind}.union(*map(_kinds_of, kind.__subclasses__()))


def _alive_in_qt(app: QApplication) -> tuple[list[QTimer], list[QWidget]]:
    import shiboken6
    from PySide6.QtCore import QTimer

    tops = [
        top
        for top in app.topLevelWidgets()
        if shiboken6.isValid(top) and not top.objectName().startswith("qt_")
    ]
    kinds = _kinds_of(QTimer)
    known = [thing for thing in gc.get_objects() if type(thing) in kinds and shiboken6.isValid(thing)]
    owned = [timer for top in tops for timer in top.findChildren(QTimer)]  # by Qt parents Python forgot
    return [timer for timer in {*known, *owned} if timer.isActive()], tops
