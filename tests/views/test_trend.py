"""The chart says what the record says, at every fact and every moment, and never what it said before."""

from __future__ import annotations

from math import isnan

import msgspec
import pytest

from desens_gui.course.so_far import CourseSoFar, course_of
from desens_gui.domain.commands.check import RecordMedication, RecordNote
from desens_gui.domain.commands.restart import ResumeProgram
from desens_gui.domain.evolve.evolving import evolve
from desens_gui.domain.quantities import NS_PER_SECOND
from desens_gui.domain.recorded import PROGRAM
from desens_gui.views.parts.chart import AT_NOW, ChartView, Looking
from desens_gui.views.trend import Trend
from desens_gui.wording.words import ENGLISH
from tests import readings, trends
from tests.courses import at_step, first_bag, opened, set_up
from tests.driving import MINUTE, Chair

WINDOWS = (AT_NOW, Looking("hour"), Looking("step"))


def view(chair: Chair, looking: Looking = AT_NOW, *, live: bool = True) -> ChartView:
    return Trend(course_of(chair.records), ENGLISH).view(chair.now_ns, looking, live=live)


# ---------------------------------------------------------------- never stale


@pytest.mark.parametrize(
    "session", [trends.completed, trends.reacting, trends.paused, trends.entered_in_error]
)
def test_after_every_fact_it_is_what_a_new_one_would_be(session: object) -> None:
    chair: Chair = session()  # type: ignore[operator]
    course = CourseSoFar()
    trend = Trend(course, ENGLISH)
    assert not trend.view(0).body.marks
    for count, recorded in enumerate(chair.records, start=1):
        course.add(recorded, evolve(course.state, recorded))
        state = course.state
        assert state is not None
        looking = WINDOWS[count % 3]
        for later in (0, 40 * NS_PER_SECOND, 3600 * NS_PER_SECOND):
            at_ns = state.timeline.at_ns + later
            kept, made = trend.view(at_ns, looking), Trend(course, ENGLISH).view(at_ns, looking)
            assert msgspec.json.encode(kept) == msgspec.json.encode(made)


def test_time_alone_makes_no_new_body_and_no_new_bands() -> None:
    chair = trends.running()
    trend = Trend(course_of(chair.records), ENGLISH)
    first = trend.view(chair.now_ns)
    later = trend.view(chair.now_ns + NS_PER_SECOND)
    assert later.body is first.body
    assert later.bands is first.bands
    assert later.frame is first.frame
    assert later.readout is first.readout
    assert first.now is not None
    assert later.now is not None
    assert later.now.x == first.now.x + 1


def test_a_late_entry_stands_where_it_was_measured() -> None:
    chair = trends.running(3)
    course = course_of(chair.records)
    trend = Trend(course, ENGLISH)
    before = trend.view(chair.now_ns).body.strips[0]
    chair.do(readings.only(chair.ago(20 * MINUTE), heart_rate=99))
    for recorded in chair.records[course.state.seq if course.state else 0 :]:
        course.add(recorded, evolve(course.state, recorded))
    after = trend.view(chair.now_ns).body.strips[0]
    assert after.xs == tuple(sorted(after.xs))
    assert len(after.xs) == len(before.xs) + 1
    assert after.ys[-1] != 99
    assert 99 in after.ys


# ---------------------------------------------------------------- series


def test_every_reading_is_a_point() -> None:
    chair = trends.running()
    heart, pressure, oxygen, temperature = view(chair).body.strips
    assert list(heart.ys) == [78, 80, 81, 79, 83, 82, 85, 86, 88]
    assert pressure.ys[-1] == 119
    assert pressure.lows[-1] == 71
    assert list(oxygen.ys[1:3]) == [98, 97]
    assert temperature.ys[-1] == pytest.approx(36.8)
    assert [strip.shape for strip in view(chair).body.strips] == ["dot", "bar", "square", "triangle"]
    assert (heart.name, heart.unit) == ("HR", "per min")
    baseline = view(chair).body.strips[1].baselines
    assert list(baseline) == [124, 76]
    seconds = [chair.records[0].stamp.boot_ns / NS_PER_SECOND + x for x in heart.xs]
    checks = [
        r.stamp.boot_ns / NS_PER_SECOND for r in chair.records if type(r.event).__name__ == "CheckRecorded"
    ]
    assert seconds == pytest.approx(checks)


def test_a_pressure_without_its_lower_value_has_no_lower_end() -> None:
    chair = trends.running(2)
    chair.do(readings.only(chair.now, sbp=101, dbp=None))
    shown = view(chair)
    assert shown.body.strips[1].ys[-1] == 101
    assert isnan(shown.body.strips[1].lows[-1])
    assert shown.readout.cells[1].value == "101"
    assert shown.readout.cells[1].change == "\N{MINUS SIGN}23"


def test_a_line_is_broken_where_the_program_was_away() -> None:
    chair = trends.running(3, 60)
    stamp = chair.clock.now()
    chair.wait(5 * MINUTE)
    chair.do(ResumeProgram(last_seen=stamp, program="desens"), PROGRAM)
    chair.do(readings.only(chair.now, heart_rate=90))
    body = view(chair).body
    heart = body.strips[0]
    assert isnan(heart.ys[-2])
    assert heart.ys[-1] == 90
    ((begin, end),) = body.gaps
    assert end - begin == pytest.approx(5 * MINUTE)


def test_a_stall_of_seconds_breaks_no_line() -> None:
    chair = trends.running(3, 60)
    chair.wait(20)
    chair.tick()
    chair.do(readings.only(chair.now, heart_rate=90))
    body = view(chair).body
    assert len(body.gaps) == 1
    assert not any(isnan(y) for y in body.strips[0].ys)


def test_a_value_out_of_the_usual_range_changes_the_scale_and_says_so() -> None:
    usual = view(trends.running()).body.strips[0].scale
    assert (usual.low, usual.high, usual.note) == (50, 130, "")
    chair = trends.running(2)
    chair.do(readings.only(chair.now, heart_rate=181))
    wider = view(chair).body.strips[0].scale
    assert wider.high > 181
    assert wider.note == "wider scale"
    chair.do(readings.only(chair.now, heart_rate=290))
    assert view(chair).body.strips[0].scale == wider


def test_limits_are_those_of_the_policy_and_of_adults() -> None:
    chair = trends.running()
    limits = [strip.limits for strip in view(chair).body.strips]
    assert [[(line.y, line.tick, line.text) for line in each] for each in limits] == [
        [],
        [(90, "90", "SBP 90")],
        [(92, "92", "SpO2 92")],
        [],
    ]
    course = course_of(chair.records)
    assert course.state is not None
    assert course.state.patient is not None
    child = msgspec.structs.replace(course.state.patient, born="2020-01-01")
    course.state = msgspec.structs.replace(course.state, patient=child)
    assert not any(strip.limits for strip in Trend(course, ENGLISH).view(chair.now_ns).body.strips)
    course.state = msgspec.structs.replace(course.state, patient=None)
    assert Trend(course, ENGLISH).view(chair.now_ns).body.strips[1].limits
    course.state = msgspec.structs.replace(course.state, policy=None)
    assert not Trend(course, ENGLISH).view(chair.now_ns).body.strips[1].limits


# ---------------------------------------------------------------- bands and marks


def test_bands_of_steps_and_bags() -> None:
    chair = trends.running()
    bands = view(chair).bands
    assert [(band.text, band.state) for band in bands.steps] == [
        *((str(number), "done") for number in range(1, 9)),
        ("9", "current"),
        ("10", "next"),
    ]
    current, following = bands.steps[-2:]
    assert current.x1 - current.x0 == pytest.approx(15 * MINUTE)
    assert following.x0 == current.x1
    assert [bag.texts[0] for bag in bands.bags] == [
        "Bag 1 \N{MIDDLE DOT} 0.016 mg/mL",
        "Bag 2 \N{MIDDLE DOT} 0.16 mg/mL",
        "Bag 3 \N{MIDDLE DOT} 1.587 mg/mL",
    ]
    assert [bag.tint for bag in bands.bags] == [0, 1, 2]
    assert bands.bags[0].x1 < bands.bags[1].x0  # the pump stood while the bag was changed
    assert not bands.stopped


def test_a_step_that_runs_over_grows_with_time() -> None:
    chair = trends.running(9, 20 * MINUTE)
    current = view(chair).bands.steps[-2]
    assert current.x1 >= chair.now_ns / NS_PER_SECOND
    assert current.x1 - chair.now_ns / NS_PER_SECOND <= 30


def test_a_pause_and_a_reaction_are_hatched_and_promise_no_next_step() -> None:
    ((begin, end),) = view(trends.paused()).bands.stopped
    assert end - begin == pytest.approx(12 * MINUTE + 5)
    chair = trends.reacting()
    shown = view(chair)
    assert shown.bands.steps[-1].state == "current"
    ((begin, end),) = shown.bands.stopped
    assert end >= chair.now_ns / NS_PER_SECOND
    assert "reaction" in {glyph for glyph, _ in shown.body.legend}


def test_the_last_step_is_planned_until_the_bag_is_empty_and_has_no_next() -> None:
    chair = trends.running(12, 60)
    last = view(chair).bands.steps[-1]
    assert (last.text, last.state) == ("12", "current")
    assert last.x1 - last.x0 > 150 * MINUTE


def test_marks_and_their_legend() -> None:
    chair = trends.running()
    body = view(chair).body
    glyphs = [mark.glyph for mark in body.marks]
    assert glyphs.count("check") == 9
    assert glyphs.count("medication") == glyphs.count("sign") == 1
    assert [name for _, name in body.legend] == ["sign", "medication", "check"]
    shown = view(trends.entered_in_error()).body.marks
    assert [mark.struck for mark in shown if mark.glyph == "reaction"] == [True]
    ended = view(trends.completed()).body.marks
    assert [mark.glyph for mark in ended[-2:]] == ["check", "end"]


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
