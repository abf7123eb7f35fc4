"""What the state would be if an answer were accepted at this moment: the rules themselves say it."""

from __future__ import annotations

from desens_gui.domain.answers import Refused
from desens_gui.domain.commands.restart import AnswerAway
from desens_gui.domain.decide.restart import answer_away
from desens_gui.domain.events.restart import PumpMeanwhile
from desens_gui.domain.evolve.evolving import evolve
from desens_gui.domain.recorded import PROGRAM, Recorded
from desens_gui.domain.session import Session
from desens_gui.views.entry.away import meanwhile_command
from desens_gui.views.entry.forms import FormReader
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.scene import Scene


def would_be(scene: Scene, meanwhile: PumpMeanwhile, draft: FormDraft) -> Session | None:
    """None while the answer is not filled in enough to say, or cannot be accepted as it is."""
    reader = FormReader(scene, draft)
    command = meanwhile_command(reader, meanwhile)
    return None if reader.problems else _after(scene, command)


def at_least(scene: Scene) -> Session:
    """Nothing has run since the program was last there."""
    after = _after(scene, AnswerAway(meanwhile=PumpMeanwhile.NOT_SURE, running=False))
    assert after is not None  # not knowing is an answer
    return after


def _after(scene: Scene, command: AnswerAway) -> Session | None:
    answer = answer_away(scene.asking, command)
    if isinstance(answer, Refused):
        return None
    state = scene.session
    for event in answer.events:
        recorded = Recorded(
            seq=state.seq + 1,
            uuid="",
            stamp=scene.stamp,
            zone_offset_min=state.zone_offset_min,
            actor=PROGRAM,
            workstation="",
            event=event,
        )
        state = evolve(state, recorded)
    return state
