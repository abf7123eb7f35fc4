"""What gives way in a bar that is too narrow, and in which order."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.action_bar import ActionBar
from desens_gui.ui.widgets.action_text import PRIMARY, fits, laid_out
from desens_gui.ui.widgets.mini_ladder import in_sight
from desens_gui.views.parts.action import ActionBarView, ActionView
from desens_gui.views.parts.ladder import LadderRow
from tests.ui import samples

Keep = Callable[[QWidget], None]
LABEL, SUB = "Go up to step 10: set pump to 20 mL/h", "You set the pump"
NAMES = (
    "Early sign",
    "Pause",
    "Stay on step 9",
    "Vitals",
    "Note, medication",
    "Bag 3 is empty",
    "Stop today",
)


def bar_of(looks: Looks, keep: Keep, count: int, sub: str) -> ActionBar:
    bar = ActionBar(looks)
    bar.resize(1366, 76)
    keep(bar)
    beside = [ActionView(intent=name, label=name, sub=sub, key="F5") for name in NAMES[:count]]
    primary = ActionView(intent="go_up", label=LABEL, sub=SUB, kind="primary", key="F2")
    bar.render(
        ActionBarView(reaction=samples.FRAME.actions.reaction, secondary=tuple(beside), primary=primary)
    )
    QCoreApplication.processEvents()
    bar.grab()
    return bar


def test_with_room_every_sub_line_is_read(looks: Looks, keep: Keep) -> None:
    bar = bar_of(looks, keep, 3, "a short one")
    assert all("a short one" in button.painted_texts() for button in bar.secondary)


def test_sub_lines_go_from_the_right_and_no_label_is_cut(looks: Looks, keep: Keep) -> None:
    bar = bar_of(looks, keep, 7, "a longer sub-line")
    read = ["a longer sub-line" in button.painted_texts() for button in bar.secondary]
    assert read == sorted(read, reverse=True)
    assert not read[-1]
    for button in bar.buttons():
        assert button.clipped_texts() == []
        assert button.width() >= 44
    assert bar.reaction.width() == 216


def test_what_no_bar_can_hold_stays_in_the_window_and_is_reported(looks: Looks, keep: Keep) -> None:
    bar = bar_of(looks, keep, 7, "")
    long = ActionView(intent="x", label="Longerthanthewholebar" * 20)
    bar.render(ActionBarView(secondary=(long,), primary=bar.view.primary))
    QCoreApplication.processEvents()
    bar.grab()
    assert bar.secondary[0].clipped_texts() == [long.label]
    assert bar.secondary[0].geometry().right() < bar.primary.geometry().left()


def test_the_primary_takes_smaller_type_before_a_cut(looks: Looks) -> None:
    theme = looks.theme
    assert [line.role for line in laid_out(theme, PRIMARY, LABEL, SUB, 400, 58)] == ["primary", "label"]
    narrow = laid_out(theme, PRIMARY, LABEL, SUB, 230, 58)
    assert [(line.text, line.role) for line in narrow] == [
        ("Go up to step 10:", "title"),
        ("set pump to 20 mL/h", "title"),
        (SUB, "label"),
    ]
    assert not fits(theme, PRIMARY, LABEL, "a reason of many words " * 12, 230, 58)


def test_the_end_of_a_finished_ladder_is_in_sight() -> None:
    rows = tuple(LadderRow(step=str(number), state="done") for number in range(1, 13))
    assert in_sight(rows, 8) == (4, 12)
    assert in_sight(rows, 12) == (0, 12)
