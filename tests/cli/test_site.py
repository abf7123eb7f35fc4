"""desens-gui site: set up at a terminal; left half-way it goes on; nothing wrong is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from desens_gui.domain.site import PAGES, Page
from desens_gui.system.encryption import Standing, look
from desens_gui.system.paths import folders
from desens_gui.system.settings import load_settings
from desens_gui.system.site_file import SiteFile
from desens_gui.system.site_policy import standing_policy
from tests.cli.site_desk import ACCEPTED, ADMIN, APPROVED, DOCTOR, NAMED, STAFFED, Desk, desk

__all__ = ["desk"]


@pytest.mark.requirement("R-SITE-1")
def test_a_site_is_set_up_in_one_sitting(desk: Desk, tmp_path: Path) -> None:
    backup = tmp_path / "backup"
    backup.mkdir()
    rest = ("on", "", "KEY", "yes", str(backup))
    code, out, error = desk(typed=(*NAMED, *STAFFED, *ACCEPTED, *APPROVED, *rest))
    assert code == 0, error
    assert out.endswith("The site is set up.\n")
    place = folders(tmp_path / "data")
    record = SiteFile(place.site).read()
    assert not record.missing
    assert record.name == "Unit 4"
    assert [(each.page, each.by) for each in record.answers] == [
        (page, "a1" if page in (Page.POLICY, Page.PROTOCOL) else "x1") for page in PAGES
    ]
    assert standing_policy(place).policy.id == "default"
    assert not standing_policy(place).changed
    assert look(place).standing is Standing.ON
    assert load_settings(place.settings).settings.backup_folder == backup
    assert list(backup.iterdir()) == []
    assert "Achterberg" not in place.site.read_text("utf-8")


def test_left_half_way_it_goes_on_where_it_was(desk: Desk) -> None:
    code, _, error = desk(typed=(*NAMED, *STAFFED, ""))
    assert code == 2
    assert "goes on there" in error
    assert "Policy: not answered" in desk("status")[1]
    assert "Staff: 2, by x1" in desk("status")[1]
    code, out, _ = desk(typed=(*ACCEPTED, *APPROVED))
    assert "Site name" not in out
    assert "Emergency protocol: rdd-3bag-12step, by a1" in desk("status")[1]


@pytest.mark.parametrize(
    ("page", "typed", "said"),
    [
        ("staff", ("x1", ADMIN, "B", "boss"), "Role: allowed are"),
        ("policy", ("", "x1", ADMIN), "Only an allergist"),
        ("policy", ("nowhere.toml",), "There is no file nowhere.toml."),
        ("protocol", ("lrdp-13dose", "a1", "000000"), "This is not the PIN."),
        ("encryption", ("x1", ADMIN, "on", "", "AAAAA"), "eight groups"),
        ("encryption", ("a1", DOCTOR, "off"), "Only an administrator"),
        ("sound", ("x1", ADMIN, "no"), "turn the loudspeaker up"),
        ("backup", ("x1", ADMIN, "backup"), "give the whole path"),
        ("backup", ("x1", ADMIN, "/nowhere/at/all"), "This page is not answered"),
        ("name", ("", "x1", ADMIN), "Site name: nothing was entered"),
    ],
)
def test_what_is_wrong_is_said_and_not_kept(
    desk: Desk, tmp_path: Path, page: str, typed: tuple[str, ...], said: str
) -> None:
    desk(typed=(*NAMED, *STAFFED))
    place = folders(tmp_path / "data")
    before = SiteFile(place.site).read()
    code, _, error = desk(page, typed=typed)
    assert code == 2
    assert said in error
    assert SiteFile(place.site).read() == before


def test_the_first_administrator_types_the_pin_twice_the_same(desk: Desk) -> None:
    code, _, error = desk(typed=(*NAMED[:4], "271829"))
    assert code == 2
    assert "the two are not the same" in error
    assert desk("status")[1].startswith("No site is set up here")


def test_without_an_allergist_the_staff_are_not_complete(desk: Desk) -> None:
    code, _, error = desk(typed=(*NAMED, ""))
    assert code == 2
    assert "at least one allergist" in error


def test_a_policy_that_was_edited_after_it_was_accepted_does_not_stand(desk: Desk, tmp_path: Path) -> None:
    desk(typed=(*NAMED, *STAFFED, *ACCEPTED))
    place = folders(tmp_path / "data")
    edited = place.policy.read_text("utf-8").replace('id = "default"', 'id = "unit-4"')
    own = tmp_path / "own.toml"
    own.write_text(edited, "utf-8")
    assert desk("policy", typed=(str(own), "a1", DOCTOR))[0] == 0
    assert standing_policy(place).policy.id == "unit-4"
    place.policy.write_text(edited.replace("revision = 1", "revision = 2"), "utf-8")
    assert standing_policy(place).changed
    assert standing_policy(place).policy.id == "default"
    place.site.write_text("nonsense", "utf-8")
    assert standing_policy(place).fault is not None
