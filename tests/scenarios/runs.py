"""Scenarios played in memory, and the shortest head that a scenario can have."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from desens_gui.domain.commands.setup import OpenSession
from desens_gui.domain.events.every import Event
from desens_gui.domain.recorded import Recorded
from desens_gui.session.live_session import LiveSession
from desens_gui.session.memory_log import MemoryLog
from desens_gui.session.playing import Hands, Player, play
from desens_gui.session.ports import Clock, SessionLog
from desens_gui.session.rehearsal import Recorder
from desens_gui.session.saving import Acks
from desens_gui.session.scenario import Scenario
from desens_gui.session.simulated_clock import SimulatedClock
from desens_gui.system.scenarios import load_scenario, scenario_path
from desens_gui.system.zones import DisplayZone
from tests.fake_clock import FakeIds

HEAD = """\
title = "Test"
start = 2026-11-22T08:00:00
zone = "Europe/Berlin"
by = "ml"
[staff]
ml = { name = "M. Lindqvist", role = "nurse" }
[patient]
family_name = "OKAFOR"
given_name = "Adaeze"
born = "1968-03-12"
sex = "female"
identifier = "00482913"
[plan]
protocol = "rdd-3bag-12step"
drug = "CARBOplatin"
target = "400 mg"
[checks.usual]
heart_rate = 78
blood_pressure = "122/74"
respirations = 14
spo2 = 98
oxygen = false
consciousness = "A"
"""
"""Twenty-three lines: the first entry of a test begins at line 24."""

IDENTIFIED = HEAD + '[[do]]\nidentify_staff = { id = "ml" }\n'


class MemoryRecorder:
    """Keeps a run in memory, over restarts."""

    died_here = False

    def __init__(self, clock: Clock) -> None:
        self.acks = Acks()
        self.log: MemoryLog = MemoryLog(clock=clock, on_ack=self.acks)

    def open(self) -> tuple[SessionLog, Sequence[Recorded[Event]]]:
        return self.log, self.log.read_all()


def load(folder: Path, text: str) -> Scenario:
    path = folder / "test.toml"
    path.write_text(text, "utf-8")
    return load_scenario(path)


def player_of(
    scenario: Scenario,
    recorder: Callable[[Clock], Recorder] = MemoryRecorder,
    *,
    workstation: str = "simulation",
    hands: Hands = LiveSession.submit,
) -> Player:
    clock = SimulatedClock(scenario.start_utc_us)
    opening = OpenSession(
        session_id="2026-11-22-test", schema_digest="d", program="desens", zone=scenario.zone, simulated=True
    )
    return Player(
        scenario,
        opening=opening,
        recorder=recorder(clock),
        clock=clock,
        ids=FakeIds(),
        zone=DisplayZone(scenario.zone),
        workstation=workstation,
        hands=hands,
    )


@cache
def shipped(name: str) -> Player:
    """A shipped scenario at its end; played once for all tests, so only looked at."""
    return played(load_scenario(scenario_path(name)))


def played(scenario: Scenario) -> Player:
    """To its end, as it says."""
    player = player_of(scenario)
    play(player)
    return player
