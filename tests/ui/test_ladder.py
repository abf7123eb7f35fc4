"""Given and planned never share a column, every number has room, decimal points stand in one line."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.due_list import rows_that_fit
from desens_gui.ui.widgets.ladder_columns import NUMBERS, columns_for
from desens_gui.ui.widgets.step_ladder import StepLadder
from desens_gui.ui.widgets.wrapping import balanced, wrapped
from desens_gui.views.parts.ladder import LadderBag, LadderRow, LadderView
from tests.ui import samples, stage

Keep = Callable[[QWidget], None]
LONG = replace(
    samples.LADDER,
    bags=(
        LadderBag(label="Bag 1", strength="0.0004", unit="mg/mL", rows=10),
        LadderBag(label="Bag 2", rows=10),
    ),
    rows=tuple(
        LadderRow(
            state="done" if number < 9 else "current" if number == 9 else "to_come",
            step=str(number + 1),
            rate="2.5",
            minutes="15",
            start="08:26",
            given="0.0012" if number <= 9 else "",
            given_total="1,234.5" if number <= 9 else "",
            planned="12.25" if number >= 9 else "",
            planned_total="1,500" if number >= 9 else "",
            tag="NOW" if number == 9 else "",
        )
        for number in range(20)
    ),
)


@pytest.mark.parametrize("width", [1366, 1920])
@pytest.mark.parametrize("view", [samples.LADDER, LONG])
def test_columns(width: int, view: LadderView, app: object) -> None:
    theme = stage.looks("light", width).theme
    left, right = float(theme.m.bag_column), float(theme.m.columns_running[0])
    columns = columns_for(view, theme, left, right)
    spans = [columns.numbers[name] for name in NUMBERS]
    assert columns.tag < columns.flag < columns.rate_right < columns.start_right < spans[0].left + 2
    for one, after in pairwise(spans):
        assert one.right <= after.left + 0.01
    assert spans[1].right <= columns.divider <= spans[2].left
    assert spans[-1].right <= right + 0.01
    measure = theme.measure("strong")
    for row in view.rows:
        for name in NUMBERS:
            whole, mark, rest = getattr(row, name).partition(".")
            column = columns.numbers[name]
            assert column.point - measure(whole) >= column.left
            assert column.point + measure(mark + rest) <= column.right


@pytest.mark.parametrize("size", stage.SIZES)
@pytest.mark.parametrize("view", [samples.LADDER, LONG])
def test_everything_fits(size: tuple[int, int], view: LadderView, keep: Keep) -> None:
    looks = stage.looks("light", size[0])
    ladder = StepLadder(looks)
    ladder.resize(looks.theme.m.columns_running[0], round(size[1] * 0.71))
    ladder.render(view)
    keep(ladder)
    ladder.grab()
    assert ladder.clipped_texts() == []
    assert "GIVEN, mg" in ladder.painted_texts()
    assert ladder.accessibleName() == "Steps, 8 of 12 done"


def test_minutes_give_way_where_there_is_no_room(app: object) -> None:
    theme = stage.looks("light", 1920).theme
    assert columns_for(samples.LADDER, theme, 78.0, 690.0).minutes_right == 0
    assert columns_for(samples.LADDER, theme, 78.0, 800.0).minutes_right > 0


def test_an_empty_ladder_paints_its_head(looks: Looks, keep: Keep) -> None:
    ladder = StepLadder(looks)
    ladder.resize(500, 400)
    keep(ladder)
    ladder.render(replace(samples.LADDER, rows=(), bags=()))
    ladder.grab()
    assert ladder.painted_texts() == ["8 of 12 done", "Steps"]


def test_done_rows_of_the_due_list_give_way_first() -> None:
    rows = samples.DUE.rows
    assert rows_that_fit(rows, 7) == rows
    assert rows_that_fit(rows, 6) == rows[1:]
    assert rows_that_fit(rows, 3) == rows[1:4]


def test_lines() -> None:
    def measure(text: str) -> float:
        return len(text)

    assert wrapped("one two three", measure, 7) == ["one two", "three"]
    assert wrapped("incomprehensible", measure, 3) == ["incomprehensible"]
    assert wrapped("", measure, 3) == [""]
    assert balanced("Pause: you stop the pump", measure) == ("Pause: you", "stop the pump")
    assert balanced("Vitals", measure) == ("Vitals", "")
