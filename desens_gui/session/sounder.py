"""Plays what is to be heard, each as often as it asks for; a sound that fails stops nothing."""

from __future__ import annotations

from collections.abc import Iterable

from desens_gui.course.sounding import Call, Tone, calls
from desens_gui.domain.events.alarm import AlarmCode
from desens_gui.domain.quantities import Duration
from desens_gui.session.moment import Moment
from desens_gui.session.ports import Sound

LOUDNESS = tuple(Tone)


class Sounder:
    """Asked at each beat; owned by the thread of the session.

    What was played is remembered by its name, so one condition is one sound however often it is asked. A
    burst that plays gives way to a more urgent one only, and while one sounds again and again no lesser does.
    """

    def __init__(self, sound: Sound) -> None:
        self._sound = sound
        self._played_ns: dict[str, int] = {}
        self._typed_ns: int | None = None
        self._tone: Tone | None = None

    def typed(self, moment: Moment) -> None:
        """A key went into a field."""
        self._typed_ns = moment.stamp.boot_ns

    def beat(self, moment: Moment, technical: Iterable[AlarmCode] = ()) -> None:
        now_ns = moment.stamp.boot_ns
        wanted = calls(moment.state, moment.now_ns, technical)
        names = {call.name for call in wanted}
        self._played_ns = {name: at for name, at in self._played_ns.items() if name in names}
        mute = Duration(0) if moment.state.policy is None else moment.state.policy.typing_mute
        typing = self._typed_ns is not None and now_ns - self._typed_ns < mute.whole_ns
        ready = [call for call in wanted if not (typing and call.waits_for_typing)]
        for tone in Tone:  # the most urgent first
            alike = [call for call in ready if call.tone is tone]
            due = [call for call in alike if self._is_due(call, now_ns)]
            if due:
                self._play(tone, due, now_ns)
            if due or any(call.again_ns is not None for call in alike):
                return

    def _is_due(self, call: Call, now_ns: int) -> bool:
        played_ns = self._played_ns.get(call.name)
        if played_ns is None:
            return True
        return call.again_ns is not None and now_ns - played_ns >= call.again_ns

    def _play(self, tone: Tone, due: list[Call], now_ns: int) -> None:
        """One burst for all that ask for the same."""
        playing = self._tone if self._sound.playing else None
        if playing is not None and LOUDNESS.index(playing) <= LOUDNESS.index(tone):
            return
        self._tone = tone
        self._played_ns.update({call.name: now_ns for call in due})
        self._sound.play(tone)

    def check(self) -> None:
        """The sound of the most urgent alarm, for a person to say whether it is heard."""
        self._tone = Tone.HIGH
        self._sound.play(Tone.HIGH)
