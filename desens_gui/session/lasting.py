"""Faults of the machine that come and go are one alarm: each stands until it was gone for a while."""

from __future__ import annotations

from collections.abc import Iterable

from desens_gui.domain.events.alarm import AlarmCode

GONE_AFTER_NS = 60_000_000_000
"""Writing down that a slow disk caught up is slow itself: without this each such fact would alarm anew."""


class Lasting:
    def __init__(self) -> None:
        self._seen_ns: dict[AlarmCode, int] = {}

    def of(self, true: Iterable[AlarmCode], at_ns: int) -> tuple[AlarmCode, ...]:
        """What is true now or was a short time ago, by the run's own clock; in a fixed order."""
        for alarm in true:
            self._seen_ns[alarm] = at_ns
        self._seen_ns = {alarm: seen for alarm, seen in self._seen_ns.items() if at_ns - seen < GONE_AFTER_NS}
        return tuple(alarm for alarm in AlarmCode if alarm in self._seen_ns)
