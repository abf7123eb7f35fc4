"""Every live screen: fixed rows, targets, nothing cut, hostile text, and rendering that asks for nothing."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from desens_gui.ui.widgets.painted import Painted
from desens_gui.ui.widgets.plain_label import PlainLabel
from desens_gui.ui.window import MainWindow
from tests.ui import stage
from tests.ui.live_scenes import SCENES, live_window
from tests.ui.test_frame import ROWS
from tests.ui.test_render import Paints
from tests.wording.test_plain import CANARY

Keep = Callable[[QWidget], None]
CODES = {"intent", "icon", "kind", "state", "size", "code", "tone", "change_icon", "foot_icon", "severity"}


def hostile(view: object) -> object:
    """The same view with the canary in every text a person reads; codes stay."""
    if isinstance(view, tuple):
        return tuple(hostile(each) for each in view)
    if not isinstance(view, msgspec.Struct):
        return view
    values = {name: getattr(view, name) for name in view.__struct_fields__ if name not in CODES}
    changed = {name: CANARY if isinstance(v, str) and v else hostile(v) for name, v in values.items()}
    return msgspec.structs.replace(view, **changed)


@pytest.mark.parametrize("scene", SCENES)
def test_rows_texts_and_targets_in_every_look(scene: str, keep: Keep) -> None:
    window = live_window("light", (1366, 768), SCENES[scene])
    keep(window)
    for look in stage.in_every_look(window):
        with look:
            _rows_stay_and_every_text_fits(window)
            _targets_are_large_named_inside_and_apart(window)


def _rows_stay_and_every_text_fits(window: MainWindow) -> None:
    frame = window.frame
    parts = (frame.banner, frame.alarm, frame.action_bar, frame.status)
    assert [part.height() for part in parts] == list(ROWS[window.width()])
    reporting = stage.parts(window)
    assert len(reporting) >= 10
    cut = {type(part).__name__: part.clipped_texts() for part in reporting if part.clipped_texts()}  # type: ignore[attr-defined]
    assert cut == {}
    for card in (part for part in reporting if isinstance(part, Painted)):
        parent = card.parentWidget()
        assert parent is not None
        assert parent.rect().contains(card.geometry()), (type(card).__name__, card.geometry())


def _targets_are_large_named_inside_and_apart(window: MainWindow) -> None:
    every = [*window.findChildren(QAbstractButton), *window.findChildren(QLineEdit)]
    shown = [control for control in every if control.isVisibleTo(window)]
    assert len(shown) >= 5
    boxes = []
    for control in shown:
        assert min(control.width(), control.height()) >= 44, control.accessibleName()
        assert control.accessibleName(), control
        parent = control.parentWidget()
        assert parent is not None
        assert parent.rect().contains(control.geometry()), control.accessibleName()
        boxes.append((control, control.rect().translated(control.mapTo(window, QPoint(0, 0)))))
        assert window.rect().contains(boxes[-1][1])
    for at, (control, box) in enumerate(boxes):
        for other, over in boxes[at + 1 :]:
            assert not box.intersects(over), (control.accessibleName(), other.accessibleName())
    assert window.frame.action_bar.reaction.height() >= 60


@pytest.mark.parametrize("scene", SCENES)
def test_rendering_again_asks_nothing_and_paints_nothing(scene: str, keep: Keep) -> None:
    window = live_window("light", (1366, 768), SCENES[scene])
    keep(window)
    window.frame.action_bar.primary.setFocus()
    screen = window.screen_named("live")
    asked: list[object] = []
    for signal in (window.intent, window.edited, window.chosen, window.explained, screen.changed):  # type: ignore[attr-defined]
        signal.connect(lambda *said: asked.append(said))
    QCoreApplication.processEvents()
    paints = Paints(window)
    for _ in range(2):
        screen.render(SCENES[scene].view)
        QCoreApplication.processEvents()
    assert paints.seen == []
    assert asked == []


@pytest.mark.parametrize("scene", SCENES)
def test_hostile_text_shows_as_it_is(scene: str, keep: Keep) -> None:
    own = SCENES[scene]
    window = live_window("light", (1920, 1080), msgspec.structs.replace(own, view=hostile(own.view)))
    keep(window)
    window.grab()
    content = window.frame.content
    assert [label for label in content.findChildren(QLabel) if not isinstance(label, PlainLabel)] == []
    for button in content.findChildren(QAbstractButton):
        assert button.text() == ""
        assert button.shortcut().isEmpty()
        assert "&&" not in button.accessibleName()
    shown = [
        text
        for part in stage.parts(content)
        if hasattr(part, "painted_texts")
        for text in part.painted_texts()
    ]
    assert any(text == CANARY or text in CANARY for text in shown)


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("size", stage.SIZES)
def test_tab_visits_every_control(size: tuple[int, int], scene: str, keep: Keep) -> None:
    window = live_window("light", size, SCENES[scene])
    keep(window)
    content = window.frame.content
    every = [*content.findChildren(QAbstractButton), *content.findChildren(QLineEdit)]
    shown = {control for control in every if control.isVisibleTo(window)}
    visited: set[QWidget] = set()
    (window.screen_named("live").first_focus() or window.frame.action_bar.primary).setFocus()
    for _ in range(2 * len(shown) + 20):
        focus = QApplication.focusWidget()
        assert focus is not None
        visited.add(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert [control.accessibleName() for control in shown - visited] == []
