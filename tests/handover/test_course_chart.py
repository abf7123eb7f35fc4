"""The chart as a value: what is drawn, over which time, on which scale."""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from desens_gui.course.marks import MarkKind
from desens_gui.domain.commands.ending import StopToday
from desens_gui.domain.commands.pump import ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.quantities import NS_PER_MINUTE
from desens_gui.handover.chart import Chart, Sign, Strip
from desens_gui.handover.course_chart import course_chart, stop_limits
from desens_gui.handover.mark_names import mark_name
from desens_gui.wording.words import ENGLISH
from tests.courses import at_step, first_bag, opened
from tests.driving import MINUTE, Chair
from tests.handover.sessions import as_patient, completed, reacted, told, troubled


def chart(chair: Chair) -> Chart:
    return course_chart(told(chair))


def strip(chair: Chair, sign: Sign) -> Strip:
    return next(strip for strip in chart(chair).strips if strip.sign is sign)


def ends(found: Strip) -> str:
    return f"{found.low} {found.high}"


def test_every_reading_is_there_and_within_its_axis() -> None:
    for chair in (completed(), reacted(), troubled()):
        for each in chart(chair).strips:
            readings = [reading for stretch in each.stretches for reading in stretch]
            assert readings
            assert all(each.low <= reading.value <= each.high for reading in readings)
            assert all(reading.low is None or each.low <= reading.low for reading in readings)


def test_an_axis_stays_as_usual_and_is_widened_by_whole_steps_only() -> None:
    usual = strip(completed(), Sign.DOT)
    assert ends(usual) == "50 120"
    assert [tick.label for tick in usual.ticks] == ["60", "80", "100", "120"]
    wide = strip(reacted(), Sign.DOT)
    assert ends(wide) == "50 130"
    assert [tick.label for tick in wide.ticks] == ["130", "60", "80", "100", "120"]
    low = strip(reacted(), Sign.SQUARE)
    assert ends(low) == "89 100"
    assert [tick.label for tick in low.ticks] == ["89", "96", "100"]
    assert strip(reacted(), Sign.TRIANGLE).high == Fraction(77, 2)


def test_blood_pressure_is_a_bar_and_a_mark_where_only_the_systolic_was_felt() -> None:
    (stretch,) = strip(reacted(), Sign.BAR).stretches
    assert stretch[0].value == 124
    assert stretch[0].low == 76
    assert stretch[-2].value == 84
    assert stretch[-2].low is None


def test_stop_limits_are_lines_for_those_whom_they_are_for() -> None:
    assert [limit.label for limit in strip(completed(), Sign.BAR).limits] == ["90"]
    child = as_patient(completed(), born="2020-01-01")
    assert strip(child, Sign.BAR).limits == ()
    assert [tick.label for tick in strip(child, Sign.BAR).ticks] == ["60", "90", "120"]
    assert stop_limits(told(opened())) == ()
    nobody = completed()
    nobody.state = replace(nobody.session, patient=None)
    assert len(stop_limits(told(nobody))) == 2


def test_bags_and_steps_behind_and_their_names() -> None:
    found = chart(completed())
    assert [band.bag for band in found.bags] == [1, 2, 3]
    assert [band.step for band in found.steps] == list(range(1, 13))
    assert found.bag_names[1] == "Bag 2 \N{MIDDLE DOT} 0.16 mg/mL"
    assert found.bag_short[1] == "Bag 2"


def test_stops_are_hatched_up_to_now_while_they_last_and_the_end_is_none() -> None:
    assert len(chart(completed()).stopped) == 2, "the bag changes"
    paused = troubled()
    assert max(stop.to_ns - stop.from_ns for stop in chart(paused).stopped) == 32 * NS_PER_MINUTE
    reaction = at_step(2)
    reaction.do(CallReaction())
    reaction.do(ReportPumpStopped())
    reaction.wait(MINUTE)
    reaction.check()
    assert chart(reaction).stopped[-1].to_ns == reaction.session.timeline.at_ns


def test_a_line_is_not_drawn_across_a_time_when_nobody_looked() -> None:
    chair = troubled()
    chair.wait(MINUTE)
    chair.check()
    assert len(strip(chair, Sign.DOT).stretches) == 2
    assert len(chart(chair).gaps) == 1


def test_marks_without_those_that_are_shown_elsewhere_and_only_names_that_are_used() -> None:
    found = chart(troubled())
    kinds = {mark.kind for mark in found.marks}
    assert MarkKind.CHECK not in kinds
    assert {entry.kind for entry in found.mark_names} == kinds
    assert [mark.struck for mark in found.marks if mark.kind is MarkKind.REACTION] == [True]


def test_every_mark_has_a_name_of_its_own() -> None:
    assert len({mark_name(ENGLISH, kind) for kind in MarkKind}) == len(MarkKind)


def test_times_are_round_and_few_from_minutes_to_a_whole_day() -> None:
    assert [tick.label for tick in chart(completed()).times] == [f"{hour}:00" for hour in range(11, 18)]
    short = chart(at_step(1))
    assert [tick.label for tick in short.times] == ["11:00", "11:01", "11:02", "11:03"]
    long = at_step(2)
    long.wait(40 * 60 * MINUTE)
    long.check()
    assert [tick.label for tick in chart(long).times][:3] == ["12:00", "16:00", "20:00"]
    assert len(chart(long).times) < 12


def test_a_course_that_begins_with_the_pump_or_with_nothing() -> None:
    begun = first_bag()
    assert chart(begun).bags == ()
    nothing = opened()
    found = chart(nothing)
    assert found.to_ns > found.from_ns
    assert found.strips[0].stretches == ()
    assert found.bag_names == ()
    nothing.do(StopToday(ending=Ending.EVACUATED))
    assert chart(nothing).marks
