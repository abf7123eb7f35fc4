"""The display zone by its name, with its own clock changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from desens_gui.domain.instants import Utc
from desens_gui.system.zones import DisplayZone, UnknownZone, system_zone


@pytest.mark.parametrize(
    ("name", "utc", "minutes"),
    [
        ("Europe/Berlin", "2026-10-25T00:59:59Z", 120),
        ("Europe/Berlin", "2026-10-25T01:00:00Z", 60),
        ("America/St_Johns", "2026-01-15T12:00:00Z", -210),
        ("Asia/Kathmandu", "2026-01-15T12:00:00Z", 345),
        ("UTC", "2026-01-15T12:00:00Z", 0),
    ],
)
def test_minutes_ahead_of_utc(name: str, utc: str, minutes: int) -> None:
    zone = DisplayZone(name)
    assert zone.name == name
    assert zone.offset_min(Utc.of(utc).us) == minutes


@pytest.mark.parametrize("name", ["Europe/Atlantis", "", "../etc/passwd", "/etc/localtime", "Europe", "a\0b"])
def test_a_zone_that_does_not_exist(name: str) -> None:
    with pytest.raises(UnknownZone):
        DisplayZone(name)


def test_the_zone_of_the_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    link = tmp_path / "localtime"
    monkeypatch.delenv("TZ", raising=False)
    assert system_zone(link).name == "UTC"
    link.symlink_to("/usr/share/zoneinfo/Europe/Berlin")
    assert system_zone(link).name == "Europe/Berlin"
    monkeypatch.setenv("TZ", ":Asia/Kathmandu")
    assert system_zone(link).name == "Asia/Kathmandu"
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")  # a rule without a name
    assert system_zone(link).name == "Europe/Berlin"


def test_a_zone_file_that_is_no_link_has_no_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "localtime"
    copy.touch()
    monkeypatch.delenv("TZ", raising=False)
    assert system_zone(copy).name == "UTC"


def test_windows_names_are_translated(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What Babel answers there is not known here: only that an answer of any kind leaves a usable zone."""
    monkeypatch.delenv("TZ", raising=False)
    zone = system_zone(tmp_path / "none", system="win32")
    assert zone.offset_min(0) % 15 == 0
