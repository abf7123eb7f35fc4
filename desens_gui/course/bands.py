"""The bands behind the chart: which step ran when, and from which bag."""

from __future__ import annotations

import msgspec

from desens_gui.course.steps import StepCourse


class StepBand(msgspec.Struct, frozen=True):
    """to_ns is the moment asked about while the step is the present one."""

    from_ns: int
    to_ns: int
    step: int
    bag: int


class BagBand(msgspec.Struct, frozen=True):
    """From the first step of a bag to the last one that follows it without another bag between."""

    from_ns: int
    to_ns: int
    bag: int


def step_bands(courses: tuple[StepCourse, ...], at_ns: int) -> tuple[StepBand, ...]:
    return tuple(
        StepBand(
            course.started_ns, at_ns if course.ended_ns is None else course.ended_ns, course.step, course.bag
        )
        for course in courses
    )


def bag_bands(courses: tuple[StepCourse, ...], at_ns: int) -> tuple[BagBand, ...]:
    bands: list[BagBand] = []
    for band in step_bands(courses, at_ns):
        if bands and bands[-1].bag == band.bag:
            bands[-1] = BagBand(bands[-1].from_ns, band.to_ns, band.bag)
        else:
            bands.append(BagBand(band.from_ns, band.to_ns, band.bag))
    return tuple(bands)
