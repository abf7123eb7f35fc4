"""The chart says what the record says, at every fact, and never what it said before."""

from __future__ import annotations

from math import isnan

import msgspec
import pytest

from desens_gui.course.so_far import CourseSoFar, course_of
from desens_gui.domain.commands.restart import ResumeProgram
from desens_gui.domain.evolve.evolving import evolve
from desens_gui.domain.quantities import NS_PER_SECOND
from desens_gui.domain.recorded import PROGRAM
from desens_gui.views.parts.chart import AT_NOW, ChartView, Looking
from desens_gui.views.trend import Trend
from desens_gui.wording.words import ENGLISH
from tests import readings, trends
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
    chair.do(readings.only(chair.now, spo2=100, heart_rate=126))
    assert not any(strip.scale.note for strip in view(chair).body.strips)
    chair.do(readings.only(chair.now, heart_rate=129))  # would be cut by the frame
    assert view(chair).body.strips[0].scale.note
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
