"""Take over here, in files: from the old file, from a copy, twice, and against what stands in the way."""

from __future__ import annotations

import msgspec
import pytest

from desens_gui.app.mark_watch import MarkWatch
from desens_gui.app.session_at_chair import open_at_chair, reopened
from desens_gui.app.taking_over import CannotTakeOver, look
from desens_gui.domain.commands.restart import AnswerAway
from desens_gui.domain.events.parts import Leaving, PartClosed, PartTakenOver
from desens_gui.domain.events.restart import ProgramResumed, PumpMeanwhile
from desens_gui.domain.evolve.evolving import fold
from desens_gui.domain.ledger import given
from desens_gui.storage.part_of import part_of
from desens_gui.storage.reading import read_session, read_whole
from desens_gui.storage.verify import verify
from desens_gui.system.locks import Holder, SessionLock
from desens_gui.system.paths import folders
from desens_gui.system.taken_over import mark_path, read_mark
from tests.app.ward import Ward, handed_over, taken
from tests.end_to_end.real_session import do, hasty_policy, running_step_2


@pytest.mark.hazard("H-15")
@pytest.mark.requirement("R-S21-take-over")
def test_handed_over_and_taken_over_from_the_copy(ward: Ward) -> None:
    chair = running_step_2(ward.a)
    said = handed_over(chair, ward.usb)
    assert chair.close()
    copy = ward.usb / chair.path.name
    old = read_whole(chair.path)
    assert verify(copy).code == old.code, said
    assert said == f"Handed over. Copy: {copy}, compare code {old.code}. Take it over at chair-b."
    assert isinstance(old.records[-1].event, PartClosed)

    ward.at("chair-b")
    found = look(copy)
    assert (found.workstation, found.code, found.mark) == ("chair-a", old.code, None)
    part = taken(copy, ward.b)
    assert (part.number, part.marked) == (2, True)
    assert part.path.parent == ward.b.sessions
    assert list(ward.b.sessions.iterdir()) == [part.path], "nothing half-made is left"
    new = read_session(part.path)
    assert new[: len(old.records)] == old.records
    first, resumed = new[len(old.records) :]
    event = first.event
    assert isinstance(event, PartTakenOver)
    assert (event.continues, event.closed_there, first.workstation) == (chair.path.stem, True, "chair-b")
    assert isinstance(resumed.event, ProgramResumed)
    assert part_of(part.path, copy).left_out == 0
    assert part_of(part.path, chair.path).head.hash == event.head_hash

    second = open_at_chair(ward.b, hasty_policy)
    try:
        assert second.path == part.path
        state = second.live.state
        assert state.away is not None
        assert state.step is not None
        do(second, AnswerAway(meanwhile=PumpMeanwhile.RAN, running=True, rate_ml_h=state.away.flow.rate))
        after, plan = second.live.state, second.live.state.plan
        assert plan is not None
        started = next(r for r in reversed(old.records) if "RateSet" not in type(r.event).__name__)
        assert started.seq
        total = given(after.ledger, plan, second.live.moment().now_ns)
        part_1 = fold(old.records)
        assert part_1 is not None
        assert part_1.left is not None
        assert total >= given(part_1.ledger, plan, part_1.left.at_ns)
    finally:
        assert second.close()

    ward.at("chair-a")
    third = open_at_chair(ward.a, hasty_policy)
    assert third.path != chair.path, "the old part goes on nowhere"
    assert third.close()


@pytest.mark.hazard("H-15")
@pytest.mark.requirement("R-S21-take-over")
def test_the_old_program_that_comes_back_finds_the_mark_and_closes_its_part(ward: Ward) -> None:
    chair = running_step_2(ward.a)
    assert chair.close()
    ward.at("chair-b")
    part = taken(chair.path, ward.b)
    event = read_session(part.path)[-2].event
    assert isinstance(event, PartTakenOver)
    assert not event.closed_there
    mark = read_mark(chair.path)
    assert mark is not None
    assert (mark.workstation, mark.part_id, mark.code) == ("chair-b", part.path.stem, part.code)

    ward.at("chair-a")
    back = open_at_chair(ward.a, hasty_policy)
    assert back.path == chair.path
    watch = MarkWatch(back.live, back.path)
    for _ in range(3):
        watch.beat()
    left = back.live.state.left
    assert left is not None
    assert (left.why, left.to, left.code) == (Leaving.CONTINUED, "chair-b", part.code)
    assert back.close()
    bound = part_of(part.path, chair.path)
    assert bound.left_out == 2, "that it came back, and that it was closed"
    with pytest.raises(CannotTakeOver, match="chair-b took this session over"):
        taken(chair.path, ward.a)


def test_a_mark_is_looked_for_every_two_seconds_only(ward: Ward) -> None:
    chair = running_step_2(ward.a)
    watch = MarkWatch(chair.live, chair.path)
    watch.beat()
    mark_path(chair.path).write_bytes(
        b'{"workstation":"x","part_id":"x","code":"1-0000-0000","since_us":0,"zone_offset_min":0}'
    )
    watch.beat()
    before = chair.live.state.is_over
    again = MarkWatch(chair.live, chair.path)
    again.beat()
    assert (before, chair.live.state.is_over) == (False, True)
    assert chair.close()


@pytest.mark.requirement("R-one-writer")
def test_what_runs_elsewhere_is_not_taken_from_under_it(ward: Ward) -> None:
    chair = running_step_2(ward.a)
    ward.at("chair-b")
    with pytest.raises(CannotTakeOver, match="chair-a has had this session since"):
        taken(chair.path, ward.b, is_off=True)  # its lock is held: it runs
    ward.at("chair-a")
    assert chair.close()
    note = chair.path.with_name(f".{chair.path.name}.writer")
    note.write_bytes(msgspec.json.encode(Holder(pid=7, machine="chair-a", since_us=1, zone_offset_min=0)))
    ward.at("chair-b")
    with pytest.raises(CannotTakeOver, match="chair-a has had this session since"):
        taken(chair.path, ward.b)  # as on a share whose locks do not reach here
    assert taken(chair.path, ward.b, is_off=True).number == 2


def test_nobody_takes_the_same_copy_over_twice_unless_he_says_so(ward: Ward) -> None:
    chair = running_step_2(ward.a)
    handed_over(chair, ward.usb)
    assert chair.close()
    copy = ward.usb / chair.path.name
    ward.at("chair-b")
    first = taken(copy, ward.b)
    first.path.rename(first.path.with_suffix(".aside"))  # as if it had been cut short before it had its name
    first = taken(copy, ward.b)
    left = first.path.read_bytes()
    with pytest.raises(CannotTakeOver, match="still open"):
        taken(copy, ward.b)
    assert first.path.read_bytes() == left
    second = reopened(first.path, ward.b)
    handed_over(second, ward.usb)
    assert second.close()
    with pytest.raises(CannotTakeOver, match="chair-b took this session over"):
        taken(copy, ward.b)
    ward.at("chair-c")
    with pytest.raises(CannotTakeOver, match=f"part {first.path.stem}, compare code {first.code}"):
        taken(copy, folders(ward.usb.parent / "c"))
    again = taken(copy, folders(ward.usb.parent / "c"), again=True)
    mark = read_mark(copy)
    assert mark is not None
    assert mark.part_id == again.path.stem


def test_one_patient_to_a_chair(ward: Ward) -> None:
    chair = running_step_2(ward.a)
    assert chair.close()
    ward.at("chair-b")
    other = running_step_2(ward.b)
    assert other.close()
    with pytest.raises(CannotTakeOver, match="A session of this workstation is still open"):
        taken(chair.path, ward.b)
    assert list(ward.b.sessions.glob("*")) == [other.path]


def test_two_that_try_at_once_the_first_mark_counts(ward: Ward, monkeypatch: pytest.MonkeyPatch) -> None:
    chair = running_step_2(ward.a)
    assert chair.close()
    ward.at("chair-b")
    lock = SessionLock(chair.path)
    monkeypatch.setattr(
        "desens_gui.app.taking_over.read_mark", lambda _path: None
    )  # looked a moment too early
    assert taken(chair.path, ward.b).marked
    ward.at("chair-c")
    with pytest.raises(CannotTakeOver, match="Another workstation was quicker"):
        taken(chair.path, folders(ward.usb.parent / "c"))
    lock.acquire()
    lock.release()
