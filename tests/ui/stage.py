"""Puts real windows on the offscreen platform with sample views in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import get_args

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QWidget

from desens_gui.ui.fonts import load_fonts
from desens_gui.ui.icons import IconPaths, load_icons
from desens_gui.ui.screens.bedside import BedsideScreen
from desens_gui.ui.theme import Looks, Scheme
from desens_gui.ui.tokens import Tokens, load_tokens
from desens_gui.ui.window import MainWindow
from desens_gui.views.parts.bedside import BedsideView
from desens_gui.views.parts.frame import FrameView

RESOURCES = Path(__file__).parents[2] / "resources"
SIZES = ((1366, 768), (1920, 1080))
_loaded: list[str] = []


@cache
def tokens() -> Tokens:
    return load_tokens(RESOURCES / "styles" / "tokens.toml")


@cache
def icons() -> IconPaths:
    return load_icons(RESOURCES / "icons" / "icons.toml")


def looks(scheme: Scheme = "light", width: int = 1366) -> Looks:
    return Looks(tokens(), icons(), scheme, width)


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


class Look(Struct, frozen=True):
    """Names itself in what fails within it."""

    scheme: Scheme
    size: tuple[int, int]

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if error is not None:
            error.add_note(f"{self.scheme} at {self.size[0]} x {self.size[1]}")


LOOKS = (
    *(Look(scheme, SIZES[0]) for scheme in get_args(Scheme)),
    *(Look(scheme, SIZES[1]) for scheme in reversed(get_args(Scheme))),
)


def off_screen(window: MainWindow) -> MainWindow:
    """Visible to itself, laid out and resized like any other, but painted only when it is grabbed."""
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    return window


def in_every_look(window: MainWindow) -> Iterator[Look]:
    """The same window at both sizes and themes, changed while it stands as a person may, and painted."""
    for look in LOOKS:
        window.looks.use_scheme(look.scheme)
        window.resize(*look.size)
        QCoreApplication.processEvents()
        window.grab()
        assert (window.looks.theme.scheme, window.width(), window.height()) == (look.scheme, *look.size)
        yield look


def parts(window: QWidget) -> list[QWidget]:
    """Every widget that can report texts that did not fit."""
    every = window.findChildren(QWidget)
    return [part for part in every if hasattr(part, "clipped_texts") and part.isVisibleTo(window)]
