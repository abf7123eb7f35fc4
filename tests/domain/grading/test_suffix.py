"""The suffix of WAO 2010: from onset to the first epinephrine."""

from __future__ import annotations

import pytest

from desens_gui.domain.grading.every import suffix_of
from desens_gui.domain.grading.scale import Scale
from desens_gui.domain.quantities import Duration
from tests.domain.grading.pictures import picture


@pytest.mark.parametrize(
    ("seconds", "suffix"),
    [(0, "a"), (300, "a"), (301, "b"), (600, "b"), (601, "c"), (1200, "c"), (1201, "d")],
)
def test_the_suffix_follows_the_delay(seconds: int, suffix: str) -> None:
    given = picture("hives", epinephrine=True, onset_known=True, to_epinephrine=Duration(seconds))
    assert suffix_of(Scale.WAO_2010, given) == suffix
    assert suffix_of(Scale.WAO_2018, given) == ""


def test_none_given_is_z_and_without_an_onset_nothing_is_said() -> None:
    assert suffix_of(Scale.WAO_2010, picture("hives")) == "z"
    assert suffix_of(Scale.WAO_2010, picture("hives", epinephrine=True)) == ""
