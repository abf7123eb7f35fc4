"""A running session on a real file, in the middle of a step, with a check to submit again and again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desens_gui import __version__
from desens_gui.course.so_far import CourseSoFar
from desens_gui.domain.commands.check import RecordCheck
from desens_gui.domain.commands.setup import OpenSession
from desens_gui.domain.events.check import CheckRecorded
from desens_gui.domain.evolve.evolving import evolve
from desens_gui.session.live_session import LiveSession, NewFact
from desens_gui.session.playing import Player
from desens_gui.session.simulated_clock import SimulatedClock
from desens_gui.storage.opening import create_session
from desens_gui.storage.schema import schema_digest
from desens_gui.storage.simulated_file import SimulatedFile
from desens_gui.system.ids import SystemIds
from desens_gui.system.scenarios import load_scenario, scenario_path
from desens_gui.system.zones import DisplayZone

STEP = 7


@dataclass(frozen=True)
class Running:
    live: LiveSession
    course: CourseSoFar
    check: RecordCheck
    file: SimulatedFile

    def close(self) -> None:
        self.file.close()


def running_session(path: Path, workstation: str = "bench") -> Running:
    """The demonstration's session up to the middle; its last check is the one to repeat."""
    scenario = load_scenario(scenario_path("01-demo-12-step"))
    clock = SimulatedClock(scenario.start_utc_us)
    create_session(path)
    file = SimulatedFile(path, clock=clock, on_saved=lambda _seq: None)
    opening = OpenSession(
        session_id=path.stem,
        schema_digest=schema_digest(),
        program=f"desens {__version__}",
        zone=scenario.zone,
        simulated=True,
    )
    player = Player(
        scenario,
        opening=opening,
        recorder=file,
        clock=clock,
        ids=SystemIds(),
        zone=DisplayZone(scenario.zone),
        workstation=workstation,
    )
    while player.advance():
        state = player.session.state if player.session.is_open else None
        if state is not None and state.step is not None and state.step.number == STEP:
            break
    live, course = player.session, CourseSoFar()
    for recorded in live.records:
        course.add(recorded, evolve(course.state, recorded))

    def follow(facts: Sequence[NewFact]) -> None:
        for fact in facts:
            course.add(fact.recorded, fact.after)

    live.listen(follow)
    last = [recorded.event for recorded in live.records if isinstance(recorded.event, CheckRecorded)][-1]
    return Running(live, course, RecordCheck(vitals=last.vitals, symptoms=last.symptoms), file)
