"""Only the points that can be seen: those inside the window, at most two for each pixel."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
APART_PX = 3
"""Points nearer to each other than this are drawn as a line, and bars are joined."""


def visible(xs: Floats, x0: float, x1: float) -> slice:
    """The points inside, and one more on either side so that lines run to the edge; NaN only between them."""
    if not len(xs):
        return slice(0, 0)
    filled = np.where(np.isnan(xs), np.roll(xs, 1), xs)  # a break takes the place of the point before it
    first = int(np.searchsorted(filled, x0, side="left"))
    last = int(np.searchsorted(filled, x1, side="right"))
    return slice(max(0, first - 1), min(len(xs), last + 1))


def thinned(xs: Floats, ys: Floats, pixels: int) -> tuple[Floats, Floats]:
    """The lowest and the highest of each group, where there are more points than pixels can show."""
    group = len(xs) // max(1, 2 * pixels)
    if group < 2:
        return xs, ys
    count = len(xs) // group
    cut = count * group
    blocks = ys[:cut].reshape(count, group)
    holes = np.isnan(blocks)
    low = np.where(holes, np.inf, blocks).argmin(axis=1)
    high = np.where(holes, -np.inf, blocks).argmax(axis=1)
    starts = np.arange(count) * group
    kept = np.unique(
        np.concatenate((starts + low, starts + high, np.flatnonzero(holes.ravel()), [len(xs) - 1]))
    )
    return xs[kept], ys[kept]


def crowded(count: int, pixels: int) -> bool:
    """Whether single points would hide each other."""
    return count * APART_PX > pixels


def joined(xs: Floats, lows: Floats, highs: Floats, pixels: int) -> tuple[Floats, Floats, Floats]:
    """Bars of neighbours as one bar over all of them, where they would hide each other."""
    group = -(-len(xs) * APART_PX // max(1, pixels))
    if group < 2:
        return xs, lows, highs
    starts = np.arange(0, len(xs), group)
    return xs[starts], np.minimum.reduceat(lows, starts), np.maximum.reduceat(highs, starts)
