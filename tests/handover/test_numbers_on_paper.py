"""Every number of a report is written as the rules of wording say (ISMP)."""

from __future__ import annotations

import re

import pytest

from tests.driving import Chair
from tests.handover.sessions import completed, lines, reacted, report_of, troubled

TRAILING_ZERO = re.compile(r"\d\.\d*0(?![\d])")
NO_LEADING_ZERO = re.compile(r"(?<![\d.])\.\d")
NO_SPACE = re.compile(r"\d(?:mg|mL|mcg|min)\b")
THOUSANDS = re.compile(r"(?<![\d.-])\d{4,}(?:\.\d+)? (?:mg|mL|units)")
FORBIDDEN = re.compile(r"\u00b5|\bcc\b|\bIU\b|\bU\b|\bug\b")


@pytest.mark.parametrize(
    "chair", [completed(), reacted(), troubled()], ids=["completed", "reacted", "troubled"]
)
@pytest.mark.parametrize("rule", [TRAILING_ZERO, NO_LEADING_ZERO, NO_SPACE, THOUSANDS, FORBIDDEN])
def test_no_number_breaks_a_rule(chair: Chair, rule: re.Pattern[str]) -> None:
    said = [line for line in lines(report_of(chair)) if not line.startswith("Sources: ")]
    assert [line for line in said if rule.search(line)] == []


@pytest.mark.parametrize(
    ("rule", "bad"),
    [
        (TRAILING_ZERO, "1.0 mg"),
        (TRAILING_ZERO, "0.50 mg"),
        (NO_LEADING_ZERO, "give .5 mg"),
        (NO_SPACE, "5mg"),
        (THOUSANDS, "2000 mg"),
        (FORBIDDEN, "5 \u00b5g"),
    ],
)
def test_each_rule_catches_what_it_is_for(rule: re.Pattern[str], bad: str) -> None:
    assert rule.search(bad)
