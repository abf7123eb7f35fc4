"""The sound check before the start: the alarm sound is played, and a person says whether it was heard."""

from __future__ import annotations

from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.setup import AnswerView, FormBlock
from desens_gui.views.pump_entry import choice
from desens_gui.views.scene import Scene

PLAY, HEARD = "play_sound", "sound_heard"
YES, NO = "yes", "no"


def sound_check(scene: Scene) -> tuple[FormBlock, ...]:
    """Where alarms sound. It never stands in the way: what is not heard is a standing alarm."""
    if scene.sound != "on":
        return ()
    words, heard = scene.words, scene.session.sound_heard
    answer = "" if heard is None else YES if heard else NO
    options = [(YES, words("Heard")), (NO, words("Not heard"))]
    asked = choice(HEARD, words("Ten short tones: heard at the chair?"), options, answer)
    play = ActionView(intent=PLAY, label=words("Play the alarm sound"), icon="bell")
    return (
        FormBlock(title=words("Alarm sound"), action=play),
        FormBlock(answers=(AnswerView(choice=asked, wide=True),)),
    )
