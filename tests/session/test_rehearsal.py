"""A killed run goes on: nothing lost, nothing twice, wherever it died."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import msgspec
import pytest

from desens_gui.domain.events.every import Event
from desens_gui.domain.events.restart import AwayAnswered, ProgramResumed
from desens_gui.domain.events.setup import SessionOpened
from desens_gui.domain.instants import Instant
from desens_gui.domain.ledger import given
from desens_gui.domain.quantities import Amount
from desens_gui.domain.recorded import Recorded
from desens_gui.domain.session import Session
from desens_gui.session.memory_log import MemoryLog
from desens_gui.session.playing import Player, play
from desens_gui.session.ports import Clock, Head
from desens_gui.session.rehearsal import NotThisRun, Rehearsal
from desens_gui.session.scenario import Scenario
from desens_gui.system.scenarios import load_scenario, scenario_path
from tests.scenarios.runs import IDENTIFIED, MemoryRecorder, load, played, player_of

Records = Sequence[Recorded[Event]]
NAMES = ("06-restart", "08-transferred")


@cache
def scenario(name: str) -> Scenario:
    return load_scenario(scenario_path(name))


class Decisions(MemoryLog):
    """Remembers after which facts a run can die: a decision is stored whole or not at all."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(clock=clock)
        self.ends: list[int] = []

    def append(self, records: Records) -> None:
        super().append(records)
        self.ends.append(records[-1].seq)


class Recording(MemoryRecorder):
    def __init__(self, clock: Clock) -> None:
        super().__init__(clock)
        self.log: Decisions = Decisions(clock)


def run(name: str) -> tuple[Player, list[int]]:
    made: list[Recording] = []

    def recorder(clock: Clock) -> Recording:
        made.append(Recording(clock))
        return made[0]

    player = player_of(scenario(name), recorder)
    play(player)
    return player, made[0].log.ends


whole = cache(run)


def resumed(of: Scenario, kept: Records) -> Player:
    made: list[Rehearsal] = []

    def recorder(clock: Clock) -> Rehearsal:
        real = MemoryRecorder(clock)
        real.log.append(kept)
        made.append(Rehearsal(kept, real))
        return made[0]

    player = player_of(of, recorder)
    play(player)
    made[0].require_all()
    return player


def own(records: Records) -> list[tuple[Event, Instant]]:
    """What happened, without the facts of being killed and coming back."""
    kept: list[tuple[Event, Instant]] = []
    asked = False
    for record in records:
        match record.event:
            case ProgramResumed(away_ms=0):
                continue
            case ProgramResumed():
                asked = True
            case AwayAnswered() if not asked:
                continue
            case AwayAnswered():
                asked = False
        kept.append((record.event, record.stamp))
    return kept


def dose(state: Session) -> Amount | None:
    return None if state.plan is None else given(state.ledger, state.plan, state.timeline.at_ns)


def same_day(one: Player, other: Player) -> bool:
    first, second = one.session, other.session
    return own(first.records) == own(second.records) and dose(first.state) == dose(second.state)


@pytest.mark.parametrize("name", NAMES)
def test_killed_after_any_fact_the_run_goes_on_to_the_same_end(name: str) -> None:
    player, ends = whole(name)
    for end in ends[:: len(ends) // 12]:
        kept = player.session.records[:end]
        again = resumed(scenario(name), kept)
        assert again.session.records[:end] == kept, end
        assert same_day(again, player), end
        assert again.session.state.stage == player.session.state.stage


def test_killed_again_while_coming_back_it_still_goes_on() -> None:
    name = "06-restart"
    player, ends = whole(name)
    for end in (ends[0], ends[20]):
        once = resumed(scenario(name), player.session.records[:end]).session.records
        for more in range(end + 1, end + 4):
            if once[more - 1].stamp == once[more].stamp and not isinstance(once[more].event, AwayAnswered):
                continue  # in the middle of a decision
            assert same_day(resumed(scenario(name), once[:more]), player), (end, more)


def test_a_run_that_was_over_stays_as_it_is() -> None:
    player, _ = whole("08-transferred")
    again = resumed(scenario("08-transferred"), player.session.records)
    assert again.session.records == player.session.records


def test_a_crash_is_passed_by_a_run_that_died_there(tmp_path: Path) -> None:
    text = (
        IDENTIFIED
        + '[[do]]\nafter = "30 s"\ncrash = true\n[[do]]\nafter = "5 s"\nrecord_note = { text = "on" }\n'
    )
    of = load(tmp_path, text)
    crashed = played(of)
    assert crashed.crashed
    again = resumed(of, crashed.session.records)
    assert not again.crashed
    assert own(again.session.records)[-1][0] != own(crashed.session.records)[-1][0]


@pytest.mark.parametrize("place", [1, 5, 12])
def test_a_file_of_another_run_is_named_by_its_first_other_entry(place: int) -> None:
    player, _ = whole("08-transferred")
    kept = list(player.session.records)
    kept[place - 1] = msgspec.structs.replace(kept[place - 1], workstation="chair-9")
    with pytest.raises(NotThisRun) as caught:
        resumed(scenario("08-transferred"), kept)
    assert caught.value.seq == place


def test_a_file_that_goes_on_after_the_scenario_is_another_run(tmp_path: Path) -> None:
    short = load(tmp_path, IDENTIFIED)
    longer = played(load(tmp_path, IDENTIFIED + '[[do]]\nrecord_note = { text = "more" }\n'))
    with pytest.raises(NotThisRun) as caught:
        resumed(short, longer.session.records)
    assert caught.value.seq == 4


def test_a_file_that_ends_inside_of_a_decision_is_no_run() -> None:
    player, ends = whole("08-transferred")
    inside = next(end for end in range(3, len(player.session.records)) if end not in ends)
    with pytest.raises(NotThisRun):
        resumed(scenario("08-transferred"), player.session.records[:inside])


def test_a_rehearsal_is_a_log_that_writes_nothing() -> None:
    player, _ = whole("08-transferred")
    records = player.session.records
    log = Rehearsal(records, MemoryRecorder(_Unread()))
    assert isinstance(records[0].event, SessionOpened)
    assert not log.died_here
    log.append(records[:2])
    assert (log.head, log.waiting, log.problem) == (Head(2), 0, None)
    assert log.close()


class _Unread:
    def now(self) -> Instant:
        raise AssertionError("no clock is read here")
