"""Moments, and the one timeline of a session."""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desens_gui.domain.ages import age_in_years, birth_date
from desens_gui.domain.instants import Instant, Timeline, Utc

NOW = Instant(boot_ns=10**12, mono_ns=10**12, utc_us=1_795_341_600_000_000, boot_id="a")


@pytest.mark.parametrize(
    "text", ["2026-11-22T10:42:12Z", "2026-11-22T10:42:12.000001Z", "1970-01-01T00:00:00Z"]
)
def test_a_moment_is_written_as_it_was_read(text: str) -> None:
    assert Utc.of(text).text == text
    assert repr(Utc.of(text)) == f"Utc({text})"


@pytest.mark.parametrize(
    "text", ["2026-11-22T10:42:12", "2026-11-22T10:42:12+01:00", "soon", "soonZ", "Z", ""]
)
def test_anything_but_utc_is_no_moment(text: str) -> None:
    with pytest.raises(ValueError, match=r"UTC|isoformat"):
        Utc.of(text)


def test_a_moment_cannot_be_changed_but_copied() -> None:
    moment = Utc(5)
    with pytest.raises(AttributeError):
        moment.us = 6
    assert copy.deepcopy(moment) == pickle.loads(pickle.dumps(moment)) == moment  # noqa: S301
    assert moment != 5
    assert {moment, Utc(5)} == {Utc(5)}
    assert Utc(4) < moment <= Utc(5) < Utc(6)


@given(st.integers(-(10**14), 4 * 10**15))
def test_every_microsecond_has_its_text(us: int) -> None:
    assert Utc.of(Utc(us).text) == Utc(us)


@pytest.mark.requirement("R-D6-1")
def test_within_one_boot_only_the_boot_clock_counts() -> None:
    line = Timeline(NOW, 7)
    later = Instant(NOW.boot_ns + 90, NOW.mono_ns, NOW.utc_us - 10**9, "a")
    assert line.place(later) == 97
    assert line.place(Instant(NOW.boot_ns - 1, 0, NOW.utc_us, "a")) == 7
    assert line.advanced(later) == Timeline(later, 97)


@pytest.mark.requirement("R-D6-2")
def test_across_boots_wall_time_counts_and_never_backwards() -> None:
    line = Timeline(NOW, 7)
    assert line.place(Instant(5, 5, NOW.utc_us + 3, "b")) == 3007
    assert line.place(Instant(5, 5, NOW.utc_us - 3, "b")) == 7


def test_a_reported_moment_lies_so_long_before_now() -> None:
    line = Timeline(NOW, 10**9)
    assert line.place_reported(Utc(NOW.utc_us - 40), NOW) == 10**9 - 40_000


@pytest.mark.parametrize(
    ("born", "years"),
    [
        ("2015-11-22", 11),
        ("2015-11-23", 10),
        ("2016-02-29", 10),
        ("2026-11-22", 0),
        ("2026-11-23", -1),
        ("22.11.2015", -1),
    ],
)
def test_age_in_whole_years(born: str, years: int) -> None:
    assert age_in_years(born, NOW) == years


def test_a_birth_date_is_an_iso_date() -> None:
    assert birth_date("1968-03-12") is not None
    assert birth_date("12/03/1968") is None
