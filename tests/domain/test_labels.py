"""The strength on a label is that of the plan, or it is not."""

from __future__ import annotations

import pytest

from desens_gui.domain.labels import same_strength
from desens_gui.domain.quantities import Concentration


@pytest.mark.hazard("H-03")
@pytest.mark.requirement("R-S3-2")
@pytest.mark.parametrize(
    ("planned", "read", "same"),
    [
        ("0.16 mg/mL", "0.16 mg/mL", True),
        ("0.16 mg/mL", "160 mcg/mL", True),
        ("1.56799785472 mg/mL", "1.568 mg/mL", True),
        ("1.56799785472 mg/mL", "1.57 mg/mL", True),
        ("1.56799785472 mg/mL", "1568 mcg/mL", True),
        ("1.56799785472 mg/mL", "1.6 mg/mL", False),
        ("1.56799785472 mg/mL", "1.56 mg/mL", False),
        ("1.56799785472 mg/mL", "15.7 mg/mL", False),
        ("0.16 mg/mL", "0.16 mcg/mL", False),
        ("0.16 mg/mL", "0.16 units/mL", False),
        ("640000 units/mL", "640000 units/mL", True),
        ("640000 units/mL", "640000 mg/mL", False),
    ],
)
def test_strengths(planned: str, read: str, same: bool) -> None:
    assert same_strength(Concentration.of(planned), Concentration.of(read)) is same
