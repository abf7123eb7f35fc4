"""Take over here in the real window: looked into, named, taken over, and the program goes on with it."""

from __future__ import annotations

import platform
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QMetaObject, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QFileDialog

from desens_gui.app.chair_program import run
from desens_gui.app.session_at_chair import AtChair
from desens_gui.app.taker import WindowTaker, whose
from desens_gui.app.taking_over import look
from desens_gui.domain.events.parts import PartTakenOver
from desens_gui.domain.evolve.evolving import fold
from desens_gui.storage.reading import read_session
from desens_gui.system.paths import Folders, folders
from desens_gui.ui.chair.taking import CannotTake
from desens_gui.ui.screens.form_screen import FormScreen
from desens_gui.ui.window import MainWindow
from desens_gui.views.panel_take_over import BY, OTHER, SAID
from desens_gui.views.parts.draft import picked, typed
from desens_gui.wording.words import ENGLISH
from tests.end_to_end.real_session import running_step_2


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AtChair:
    """Recorded at chair-a; from here on we are at chair-b."""
    monkeypatch.setattr(platform, "node", lambda: "chair-a")
    chair = running_step_2(folders(tmp_path / "a"))
    assert chair.close()
    monkeypatch.setattr(platform, "node", lambda: "chair-b")
    return chair


class Later(QObject):
    """Something that is done once the window's loop runs."""

    go = Signal()


def visible(app: QApplication) -> MainWindow:
    tops = (top for top in app.topLevelWidgets() if isinstance(top, MainWindow))
    return next(top for top in tops if top.isVisible())


def press(window: MainWindow, intent: str) -> None:
    window.intent.emit(intent)
    QCoreApplication.processEvents()


def fill(window: MainWindow, change: Callable[[FormScreen], None]) -> FormScreen:
    screen = window.screen_named("take_over")
    assert isinstance(screen, FormScreen)
    change(screen)
    return screen


@pytest.mark.requirement("R-S21-take-over")
def test_taken_over_in_the_window_the_program_goes_on_with_it(
    elsewhere: AtChair, tmp_path: Path, app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = folders(tmp_path / "b")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(elsewhere.path), ""))
    titles: list[str] = []
    later = Later()

    def usable() -> None:
        window = visible(app)
        if titles:
            titles.append(type(window.frame.content.currentWidget()).__name__)
            QMetaObject.invokeMethod(window, "close", Qt.ConnectionType.QueuedConnection)
            return
        titles.append(type(window.frame.content.currentWidget()).__name__)
        press(window, "take_over")
        press(window, "take_over:choose")
        screen = fill(window, lambda _: None)
        assert "OKAFOR" in screen.draft.text(SAID).upper()
        screen.use_draft(picked(typed(screen.draft, BY, "Mara Lindt"), OTHER, "closed"))
        later.go.connect(lambda: window.intent.emit("confirm:take_over"), Qt.ConnectionType.QueuedConnection)
        later.go.emit()

    assert run(tmp_path / "b", "light", ENGLISH, usable) == 0
    assert titles == ["SetupScreen", "RestartScreen"], "it asks at once what the pump did"
    taken = [path for path in place.sessions.glob("*.desens") if is_part(path)]
    assert len(taken) == 1
    state = fold(read_session(taken[0]))
    assert state is not None
    assert state.part_number == 2


def is_part(path: Path) -> bool:
    return any(isinstance(fact.event, PartTakenOver) for fact in read_session(path))


def test_what_is_said_of_the_file(elsewhere: AtChair, tmp_path: Path) -> None:
    said = whose(look(elsewhere.path), ENGLISH)
    assert said.startswith("OKAFOR, Amara, 12-Mar-1968. Step running, step 2 of 12. Last entry ")
    assert " at chair-a, compare code " in said


def test_a_clock_that_is_behind_is_said_before(elsewhere: AtChair) -> None:
    found = look(elsewhere.path)
    ahead = msgspec.structs.replace(found, last_us=found.last_us + 3_600_000_000)
    assert whose(ahead, ENGLISH).endswith("type the total that the pump shows, do not answer “ran”.")
    assert "The clock here" not in whose(found, ENGLISH)


def test_what_cannot_be_looked_into_or_taken_is_a_sentence(elsewhere: AtChair, tmp_path: Path) -> None:
    taker = WindowTaker(Folders(tmp_path / "b"), ENGLISH)
    with pytest.raises(CannotTake, match="cannot be found"):
        taker.look(tmp_path / "none.desens")
    with pytest.raises(CannotTake, match="Name is missing"):
        taker.take(elsewhere.path, " ", is_off=False)
