"""What the state would be if an answer were accepted at this moment: the rules themselves say it."""

from __future__ import annotations

from desens_gui.domain.answers import Accepted
from desens_gui.domain.commands.restart import AnswerAway
from desens_gui.domain.decide.deciding import decide
from desens_gui.domain.events.restart import PumpMeanwhile
from desens_gui.domain.evolve.evolving import evolve
from desens_gui.domain.recorded import Actor, Recorded, Role
from desens_gui.domain.session import Away, Session
from desens_gui.views.entry.away import OPEN_RATE, OPEN_SINCE, STOPPED_AT, TOTAL
from desens_gui.views.entry.forms import FormReader
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.scene import Scene

_SOMEBODY = Actor("", Role.NURSE)


def would_be(scene: Scene, away: Away, meanwhile: PumpMeanwhile, draft: FormDraft) -> Session | None:
    """None while the answer is not filled in enough to say."""
    reader = FormReader(scene, draft)
    at = None
    if meanwhile is PumpMeanwhile.STOPPED_AT:
        at = reader.time(STOPPED_AT)
    elif meanwhile is PumpMeanwhile.KEEP_OPEN:
        at = reader.time(OPEN_SINCE)
    command = AnswerAway(
        meanwhile=meanwhile,
        running=False,
        at=at,
        keep_open_ml_h=reader.rate(OPEN_RATE, "") if meanwhile is PumpMeanwhile.KEEP_OPEN else None,
        total_ml=reader.volume(TOTAL, "")
        if meanwhile is PumpMeanwhile.NOT_SURE and draft.text(TOTAL).strip()
        else None,
    )
    if reader.problems or away.flow is None:
        return None
    actor = Actor(scene.session.staff[0].id, Role.NURSE) if scene.session.staff else _SOMEBODY
    answer = decide(scene.session, command, actor, None, scene.stamp)
    if not isinstance(answer, Accepted):
        return None
    state = scene.session
    for event in answer.events:
        recorded = Recorded(
            seq=state.seq + 1,
            uuid="",
            stamp=scene.stamp,
            zone_offset_min=state.zone_offset_min,
            actor=actor,
            workstation="",
            event=event,
        )
        state = evolve(state, recorded)
    return state
