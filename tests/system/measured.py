"""Measures a burst back from its samples: pulses, gaps, pitch and harmonics."""

from __future__ import annotations

import math
from array import array
from itertools import pairwise

from desens_gui.system.audio_device import Samples

QUIET = 0.02  # of the loudest sample: below it there is no pulse
BRIDGE_MS = 20  # zero crossings of a tone are no gaps


def values(samples: Samples) -> list[int]:
    return list(array("h", samples.frames))


def pulses_ms(samples: Samples) -> list[tuple[float, float]]:
    """(start, length) of each pulse."""
    sound, per_ms = values(samples), samples.rate_hz / 1000
    limit = QUIET * max(abs(value) for value in sound)
    found: list[list[int]] = []
    for at, value in enumerate(sound):
        if abs(value) <= limit:
            continue
        if found and at - found[-1][1] < BRIDGE_MS * per_ms:
            found[-1][1] = at
        else:
            found.append([at, at])
    return [(first / per_ms, (last - first) / per_ms) for first, last in found]


def gaps_ms(pulses: list[tuple[float, float]]) -> list[float]:
    return [later - (start + length) for (start, length), (later, _) in pairwise(pulses)]


def level_db(samples: Samples, hz: float, start_ms: float, length_ms: float) -> float:
    """Strength of one frequency within a stretch (Goertzel)."""
    first = round(start_ms * samples.rate_hz / 1000)
    piece = values(samples)[first : first + round(length_ms * samples.rate_hz / 1000)]
    turn = 2 * math.cos(2 * math.pi * hz / samples.rate_hz)
    one, two = 0.0, 0.0
    for value in piece:
        one, two = value + turn * one - two, one
    return 10 * math.log10(max(1e-9, one * one + two * two - turn * one * two))


def pitch_hz(samples: Samples, start_ms: float, length_ms: float) -> int:
    """The strongest frequency from 150 to 1,000 Hz."""
    return max(range(150, 1001), key=lambda hz: level_db(samples, hz, start_ms, length_ms))


def rise_ms(samples: Samples, length_ms: float) -> float:
    """From a tenth to nine tenths of the full height of the first pulse."""
    per_ms = samples.rate_hz / 1000
    piece = [abs(value) for value in values(samples)[: round(length_ms * per_ms)]]
    top = max(piece)
    tenth = next(at for at, value in enumerate(piece) if value >= 0.1 * top)
    high = next(at for at, value in enumerate(piece) if value >= 0.9 * top)
    return (high - tenth) / per_ms
