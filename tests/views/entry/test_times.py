"""A time of day as typed: of the last hours; on a label: of today, or of the date that stands with it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from desens_gui.views.entry.forms import FormReader
from desens_gui.views.entry.label_time import label_time
from desens_gui.views.entry.times import second_of_day, time_sentence, typed_time
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.scene import Scene
from desens_gui.wording.moments import day, hour_minute_second
from tests import courses
from tests.views.at_chair import scene_of


def at(clock: str) -> Scene:
    """The session at this time of 22-Nov-2026 in its display zone, an hour east of UTC."""
    scene = scene_of(courses.at_step(9))
    second = second_of_day(clock)
    assert second is not None
    midnight_us = 1_795_302_000_000_000  # 22-Nov-2026 00:00 at UTC+1
    stamp = replace(scene.stamp, utc_us=midnight_us + second * 1_000_000)
    return replace(scene, stamp=stamp)


def said(scene: Scene, us: int) -> str:
    offset = scene.session.zone_offset_min
    return f"{day(us, offset)} {hour_minute_second(us, offset)}"


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("10:42", 38520),
        ("10:42:12", 38532),
        ("10.42", 38520),
        ("1042", 38520),
        (" 7:05 ", 25500),
        ("705", 25500),
        ("24:00", None),
        ("10:60", None),
        ("10:42:60", None),
        ("noon", None),
        ("", None),
        ("10:4", None),
        ("１０:42", None),
    ],
)
def test_what_counts_as_a_time_of_day(text: str, seconds: int | None) -> None:
    assert second_of_day(text) == seconds


@pytest.mark.parametrize(
    ("now", "text", "meant"),
    [
        ("10:50:02", "10:49:10", "22-Nov-2026 10:49:10"),
        ("10:50", "11:10", "22-Nov-2026 11:10:00"),
        ("00:10", "23:55", "21-Nov-2026 23:55:00"),
        ("00:10", "00:05", "22-Nov-2026 00:05:00"),
        ("23:55", "00:05", "22-Nov-2026 00:05:00"),
        ("11:59", "23:59", "22-Nov-2026 23:59:00"),
        ("11:58", "23:59", "21-Nov-2026 23:59:00"),
    ],
)
def test_shortly_after_midnight_a_late_evening_is_yesterdays(now: str, text: str, meant: str) -> None:
    scene = at(now)
    read = typed_time(scene, text)
    assert read is not None
    assert said(scene, read.us) == meant


def test_a_text_that_is_no_time() -> None:
    scene = at("10:00")
    assert typed_time(scene, "noon") is None
    assert time_sentence(scene, " noon ") == "“noon” is not a time; write for example 10:42."
    assert len(time_sentence(scene, "x" * 500)) < 120


@pytest.mark.parametrize(
    ("now", "text", "meant"),
    [
        ("10:00", "18:30", "22-Nov-2026 18:30:00"),
        ("10:00", "09:00", "22-Nov-2026 09:00:00"),
        ("22:00", "04:00", "22-Nov-2026 04:00:00"),
        ("02:00", "18:30", "22-Nov-2026 18:30:00"),
        ("22:00", "23-Nov-2026 04:00", "23-Nov-2026 04:00:00"),
        ("22:00", "2026-11-23T04:00", "23-Nov-2026 04:00:00"),
        ("22:00", "23 Nov 2026, 0400", "23-Nov-2026 04:00:00"),
        ("10:00", "21-Nov-2026 18:30", "21-Nov-2026 18:30:00"),
    ],
)
def test_a_label_without_a_date_is_todays_so_that_no_expired_bag_passes(
    now: str, text: str, meant: str
) -> None:
    scene = at(now)
    reader = FormReader(scene, FormDraft(texts={"use_before": text}))
    read = label_time(reader)
    assert reader.problems == {}
    assert read is not None
    assert said(scene, read.us) == meant


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Use before: nothing was entered."),
        ("soon", "Use before: “soon” is not a time; write for example 18:30 or 23-Nov-2026 06:30."),
        ("23-Nov-2026", "Use before: “23-Nov-2026” is not a time"),
        ("10 30", "Use before: “10 30” is not a time"),
        ("31-Nov-2026 04:00", "Use before: “31-Nov-2026” is not a day of the calendar"),
        ("11/12/2026 04:00", "Use before: “11/12/2026” can be read two ways"),
    ],
)
def test_a_label_that_cannot_be_read_says_why(text: str, sentence: str) -> None:
    reader = FormReader(at("10:00"), FormDraft(texts={"use_before": text}))
    assert label_time(reader) is None
    assert reader.problems["use_before"].startswith(sentence)
