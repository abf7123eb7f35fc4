"""Beginning, going on after an absence, and which session goes on."""

from __future__ import annotations

import msgspec
import pytest

from desens_gui.domain.answers import Accepted, Refused
from desens_gui.domain.events.restart import ProgramResumed
from desens_gui.domain.events.setup import PolicySet, SessionOpened
from desens_gui.domain.instants import Instant, Utc
from desens_gui.session.opening import AlreadyOpen, begin, interrupted, last_seen, resume, untouched
from desens_gui.system.policies import load_policy
from tests.fake_clock import NS_PER_S, FakeClock
from tests.scenarios.runs import shipped
from tests.session.test_live_session import OPENING, Chair
from tests.storage.facts import note, opened, recorded


def test_a_session_begins_with_its_opening_and_its_policy() -> None:
    chair = Chair()
    begin(chair.live, OPENING, load_policy())
    assert [type(record.event) for record in chair.live.records] == [SessionOpened, PolicySet]
    assert chair.live.state.policy == load_policy()


def test_a_session_begins_once() -> None:
    chair = Chair()
    begin(chair.live, OPENING, load_policy())
    with pytest.raises(AlreadyOpen):
        begin(chair.live, OPENING, load_policy())


def test_resuming_says_how_long_the_program_was_away() -> None:
    first = Chair()
    begin(first.live, OPENING, load_policy())
    again = Chair(first.live.records)
    again.clock.advance(600)
    first.clock.advance(20)
    assert isinstance(resume(again.live, "desens 2", first.clock.now()), Accepted)
    event = again.live.records[-1].event
    assert isinstance(event, ProgramResumed)
    assert (event.away_ms, event.same_boot, event.program) == (580_000, True, "desens 2")


def test_a_session_that_is_over_is_not_resumed() -> None:
    player = shipped("08-transferred")
    chair = Chair(player.session.records)
    assert isinstance(resume(chair.live, "desens"), Refused)


STAMP = FakeClock().now()


def later(seconds: int, boot_id: str = STAMP.boot_id, boot_ns: int | None = None) -> Instant:
    passed = seconds * NS_PER_S
    boot = STAMP.boot_ns + passed if boot_ns is None else boot_ns
    return Instant(boot, boot, STAMP.utc_us + passed // 1000, boot_id)


@pytest.mark.parametrize(
    ("alive", "seen"),
    [
        (None, STAMP),
        (later(30), later(30)),
        (later(-30), STAMP),
        (later(30, "boot-2", 5), later(30, "boot-2", 5)),
        (later(-30, "boot-0", 10**18), STAMP),
    ],
)
def test_last_seen_is_the_later_of_fact_and_heartbeat(alive: Instant | None, seen: Instant) -> None:
    assert last_seen([recorded(1, opened(), STAMP)], alive) == seen


def test_the_session_to_go_on_with() -> None:
    running = shipped("03-entered-in-error").session.records
    over = shipped("08-transferred").session.records
    here = running[0].workstation
    new = Utc.of("2027-01-01T10:00:00Z").us * 1000
    draft = [recorded(1, opened(), STAMP)]
    newer = [recorded(1, opened(), Instant(new, new, new // 1000, "boot-9"))]
    elsewhere = draft[0].workstation
    assert interrupted([("over", over)], here) is None
    assert interrupted([("nothing", [])], here) is None
    assert interrupted([("draft", draft)], "chair-9") is None
    assert interrupted([("draft", draft), ("newer", newer)], elsewhere) == "newer"
    assert interrupted([("newer", newer), ("draft", draft)], elsewhere) == "newer"
    assert interrupted([("a", draft), ("b", [*draft, recorded(2, note(), STAMP)])], elsewhere) == "a"
    started, set_up = list(running), [msgspec.structs.replace(each, workstation=here) for each in newer]
    assert interrupted([("draft", set_up), ("running", started)], here) == "running"


def test_a_draft_that_nobody_is_in() -> None:
    chair = Chair()
    begin(chair.live, OPENING, load_policy())
    assert untouched(chair.live.records)
    assert not untouched([])
    records = shipped("08-transferred").session.records
    assert not untouched(records)
    assert not untouched(records[:4])
