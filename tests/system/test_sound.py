"""The loudspeaker's thread: what it plays, what it says when nothing can be heard, that it never fails."""

from __future__ import annotations

import wave
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest

from desens_gui.course.sounding import Tone
from desens_gui.session.ports import SoundFault
from desens_gui.system import mixer
from desens_gui.system.audio_device import NoSound, Playback, Samples, device_names, read_samples
from desens_gui.system.resources import resource
from desens_gui.system.sound import Speaker

SOUNDS = Path(str(resource("sounds")))
PATIENT_S = 5.0


class Device:
    """A device in the hands of the test: a burst is over when it says so."""

    def __init__(self, *, fails: bool = False) -> None:
        self.fails = fails
        self.begun: list[float] = []
        self.closed = 0
        self.bursts: list[Burst] = []
        self.changed = Event()

    def begin(self, samples: Samples) -> Burst:
        fails = self.fails
        self.begun.append(round(samples.seconds, 1))
        self.changed.set()
        if fails:
            raise NoSound("taken")
        burst = Burst(self)
        self.bursts.append(burst)
        return burst


class Burst:
    def __init__(self, device: Device) -> None:
        self.done = Event()
        self._device = device

    def close(self) -> None:
        self._device.closed += 1
        self._device.changed.set()


@contextmanager
def speaker(
    device: Device,
    folder: Path = SOUNDS,
    names: Callable[[], tuple[str, ...]] = lambda: ("Speakers",),
    mute: Callable[[], bool | None] = lambda: None,
) -> Iterator[Speaker]:
    made = Speaker(folder, names=names, begin=device.begin, mute=mute)
    try:
        yield made
    finally:
        made.close()


def wait_for(device: Device, true: Callable[[], bool]) -> None:
    while not true():
        assert device.changed.wait(PATIENT_S), "nothing happened"
        device.changed.clear()


def test_it_plays_what_is_asked_for_and_says_when_it_is_over() -> None:
    device = Device()
    with speaker(device) as sound:
        assert sound.look() is None
        sound.play(Tone.MEDIUM)
        assert sound.playing
        wait_for(device, lambda: len(device.bursts) == 1)
        device.bursts[0].done.set()
        wait_for(device, lambda: device.closed == 1)
    assert device.begun == [1.0]


def test_a_more_urgent_burst_takes_the_place_of_one_that_plays() -> None:
    device = Device()
    with speaker(device) as sound:
        sound.play(Tone.LOW)
        wait_for(device, lambda: len(device.bursts) == 1)
        sound.play(Tone.HIGH)
        wait_for(device, lambda: len(device.bursts) == 2)
        assert device.closed == 1
        assert sound.playing
    assert device.closed == 2, "closing breaks off what plays"


def refuses() -> tuple[str, ...]:
    raise NoSound("no backend")


@pytest.mark.requirement("R-S16-5")
@pytest.mark.parametrize(
    ("names", "mute", "fault"),
    [
        (lambda: (), lambda: False, SoundFault.NO_DEVICE),
        (refuses, lambda: False, SoundFault.NO_DEVICE),
        (lambda: ("Speakers",), lambda: True, SoundFault.MUTED),
        (lambda: ("Speakers",), lambda: False, None),
        (lambda: ("Speakers",), lambda: None, None),
    ],
)
def test_why_nothing_can_be_heard(
    names: Callable[[], tuple[str, ...]], mute: Callable[[], bool | None], fault: SoundFault | None
) -> None:
    with speaker(Device(), names=names, mute=mute) as sound:
        assert sound.look() is fault


@pytest.mark.requirement("R-S16-5")
def test_a_device_that_does_not_open_is_a_fault_until_it_does() -> None:
    device = Device(fails=True)
    with speaker(device) as sound:
        sound.play(Tone.HIGH)
        wait_for(device, lambda: len(device.begun) == 1)
        device.fails = False
        sound.play(Tone.HIGH)
        wait_for(device, lambda: len(device.bursts) == 1)
        assert sound.fault is SoundFault.NOT_OPENED
        device.bursts[0].done.set()
        wait_for(device, lambda: device.closed == 1)
    assert sound.fault is None


def test_sounds_that_are_not_there(tmp_path: Path) -> None:
    (tmp_path / "medium.wav").write_bytes(b"no sound")
    with wave.open(str(tmp_path / "low.wav"), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(8000)
    device = Device()
    with speaker(device, tmp_path) as sound:
        assert sound.look() is SoundFault.NO_FILE
        for tone in Tone:
            sound.play(tone)
    assert device.begun == []
    assert sound.fault is SoundFault.NO_FILE


def test_a_device_that_is_looked_at_again_and_opens_is_well() -> None:
    device = Device(fails=True)
    with speaker(device) as sound:
        sound.play(Tone.LOW)
        wait_for(device, lambda: len(device.begun) == 1)
        device.fails = False
        sound.look_again()
        wait_for(device, lambda: len(device.bursts) == 1)
        device.bursts[0].done.set()
        wait_for(device, lambda: device.closed == 1)
    assert sound.fault is None


def test_a_device_that_never_comes_to_the_end_does_not_play() -> None:
    device = Device(fails=True)
    with speaker(device) as sound:
        sound.play(Tone.LOW)
        wait_for(device, lambda: len(device.begun) == 1)
        device.fails = False
        sound.look_again()
        wait_for(device, lambda: device.closed == 1)
    assert sound.fault is SoundFault.NOT_OPENED


def test_the_real_library_plays_to_the_end_where_nobody_hears_it() -> None:
    """On its own device that swallows everything: a machine of tests has no other."""
    playback = Playback(read_samples(SOUNDS / "prompt.wav"), silently=True)
    assert playback.done.wait(PATIENT_S)
    playback.close()


def test_a_device_that_swallows_everything_is_none() -> None:
    try:
        names = device_names()
    except NoSound:
        return
    assert not any("null" in name.casefold() or "discard" in name.casefold() for name in names)


def script(folder: Path, name: str, said: str, code: int = 0) -> None:
    program = folder / name
    program.write_text(f"#!/bin/sh\necho '{said}'\nexit {code}\n")
    program.chmod(0o755)


@pytest.mark.parametrize(
    ("name", "said", "code", "muted"),
    [
        ("wpctl", "Volume: 0.40 [MUTED]", 0, True),
        ("wpctl", "Volume: 0.00", 0, True),
        ("wpctl", "Volume: 0.40", 0, False),
        ("pactl", "Mute: yes", 0, True),
        ("pactl", "Mute: no", 0, False),
        ("pactl", "Connection refused", 1, None),
        ("other", "", 0, None),
    ],
)
def test_what_the_mixer_says(
    name: str, said: str, code: int, muted: bool | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(tmp_path, name, said, code)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert mixer.muted("linux") is muted


def test_the_mixer_of_other_systems(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script(tmp_path, "osascript", "true")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert mixer.muted("darwin") is True
    assert mixer.muted("win32") is None
