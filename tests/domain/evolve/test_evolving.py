"""The fold: the record gives the state, and only a record that can be."""

from __future__ import annotations

import msgspec
import pytest

from desens_gui.domain.answers import Refused
from desens_gui.domain.commands.ending import EndSession
from desens_gui.domain.commands.setup import IdentifyStaff
from desens_gui.domain.commands.step import Escalate, Tick
from desens_gui.domain.decide.deciding import decide
from desens_gui.domain.events.ending import BagReportedEmpty, Ending, LineFlushed
from desens_gui.domain.events.every import Event
from desens_gui.domain.events.pump import IvSite, IvSiteSeen, RateSetReported
from desens_gui.domain.events.reaction import ReactionCalled, ReactionEnteredInError
from desens_gui.domain.events.restart import AwayAnswered, PumpMeanwhile
from desens_gui.domain.events.setup import PlanSet, SessionOpened
from desens_gui.domain.evolve.evolving import NotASessionStart, evolve, fold
from desens_gui.domain.evolve.following import FactOutOfPlace
from desens_gui.domain.evolve.setup import PlanNotItsOwn
from desens_gui.domain.quantities import Duration, Rate, Volume
from desens_gui.domain.recorded import PROGRAM, Recorded, Role
from desens_gui.domain.refusals.ending import EndIncomplete
from tests.courses import LAST, at_step, bag_runs_empty, completed, first_bag, opened, set_up
from tests.driving import Chair


@pytest.mark.hazard("H-14")
@pytest.mark.requirement("R-D3-3")
def test_the_record_folds_to_the_live_state() -> None:
    chair = completed()
    assert fold(chair.records) == chair.state
    assert fold([]) is None


@pytest.mark.hazard("H-14")
@pytest.mark.requirement("R-D3-3")
def test_every_prefix_of_the_record_replays_and_can_be_asked() -> None:
    chair = completed()
    for length in range(1, len(chair.records) + 1):
        state = fold(chair.records[:length])
        assert state is not None
        assert state.seq == length
        last = chair.records[length - 1].stamp
        decide(state, Tick(), PROGRAM, None, last)
        decide(state, EndSession(ending=Ending.COMPLETED), PROGRAM, None, last)


def test_a_record_begins_with_its_opening_and_has_one() -> None:
    records = completed().records
    with pytest.raises(NotASessionStart):
        fold(records[1:])
    with pytest.raises(NotASessionStart):
        fold([*records[:3], records[0]])


def test_a_plan_that_is_not_its_own_is_found() -> None:
    chair = set_up()
    place = next(n for n, record in enumerate(chair.records) if isinstance(record.event, PlanSet))
    record = chair.records[place]
    assert isinstance(record.event, PlanSet)
    rows = record.event.table.steps
    changed = msgspec.structs.replace(rows[0], dose="99")
    table = msgspec.structs.replace(record.event.table, steps=(changed, *rows[1:]))
    forged: Recorded[Event] = msgspec.structs.replace(
        record, event=PlanSet(inputs=record.event.inputs, table=table)
    )
    with pytest.raises(PlanNotItsOwn):
        fold([*chair.records[:place], forged])


def test_facts_that_cannot_follow_are_found() -> None:
    now = set_up().now
    empty = BagReportedEmpty(bag=3, at=now)
    flushed = LineFlushed(volume_ml=Volume.of("18"), at=now)
    called = ReactionCalled(
        step=None, step_elapsed_s=Duration(0), step_volume_ml=Volume(0), step_dose=None, given=None
    )
    reacting = at_step(6)
    reacting.record(called)
    cases: list[tuple[Chair, Event]] = [
        (opened(), empty),
        (at_step(LAST), flushed),
        (reacting, called),
        (at_step(6), ReactionEnteredInError(reason="x")),
        (at_step(6), AwayAnswered(meanwhile=PumpMeanwhile.RAN, running=False)),
    ]
    for chair, event in cases:
        with pytest.raises(FactOutOfPlace):
            chair.record(event)


def test_without_a_policy_no_bag_can_be_reckoned() -> None:
    chair = at_step(LAST)
    bag_runs_empty(chair)
    state = msgspec.structs.replace(chair.session, policy=None)
    record = msgspec.structs.replace(
        chair.records[-1], event=LineFlushed(volume_ml=Volume.of("18"), at=chair.now)
    )
    with pytest.raises(FactOutOfPlace):
        evolve(state, record)


def test_a_bag_change_fact_outside_a_bag_change_changes_no_stage() -> None:
    chair = at_step(6)
    before = chair.session.stage
    chair.record(RateSetReported(rate_ml_h=Rate.of("10")))
    chair.record(IvSiteSeen(site=IvSite.WELL))
    assert chair.session.stage == before


def test_where_no_plan_was_set_nothing_can_be_completed() -> None:
    chair = opened()
    chair.do(IdentifyStaff(id="ml", name="Mara Lindt", role=Role.NURSE))
    (reason,) = chair.refused(EndSession(ending=Ending.COMPLETED))
    assert isinstance(reason, EndIncomplete)
    assert reason.given is None


def test_the_first_fact_says_what_the_file_is() -> None:
    chair = opened()
    assert isinstance(chair.session.opened, SessionOpened)
    assert chair.session.timeline.at_ns == 0
    assert first_bag().session.zone_offset_min == 60


@pytest.mark.requirement("R-D3-2")
def test_a_refusal_records_nothing_and_is_the_same_when_asked_again() -> None:
    chair = at_step(6)
    before, count = chair.state, len(chair.records)
    first = chair.submit(Escalate())
    assert isinstance(first, Refused)
    assert chair.submit(Escalate()) == first
    assert (chair.state, len(chair.records)) == (before, count)
