"""The sound device of the machine, through miniaudio: is there one, and play these samples on it."""

from __future__ import annotations

import ctypes
import wave
from collections.abc import Generator
from contextlib import suppress
from functools import cache
from pathlib import Path
from threading import Event

import msgspec

SILENT_DEVICES = ("null", "discard all samples")
"""In the names of devices that swallow everything: ALSA's null device, miniaudio's own."""


class NoSound(Exception):
    """The device cannot be asked or opened."""


class Samples(msgspec.Struct, frozen=True):
    """Sixteen-bit mono."""

    frames: bytes
    rate_hz: int

    @property
    def seconds(self) -> float:
        return len(self.frames) / 2 / self.rate_hz


def read_samples(path: Path) -> Samples:
    """OSError, EOFError or wave.Error where the file is not there or is none of ours."""
    with wave.open(str(path), "rb") as file:
        if (file.getnchannels(), file.getsampwidth()) != (1, 2):
            raise wave.Error("not 16-bit mono")
        return Samples(file.readframes(file.getnframes()), file.getframerate())


@cache
def _hush() -> object:
    """ALSA's library writes to standard error whenever a card is missing; what is wrong is said elsewhere."""
    takes = ctypes.CFUNCTYPE(
        None, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p
    )
    silent = takes(lambda *_said: None)
    with suppress(OSError, AttributeError):
        ctypes.CDLL("libasound.so.2").snd_lib_error_set_handler(silent)
    return silent  # kept for as long as the library may call it


def device_names() -> tuple[str, ...]:
    """Every device that could be heard; NoSound where the system cannot be asked."""
    import miniaudio

    _hush()
    try:
        found = miniaudio.Devices().get_playbacks()
    except (miniaudio.MiniaudioError, OSError) as error:
        raise NoSound(str(error)) from error
    names = (str(device["name"]) for device in found)
    return tuple(name for name in names if not any(word in name.casefold() for word in SILENT_DEVICES))


class Playback:
    """One burst on the default device, from now on; `done` is set when the last sample was taken.

    silently: on miniaudio's own device that swallows everything, for machines that have none. NoSound.
    """

    def __init__(self, samples: Samples, *, silently: bool = False) -> None:
        import miniaudio

        _hush()
        self.done = Event()
        backends = [miniaudio.Backend.NULL] if silently else []
        try:
            self._device = miniaudio.PlaybackDevice(
                nchannels=1, sample_rate=samples.rate_hz, buffersize_msec=100, backends=backends
            )
            stream = _frames(samples.frames, self.done)
            next(stream)
            self._device.start(stream)
        except (miniaudio.MiniaudioError, OSError) as error:
            raise NoSound(str(error)) from error

    def close(self) -> None:
        self._device.close()


def _frames(samples: bytes, done: Event) -> Generator[bytes, int, None]:
    """What miniaudio asks for, so many frames at a time; silence after the end."""
    wanted = yield b""
    at = 0
    while True:
        piece = samples[at : at + 2 * wanted]
        at += len(piece)
        if at >= len(samples):
            done.set()
        wanted = yield piece + bytes(2 * wanted - len(piece))
