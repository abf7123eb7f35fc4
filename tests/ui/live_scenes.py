"""Every live screen with a sample view in it, by name: for the tests and for pictures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from desens_gui.ui.screens.bag_change import BagChangeScreen
from desens_gui.ui.screens.check import CheckScreen
from desens_gui.ui.screens.ending import EndingScreen
from desens_gui.ui.screens.panel import PanelScreen
from desens_gui.ui.screens.paused import PausedScreen
from desens_gui.ui.screens.reaction import ReactionScreen
from desens_gui.ui.screens.restart import RestartScreen
from desens_gui.ui.screens.screen import Screen
from desens_gui.ui.theme import Looks, Scheme
from desens_gui.ui.window import MainWindow
from desens_gui.views.parts.check_draft import CheckDraft, answered, tapped
from desens_gui.views.parts.frame import FrameView
from tests.ui import (
    samples_bag_change,
    samples_check,
    samples_ending,
    samples_panel,
    samples_reaction,
    samples_restart,
    stage,
)

NOW_US = 1_795_344_602_000_000  # 22-Nov-2026 10:50:02


class Scene(Struct, frozen=True, kw_only=True):
    """`build` makes the screen that shows `view`."""

    frame: FrameView
    build: Callable[[Looks], Screen]
    view: Any


def now_us() -> int:
    return NOW_US


def check_screen(looks: Looks) -> CheckScreen:
    return CheckScreen(looks, now_us)


def half_answered() -> CheckDraft:
    draft = CheckDraft()
    for system in ("skin", "throat_nose", "chest", "circulation"):
        draft = answered(draft, system, "none", NOW_US)
    return draft


def with_signs() -> CheckDraft:
    draft = tapped(half_answered(), "skin", "skin_0", "mild", NOW_US)
    draft = tapped(draft, "skin", "skin_1", "severe", NOW_US)
    draft = tapped(draft, "general", "general_2", "baseline", NOW_US)
    return answered(draft, "nervous_system", "as_at_baseline", NOW_US)


LONG = "Heart rate: “1,500” could mean thousands or a decimal; write it without the comma, with a full stop."
SCENES: dict[str, Scene] = {
    "check": Scene(
        frame=samples_check.FRAME, build=check_screen, view=samples_check.check_view(half_answered())
    ),
    "check-found": Scene(
        frame=samples_check.FRAME,
        build=check_screen,
        view=samples_check.check_view(
            with_signs(),
            samples_check.vitals(heart_rate="1,500", words=LONG, spo2_state="stale", chosen=True),
        ),
    ),
    "bag-label": Scene(
        frame=samples_bag_change.FRAME, build=BagChangeScreen, view=samples_bag_change.READING
    ),
    "bag-second": Scene(
        frame=samples_bag_change.FRAME, build=BagChangeScreen, view=samples_bag_change.WAITING
    ),
    "reaction-called": Scene(
        frame=samples_reaction.FRAME, build=ReactionScreen, view=samples_reaction.CALLED
    ),
    "reaction-stopped": Scene(
        frame=samples_reaction.FRAME_STOPPED, build=ReactionScreen, view=samples_reaction.STOPPED
    ),
    "restart": Scene(frame=samples_restart.FRAME, build=RestartScreen, view=samples_restart.ASKED),
    "restart-not-sure": Scene(
        frame=samples_restart.FRAME, build=RestartScreen, view=samples_restart.NOT_SURE
    ),
    "ending": Scene(frame=samples_ending.FRAME, build=EndingScreen, view=samples_ending.OBSERVING),
    "ending-transfer": Scene(frame=samples_ending.FRAME, build=EndingScreen, view=samples_ending.TRANSFER),
    "pause": Scene(frame=samples_panel.FRAME, build=PanelScreen, view=samples_panel.PAUSE),
    "stop": Scene(frame=samples_panel.FRAME, build=PanelScreen, view=samples_panel.STOP),
    "stop-refused": Scene(frame=samples_panel.FRAME, build=PanelScreen, view=samples_panel.STOP_REFUSED),
    "early-sign": Scene(frame=samples_panel.FRAME, build=PanelScreen, view=samples_panel.EARLY_SIGN),
    "medication": Scene(frame=samples_panel.FRAME, build=PanelScreen, view=samples_panel.MEDICATION),
    "paused": Scene(frame=samples_panel.PAUSED_FRAME, build=PausedScreen, view=samples_panel.PAUSED),
}


def live_window(scheme: Scheme, size: tuple[int, int], scene: Scene) -> MainWindow:
    """Shown and laid out, focus where the screen wants it first."""
    window = MainWindow(stage.looks(scheme, size[0]), stage.never_asked, lambda: True)
    window.add_screen("live", scene.build)
    window.resize(*size)
    window.render_frame(scene.frame)
    screen: Any = window.screen_named("live")
    screen.render(scene.view)
    window.show()
    window.activateWindow()
    window.show_screen("live")
    (screen.first_focus() or window.frame.action_bar.primary).setFocus()
    QCoreApplication.processEvents()
    return window
