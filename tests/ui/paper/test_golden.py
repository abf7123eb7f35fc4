"""The whole text of three pages is as it was when it was looked at."""

from __future__ import annotations

import re

import pytest

from tests.handover.test_numbers_on_paper import FORBIDDEN, NO_LEADING_ZERO, NO_SPACE, TRAILING_ZERO
from tests.ui.paper.golden import FOLDER, SESSIONS, told

pytestmark = pytest.mark.usefixtures("app")


@pytest.mark.parametrize("name", SESSIONS)
def test_the_page_says_what_it_said(name: str) -> None:
    kept = (FOLDER / f"{name}.txt").read_text("utf-8")
    assert told(SESSIONS[name]()) == kept, "meant? look at it, then: python -m tests.ui.paper.golden"


@pytest.mark.parametrize("name", SESSIONS)
@pytest.mark.parametrize("rule", [TRAILING_ZERO, NO_LEADING_ZERO, NO_SPACE, FORBIDDEN])
def test_no_number_on_the_page_breaks_a_rule(name: str, rule: re.Pattern[str]) -> None:
    kept = (FOLDER / f"{name}.txt").read_text("utf-8")
    assert [line for line in kept.splitlines() if rule.search(line)] == []
