"""Times as a scenario writes them: "1 min 30 s", "00:15:00" since the start, "30 s ago"."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from desens_gui.domain.instants import Utc
from desens_gui.domain.quantities import NS_PER_HOUR, NS_PER_MINUTE, NS_PER_SECOND

SPAN_LIKE = ("30 s", "5 min", "1 h 30 min", "1 min 30 s")
ELAPSED_LIKE = ("00:15:00",)
MOMENT_LIKE = ("now", "30 s ago", "in 12 h", "10:42:12", "2026-11-22T09:42:12Z")

_SPAN = re.compile(r"(?:(\d{1,4}) h)?(?: ?(\d{1,5}) min)?(?: ?(\d{1,6}(?:\.\d{1,3})?) s)?", re.ASCII)
_ELAPSED = re.compile(r"(\d{1,3}):([0-5]\d):([0-5]\d)", re.ASCII)
_TIME_OF_DAY = re.compile(r"([01]\d|2[0-3]):([0-5]\d):([0-5]\d)", re.ASCII)
_US_PER_S = 1_000_000


def span_ns(text: str) -> int | None:
    """Nanoseconds of "1 h 30 min", "0.5 s"; None for anything else."""
    found = _SPAN.fullmatch(text)
    if not text or text != text.strip() or found is None:
        return None
    hours, minutes, seconds = (Fraction(part or 0) for part in found.groups())
    return int(hours * NS_PER_HOUR + minutes * NS_PER_MINUTE + seconds * NS_PER_SECOND)


def signed_span_ns(text: str) -> int | None:
    """ "+1 h", "-20 min": the sign must be written."""
    size = span_ns(text[1:])
    if size is None or text[0] not in "+-":
        return None
    return size if text[0] == "+" else -size


def elapsed_ns(text: str) -> int | None:
    """Nanoseconds of "00:15:00", hours up to 999."""
    found = _ELAPSED.fullmatch(text)
    if found is None:
        return None
    hours, minutes, seconds = (int(part) for part in found.groups())
    return ((hours * 60 + minutes) * 60 + seconds) * NS_PER_SECOND


def moment(text: str, now_us: int, zone_offset_min: int) -> Utc | None:
    """The moment meant by a text at a wall time; a time of day is that of the same local day."""
    if text == "now":
        return Utc(now_us)
    if text.endswith(" ago"):
        return _moved(now_us, span_ns(text.removesuffix(" ago")), -1)
    if text.startswith("in "):
        return _moved(now_us, span_ns(text.removeprefix("in ")), 1)
    if _TIME_OF_DAY.fullmatch(text):
        return _today(text, now_us, zone_offset_min)
    try:
        return Utc.of(text)
    except ValueError:
        return None


def _moved(now_us: int, ns: int | None, sign: int) -> Utc | None:
    return None if ns is None else Utc(now_us + sign * ns // 1000)


def _today(text: str, now_us: int, zone_offset_min: int) -> Utc:
    zone = timedelta(minutes=zone_offset_min)
    local = datetime.fromtimestamp(now_us // _US_PER_S, tz=UTC) + zone
    hours, minutes, seconds = (int(part) for part in text.split(":"))
    meant = local.replace(hour=hours, minute=minutes, second=seconds, microsecond=0) - zone
    return Utc(int(meant.timestamp()) * _US_PER_S)
