"""The Qt application with the program's own style, fonts and colours."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from desens_gui.system.resources import resource
from desens_gui.ui.fonts import load_fonts
from desens_gui.ui.icons import load_icons
from desens_gui.ui.theme import Looks, Scheme
from desens_gui.ui.tokens import load_tokens

WIDE = 1920


def has_screen() -> bool:
    """Whether a window can be seen: always but on a Linux without X or Wayland."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def application() -> QApplication:
    """The one application of this process; on Qt's offscreen platform where there is no screen."""
    if not has_screen():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Desens")
    app.setStyle("Fusion")
    load_fonts(resource("fonts"))
    return app


def leave() -> bool:
    """A window that closes ends the program, whatever else still stands open."""
    QCoreApplication.exit(0)
    return True


def looks(scheme: Scheme = "light", width: int = WIDE) -> Looks:
    return Looks(
        load_tokens(resource("styles", "tokens.toml")),
        load_icons(resource("icons", "icons.toml")),
        scheme,
        width,
    )
