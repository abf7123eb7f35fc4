"""The alarm sound played at a terminal, while a person is asked whether it was heard."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from desens_gui.course.sounding import Tone
from desens_gui.system.resources import resource
from desens_gui.system.sound import Speaker
from desens_gui.wording.sound_words import fault_words
from desens_gui.wording.words import Words


@contextmanager
def alarm_sound(words: Words) -> Iterator[str]:
    """Gives what is wrong with the sound, "" where nothing is; broken off at the end."""
    speaker = Speaker(resource("sounds"))
    try:
        fault = speaker.look()
        speaker.play(Tone.HIGH)
        yield fault_words(words, fault) if fault is not None else ""
    finally:
        speaker.close()
