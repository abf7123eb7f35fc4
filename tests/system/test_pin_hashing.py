"""Argon2id at its cheapest allowed cost: what is stored, what fits, what is made anew."""

from __future__ import annotations

import pytest

from desens_gui.system.pin_hashing import Argon, Cost


@pytest.mark.parametrize(
    ("memory_kib", "passes", "lanes"), [(19 * 1024 - 1, 2, 1), (19 * 1024, 1, 1), (19 * 1024, 2, 0)]
)
def test_nothing_cheaper_than_allowed_can_be_asked_for(memory_kib: int, passes: int, lanes: int) -> None:
    with pytest.raises(ValueError, match="too cheap"):
        Cost(memory_kib, passes, lanes)


def test_a_hash_fits_its_pin_and_no_other_and_shows_its_cost() -> None:
    argon = Argon(Cost())
    stored = argon.hash("three blind mice é")
    assert stored.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert argon.fits(stored, "three blind mice é")  # the accent typed apart
    assert not argon.fits(stored, "three blind mice")
    assert not argon.fits("no hash", "three blind mice")
    assert not argon.outdated(stored)
    assert Argon(Cost(passes=3)).outdated(stored)
