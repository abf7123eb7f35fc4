"""The manual's page on setting a site up: what it says is asked is asked, and its commands are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from desens_gui.domain.recorded import Role
from desens_gui.domain.site import PAGES, SiteRecord
from desens_gui.system.paths import folders
from desens_gui.system.policies import load_policy
from desens_gui.system.resources import resource
from desens_gui.views.bedside import frame
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.site import SiteState, StaffMember
from desens_gui.views.site_set_up import offering, site_frame, site_set_up
from desens_gui.wording.site_words import page_title
from desens_gui.wording.words import ENGLISH
from tests.cli.site_desk import ACCEPTED, APPROVED, NAMED, STAFFED, Desk, desk
from tests.courses import opened
from tests.views.at_chair import scene_of

__all__ = ["desk"]


@pytest.fixture
def page() -> str:
    return resource("help", "site-setup.md").read_text("utf-8")


def test_every_prompt_stands_in_the_page_and_every_label_of_the_page_is_asked(
    page: str, desk: Desk, tmp_path: Path
) -> None:
    (tmp_path / "backup").mkdir()
    rest = ("on", "", "KEY", "yes", str(tmp_path / "backup"))
    code, out, asked = desk(typed=(*NAMED, *STAFFED, *ACCEPTED, *APPROVED, *rest))
    assert code == 0
    assert out.endswith("The site is set up.\n")
    asked += desk("name", typed=("Unit 5", "x1", NAMED[-1]))[2]
    table = page.split("| page |")[1].split("\n\n", maxsplit=1)[0]
    labels = re.findall(r"`([A-Z][^`]+)`", "".join(row.split("|")[2] for row in table.splitlines()[2:]))
    assert len(labels) == 19
    for label in (*labels, "Administrator, your id"):
        assert f"\n{label}" in f"\n{asked}", label
    prompts = [line for line in asked.splitlines() if line.endswith(":")]
    for prompt in prompts:
        known = (*labels, "Administrator, your id")
        assert prompt.startswith(known), prompt
    for each in PAGES:
        assert f"| {page_title(ENGLISH, each)} |" in page


def test_its_commands_are_there(page: str, desk: Desk, tmp_path: Path) -> None:
    commands = re.findall(r"^desens-gui site ?(.*)$", page, re.MULTILINE)
    assert commands == ["", "status", *map(str, PAGES)]
    assert desk("status")[0] == 0
    place = folders(tmp_path)
    for path in (place.site, place.policy, place.settings, place.staff, place.site_key, place.encryption):
        assert f"`{path.name}`" in page


def test_the_buttons_of_the_window_are_named(page: str) -> None:
    said = " ".join(page.split("## At the terminal", maxsplit=1)[0].split())
    empty = SiteState(record=SiteRecord(), page=None, policy=load_policy())
    someone = (StaffMember(id="x1", name="K. Vermeer", role=Role.ADMINISTRATOR),)
    draft = FormDraft(texts={"site:person": "Anna"}, chosen={"site:encrypt": "on"})
    scene = scene_of(opened())
    bar = [offering(frame(scene), ENGLISH).actions.secondary[0]]
    for each in (*PAGES, None):
        state = replace(empty, page=each, people=someone, by="x1")
        states = (state, replace(state, by=""))
        for own in states:
            for typed in (draft, FormDraft()):
                primary = site_frame(frame(scene), scene, own, typed).actions.primary
                assert primary is not None
                view = site_set_up(scene, own, typed, {})
                bar += [primary, *(block.action for block in view.form.blocks if block.action is not None)]
    assert len({each.label for each in bar}) == 13
    for action in bar:
        assert f'"{action.label}"' in said, action.label


def test_the_readme_names_the_page() -> None:
    root = Path(__file__).parents[2]
    assert "resources/help/site-setup.md" in (root / "README.md").read_text("utf-8")
