"""Break cover: another nurse reads the pump; both stand in the record, a rate that differs is refused."""

from __future__ import annotations

import pytest

from desens_gui.domain.commands.people import CoverChair
from desens_gui.domain.commands.pump import ReportPumpStopped
from desens_gui.domain.commands.setup import IdentifyStaff
from desens_gui.domain.commands.step import Pause
from desens_gui.domain.events.people import ChairCovered
from desens_gui.domain.events.step import PauseReason
from desens_gui.domain.evolve.evolving import fold
from desens_gui.domain.quantities import Duration, Rate
from desens_gui.domain.recorded import Actor, Role
from desens_gui.domain.refusals.general import AwayNotAnswered, NotIdentified, NotNow
from desens_gui.domain.refusals.people import SamePerson
from desens_gui.domain.refusals.pump import PumpReadOtherwise
from tests.courses import at_step
from tests.domain.decide.test_restart import away
from tests.driving import NURSE, Chair

COVER = Actor("jb", Role.NURSE)
TEN = Rate.of("10")


def relieved_at(chair: Chair) -> Chair:
    chair.do(IdentifyStaff(id=COVER.id, name="J. Bakker", role=COVER.role), COVER)
    return chair


@pytest.mark.requirement("R-COVER-1")
def test_both_nurses_stand_in_the_record_with_the_rate_that_was_read() -> None:
    chair = relieved_at(at_step(9))
    chair.do(CoverChair(relieves=NURSE.id, rate_ml_h=TEN), COVER)
    name = next(each.name for each in chair.session.staff if each.id == NURSE.id)
    last = chair.records[-1]
    assert (last.actor, last.event) == (COVER, ChairCovered(relieves=NURSE.id, name=name, rate_ml_h=TEN))
    assert fold(chair.records) == chair.session


@pytest.mark.requirement("R-COVER-1")
@pytest.mark.parametrize("rate", ["20", "1", "0"])
def test_a_rate_that_differs_is_refused_with_both_numbers(rate: str) -> None:
    command = CoverChair(relieves=NURSE.id, rate_ml_h=Rate.of(rate))
    refused = relieved_at(at_step(9)).refused(command, COVER)
    assert refused == (PumpReadOtherwise(recorded=TEN, read=Rate.of(rate)),)


def test_nobody_relieves_themself_or_somebody_who_was_never_here() -> None:
    chair = relieved_at(at_step(9))
    for person, reason in ((COVER.id, SamePerson(person="jb")), ("zz", NotIdentified(person="zz"))):
        assert chair.refused(CoverChair(relieves=person, rate_ml_h=TEN), COVER) == (reason,)


def test_a_pump_that_stands_still_has_no_rate_to_read() -> None:
    chair = relieved_at(at_step(9))
    chair.do(Pause(reason=PauseReason.TOILET))
    chair.do(ReportPumpStopped())
    command = CoverChair(relieves=NURSE.id, rate_ml_h=TEN)
    assert chair.refused(command, COVER) == (NotNow(command="cover_chair", stage="stopped"),)


def test_after_an_absence_it_is_said_first_what_the_pump_did() -> None:
    chair = relieved_at(away())
    (reason,) = chair.refused(CoverChair(relieves=NURSE.id, rate_ml_h=TEN), COVER)
    assert isinstance(reason, AwayNotAnswered)
    assert reason.away > Duration(0)
