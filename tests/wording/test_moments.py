"""Dates, times and ages in the session's own zone."""

from __future__ import annotations

import pytest

from desens_gui.wording.moments import age, age_years, birth_date, day, hour_minute, hour_minute_second

AT = 1_795_340_532_000_000  # 2026-11-22 09:42:12 UTC


@pytest.mark.parametrize(
    ("offset", "date", "time"),
    [
        (60, "22-Nov-2026", "10:42:12"),
        (0, "22-Nov-2026", "09:42:12"),
        (-600, "21-Nov-2026", "23:42:12"),
        (345, "22-Nov-2026", "15:27:12"),
    ],
)
def test_the_zone_of_the_record_counts(offset: int, date: str, time: str) -> None:
    assert day(AT, offset) == date
    assert hour_minute_second(AT, offset) == time
    assert hour_minute(AT, offset) == time[:5]


def test_seconds_are_cut_off_not_rounded() -> None:
    assert hour_minute(AT + 47_999_999, 0) == "09:42"
    assert hour_minute_second(AT + 999_999, 0) == "09:42:12"


def test_every_month_has_its_name() -> None:
    names = [birth_date(f"2020-{month:02d}-01") for month in range(1, 13)]
    assert names[0] == "01-Jan-2020"
    assert " ".join(name[3:6] for name in names) == "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"


@pytest.mark.parametrize(
    ("born", "years", "shown"),
    [
        ("1968-03-12", 58, "58 y"),
        ("2008-11-22", 18, "18 y"),
        ("2008-11-23", 17, "17 y"),
        ("2024-11-22", 2, "2 y"),
        ("2024-11-23", 1, "23 mo"),
        ("2026-11-22", 0, "0 mo"),
        ("2027-01-01", -1, "-2 mo"),
    ],
)
def test_age_on_the_day(born: str, years: int, shown: str) -> None:
    assert age_years(born, AT, 0) == years
    assert age(born, AT, 0) == shown


def test_a_birthday_begins_in_the_zone_of_the_record() -> None:
    assert age_years("2008-11-22", AT, -600) == 17


@pytest.mark.parametrize("born", ["", "12.03.1968", "1968-13-01"])
def test_what_is_no_date_is_refused(born: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        birth_date(born)
