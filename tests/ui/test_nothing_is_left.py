"""A test that leaves something behind fails, and says what: shown with tests that do it on purpose."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.architecture.copies import ROOT, plant
from tests.unmeasured import unmeasured

LEAVING = """
import logging
import threading

from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QWidget

import pytest


def test_timer(qtbot, request):
    request.config.kept = QTimer()
    request.config.kept.start(1000)


def test_timer_of_a_window(qtbot, request):
    request.config.kept = QWidget()
    QTimer(request.config.kept).start(1000)
    request.config.kept.show()


def test_window(qtbot, request):
    request.config.kept = QWidget()


def test_thread():
    threading.Thread(target=threading.Event().wait, args=(0.2,), name="forgotten").start()


def test_log():
    logging.getLogger("desens_gui.storage").warning("the disk is slow")


def test_qt_warning(qtbot):
    qWarning("QPainter::begin: Paint device returned engine == 0")


def test_tidy(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    timer = QTimer(window)
    timer.start(1000)
    window.show()


def test_expected_log(unexpected_log):
    logging.getLogger("desens_gui.storage").warning("the disk is slow")
    assert [record.getMessage() for record in unexpected_log] == ["the disk is slow"]
    unexpected_log.clear()


def test_folders(own_folders, tmp_path):
    from pathlib import Path
    assert Path.home() == own_folders
    assert not list((own_folders / "runtime").iterdir())
"""


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What pytest says of those tests under this project's conftest."""
    root = tmp_path_factory.mktemp("leaving")
    for name in ("pyproject.toml", "tests/__init__.py", "tests/conftest.py"):
        plant(root, name, (ROOT / name).read_text("utf-8"))
    plant(root, "tests/test_leaving.py", LEAVING)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-v", "tests/test_leaving.py"],
        cwd=root,
        env=unmeasured(),
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout


@pytest.mark.parametrize(
    ("test", "words"),
    [
        ("test_timer", "left over: ['<PySide6.QtCore.QTimer"),
        ("test_timer_of_a_window", "left over: ['<PySide6.QtCore.QTimer"),
        ("test_window", "left over: ['<PySide6.QtWidgets.QWidget"),
        ("test_thread", "left over: ['<Thread(forgotten"),
        ("test_log", "unexpected log: ['WARNING desens_gui.storage: the disk is slow']"),
        ("test_qt_warning", "QPainter::begin: Paint device returned engine == 0"),
    ],
)
def test_what_is_left_behind_fails_the_test_that_left_it(said: str, test: str, words: str) -> None:
    heading = f"_ ERROR at teardown of {test} _"
    if heading not in said:
        heading = f"_ {test} _"
    assert heading in said, said
    section = said.split(heading, 1)[1].split("\n____", 1)[0]
    assert words in section


def test_a_tidy_test_passes(said: str) -> None:
    for test in ("test_tidy", "test_expected_log", "test_folders"):
        assert f"test_leaving.py::{test} PASSED" in said, said
    assert "ERROR at teardown of test_tidy" not in said
