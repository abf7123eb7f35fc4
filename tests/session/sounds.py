"""A loudspeaker that writes down what it was asked to play."""

from __future__ import annotations

from desens_gui.course.sounding import Tone
from desens_gui.session.ports import SoundFault


class Recorder:
    """`playing` stays as a test sets it."""

    def __init__(self) -> None:
        self.heard: list[Tone] = []
        self.playing = False
        self.fault: SoundFault | None = None

    def play(self, tone: Tone) -> None:
        self.heard.append(tone)
