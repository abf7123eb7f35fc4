"""Writes resources/sounds/*.wav: bursts of the alarms and the soft tone of a prompt, the same each time.

Informed by IEC 60601-1-8 (tables 3 and 4 as monitors' manuals and an open tone generator give them;
compliance is not claimed): high is ten pulses 3+2, 3+2, medium three, low two; each pulse has five harmonics
of one pitch below 1 kHz. Use: python packaging/make_sounds.py [FOLDER]
"""

from __future__ import annotations

import math
import sys
import wave
from array import array
from pathlib import Path
from typing import NamedTuple

RATE = 22_050
PITCH_HZ = 523.25
HARMONICS_DB = (0.0, -3.0, -5.0, -7.0, -9.0)
RISE = 0.15  # of the pulse, and as long for its end
SHIPPED = Path(__file__).resolve().parent.parent / "resources" / "sounds"


class Burst(NamedTuple):
    """Pulses of one length; gaps_ms between each and the next. level_db: below full scale."""

    pulse_ms: int
    gaps_ms: tuple[int, ...]
    level_db: float


_THREE_TWO = (100, 100, 350, 100)
BURSTS = {
    "high": Burst(150, (*_THREE_TWO, 800, *_THREE_TWO), -3.0),
    "medium": Burst(200, (200, 200), -6.0),
    "low": Burst(200, (200,), -12.0),
    "prompt": Burst(300, (), -18.0),
}


def pulse(length_ms: int, level_db: float) -> list[int]:
    """Sixteen-bit samples: harmonics of the pitch under a raised-cosine rise and fall."""
    count = RATE * length_ms // 1000
    rise = max(1, round(count * RISE))
    gains = [10 ** (decibel / 20) for decibel in HARMONICS_DB]
    peak = 32767 * 10 ** (level_db / 20) / sum(gains)
    samples = []
    for at in range(count):
        edge = min(at, count - 1 - at)
        envelope = 1.0 if edge >= rise else 0.5 - 0.5 * math.cos(math.pi * edge / rise)
        angle = 2 * math.pi * PITCH_HZ * at / RATE
        tone = sum(gain * math.sin(order * angle) for order, gain in enumerate(gains, start=1))
        samples.append(round(peak * envelope * tone))
    return samples


def samples_of(burst: Burst) -> array[int]:
    found = array("h")
    one = pulse(burst.pulse_ms, burst.level_db)
    for gap_ms in (*burst.gaps_ms, 0):
        found.extend(one)
        found.extend([0] * (RATE * gap_ms // 1000))
    return found


def write_all(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, burst in BURSTS.items():
        samples = samples_of(burst)
        if sys.byteorder == "big":
            samples.byteswap()
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(samples.tobytes())


if __name__ == "__main__":
    write_all(Path(sys.argv[1]) if len(sys.argv) > 1 else SHIPPED)
