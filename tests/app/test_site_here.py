"""A chair whose site is set up offers what was approved there, and says what is wrong with its policy."""

from __future__ import annotations

from pathlib import Path

import pytest

from desens_gui.app.site_here import policy_said, protocols_here
from desens_gui.domain.site import PAGES, Answered, Page, SiteRecord
from desens_gui.system.paths import folders
from desens_gui.system.protocols import protocol_ids
from desens_gui.system.resources import resource
from desens_gui.system.site_file import SiteFile
from desens_gui.system.site_policy import digest_of
from desens_gui.wording.words import ENGLISH


def answered(page: Page, digest: str = "") -> Answered:
    about = "rdd-3bag-12step" if page is Page.PROTOCOL else "x"
    return Answered(page=page, by="x1", utc_us=1_795_345_200_000_000, about=about, digest=digest)


@pytest.mark.requirement("R-SITE-1")
def test_only_what_was_approved_here_as_it_was_approved(tmp_path: Path) -> None:
    place = folders(tmp_path).make()
    every = list(protocol_ids())
    assert [each.id for each in protocols_here(place)] == every
    digest = digest_of(resource("protocols", "rdd-3bag-12step.toml"))
    store = SiteFile(place.site)
    store.write(SiteRecord((answered(Page.PROTOCOL, digest),)))
    assert [each.id for each in protocols_here(place)] == every  # half a site is none
    store.write(SiteRecord(tuple(answered(page, digest) for page in PAGES)))
    assert [each.id for each in protocols_here(place)] == ["rdd-3bag-12step"]
    place.site.write_text("nonsense", "utf-8")
    assert [each.id for each in protocols_here(place)] == every


def test_a_policy_that_does_not_stand_is_said(tmp_path: Path) -> None:
    place = folders(tmp_path).make()
    assert policy_said(place, ENGLISH) == ""
    place.policy.write_bytes(resource("policies", "default.toml").read_bytes())
    assert "changed since it was accepted" in policy_said(place, ENGLISH)
    place.site.write_text("nonsense", "utf-8")
    assert policy_said(place, ENGLISH).startswith("The default policy stands. ")
