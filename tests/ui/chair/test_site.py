"""Setting a site up in the window, by keys alone, on its real files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desens_gui.app.site_window import SiteWindow
from desens_gui.domain.site import PAGES, Page
from desens_gui.system.encryption import Standing, look
from desens_gui.system.paths import folders
from desens_gui.system.settings import load_settings
from desens_gui.system.site_file import SiteFile
from tests.ui.chair.at_chair import AtChair
from tests.ui.chair.keyboard import ESC, F12
from tests.ui.chair.site_window import ADMIN, DOCTOR, Again, begun, fill, save, window_of

Begun = tuple[AtChair, SiteWindow, Again]


@pytest.fixture
def site(
    begin_any: Callable[[AtChair], AtChair], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Begun]:
    again = Again()
    window = window_of(tmp_path / "data", monkeypatch, again)
    yield begin_any(AtChair(site=window)), window, again
    window.close()


def pages(tmp_path: Path) -> list[Page]:
    return [each.page for each in SiteFile(folders(tmp_path / "data").site).read().answers]


@pytest.mark.requirement("R-SITE-1")
def test_a_site_is_set_up_by_keys_alone(site: Begun, tmp_path: Path) -> None:
    chair, window, again = site
    (tmp_path / "backup").mkdir()
    begun(chair)
    save(chair)  # everybody is here
    fill(chair, doctor="a1", doctor_pin=DOCTOR)
    save(chair)
    chair.choose("3-bag 12-step")
    fill(chair, doctor="a1", doctor_pin=DOCTOR)
    save(chair)
    chair.choose("On")
    fill(chair, pdf=str(tmp_path / "key.pdf"))
    chair.choose("Save the page to print")
    assert (tmp_path / "key.pdf").read_bytes().startswith(b"%PDF")
    fill(chair, back=window.state().key)
    save(chair)
    chair.choose("Heard")
    save(chair)
    fill(chair, folder=str(tmp_path / "backup"))
    save(chair)
    assert pages(tmp_path) == list(PAGES)
    place = folders(tmp_path / "data")
    assert look(place).standing is Standing.ON
    assert load_settings(place.settings).settings.backup_folder == tmp_path / "backup"
    assert window.state().page is None
    save(chair)
    assert again.asked == 1
    assert len(chair.events) == 2  # the session has its opening and its policy, nothing of the site


def test_left_half_way_an_administrator_goes_on(site: Begun, tmp_path: Path) -> None:
    chair, window, again = site
    begun(chair)
    save(chair)
    chair.key(ESC)
    assert (again.asked, chair.shown) == (1, "setup")
    assert chair.code == "people:name"
    chair.chair.ask("site:page:name")
    chair.chair.ask("site:open")
    assert window.state().page is Page.POLICY
    chair.chair.ask("site:page:backup")
    assert window.state().asks_administrator
    fill(chair, admin="a1", admin_pin=DOCTOR)
    save(chair)
    assert chair.chair.objections.problems == {"site:admin": "Only an administrator may do this."}
    fill(chair, admin_pin=ADMIN)
    chair.tab_to("site:admin")
    chair.field("site:admin").clear()
    chair.type("x1")
    save(chair)
    assert window.state().by == "x1"
    fill(chair, folder="backup")
    save(chair)
    assert "whole path" in chair.chair.objections.problems["site:save"]
    assert pages(tmp_path) == [Page.NAME, Page.STAFF]


def test_reaction_stays_and_no_pin_is_in_any_draft(site: Begun) -> None:
    chair, _, _ = site
    chair.chair.ask("site:open")
    fill(chair, name="Unit 4", person="K. Vermeer", id="x1", pin=ADMIN, again="271829")
    assert ADMIN not in str(chair.chair.forms.of("setup"))
    save(chair)
    assert "not the same" in chair.chair.objections.problems["site:save"]
    assert chair.window.frame.action_bar.view.reaction is not None
    chair.key(F12)
    assert chair.stage == "Reacting"


def test_an_edited_policy_is_shown_before_it_is_accepted(site: Begun, tmp_path: Path) -> None:
    chair, window, _ = site
    begun(chair)
    save(chair)
    own = tmp_path / "own.toml"
    shipped = Path("resources/policies/default.toml").read_text("utf-8")
    own.write_text(shipped.replace('title = "Values', 'title = "Unit 4: values'), "utf-8")
    fill(chair, file=str(own), doctor="a1", doctor_pin=DOCTOR)
    save(chair)
    assert "accept it" in chair.chair.objections.problems["site:file"]
    assert window.state().policy.title.startswith("Unit 4")
    assert Page.POLICY not in pages(tmp_path)
    save(chair)
    assert pages(tmp_path)[-1] is Page.POLICY


def test_in_a_simulation_no_site_is_set_up(begin_any: Callable[[AtChair], AtChair]) -> None:
    chair = begin_any(AtChair())
    labels = [each.label for each in chair.window.frame.action_bar.view.secondary]
    assert "Set up this site" not in labels
    chair.chair.ask("site:open")
    assert chair.code == "people:name"
