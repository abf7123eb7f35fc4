"""The screens of the live session by name; each is imported and built when it is first shown."""

from __future__ import annotations

from collections.abc import Callable

from desens_gui.ui.screens.screen import Screen
from desens_gui.ui.theme import Looks
from desens_gui.ui.window import MainWindow
from desens_gui.views.cover import COVER
from desens_gui.views.place import ELSEWHERE, PANELS


def add_screens(window: MainWindow, now_us: Callable[[], int]) -> None:
    """now_us: wall time in microseconds, for the measuring times of the check form."""
    window.add_screen("bedside", _bedside)
    window.add_screen("setup", _setup)
    window.add_screen("check", lambda looks: _check(looks, now_us))
    window.add_screen("bag_change", _bag_change)
    window.add_screen("paused", _paused)
    window.add_screen("reaction", _reaction)
    window.add_screen("restart", _restart)
    window.add_screen("ending", _ending)
    for name in (*PANELS, COVER, ELSEWHERE):
        window.add_screen(name, _panel)


def _bedside(looks: Looks) -> Screen:
    from desens_gui.ui.screens.bedside import BedsideScreen

    return BedsideScreen(looks)


def _setup(looks: Looks) -> Screen:
    from desens_gui.ui.screens.setup import SetupScreen

    return SetupScreen(looks)


def _check(looks: Looks, now_us: Callable[[], int]) -> Screen:
    from desens_gui.ui.screens.check import CheckScreen

    return CheckScreen(looks, now_us)


def _bag_change(looks: Looks) -> Screen:
    from desens_gui.ui.screens.bag_change import BagChangeScreen

    return BagChangeScreen(looks)


def _paused(looks: Looks) -> Screen:
    from desens_gui.ui.screens.paused import PausedScreen

    return PausedScreen(looks)


def _reaction(looks: Looks) -> Screen:
    from desens_gui.ui.screens.reaction import ReactionScreen

    return ReactionScreen(looks)


def _restart(looks: Looks) -> Screen:
    from desens_gui.ui.screens.restart import RestartScreen

    return RestartScreen(looks)


def _ending(looks: Looks) -> Screen:
    from desens_gui.ui.screens.ending import EndingScreen

    return EndingScreen(looks)


def _panel(looks: Looks) -> Screen:
    from desens_gui.ui.screens.panel import PanelScreen

    return PanelScreen(looks)
