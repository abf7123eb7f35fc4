"""Where the columns of the vital signs stand, for one width of their card."""

from __future__ import annotations

from msgspec import Struct

from desens_gui.ui.theme import Theme

LABEL = (96, 138)  # px: narrow, wide
TIME = (66, 104)
READ = (47, 78)  # each of "last" and "baseline"
CHANGE = (58, 96)
BETWEEN = (4, 12)


class VitalColumns(Struct, frozen=True, kw_only=True):
    """Left edges, and right edges where numbers are read."""

    label: int
    label_right: int
    now: int
    now_right: int
    time: int
    time_right: int
    last_right: int
    base_right: int
    change_right: int


def columns_at(theme: Theme, width: int) -> VitalColumns:
    wide = theme.m.min_width > 0
    pad, between = theme.m.pad if wide else 8, BETWEEN[wide]
    change = width - pad
    base = change - CHANGE[wide]
    last = base - READ[wide]
    time_right = last - READ[wide]
    time = time_right - TIME[wide]
    label = pad
    now = label + LABEL[wide] + between
    return VitalColumns(
        label=label,
        label_right=now - between,
        now=now,
        now_right=time - between,
        time=time,
        time_right=time_right,
        last_right=last,
        base_right=base,
        change_right=change,
    )
