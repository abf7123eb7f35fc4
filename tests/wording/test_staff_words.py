"""Every fault has its sentence, and a wait is never of no time."""

from __future__ import annotations

from itertools import chain

import pytest

from desens_gui.domain.quantities import Duration
from desens_gui.session.pin_rules import PinFault
from desens_gui.session.staffing import StaffFault
from desens_gui.wording.staff_words import must_wait, not_known, staff_sentence, waiting_time
from desens_gui.wording.words import ENGLISH


@pytest.mark.parametrize("fault", list(chain(StaffFault, PinFault)))
def test_every_fault_has_a_sentence(fault: StaffFault | PinFault) -> None:
    assert staff_sentence(ENGLISH, fault, "x1", digits=6, letters=12).endswith(".")


def test_waits_are_whole_seconds_and_never_none() -> None:
    assert waiting_time(ENGLISH, Duration.ns(1)) == "1 s"
    assert waiting_time(ENGLISH, Duration.ns(1_000_000_001)) == "2 s"
    assert must_wait(ENGLISH, Duration(300)) == "Wait 5 min: earlier tries were wrong."
    assert not_known(ENGLISH) == "Nobody here has this badge or id."
