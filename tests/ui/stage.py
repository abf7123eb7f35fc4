"""Puts real windows on the offscreen platform with sample views in them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from desens_gui.ui.fonts import load_fonts
from desens_gui.ui.icons import load_icons
from desens_gui.ui.screens.bedside import BedsideScreen
from desens_gui.ui.theme import Looks, Scheme
from desens_gui.ui.tokens import Tokens, load_tokens
from desens_gui.ui.window import MainWindow
from desens_gui.views.parts.bedside import BedsideView
from desens_gui.views.parts.frame import FrameView

RESOURCES = Path(__file__).parents[2] / "resources"
SIZES = ((1366, 768), (1920, 1080))
_loaded: list[str] = []


def tokens() -> Tokens:
    return load_tokens(RESOURCES / "styles" / "tokens.toml")


def looks(scheme: Scheme = "light", width: int = 1366) -> Looks:
    return Looks(tokens(), load_icons(RESOURCES / "icons" / "icons.toml"), scheme, width)


def styled(app: QApplication) -> None:
    """Style and fonts as the program has them; once for each process."""
    if not _loaded:
        app.setStyle("Fusion")
        _loaded.extend(load_fonts(RESOURCES / "fonts"))


def never_asked() -> int:
    return 0


def bedside_window(
    scheme: Scheme,
    size: tuple[int, int],
    frame: FrameView,
    bedside: BedsideView,
    now: Callable[[], int] = never_asked,
) -> MainWindow:
    """Shown and laid out, focus on the primary action."""
    window = MainWindow(looks(scheme, size[0]), now, lambda: True)
    window.add_screen("bedside", BedsideScreen)
    window.resize(*size)
    window.render_frame(frame)
    screen = window.show_screen("bedside")
    assert isinstance(screen, BedsideScreen)
    screen.render(bedside)
    window.show()
    window.activateWindow()
    window.frame.action_bar.primary.setFocus()
    QCoreApplication.processEvents()
    return window


def parts(window: QWidget) -> list[QWidget]:
    """Every widget that can report texts that did not fit."""
    every = window.findChildren(QWidget)
    return [part for part in every if hasattr(part, "clipped_texts") and part.isVisibleTo(window)]
