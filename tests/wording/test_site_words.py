"""Every fault and page of a site's set-up has its words, and a policy is said in plain words."""

from __future__ import annotations

from msgspec.structs import replace

from desens_gui.domain.site import PAGES
from desens_gui.session.site_setup import SiteFault
from desens_gui.system.policies import load_policy
from desens_gui.wording.key_words import misread_sentence
from desens_gui.wording.site_words import page_title, policy_lines, site_sentence
from desens_gui.wording.words import ENGLISH


def test_every_page_and_fault_has_words() -> None:
    assert len({page_title(ENGLISH, page) for page in PAGES}) == len(PAGES)
    assert all(site_sentence(ENGLISH, fault, "x").endswith(".") for fault in SiteFault)


def test_the_shipped_policy_in_plain_words() -> None:
    lines = policy_lines(load_policy(), ENGLISH)
    assert lines[0].startswith("Going up needs, within 5 min: ")
    assert "No going up with SBP below 90, SpO2 at or below 92." in lines
    assert "At the end of its volume the pump goes on at the same rate." in lines
    assert lines[-1] == "Observation 1 h after the end of the drug."
    assert "No stop limits." in policy_lines(replace(load_policy(), stop_limits=()), ENGLISH)


def test_a_recovery_key_that_was_misread() -> None:
    assert misread_sentence(None, ENGLISH).endswith("five letters and digits.")
    assert "group 3" in misread_sentence(3, ENGLISH)
