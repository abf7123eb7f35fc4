"""Reading a session at any moment."""

from __future__ import annotations

import pytest

from desens_gui.domain.evolve.evolving import fold
from desens_gui.domain.instants import US
from desens_gui.session.playing import Player
from desens_gui.session.review import Review
from tests.scenarios.runs import shipped

SECOND = 1_000_000_000


@pytest.fixture(scope="module")
def player() -> Player:
    return shipped("03-entered-in-error")


@pytest.fixture(scope="module")
def review(player: Player) -> Review:
    return Review(player.session.records)


def test_after_every_fact_the_state_is_the_fold(player: Player, review: Review) -> None:
    records = player.session.records
    for seq in range(1, len(records) + 1):
        now = review.at_seq(seq)
        assert now is not None
        assert now.state == fold(records[:seq])
        assert now.stamp == records[seq - 1].stamp
        assert now.now_ns == now.state.timeline.at_ns


def test_between_two_facts_time_goes_on(review: Review) -> None:
    before = review.at_seq(10)
    after = review.at_seq(11)
    assert before is not None
    assert after is not None
    at_ns = (before.now_ns + after.now_ns) // 2
    now = review.at_ns(at_ns)
    assert now is not None
    assert now.state is before.state
    assert now.now_ns == at_ns
    passed_ns = at_ns - before.now_ns
    assert now.stamp.boot_ns - before.stamp.boot_ns == passed_ns
    assert now.stamp.mono_ns - before.stamp.mono_ns == passed_ns
    assert now.stamp.utc_us - before.stamp.utc_us == passed_ns // US
    assert now.stamp.boot_id == before.stamp.boot_id


def test_a_wall_time_is_the_moment_that_showed_it(player: Player, review: Review) -> None:
    stamp = player.session.records[20].stamp
    now = review.at_time(stamp.utc_us)
    assert now is not None
    assert now.stamp.utc_us == stamp.utc_us
    assert now.state.seq >= 21


def test_before_the_first_fact_there_is_nothing(player: Player, review: Review) -> None:
    assert review.at_seq(0) is None
    assert review.at_ns(-1) is None
    assert review.at_time(player.session.records[0].stamp.utc_us - 1) is None
    assert Review().at_time(0) is None
    assert Review().end_ns == 0


def test_past_the_last_fact_is_after_the_last_fact(player: Player, review: Review) -> None:
    last = review.at_seq(10_000)
    assert last is not None
    assert last.state == player.session.state
    assert review.end_ns == last.now_ns


def test_a_running_session_is_followed(player: Player, review: Review) -> None:
    records = player.session.records
    growing = Review(records[:5])
    growing.extend(records[5:])
    assert growing.records == list(records)
    assert growing.end_ns == review.end_ns
    assert growing.at_seq(len(records)) == review.at_seq(len(records))


def test_a_stepped_clock_is_followed() -> None:
    records = shipped("04-late-check-and-clock-step").session.records
    review = Review(records)
    for record in records:
        now = review.at_time(record.stamp.utc_us)
        assert now is not None
        assert now.stamp.utc_us == record.stamp.utc_us
