"""The chart of a course, from its facts. Scales are for the eye only: widened to hold every reading."""

from __future__ import annotations

from fractions import Fraction

from desens_gui.course.bands import bag_bands, step_bands
from desens_gui.course.intervals import StopCause
from desens_gui.course.marks import MarkKind
from desens_gui.course.vitals_series import Point, unbroken
from desens_gui.domain.ages import age_in_years
from desens_gui.domain.policy import StopLimit
from desens_gui.domain.quantities import NS_PER_MINUTE
from desens_gui.handover.chart import Chart, Limit, MarkName, Reading, Sign, StopBand, Strip, TimeTick
from desens_gui.handover.mark_names import mark_name
from desens_gui.handover.told import Told
from desens_gui.wording.numbers import concentration, number
from desens_gui.wording.vitals import short_name, unit

SCALES: dict[str, tuple[int, int, Fraction]] = {
    "heart_rate": (50, 120, Fraction(5)),
    "sbp": (60, 140, Fraction(10)),
    "spo2": (90, 100, Fraction(1)),
    "temp": (36, 38, Fraction(1, 2)),
}
"""Least and most of an axis while every reading lies within, and its steps when widened: for drawing."""

TICKS = {"heart_rate": (60, 80, 100, 120), "sbp": (60, 90, 120), "spo2": (92, 96, 100), "temp": (36, 37, 38)}
TICK_MINUTES = (1, 2, 5, 10, 15, 30, 60, 120, 240)
MOST_TIMES = 11
SHOWN_ELSEWHERE = frozenset({MarkKind.CHECK, MarkKind.BAG_CHANGE})
"""A check is its readings, a bag change the edge of a band."""
MARGIN = 60  # a sixtieth of the time on either side, so that no mark stands on the frame


def course_chart(told: Told) -> Chart:
    course, words = told.course, told.words
    runs = course.steps(told.at_ns)
    from_ns, to_ns = _span(told)
    bags = told.state.plan.bags if told.state.plan is not None else ()
    marks = tuple(mark for mark in course.marks.all() if mark.kind not in SHOWN_ELSEWHERE)
    return Chart(
        from_ns=from_ns,
        to_ns=to_ns,
        bags=bag_bands(runs, told.at_ns),
        bag_names=tuple(
            words(
                "Bag {bag} \N{MIDDLE DOT} {strength}",
                bag=bag.number,
                strength=concentration(bag.concentration, words),
            )
            for bag in bags
        ),
        bag_short=tuple(words("Bag {bag}", bag=bag.number) for bag in bags),
        steps=step_bands(runs, told.at_ns),
        step_label=words("Step"),
        stopped=tuple(
            StopBand(stop.from_ns, told.at_ns if stop.to_ns is None else stop.to_ns, words("stopped"))
            for stop in course.intervals.stopped
            if stop.cause is not StopCause.END
        ),
        gaps=course.intervals.gaps,
        strips=_strips(told),
        marks=marks,
        mark_label=words("Event"),
        mark_names=tuple(
            MarkName(kind, mark_name(words, kind))
            for kind in MarkKind
            if any(mark.kind is kind for mark in marks)
        ),
        times=_times(told, from_ns, to_ns),
    )


def _span(told: Told) -> tuple[int, int]:
    """From the first reading, mark or step to the moment told of, with a margin."""
    course = told.course
    firsts = [course.vitals.points(name)[0].at_ns for name in SCALES if course.vitals.points(name)]
    firsts += [mark.at_ns for mark in course.marks.all()]
    firsts += [run.started_ns for run in course.steps(told.at_ns)[:1]]
    from_ns = min([*firsts, told.at_ns])
    margin = max((told.at_ns - from_ns) // MARGIN, NS_PER_MINUTE)
    return from_ns - margin, told.at_ns + margin


def _strips(told: Told) -> tuple[Strip, ...]:
    words = told.words
    bars = [*told.course.vitals.points("sbp"), *told.course.vitals.points("dbp")]
    return (
        _strip(told, "heart_rate", Sign.DOT, told.course.vitals.points("heart_rate")),
        _strip(told, "sbp", Sign.BAR, bars, name=short_name(words, "blood_pressure")),
        _strip(told, "spo2", Sign.SQUARE, told.course.vitals.points("spo2")),
        _strip(told, "temp", Sign.TRIANGLE, told.course.vitals.points("temp")),
    )


def _strip(
    told: Told, code: str, sign: Sign, points: list[Point] | tuple[Point, ...], name: str = ""
) -> Strip:
    least, most, by = SCALES[code]
    low, high = _widened(least, most, by, points)
    limits = _limits(told, code, low, high)
    return Strip(
        name=name or short_name(told.words, code),
        unit=unit(told.words, code),
        sign=sign,
        low=low,
        high=high,
        ticks=_ticks(code, low, high, [limit.value for limit in limits]),
        limits=limits,
        stretches=_pressures(told) if sign is Sign.BAR else _stretches(told, code),
    )


def _widened(
    least: int, most: int, step: Fraction, points: list[Point] | tuple[Point, ...]
) -> tuple[Fraction, Fraction]:
    """The usual range, widened by whole steps until every reading lies within."""
    low, high = Fraction(least), Fraction(most)
    values = [point.value for point in points]
    below, above = min([low, *values]), max([high, *values])
    return low - -((below - low) // step) * step, high + -((high - above) // step) * step


def _ticks(code: str, low: Fraction, high: Fraction, limits: list[Fraction]) -> tuple[Limit, ...]:
    """The ends of a widened axis first, then the usual numbers; what is a limit has its own line."""
    least, most, _ = SCALES[code]
    ends = [*([low] if low < least else []), *([high] if high > most else [])]
    usual = [Fraction(tick) for tick in TICKS[code]]
    return tuple(Limit(value, number(value)) for value in (*ends, *usual) if value not in limits)


def _limits(told: Told, code: str, low: Fraction, high: Fraction) -> tuple[Limit, ...]:
    values = [limit.value.value for limit in stop_limits(told) if limit.item == code]
    return tuple(Limit(value, number(value)) for value in values if low <= value <= high)


def stop_limits(told: Told) -> tuple[StopLimit, ...]:
    """The stop limits of the policy that have a strip; none for a patient whom adult limits are not for."""
    policy, patient = told.state.policy, told.state.patient
    if policy is None:
        return ()
    last = told.state.timeline.last
    if patient is not None and age_in_years(patient.born, last) < policy.adult_limits_from_years.value:
        return ()
    return tuple(limit for limit in policy.stop_limits if limit.item in SCALES)


def _stretches(told: Told, code: str) -> tuple[tuple[Reading, ...], ...]:
    stretches = unbroken(told.course.vitals.points(code), told.course.intervals.gaps)
    return tuple(tuple(Reading(point.at_ns, point.value) for point in stretch) for stretch in stretches)


def _pressures(told: Told) -> tuple[tuple[Reading, ...], ...]:
    """Systolic and diastolic of one fact together."""
    diastolic = {point.seq: point.value for point in told.course.vitals.points("dbp")}
    points = told.course.vitals.points("sbp")
    return (tuple(Reading(point.at_ns, point.value, diastolic.get(point.seq)) for point in points),)


def _times(told: Told, from_ns: int, to_ns: int) -> tuple[TimeTick, ...]:
    """Round times of day in the display zone, as close as the paper can show."""
    span_min = (to_ns - from_ns) // NS_PER_MINUTE
    every = next((each for each in TICK_MINUTES if span_min // each < MOST_TIMES), TICK_MINUTES[-1])
    every_us = every * 60_000_000
    clock = told.course.clock
    zone_us = clock.zone_offset_min(max(0, from_ns)) * 60_000_000
    first_us = clock.utc_us(max(0, from_ns)) + zone_us + min(0, from_ns) // 1000
    ticks = []
    for count in range(span_min // every + 2):
        at_us = (-(-first_us // every_us) + count) * every_us - zone_us
        at_ns = clock.at_ns(at_us)
        if from_ns <= at_ns <= to_ns:
            ticks.append(TimeTick(at_ns, told.hh_mm(at_ns)))
    return tuple(ticks)
