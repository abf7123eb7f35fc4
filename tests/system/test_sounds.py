"""The shipped sounds, measured back from the files."""

from __future__ import annotations

from pathlib import Path

import make_sounds
import pytest

from desens_gui.course.sounding import Tone
from desens_gui.system.audio_device import Samples, read_samples
from desens_gui.system.resources import resource
from tests.system import measured

ALARMS = (Tone.HIGH, Tone.MEDIUM, Tone.LOW)


def shipped(tone: Tone) -> Samples:
    return read_samples(Path(str(resource("sounds", f"{tone.value}.wav"))))


@pytest.mark.requirement("R-S16-7")
def test_ten_pulses_three_and_two_twice_are_high() -> None:
    pulses = measured.pulses_ms(shipped(Tone.HIGH))
    gaps = measured.gaps_ms(pulses)
    assert len(pulses) == 10
    assert all(75 <= length <= 200 for _, length in pulses)
    between = [gap for at, gap in enumerate(gaps) if at not in (2, 4, 7)]
    assert all(50 <= gap <= 125 for gap in between)
    one, pulse = sum(between) / len(between), pulses[0][1]
    assert all(abs(gaps[at] - (2 * one + pulse)) < 15 for at in (2, 7)), "between the three and the two"
    assert 350 <= gaps[4] <= 1300, "between the two halves"


@pytest.mark.requirement("R-S16-7")
@pytest.mark.parametrize(("tone", "count"), [(Tone.MEDIUM, 3), (Tone.LOW, 2)])
def test_three_pulses_are_medium_and_two_low(tone: Tone, count: int) -> None:
    pulses = measured.pulses_ms(shipped(tone))
    assert len(pulses) == count
    assert all(125 <= length <= 250 for _, length in pulses)
    assert all(125 <= gap <= 250 for gap in measured.gaps_ms(pulses))


@pytest.mark.requirement("R-S16-7")
@pytest.mark.parametrize("tone", ALARMS)
def test_one_pitch_with_harmonics_that_small_loudspeakers_give(tone: Tone) -> None:
    """150 to 1,000 Hz, four components and more from 300 to 4,000 Hz within 15 dB of it."""
    samples = shipped(tone)
    start, length = measured.pulses_ms(samples)[0]
    pitch = measured.pitch_hz(samples, start, length)
    assert abs(pitch - 523) <= 3
    own = measured.level_db(samples, pitch, start, length)
    orders = [order for order in range(1, 12) if 300 <= order * 523.25 <= 4000]
    levels = [measured.level_db(samples, order * 523.25, start, length) for order in orders]
    assert sum(abs(level - own) <= 15 for level in levels) >= 4


@pytest.mark.parametrize("tone", ALARMS)
def test_a_pulse_rises_and_does_not_click(tone: Tone) -> None:
    samples = shipped(tone)
    length = measured.pulses_ms(samples)[0][1]
    assert 0.04 <= measured.rise_ms(samples, length) / length <= 0.2
    sound = measured.values(samples)
    assert abs(sound[0]) < 300
    assert abs(sound[-1]) < 300


def test_a_prompt_is_one_soft_tone_and_low_is_softer_than_high() -> None:
    loudest = {tone: max(abs(value) for value in measured.values(shipped(tone))) for tone in Tone}
    assert len(measured.pulses_ms(shipped(Tone.PROMPT))) == 1
    assert loudest[Tone.PROMPT] < loudest[Tone.LOW] < loudest[Tone.MEDIUM] < loudest[Tone.HIGH]
    assert loudest[Tone.HIGH] < 32767


def test_the_files_are_those_that_the_script_writes(tmp_path: Path) -> None:
    """If not: `python packaging/make_sounds.py`. One unit of the last bit is another machine's sine."""
    make_sounds.write_all(tmp_path)
    for tone in Tone:
        made, kept = read_samples(tmp_path / f"{tone.value}.wav"), shipped(tone)
        pairs = zip(measured.values(made), measured.values(kept), strict=True)
        assert max(abs(one - other) for one, other in pairs) <= 1
        assert made.rate_hz == kept.rate_hz
