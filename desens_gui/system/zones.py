"""The zone in which times are shown, by its name in the time zone database."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LOCALTIME = Path("/etc/localtime")
_FALLBACK = "UTC"


class UnknownZone(Exception):
    """No zone of that name in the time zone database."""


class DisplayZone:
    """A display zone; UnknownZone for a name the database does not have."""

    def __init__(self, name: str) -> None:
        try:
            self._zone = ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:  # a folder of zones is an OSError
            raise UnknownZone(name) from error
        self._name = name

    @property
    def name(self) -> str:
        return self._name

    def offset_min(self, utc_us: int) -> int:
        offset = (_EPOCH + timedelta(microseconds=utc_us)).astimezone(self._zone).utcoffset()
        return (offset or timedelta(0)) // timedelta(minutes=1)


def system_zone(localtime: Path = _LOCALTIME, system: str = sys.platform) -> DisplayZone:
    """The machine's own zone; UTC where it has none that can be named."""
    for name in (os.environ.get("TZ", "").removeprefix(":"), _linked(localtime), _windows(system)):
        if name:
            try:
                return DisplayZone(name)
            except UnknownZone:
                continue
    return DisplayZone(_FALLBACK)


def _linked(localtime: Path) -> str:
    """Linux and macOS: /etc/localtime is a link into the database."""
    try:
        target = localtime.readlink()
    except OSError:
        return ""
    return target.as_posix().partition("zoneinfo/")[2]


def _windows(system: str) -> str:
    """Windows has names of its own; Babel carries the table from one to the other. Not tried on Windows."""
    if system != "win32":
        return ""
    from babel.localtime import get_localzone

    return str(getattr(get_localzone(), "key", ""))
