"""The separate process that sounds when the chair program stops beating: frozen, crashed or killed.

It reads a pipe from the program (system/watched.py). No beat for two seconds and a little: frozen; the pipe
ends without leave: dead. It sounds through a device of its own and shows one message. It ends with leave,
with a program that was started again, with the message that a person closes, or after ten minutes.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Protocol

from desens_gui.course.sounding import Tone
from desens_gui.session.ports import SoundFault
from desens_gui.system.console import complain
from desens_gui.system.locks import read_holder
from desens_gui.system.message import Message
from desens_gui.system.resources import resource
from desens_gui.system.sound import Speaker
from desens_gui.system.watched import LEAVE
from desens_gui.wording.words import ENGLISH, Words

SILENCE_S = 2.0
GRACE_S = 0.4
"""After a sleep of the machine this process may wake before the other: one more look."""
TURN_S = 0.5
BURST_EVERY = 20
"""Turns from burst to burst: ten seconds, within the 2.5 to 15 s of a high alarm."""
MOST_TURNS = 1200
"""Ten minutes; the failure of an alarm system sounds for two at least (IEC 60601-1-8, recalled)."""


class Loud(Protocol):
    """What it is heard with."""

    def play(self, tone: Tone) -> None: ...

    def look(self, timeout_s: float = 5.0) -> SoundFault | None: ...


class Seen(Protocol):
    """What it is seen with."""

    @property
    def shown(self) -> bool: ...

    @property
    def closed(self) -> bool: ...

    def close(self) -> None: ...


Beats = SimpleQueue[bytes]
"""A byte for each beat, LEAVE when nothing is to be watched any more, b"" when the program is gone."""


def read_beats(descriptor: int, beats: Beats) -> None:
    """Until the pipe ends."""
    while data := os.read(descriptor, 64):
        beats.put(LEAVE if LEAVE in data else data)
    beats.put(b"")


class Watchdog:
    """back: whether the program was started again."""

    def __init__(
        self,
        beats: Beats,
        loud: Loud,
        show: Callable[[str, str], Seen],
        back: Callable[[], bool],
        words: Words,
    ) -> None:
        self._beats = beats
        self._loud = loud
        self._show = show
        self._back = back
        self._words = words

    def watch(self) -> None:
        """Returns when there is nothing more to say."""
        while True:
            beat = self._next(SILENCE_S)
            beat = self._next(GRACE_S) if beat is None else beat
            if beat is None:
                beat = self._frozen()
            if beat == LEAVE:
                return
            if beat == b"":
                self._dead()
                return

    def _next(self, timeout_s: float) -> bytes | None:
        try:
            return self._beats.get(timeout=timeout_s)
        except Empty:
            return None

    def _frozen(self) -> bytes:
        """Sounds until something comes down the line."""
        text = self._words(
            "Desens does not answer. What it shows is not true any more. "
            "Watch the patient, the pump and your own timer."
        )
        message = self._say(text)
        turn = 0
        while (beat := self._next(TURN_S)) is None:
            turn += 1
            if turn % BURST_EVERY == 0:
                self._loud.play(Tone.HIGH)
        message.close()
        return beat

    def _dead(self) -> None:
        text = self._words(
            "Desens has ended while a session was running. Watch the patient, the pump and your own timer. "
            "Start Desens again: the session goes on."
        )
        message = self._say(text)
        if not message.shown and self._loud.look() is not None:
            return  # nobody can hear or see it
        for turn in range(1, MOST_TURNS):
            self._next(TURN_S)
            if self._back() or (message.shown and message.closed):
                break
            if turn % BURST_EVERY == 0:
                self._loud.play(Tone.HIGH)
        message.close()

    def _say(self, text: str) -> Seen:
        self._loud.play(Tone.HIGH)
        with suppress(OSError):  # nobody may be left to read it
            complain(text)
        return self._show("Desens", text)


def run(data: Path, pid: int, words: Words = ENGLISH) -> int:
    """The process: beats come in on standard input."""
    beats: Beats = SimpleQueue()
    Thread(target=read_beats, args=(sys.stdin.fileno(), beats), daemon=True).start()
    speaker = Speaker(Path(str(resource("sounds"))))

    def back() -> bool:
        holder = read_holder(data / "chair.json")
        return holder is not None and holder.pid != pid

    Watchdog(beats, speaker, Message, back, words).watch()
    speaker.close()
    return 0
