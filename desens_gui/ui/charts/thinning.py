"""Only the points that can be seen: those inside the window, at most a few for each pixel."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
PER_PIXEL = 4


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
    if group < PER_PIXEL:
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
