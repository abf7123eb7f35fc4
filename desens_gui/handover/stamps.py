"""Moments for other programs: UTC as ISO 8601, and the time of day that was shown at the chair."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from desens_gui.course.so_far import CourseSoFar
from desens_gui.domain.instants import Utc

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def utc_and_local(course: CourseSoFar, at_ns: int | None) -> tuple[str, str]:
    """ "2026-11-22T09:42:12Z" and "2026-11-22 10:42:12"; both empty for None."""
    if at_ns is None:
        return "", ""
    utc_us = course.clock.utc_us(at_ns)
    return Utc(utc_us).text, local(utc_us, course.clock.zone_offset_min(at_ns))


def local(utc_us: int, zone_offset_min: int) -> str:
    """Whole seconds, cut off as on a clock; spreadsheet programs read this form as a time."""
    moment = _EPOCH + timedelta(microseconds=utc_us, minutes=zone_offset_min)
    return f"{moment:%Y-%m-%d %H:%M:%S}"
