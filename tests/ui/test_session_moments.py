"""The words and numbers of a driven session fit on the live screens, at both sizes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from desens_gui.ui.chair.screens import add_screens
from desens_gui.ui.widgets.painted import Painted
from desens_gui.ui.window import MainWindow
from tests.ui import samples, stage
from tests.ui.live_scenes import now_us
from tests.ui.session_moments import MOMENTS

Keep = Callable[[QWidget], None]


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("size", stage.SIZES)
def test_what_a_session_says_fits(size: tuple[int, int], moment: str, keep: Keep) -> None:
    own = MOMENTS[moment]()
    window = MainWindow(stage.looks("light", size[0]), stage.never_asked, lambda: True)
    add_screens(window, now_us)
    window.resize(*size)
    window.render_frame(samples.FRAME)
    screen: Any = window.screen_named(own.screen)
    screen.render(own.view)
    keep(window)
    window.show_screen(own.screen)
    QCoreApplication.processEvents()
    window.grab()
    reporting = stage.parts(screen)
    assert len(reporting) >= 4
    cut = {type(part).__name__: part.clipped_texts() for part in reporting if part.clipped_texts()}  # type: ignore[attr-defined]
    assert cut == {}
    controls = [*screen.findChildren(QAbstractButton), *screen.findChildren(QLineEdit)]
    for part in (*controls, *(part for part in reporting if isinstance(part, Painted))):
        if part.isVisibleTo(window):
            assert part.parentWidget().rect().contains(part.geometry()), (
                part.accessibleName(),
                part.geometry(),
            )
    for control in controls:
        if control.isVisibleTo(window):
            assert min(control.width(), control.height()) >= 44, control.accessibleName()
