"""Times as a scenario writes them."""

from __future__ import annotations

import pytest

from desens_gui.domain.instants import Utc
from desens_gui.session.spoken_time import elapsed_ns, moment, signed_span_ns, span_ns

S = 1_000_000_000
NOW = Utc.of("2026-11-22T09:42:12Z").us


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("30 s", 30),
        ("0.5 s", 0.5),
        ("5 min", 300),
        ("2 h", 7200),
        ("1 h 30 min", 5400),
        ("1 min 5 s", 65),
        ("0 s", 0),
    ],
)
def test_spans(text: str, seconds: float) -> None:
    assert span_ns(text) == seconds * S


@pytest.mark.parametrize(
    "text", ["", " ", "5", "5min", "5 m", "-5 s", " 5 s", "5 s ", "5 min 1 h", "1e3 s", "٣ s", "1 s s"]
)
def test_what_is_no_span(text: str) -> None:
    assert span_ns(text) is None


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("+1 h", 3600), ("-20 min", -1200), ("1 h", None), ("", None), ("+", None), ("*1 h", None)],
)
def test_signed_spans(text: str, seconds: int | None) -> None:
    assert signed_span_ns(text) == (None if seconds is None else seconds * S)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("00:15:00", 900), ("01:23:45", 5025), ("100:00:01", 360_001), ("00:60:00", None), ("15:00", None)],
)
def test_places_since_the_start(text: str, seconds: int | None) -> None:
    assert elapsed_ns(text) == (None if seconds is None else seconds * S)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("now", "2026-11-22T09:42:12Z"),
        ("30 s ago", "2026-11-22T09:41:42Z"),
        ("in 12 h", "2026-11-22T21:42:12Z"),
        ("10:42:10", "2026-11-22T09:42:10Z"),
        ("23:59:59", "2026-11-22T22:59:59Z"),
        ("2026-11-22T09:00:00Z", "2026-11-22T09:00:00Z"),
    ],
)
def test_moments(text: str, meant: str) -> None:
    assert moment(text, NOW, 60) == Utc.of(meant)


@pytest.mark.parametrize("text", ["", "soon", "x ago", "in x", "24:00:00", "10:42", "2026-11-22 09:00"])
def test_what_is_no_moment(text: str) -> None:
    assert moment(text, NOW, 60) is None


def test_a_time_of_day_is_of_the_local_day() -> None:
    late = Utc.of("2026-11-22T23:30:00Z").us
    assert moment("00:15:00", late, 60) == Utc.of("2026-11-22T23:15:00Z")
