"""A time of day as typed beside a value; whether it can be is left to the rules."""

from __future__ import annotations

import re

from desens_gui.domain.instants import Utc
from desens_gui.views.scene import Scene
from desens_gui.wording.typed import shown

DAY_S = 24 * 3600
_TIME = re.compile(r"(\d{1,2})[:.]?(\d{2})(?:[:.](\d{2}))?", re.ASCII)


def second_of_day(text: str) -> int | None:
    """ "10:42", "10:42:12", "10.42" or "1042"; None when it is no time of day."""
    found = _TIME.fullmatch(text.strip())
    if not found:
        return None
    hour, minute, second = (int(part or 0) for part in found.groups())
    if hour > 23 or minute > 59 or second > 59:
        return None
    return hour * 3600 + minute * 60 + second


def typed_time(scene: Scene, text: str) -> Utc | None:
    """A moment of the last hours, in the display zone; None when it is no time of day.

    Shortly after midnight a time late in the evening is yesterday's.
    """
    second = second_of_day(text)
    if second is None:
        return None
    shift_us = scene.session.zone_offset_min * 60_000_000
    local_us = scene.stamp.utc_us + shift_us
    midnight_us = local_us - local_us % (DAY_S * 1_000_000)
    at_us = midnight_us + second * 1_000_000
    if at_us - local_us > DAY_S // 2 * 1_000_000:
        at_us -= DAY_S * 1_000_000
    return Utc(at_us - shift_us)


def time_sentence(scene: Scene, text: str) -> str:
    """Why the text is no time."""
    return scene.words("“{typed}” is not a time; write for example 10:42.", typed=shown(text.strip()))
