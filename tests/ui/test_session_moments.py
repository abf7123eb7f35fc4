"""What a driven session says fits on the real window, frame and screen, at both sizes and themes."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from desens_gui.ui.chair.screens import add_screens
from desens_gui.ui.widgets.painted import Painted
from desens_gui.ui.window import MainWindow
from tests.ui import stage
from tests.ui.live_scenes import now_us
from tests.ui.running_moments import MOMENTS

Keep = Callable[[QWidget], None]
ROWS = {1366: (56, 46, 76, 28), 1920: (72, 52, 104, 36)}


def window_at(moment: str) -> MainWindow:
    own = MOMENTS[moment]()
    window = MainWindow(stage.looks(), stage.never_asked, lambda: True)
    add_screens(window, now_us)
    window.render_frame(own.frame)
    screen: Any = window.screen_named(own.screen)
    screen.render(own.view)
    window.show_screen(own.screen)
    return window


@pytest.mark.parametrize("moment", MOMENTS)
def test_what_a_session_says_fits(moment: str, keep: Keep) -> None:
    """In one window that is changed from look to look, as a person may change it while it stands."""
    window = window_at(moment)
    keep(stage.off_screen(window))
    for look in stage.in_every_look(window):
        with look:
            fits(window)


def fits(window: MainWindow) -> None:
    _fixed_rows(window)
    reporting = stage.parts(window)
    assert len(reporting) >= 10
    cut = [(type(part).__name__, texts) for part in reporting if (texts := part.clipped_texts())]  # type: ignore[attr-defined]
    assert cut == []
    controls = [*window.findChildren(QAbstractButton), *window.findChildren(QLineEdit)]
    for part in (*controls, *(part for part in reporting if isinstance(part, Painted))):
        if part.isVisibleTo(window):
            around = part.parentWidget()
            assert around is not None
            assert around.rect().contains(part.geometry()), (
                part.accessibleName(),
                part.geometry(),
            )
    for control in controls:
        if control.isVisibleTo(window):
            assert min(control.width(), control.height()) >= 44, control.accessibleName()
    _bar(window)


def _fixed_rows(window: MainWindow) -> None:
    frame, top = window.frame, 0
    parts = (frame.banner, frame.alarm, frame.action_bar, frame.status)
    for part, height in zip(parts, ROWS[window.width()], strict=True):
        assert abs(part.height() - height) <= 2
        assert part.width() == window.width()
    rows: list[QWidget] = [*parts[:2], frame.content, *parts[2:]]
    for row in rows:
        assert row.mapTo(window, QPoint(0, 0)).y() == top
        top += row.height()
    assert top == window.height()


def _bar(window: MainWindow) -> None:
    """Apart from each other, REACTION as wide as ever, free space before the primary action."""
    bar = window.frame.action_bar
    boxes = [button.geometry() for button in bar.buttons()]
    gaps = [after.left() - box.right() - 1 for box, after in pairwise(boxes)]
    assert all(gap >= 8 for gap in gaps)
    if bar.view.reaction is not None:
        assert bar.reaction.height() >= 60
        assert bar.reaction.width() >= (216 if window.width() == 1366 else 280)
    if bar.view.primary is not None and len(boxes) > 1:
        assert gaps[-1] >= 16
