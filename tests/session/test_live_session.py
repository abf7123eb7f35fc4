"""The loop of a live session, with a log that takes, is slow, or fails."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from desens_gui.domain.answers import Accepted, Refused
from desens_gui.domain.commands.check import RecordNote
from desens_gui.domain.commands.every import Command
from desens_gui.domain.commands.setup import IdentifyStaff, OpenSession
from desens_gui.domain.commands.step import Escalate
from desens_gui.domain.events.every import Event
from desens_gui.domain.events.step import ProgramStalled
from desens_gui.domain.evolve.evolving import fold
from desens_gui.domain.instants import Instant, Utc
from desens_gui.domain.proof import Means, Proof
from desens_gui.domain.recorded import PROGRAM, Actor, Recorded, Role
from desens_gui.session.live_session import LiveSession, NewFact
from desens_gui.session.ports import Ack, Head
from desens_gui.session.saving import Acks, SavingState
from desens_gui.system.zones import DisplayZone
from tests.fake_clock import FakeClock, FakeIds

NURSE = Actor("ml", Role.NURSE)
OPENING = OpenSession(
    session_id="s-1", schema_digest="d", program="desens", zone="Europe/Berlin", simulated=False
)


class HeldLog:
    """A log whose disk is in the hands of the test."""

    def __init__(self, acks: Acks, clock: FakeClock) -> None:
        self._acks = acks
        self._clock = clock
        self.taken: list[Recorded[Event]] = []
        self.written = 0
        self.problem: Exception | None = None
        self.refuses: Exception | None = None

    def append(self, records: Sequence[Recorded[Event]]) -> None:
        if self.refuses is not None:
            raise self.refuses
        self.taken.extend(records)

    def write(self, count: int) -> None:
        """So many of the facts that wait reach the disk, in order."""
        for record in self.taken[self.written : self.written + count]:
            self.written += 1
            self._acks(Ack(record.seq, record.uuid, self._clock.now().utc_us))

    @property
    def head(self) -> Head:
        return Head(self.written, f"{self.written:08x}" + "0" * 56)

    @property
    def waiting(self) -> int:
        return len(self.taken) - self.written

    def close(self, timeout_s: float = 5.0) -> bool:
        return self.waiting == 0


class Audit:
    def __init__(self) -> None:
        self.kept: list[tuple[Command, Actor, Refused, Instant]] = []

    def refused(self, command: Command, actor: Actor, refused: Refused, stamp: Instant) -> None:
        self.kept.append((command, actor, refused, stamp))


class CountingClock(FakeClock):
    reads = 0

    def now(self) -> Instant:
        self.reads += 1
        return super().now()


class Chair:
    """A live session with everything around it."""

    def __init__(self, records: Sequence[Recorded[Event]] = (), audit: Audit | None = None) -> None:
        self.clock = CountingClock()
        self.acks = Acks()
        self.log = HeldLog(self.acks, self.clock)
        self.live = LiveSession(
            log=self.log,
            acks=self.acks,
            clock=self.clock,
            ids=FakeIds(len(records) + 1),
            zone=DisplayZone("Europe/Berlin"),
            workstation="chair-4",
            records=records,
            audit=audit,
        )


PROOF = Proof(person="ta", role=Role.NURSE, how=Means.PIN, digest="", at=Utc(0))
"""For a note nobody else is asked: it proves nothing, and no name stands beside the writer's."""


@pytest.fixture
def chair() -> Chair:
    chair = Chair()
    chair.live.submit(OPENING, PROGRAM)
    chair.live.submit(IdentifyStaff(id="ml", name="M. Lindqvist", role=Role.NURSE), PROGRAM)
    return chair


def test_a_fact_carries_its_circumstances(chair: Chair) -> None:
    chair.clock.advance(90)
    stamp = FakeClock.now(chair.clock)
    assert isinstance(chair.live.submit(RecordNote(text="well"), NURSE, PROOF), Accepted)
    record = chair.live.records[-1]
    assert record.seq == 3
    assert record.uuid == "00000000-0000-4000-8000-000000000003"
    assert (record.stamp, record.zone_offset_min) == (stamp, 60)
    assert (record.actor, record.second_person, record.workstation) == (NURSE, None, "chair-4")


def test_the_state_is_the_fold_of_what_was_handed_to_the_log(chair: Chair) -> None:
    chair.live.submit(RecordNote(text="well"), NURSE)
    assert chair.live.state == fold(chair.log.taken)
    assert list(chair.live.records) == chair.log.taken
    assert chair.live.is_open


def test_a_session_not_yet_opened_has_no_state() -> None:
    chair = Chair()
    assert not chair.live.is_open
    with pytest.raises(AssertionError):
        _ = chair.live.state


def test_the_clock_is_read_once_for_each_command(chair: Chair) -> None:
    before = chair.clock.reads
    chair.live.submit(RecordNote(text="well"), NURSE)
    chair.live.submit(Escalate(), NURSE)
    chair.live.tick()
    assert chair.clock.reads - before == 3


def test_a_refusal_appends_nothing_and_goes_to_the_audit() -> None:
    audit = Audit()
    chair = Chair(audit=audit)
    chair.live.submit(OPENING, PROGRAM)
    told: list[Sequence[NewFact]] = []
    chair.live.listen(told.append)
    before = chair.live.state
    refused = chair.live.submit(Escalate(), NURSE)
    assert isinstance(refused, Refused)
    assert chair.live.state is before
    assert len(chair.log.taken) == 1
    assert not told
    assert audit.kept == [(Escalate(), NURSE, refused, FakeClock.now(chair.clock))]


def test_listeners_get_each_fact_with_its_state_until_they_leave(chair: Chair) -> None:
    told: list[Sequence[NewFact]] = []
    leave = chair.live.listen(told.append)
    chair.live.submit(RecordNote(text="one"), NURSE)
    leave()
    chair.live.submit(RecordNote(text="two"), NURSE)
    (facts,) = told
    assert [fact.recorded.seq for fact in facts] == [3]
    assert facts[-1].after.seq == 3


def test_a_tick_that_changes_nothing_tells_nobody(chair: Chair) -> None:
    told: list[Sequence[NewFact]] = []
    chair.live.listen(told.append)
    chair.live.tick()
    assert not told


def test_a_gap_between_ticks_is_recorded_also_before_the_first(chair: Chair) -> None:
    chair.clock.stall(5)
    chair.live.tick()
    chair.clock.advance(1)
    chair.live.tick()
    chair.clock.sleep(60)
    chair.live.tick()
    events = [record.event for record in chair.live.records]
    gaps = [(event.jump, event.gap_ms) for event in events if isinstance(event, ProgramStalled)]
    assert gaps == [("stall", 5000), ("sleep", 60_000)]


def test_a_moment_is_the_state_at_the_clock_now(chair: Chair) -> None:
    chair.clock.advance(12)
    now = chair.live.moment()
    assert now.state is chair.live.state
    assert now.now_ns == 12_000_000_000
    assert now.stamp == FakeClock.now(chair.clock)


def test_saved_once_every_fact_was_acknowledged(chair: Chair) -> None:
    assert chair.live.waiting == 2
    chair.log.write(2)
    saving = chair.live.saving()
    now = chair.clock.now()
    assert saving.saved_us == now.utc_us
    assert saving.state(now) is SavingState.SAVED
    assert chair.live.waiting == 0
    assert chair.live.code == "2-0000-0002"
    assert chair.live.close()


def test_before_the_first_acknowledgement_nothing_is_saved(chair: Chair) -> None:
    saving = chair.live.saving()
    assert saving.saved_us is None
    assert saving.oldest_unsaved == chair.clock.now()
    assert saving.state(chair.clock.now()) is SavingState.SAVING
    assert chair.live.code == ""
    assert not chair.live.close()


def test_a_slow_log_is_not_recording_after_one_second_and_the_timer_goes_on(chair: Chair) -> None:
    chair.log.write(2)
    chair.clock.advance(10)
    chair.live.submit(RecordNote(text="one"), NURSE)
    since = chair.clock.now()
    chair.clock.advance(1)
    assert chair.live.saving().state(chair.clock.now()) is SavingState.SAVING
    chair.clock.advance(0.2)
    chair.live.submit(RecordNote(text="two"), NURSE)
    chair.log.problem = OSError("full")
    saving = chair.live.saving()
    assert saving.state(chair.clock.now()) is SavingState.NOT_RECORDED
    assert saving.oldest_unsaved == since
    assert saving.problem is chair.log.problem
    before = chair.live.moment().now_ns
    chair.clock.advance(30)
    chair.live.tick()
    assert chair.live.moment().now_ns == before + 30_000_000_000


def test_what_waits_is_written_in_order_once_the_log_can(chair: Chair) -> None:
    for text in ("one", "two", "three"):
        chair.live.submit(RecordNote(text=text), NURSE)
        chair.clock.advance(2)
    chair.log.write(4)
    third = chair.live.records[4].stamp
    assert chair.live.saving().oldest_unsaved == third
    chair.log.write(1)
    assert chair.live.saving().oldest_unsaved is None
    assert [record.seq for record in chair.log.taken] == [1, 2, 3, 4, 5]


def test_a_machine_that_slept_is_no_disk_that_failed(chair: Chair) -> None:
    chair.clock.sleep(900)
    assert chair.live.saving().state(chair.clock.now()) is SavingState.SAVING


def test_an_append_that_raises_leaves_the_session_as_it_was(chair: Chair) -> None:
    before, count = chair.live.state, len(chair.live.records)
    chair.log.refuses = ValueError("not settled")
    with pytest.raises(ValueError, match="not settled"):
        chair.live.submit(RecordNote(text="one"), NURSE)
    assert chair.live.state is before
    assert len(chair.live.records) == count
    chair.log.refuses = None
    chair.live.submit(RecordNote(text="one"), NURSE)
    assert chair.live.records[-1].seq == count + 1


def test_a_session_goes_on_from_its_records(chair: Chair) -> None:
    again = Chair(chair.live.records)
    assert again.live.state == chair.live.state
    again.live.submit(RecordNote(text="back"), NURSE)
    assert [record.seq for record in again.log.taken] == [3]
    assert again.live.workstation == "chair-4"
