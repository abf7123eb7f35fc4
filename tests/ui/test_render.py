"""Rendering changes only what changed, asks for nothing, and shows every character as it is."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from desens_gui.ui.screens.bedside import BedsideScreen
from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.plain_label import PlainLabel
from desens_gui.views.parts.bedside import BedsideView
from desens_gui.views.parts.frame import FrameView
from tests.ui import samples, stage
from tests.wording.test_plain import CANARY

Keep = Callable[[QWidget], None]


class Paints(QObject):
    """Counts paint events of a window and all its parts."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.seen: list[tuple[QObject, QRect]] = []
        for part in (window, *window.findChildren(QWidget)):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(event, QPaintEvent):
            self.seen.append((watched, event.region().boundingRect()))
        return False


def test_rendering_the_same_again_paints_nothing_and_asks_nothing(keep: Keep) -> None:
    window = stage.bedside_window("light", (1366, 768), samples.FRAME, samples.BEDSIDE)
    keep(window)
    asked: list[object] = []
    for signal in (window.intent, window.edited, window.entered, window.chosen, window.explained):
        signal.connect(lambda *said: asked.append(said))
    QCoreApplication.processEvents()
    paints = Paints(window)
    screen = window.screen_named("bedside")
    assert isinstance(screen, BedsideScreen)
    window.render_frame(samples.FRAME)
    screen.render(samples.BEDSIDE)
    QCoreApplication.processEvents()
    assert paints.seen == []
    for frame, view in (
        (replace(samples.FRAME, alarm=samples.LATE), replace(samples.BEDSIDE, step=samples.SET_PUMP)),
    ):
        window.render_frame(frame)
        screen.render(view)
        QCoreApplication.processEvents()
    assert paints.seen
    assert asked == []


def test_a_second_of_the_clock_repaints_the_clock_alone(keep: Keep) -> None:
    window = stage.bedside_window("light", (1366, 768), samples.FRAME, samples.BEDSIDE)
    keep(window)
    window.grab()
    QCoreApplication.processEvents()
    paints = Paints(window)
    window.render_frame(replace(samples.FRAME, banner=replace(samples.BANNER, clock="10:42:13")))
    QCoreApplication.processEvents()
    of_banner = [box for part, box in paints.seen if part is window.frame.banner]
    assert len(of_banner) == 1
    assert of_banner[0].width() < 150
    screen = window.screen_named("bedside")
    assert isinstance(screen, BedsideScreen)
    paints.seen.clear()
    timer = replace(samples.STEP.timer, text="04:11", left=251 / 900)
    screen.render(replace(samples.BEDSIDE, step=replace(samples.STEP, timer=timer)))
    QCoreApplication.processEvents()
    of_step = [box for part, box in paints.seen if part is screen.step]
    assert of_step
    assert of_step[0].width() < 200
    assert not [box for part, box in paints.seen if part is screen.ladder]


def hostile(view: object) -> object:
    """The same view with the canary in every text a person reads; codes stay."""
    codes = {"intent", "icon", "kind", "state", "saved_state", "level", "size", "code", "note_icon"}
    if isinstance(view, tuple):
        return tuple(hostile(each) for each in view)
    if not isinstance(view, msgspec.Struct):
        return view
    changed = {}
    for name in view.__struct_fields__:
        value = getattr(view, name)
        changed[name] = CANARY if isinstance(value, str) and value and name not in codes else hostile(value)
    return replace(view, **{name: value for name, value in changed.items() if name not in codes})


def test_hostile_text_shows_as_it_is_everywhere(keep: Keep) -> None:
    frame = msgspec.convert(hostile(samples.FRAME), FrameView)
    view = msgspec.convert(hostile(samples.BEDSIDE), BedsideView)
    window = stage.bedside_window("light", (1920, 1080), frame, view)
    keep(window)
    window.grab()
    parts = [part for part in stage.parts(window) if hasattr(part, "painted_texts") and part.painted_texts()]
    assert len(parts) >= 12
    for part in parts:
        assert any(CANARY in text or text in CANARY for text in part.painted_texts()), part
        assert "&&" not in part.accessibleName()
    assert window.frame.banner.painted_texts()[0] == CANARY
    assert window.frame.action_bar.primary.accessibleName() == CANARY
    assert window.frame.action_bar.primary.text() == ""  # so no & became a shortcut
    assert window.frame.action_bar.primary.shortcut().isEmpty()


@pytest.mark.parametrize("text", [CANARY, "Smith\u202eGM 01", "two\nlines"])
def test_plain_label(text: str, looks: Looks, keep: Keep) -> None:
    label = PlainLabel(looks, "body", "ink2")
    label.resize(600, 40)
    keep(label)
    label.render(text)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert "\u202e" not in label.text()
    assert "\n" not in label.text()
    assert label.clipped_texts() == []
    label.resize(30, 10)
    assert label.clipped_texts() == [label.text()]
    label.use("title", "ink")
    assert label.font().pixelSize() == 16


def test_no_other_label_exists_in_the_window(keep: Keep) -> None:
    window = stage.bedside_window("light", (1366, 768), samples.FRAME, samples.BEDSIDE)
    keep(window)
    assert [label for label in window.findChildren(QLabel) if not isinstance(label, PlainLabel)] == []
