"""The fixed rows stand where design says, at both sizes and themes; nothing is cut or too small."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from desens_gui.ui.screens.bedside import BedsideScreen
from desens_gui.ui.window import MainWindow
from tests.ui import samples, stage
from tests.ui.pictures import SCENES

ROWS = {1366: (56, 46, 76, 28), 1920: (72, 52, 104, 36)}
Keep = Callable[[QWidget], None]


def test_fixed_rows(keep: Keep) -> None:
    window = stage.bedside_window("light", (1366, 768), samples.FRAME, samples.BEDSIDE)
    keep(window)
    for look in stage.in_every_look(window):
        with look:
            _fixed_rows(window, look.size)


def _fixed_rows(window: MainWindow, size: tuple[int, int]) -> None:
    frame = window.frame
    parts = (frame.banner, frame.alarm, frame.action_bar, frame.status)
    for part, height in zip(parts, ROWS[size[0]], strict=True):
        assert abs(part.height() - height) <= 2
        assert part.width() == size[0]
    tops = [part.mapTo(window, QPoint(0, 0)).y() for part in (*parts[:2], frame.content, *parts[2:])]
    heights = [part.height() for part in (*parts[:2], frame.content, *parts[2:])]
    assert tops[0] == 0
    assert all(top + height == after for top, height, after in zip(tops, heights, tops[1:], strict=False))
    assert tops[-1] + heights[-1] == size[1]


@pytest.mark.parametrize("scene", SCENES)
def test_every_text_fits_and_every_target(scene: str, keep: Keep) -> None:
    window = stage.bedside_window("light", (1366, 768), *SCENES[scene])
    keep(window)
    for look in stage.in_every_look(window):
        with look:
            reporting = stage.parts(window)
            assert len(reporting) >= 14
            cut = {type(part).__name__: texts for part in reporting if (texts := part.clipped_texts())}  # type: ignore[attr-defined]
            assert cut == {}
            _targets(window)


def _targets(window: MainWindow) -> None:
    pressed = [*window.findChildren(QAbstractButton), *window.findChildren(QLineEdit)]
    shown = [control for control in pressed if control.isVisibleTo(window)]
    assert len(shown) >= 6
    for control in shown:
        assert min(control.width(), control.height()) >= 44, control.accessibleName()
        assert control.accessibleName()
        corner = control.mapTo(window, QPoint(0, 0))
        assert window.rect().contains(control.rect().translated(corner))
    assert window.frame.action_bar.reaction.height() >= 60


@pytest.mark.parametrize("size", stage.SIZES)
def test_actions_stand_apart_and_the_gap_before_the_primary_stays(size: tuple[int, int], keep: Keep) -> None:
    for name in SCENES:
        window = stage.bedside_window("light", size, *SCENES[name])
        keep(window)
        buttons = window.frame.action_bar.buttons()
        boxes = [button.geometry() for button in buttons]
        gaps = [after.left() - box.right() - 1 for box, after in pairwise(boxes)]
        assert min(gaps) >= 8
        assert gaps[-1] >= 24
        assert buttons[0].view.kind == "danger"
        assert buttons[-1].view.kind == "primary"


def test_nothing_jumps_when_an_alarm_starts(keep: Keep) -> None:
    window = stage.bedside_window("light", (1366, 768), samples.FRAME, samples.BEDSIDE)
    keep(window)

    def places() -> list[tuple[int, int]]:
        every = [window.frame.content, *window.frame.action_bar.buttons()]
        return [
            (each.mapTo(window, QPoint(0, 0)).x(), each.mapTo(window, QPoint(0, 0)).y()) for each in every
        ]

    before = places()
    window.render_frame(replace(samples.FRAME, alarm=samples.HIGH, status=samples.LOST))
    QCoreApplication.processEvents()
    assert places() == before


def test_the_cards_stand_still_when_the_step_runs_over(keep: Keep) -> None:
    window = stage.bedside_window("light", (1366, 768), samples.FRAME, samples.BEDSIDE)
    keep(window)
    screen = window.screen_named("bedside")
    assert isinstance(screen, BedsideScreen)
    before = screen.due.geometry()
    screen.render(replace(samples.BEDSIDE, step=samples.OVER))
    QCoreApplication.processEvents()
    assert screen.due.geometry() == before


def test_density_follows_the_width(keep: Keep) -> None:
    window = stage.bedside_window("light", (1366, 768), samples.FRAME, samples.BEDSIDE)
    keep(window)
    assert window.frame.banner.height() == 56
    window.resize(1920, 1080)
    QCoreApplication.processEvents()
    assert window.frame.banner.height() == 72
    assert window.frame.action_bar.primary.height() == 80
    window.resize(1599, 900)
    QCoreApplication.processEvents()
    assert window.frame.banner.height() == 56


def test_the_scheme_changes_under_a_running_session(keep: Keep) -> None:
    window = stage.bedside_window("light", (1366, 768), samples.FRAME, samples.BEDSIDE)
    keep(window)
    light = window.grab().toImage().pixelColor(1000, 400)
    window.looks.use_scheme("dark")
    QCoreApplication.processEvents()
    dark = window.grab().toImage().pixelColor(1000, 400)
    assert light.lightness() > 240
    assert dark.lightness() < 40


@pytest.mark.parametrize("width", [1366, 1920])
def test_long_texts_leave_room_for_drug_dose_and_tags(width: int, keep: Keep) -> None:
    long = replace(
        samples.BANNER, name="W" * 200, details="W" * 200, allergy="W" * 200, allergy_detail="W" * 200
    )
    frame = replace(samples.FRAME, banner=long)
    window = stage.bedside_window("light", (width, 768 if width == 1366 else 1080), frame, samples.BEDSIDE)
    keep(window)
    window.grab()
    banner = window.frame.banner
    assert long.treatment in banner.painted_texts()
    assert long.treatment not in banner.clipped_texts()
    before = window.grab(banner.geometry()).toImage()
    banner.render(replace(long, allergy="W" * 400, allergy_detail="W" * 400))
    assert window.grab(banner.geometry()).toImage() == before  # what is longer still moves nothing else
