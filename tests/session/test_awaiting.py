"""What a scenario may wait for, at moments of a session."""

from __future__ import annotations

import pytest

from desens_gui.domain.events.ending import BagReportedEmpty, ObservationStarted
from desens_gui.domain.events.every import Event
from desens_gui.domain.events.step import PromptKind, PromptRaised, StepStarted
from desens_gui.domain.evolve.evolving import fold
from desens_gui.domain.quantities import NS_PER_MINUTE, NS_PER_SECOND
from desens_gui.domain.session import Session
from desens_gui.session.awaiting import due_ns, was_prompted
from desens_gui.session.scenario import WaitFor
from tests.scenarios.runs import shipped

DEMO = "01-demo-12-step"
FLUSH_NS = 810 * NS_PER_SECOND  # 18 mL at 80 mL/h


def state_after(kind: type[Event], nth: int = 1) -> Session:
    """The state right after the nth fact of a kind on the demo day."""
    records = shipped(DEMO).session.records
    seqs = [record.seq for record in records if isinstance(record.event, kind)]
    state = fold(records[: seqs[nth - 1]])
    assert state is not None
    return state


def test_in_a_step() -> None:
    state = state_after(StepStarted, 3)
    assert state.step is not None
    end_ns = state.step.started_ns + 15 * NS_PER_MINUTE
    assert due_ns(WaitFor.STEP_ELAPSED, state) == end_ns
    assert due_ns(WaitFor.CHECK_DUE, state) == end_ns
    nothing = (WaitFor.BAG_EMPTY, WaitFor.LINE_FLUSHED, WaitFor.OBSERVATION_OVER)
    assert [due_ns(wait, state) for wait in nothing] == [None, None, None]


def test_in_the_last_step() -> None:
    state = state_after(StepStarted, 12)
    assert due_ns(WaitFor.STEP_ELAPSED, state) is None
    empty_ns = due_ns(WaitFor.BAG_EMPTY, state)
    assert empty_ns is not None
    assert empty_ns > state.timeline.at_ns


def test_in_the_flush() -> None:
    state = state_after(BagReportedEmpty)
    flushed_ns = due_ns(WaitFor.LINE_FLUSHED, state)
    assert flushed_ns is not None
    assert FLUSH_NS - 60 * NS_PER_SECOND < flushed_ns - state.timeline.at_ns <= FLUSH_NS
    assert due_ns(WaitFor.CHECK_DUE, state) is None


def test_in_the_observation() -> None:
    state = state_after(ObservationStarted)
    assert state.pump is not None
    assert due_ns(WaitFor.OBSERVATION_OVER, state) == state.pump.since_ns + 60 * NS_PER_MINUTE


@pytest.mark.parametrize("kind", list(PromptKind))
def test_a_prompt_is_found_by_its_kind(kind: PromptKind) -> None:
    records = shipped(DEMO).session.records
    there = {record.event.prompt for record in records if isinstance(record.event, PromptRaised)}
    assert was_prompted(kind, records) is (kind in there)
