"""On which line a name of a TOML file stands."""

from __future__ import annotations

import pytest

from desens_gui.system.toml_lines import Lines

TEXT = '''\
title = "x"   # line 1
about = """
[[do]]
fake = 1
"""

[checks.usual]
heart_rate = 78

[[blocks.up]]
escalate = {}
[[blocks.up]]
after = "5 s"

[[do]]
after = "1 s"
record_check.vitals = {}
[do.record_check.symptoms]
x = 1
[[do]]
note = \'\'\'one line\'\'\'
pause = {}
'''


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("title", 1),
        ("about", 2),
        ("checks.usual", 7),
        ("checks.usual.heart_rate", 8),
        ("checks.usual.nothing", 7),
        ("blocks.up[1]", 10),
        ("blocks.up[2].after", 13),
        ("do[1]", 15),
        ("do[1].after", 16),
        ("do[1].record_check.vitals", 17),
        ("do[1].record_check.vitals.heart_rate.at", 17),
        ("do[1].record_check.symptoms.x", 19),
        ("do[2].pause.reason", 22),
        ("nowhere", 0),
        ("", 0),
    ],
)
def test_places(place: str, line: int) -> None:
    assert Lines(TEXT).of(place) == line
