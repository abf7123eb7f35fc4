"""Which stretch the chart shows, what is read beside it, and the stages without much to show."""

from __future__ import annotations

import pytest

from desens_gui.course.so_far import CourseSoFar, course_of
from desens_gui.domain.commands.check import RecordMedication, RecordNote
from desens_gui.domain.quantities import NS_PER_SECOND
from desens_gui.views.parts.chart import AT_NOW, ChartView, Looking
from desens_gui.views.trend import Trend
from desens_gui.wording.words import ENGLISH
from tests import readings, trends
from tests.courses import at_step, first_bag, opened, set_up
from tests.driving import MINUTE, Chair

WINDOWS = (AT_NOW, Looking("hour"), Looking("step"))


def view(chair: Chair, looking: Looking = AT_NOW, *, live: bool = True) -> ChartView:
    return Trend(course_of(chair.records), ENGLISH).view(chair.now_ns, looking, live=live)


# ---------------------------------------------------------------- time


def test_ticks_stand_at_round_times_of_the_display_zone() -> None:
    chair = trends.running()
    shown = view(chair)
    frame = shown.frame
    opened_us = chair.records[0].stamp.utc_us
    for tick in frame.ticks:
        local_us = opened_us + round(tick.x * 1_000_000) + chair.session.zone_offset_min * 60_000_000
        minutes = local_us / 60_000_000 % (24 * 60)
        assert tick.text == f"{int(minutes // 60):02d}:{round(minutes % 60):02d}"
        assert round(minutes) % 30 == 0
    assert frame.x0 <= min(x for strip in shown.body.strips for x in strip.xs)
    assert shown.now is not None
    assert frame.x0 < shown.now.x < frame.x1
    assert shown.now.text == "now 13:17"


@pytest.mark.parametrize("hours", [0, 1, 3, 5, 8, 13, 20, 40, 100])
def test_the_stretch_always_holds_now(hours: int) -> None:
    chair = trends.running(12, 60)
    trend = Trend(course_of(chair.records), ENGLISH)
    at_ns = chair.now_ns + hours * 3600 * NS_PER_SECOND
    frame = trend.view(at_ns).frame
    assert frame.x0 < at_ns / NS_PER_SECOND <= frame.x1
    assert 2 <= len(frame.ticks) <= 14


def test_one_hour_moves_in_jumps_and_follows_the_crosshair() -> None:
    chair = trends.running()
    trend = Trend(course_of(chair.records), ENGLISH)
    first = trend.view(chair.now_ns, Looking("hour")).frame
    assert first.x1 - first.x0 == 60 * MINUTE
    assert trend.view(chair.now_ns + 60 * NS_PER_SECOND, Looking("hour")).frame == first
    early = trend.body().strips[0].xs[1]
    around = trend.view(chair.now_ns, Looking("hour", early)).frame
    assert around.x0 < early < around.x1 < first.x1
    near = trend.body().strips[0].xs[-1]
    assert trend.view(chair.now_ns, Looking("hour", near)).frame == first


def test_one_step_is_the_present_one_or_that_of_the_crosshair() -> None:
    chair = trends.running()
    trend = Trend(course_of(chair.records), ENGLISH)
    bands = trend.view(chair.now_ns).bands.steps
    frame = trend.view(chair.now_ns, Looking("step")).frame
    assert frame.x0 < bands[8].x0 < bands[8].x1 < frame.x1
    assert frame.x1 - frame.x0 == 30 * MINUTE
    frame = trend.view(chair.now_ns, Looking("step", bands[2].x0 + 5)).frame
    assert frame.x0 < bands[2].x0 < bands[2].x1 < frame.x1
    before = trend.view(chair.now_ns, Looking("step", 0.0)).frame
    assert before.x0 < bands[0].x0 < before.x1


# ---------------------------------------------------------------- readings


def test_the_newest_readings_with_their_change() -> None:
    read = view(trends.running()).readout
    assert (read.time, read.note) == ("13:05", "from 11:01")
    assert [(cell.value, cell.change, cell.time) for cell in read.cells] == [
        ("88", "+10", ""),
        ("119/71", "\N{MINUS SIGN}5/\N{MINUS SIGN}5", ""),
        ("97", "\N{MINUS SIGN}1", ""),
        ("36.8", "+0.2", ""),
    ]
    assert "HR 88 per min, +10 from baseline" in read.spoken
    assert not read.rings


def test_an_older_reading_says_when_it_was_taken() -> None:
    chair = trends.running()
    chair.do(readings.only(chair.now, heart_rate=92))
    read = view(chair).readout
    assert (read.time, read.cells[0].time) == ("13:17", "")
    assert read.cells[3].time == "13:05"
    assert "Temp 36.8 °C, +0.2 from baseline, measured 13:05" in read.spoken


def test_the_crosshair_reads_what_was_measured_by_then() -> None:
    chair = trends.running()
    trend = Trend(course_of(chair.records), ENGLISH)
    xs = trend.body().strips[0].xs
    shown = trend.view(chair.now_ns, Looking("all", xs[2] + 1))
    assert shown.cursor is not None
    assert shown.readout.cells[0].value == "81"
    assert list(shown.readout.rings[0]) == [0, xs[2], 81]
    assert {place for place, _, _ in shown.readout.rings} == {0, 2, 3}
    assert shown.cursor.text.count(":") == 2
    base = trend.view(chair.now_ns, Looking("all", xs[0])).readout
    assert [cell.change for cell in base.cells] == [""] * 4
    nothing = trend.view(chair.now_ns, Looking("all", xs[0] - 1)).readout
    assert {cell.value for cell in nothing.cells} == {"\N{EN DASH}"}
    assert nothing.spoken == "Nothing measured yet"


# ---------------------------------------------------------------- stages without much to show


def test_before_the_first_fact_and_in_set_up() -> None:
    empty = Trend(CourseSoFar(), ENGLISH).view(0, Looking("all", 5.0))
    assert empty.frame.x1 > empty.frame.x0
    assert empty.now is None
    assert empty.cursor is not None
    for chair in (opened(), set_up(), first_bag()):
        for looking in WINDOWS:
            shown = view(chair, looking)
            assert not shown.bands.steps
            assert shown.now is not None
    chair = set_up()
    chair.do(RecordNote(text="x"))
    assert view(chair).body.marks


def test_a_session_that_is_over_has_no_now() -> None:
    chair = trends.completed()
    shown = view(chair)
    assert shown.now is None
    assert shown.back.label == "Newest"
    assert shown.bands.steps[-1].state == "done"
    last = shown.body.marks[-1].x
    assert shown.frame.x0 < last < shown.frame.x1
    assert view(trends.running(), live=False).now is None
    assert view(trends.running(), live=False).bands.steps[-1].state == "current"
    early = at_step(1)
    early.do(RecordMedication(drug="a", dose="1 mg", route="IV"))
    assert view(early, live=False).frame.x1 > early.now_ns / NS_PER_SECOND


def test_the_window_chosen_is_marked() -> None:
    for looking in WINDOWS:
        options = view(trends.running(), looking).windows.options
        assert [option.code for option in options if option.chosen] == [looking.window]
