"""Which stretch of time the chart shows, and the ticks of its axis at round times of the display zone.

The stretch moves in jumps and its lengths are few, so that the picture stands still between two readings.
"""

from __future__ import annotations

import msgspec

from desens_gui.course.clock import WallClock
from desens_gui.domain.instants import US
from desens_gui.domain.quantities import NS_PER_MINUTE
from desens_gui.views.parts.chart import TimeFrame, TimeTick
from desens_gui.views.trend_series import seconds
from desens_gui.wording import moments

US_PER_MINUTE = NS_PER_MINUTE // US
HOUR_MIN = 60
AHEAD_MIN = 10
"""Between the newest moment and the right edge of the window of one hour, at most."""


class _Length(msgspec.Struct, frozen=True):
    """Minutes: length, where it may begin, from tick to tick, and between ticks that keep a label."""

    span: int
    start: int
    tick: int
    major: int


LENGTHS = (
    _Length(30, 5, 5, 10),
    _Length(60, 10, 10, 30),
    _Length(90, 15, 15, 30),
    _Length(120, 15, 30, 60),
    _Length(180, 15, 30, 60),
    _Length(240, 30, 30, 60),
    _Length(360, 30, 60, 120),
    _Length(540, 30, 60, 120),
    _Length(720, 60, 120, 240),
    _Length(1080, 60, 180, 360),
    _Length(1440, 120, 240, 480),
    _Length(2880, 240, 480, 960),
)


def fitted(clock: WallClock, from_ns: int, to_ns: int) -> TimeFrame:
    """The shortest of the lengths that holds both moments, beginning at a round time."""
    for length in LENGTHS:
        start = _floor(clock, from_ns, length.start)
        if start + length.span * NS_PER_MINUTE >= to_ns:
            return _frame(clock, start, length)
    longest = LENGTHS[-1]
    start = _floor(clock, to_ns, longest.start) + (longest.start - longest.span) * NS_PER_MINUTE
    return _frame(clock, start, longest)


def one_hour(clock: WallClock, now_ns: int, cursor_ns: int | None) -> TimeFrame:
    """The hour up to now; or, where that does not hold the crosshair, the hour around it."""
    length = LENGTHS[1]
    start = _floor(clock, now_ns, AHEAD_MIN // 2) + (AHEAD_MIN - HOUR_MIN) * NS_PER_MINUTE
    if cursor_ns is not None and not start <= cursor_ns <= start + HOUR_MIN * NS_PER_MINUTE:
        start = _floor(clock, cursor_ns, length.major) - length.major * NS_PER_MINUTE // 2
    return _frame(clock, start, length)


def _floor(clock: WallClock, at_ns: int, minutes: int) -> int:
    """The last moment before it that shows a round time."""
    local = clock.utc_us(at_ns) + clock.zone_offset_min(at_ns) * US_PER_MINUTE
    return at_ns - local % (minutes * US_PER_MINUTE) * US


def _frame(clock: WallClock, start_ns: int, length: _Length) -> TimeFrame:
    end_ns = start_ns + length.span * NS_PER_MINUTE
    ticks = []
    offset = clock.zone_offset_min(start_ns)
    step = length.tick * US_PER_MINUTE
    utc_us = clock.utc_us(start_ns)
    utc_us += -(utc_us + offset * US_PER_MINUTE) % step
    while (at_ns := clock.at_ns(utc_us)) <= end_ns:
        local_min = utc_us // US_PER_MINUTE + offset
        text = moments.hour_minute(utc_us, offset)
        ticks.append(TimeTick(seconds(at_ns), text, local_min % length.major == 0))
        utc_us += step
    return TimeFrame(x0=seconds(start_ns), x1=seconds(end_ns), ticks=tuple(ticks))
