"""The review in one process: reads the file, moves, saves the page, closes; the file stays as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMetaObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desens_gui.app.audit import audit_file
from desens_gui.app.review_program import ReviewProgram, run
from desens_gui.session.audit import What
from desens_gui.storage.problems import StorageProblem
from desens_gui.system.paths import folders
from desens_gui.ui.ticker import Ticker
from desens_gui.ui.window import MainWindow
from desens_gui.wording.words import ENGLISH
from tests.end_to_end.real_session import running_step_2


@pytest.fixture
def session(tmp_path: Path) -> Path:
    chair = running_step_2(folders(tmp_path).make())
    assert chair.close()
    return chair.path


def test_it_moves_saves_the_page_and_leaves_the_file_alone(
    session: Path, app: QApplication, tmp_path: Path
) -> None:
    before = session.read_bytes()
    place = folders(tmp_path / "data")
    program = ReviewProgram(session, ENGLISH, size=(1366, 768), place=place)
    program.show()
    QCoreApplication.processEvents()
    program.desk.goto_seq(3)
    assert program.desk.moment.state.seq == 3
    QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_F10)
    assert session.with_suffix(".pdf").read_bytes().startswith(b"%PDF")
    program.close()
    assert session.read_bytes() == before
    entries = audit_file(place).read()
    assert [(each.what, each.codes) for each in entries] == [(What.VIEWED, ()), (What.EXPORTED, ("pdf",))]
    assert {each.session for each in entries} == {session.stem}


def test_the_window_ends_it(session: Path, app: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    started = Ticker.start

    def start_then_close(ticker: Ticker) -> None:
        started(ticker)
        window = ticker.parent()
        assert isinstance(window, MainWindow)
        QMetaObject.invokeMethod(window, "close", Qt.ConnectionType.QueuedConnection)

    monkeypatch.setattr(Ticker, "start", start_then_close)
    assert run(session, ENGLISH, "dark") == 0


def test_a_file_that_is_none(tmp_path: Path, app: QApplication) -> None:
    (tmp_path / "x.desens").write_bytes(b"nothing")
    with pytest.raises(StorageProblem):
        run(tmp_path / "x.desens", ENGLISH)
