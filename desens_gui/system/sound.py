"""The alarm sound on its own thread: plays bursts, looks now and then whether they could be heard."""

from __future__ import annotations

import wave
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Literal, Protocol

from desens_gui.course.sounding import Tone
from desens_gui.session.ports import SoundFault
from desens_gui.system.audio_device import NoSound, Playback, Samples, device_names, read_samples
from desens_gui.system.mixer import muted

LOOK_EVERY_S = 5.0
STEP_S = 0.05
PATIENCE_S = 1.0
"""A device that takes so much longer than the burst lasts is not playing it."""
SILENCE = Samples(bytes(4000), 22_050)


class Playing(Protocol):
    """A burst under way."""

    done: Event

    def close(self) -> None: ...


class Speaker:
    """A `Sound`. Nothing here raises: what stands in the way is `fault`. Close it: the thread ends."""

    def __init__(
        self,
        folder: Path,
        *,
        names: Callable[[], tuple[str, ...]] = device_names,
        begin: Callable[[Samples], Playing] = Playback,
        mute: Callable[[], bool | None] = muted,
    ) -> None:
        self._samples: dict[Tone, Samples] = dict(_read(folder))
        self._names = names
        self._begin = begin
        self._mute = mute
        self._asked: SimpleQueue[Tone | None] = SimpleQueue()
        self._fault: SoundFault | None = None
        self._looked = Event()
        self._busy = False
        self._ending = False
        self._thread = Thread(target=self._work, name="alarm sound", daemon=True)
        self._thread.start()

    def play(self, tone: Tone) -> None:
        self._busy = True
        self._asked.put(tone)

    @property
    def playing(self) -> bool:
        return self._busy

    @property
    def fault(self) -> SoundFault | None:
        return self._fault

    def look(self, timeout_s: float = 5.0) -> SoundFault | None:
        """Waits until it was looked at least once."""
        self._looked.wait(timeout_s)
        return self._fault

    def look_again(self) -> None:
        """Soon, not only at the next turn."""
        self._asked.put(None)

    def close(self, timeout_s: float = 2.0) -> None:
        """What plays is broken off."""
        self._ending = True
        self._asked.put(None)
        self._thread.join(timeout_s)

    # ---- on the thread

    def _work(self) -> None:
        tone: Tone | None = None
        self._look()
        while True:
            if tone is None:
                tone = self._next(LOOK_EVERY_S)
            if self._ending:
                return
            if tone is None:
                self._look()
                continue
            tone = self._play(tone)
            self._busy = tone is not None

    def _next(self, timeout_s: float) -> Tone | None:
        if self._ending:
            return None
        try:
            return self._asked.get(timeout=timeout_s)
        except Empty:
            return None

    def _look(self) -> None:
        self._fault = self._found()
        self._looked.set()

    def _found(self) -> SoundFault | None:
        if len(self._samples) < len(Tone):
            return SoundFault.NO_FILE
        try:
            if not self._names():
                return SoundFault.NO_DEVICE
        except NoSound:
            return SoundFault.NO_DEVICE
        if self._mute():
            return SoundFault.MUTED
        return SoundFault.NOT_OPENED if self._fault is SoundFault.NOT_OPENED and not self._opens() else None

    def _opens(self) -> bool:
        asked = self._broken_off_by(SILENCE)
        if asked:
            self._asked.put(asked)
        return asked is not None

    def _play(self, tone: Tone) -> Tone | None:
        """What was asked for meanwhile: it takes the place of what plays."""
        samples = self._samples.get(tone)
        if samples is None:
            return None
        asked = self._broken_off_by(samples)
        if asked is None:
            self._fault = SoundFault.NOT_OPENED
        elif self._fault is SoundFault.NOT_OPENED:
            self._fault = None
        return asked or None

    def _broken_off_by(self, samples: Samples) -> Tone | Literal[""] | None:
        """Plays; the tone that was asked for meanwhile, "" at the end, None where it did not play."""
        try:
            playing = self._begin(samples)
        except NoSound:
            return None
        asked, waited_s = None, 0.0
        while not playing.done.is_set() and asked is None and not self._ending:
            if waited_s > samples.seconds + PATIENCE_S:
                playing.close()
                return None
            asked = self._next(STEP_S)
            waited_s += STEP_S
        playing.close()
        return asked or ""


def _read(folder: Path) -> Iterator[tuple[Tone, Samples]]:
    """Those that are there and are sounds."""
    for tone in Tone:
        with suppress(OSError, EOFError, wave.Error):
            yield tone, read_samples(folder / f"{tone.value}.wav")
