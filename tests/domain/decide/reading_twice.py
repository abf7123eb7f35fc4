"""Plan and bag as read once, waiting for the second reading."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desens_gui.domain.commands.every import Command
from desens_gui.domain.commands.pump import (
    DoubleCheckBag,
    ReadLabel,
    ReportConnected,
    ReportPumpStopped,
    ReportRateSet,
)
from desens_gui.domain.commands.setup import (
    IdentifyPatient,
    IdentifyStaff,
    SetPlan,
    SetPolicy,
    StartSession,
    VerifyPlan,
)
from desens_gui.domain.commands.step import Escalate
from desens_gui.domain.decide.bag import bag_change_missing
from desens_gui.domain.events.setup import PlanRead
from desens_gui.domain.policy import Connection
from desens_gui.domain.proof import TelephoneWord
from desens_gui.domain.recorded import PROGRAM, Actor, Role
from desens_gui.domain.refusals.pump import BagChangeItem
from desens_gui.domain.refusals.setup import SetupIncomplete
from desens_gui.domain.stage import ChangingBag
from tests.courses import bag_reading, label, opened, reading, ready, told_rate
from tests.driving import (
    ALLERGIST,
    COLLEAGUE,
    NURSE,
    Chair,
    default_policy,
    inputs,
    patient,
)

PHARMACIST = Actor("ph", Role.PHARMACIST)
PEOPLE = {NURSE: "Mara Lindt", COLLEAGUE: "T. Adler", ALLERGIST: "Dr Haas", PHARMACIST: "E. Soto"}
WORD = TelephoneWord(by="Dr Meier", read_back=True)


def people_in(chair: Chair) -> None:
    for person, name in PEOPLE.items():
        chair.do(IdentifyStaff(id=person.id, name=name, role=person.role))


def plan_read() -> tuple[Chair, Command]:
    """The plan was read once; nobody said that nobody else is there."""
    chair = opened()
    chair.do(SetPolicy(policy=default_policy()), PROGRAM)
    people_in(chair)
    chair.do(IdentifyPatient(patient=patient()))
    chair.do(SetPlan(inputs=inputs()))
    command = VerifyPlan(reading=reading(chair))
    assert isinstance(chair.do(command)[0], PlanRead)
    return chair, command


def bag_read() -> tuple[Chair, Command]:
    """Bag 2 hangs, its label was read; somebody said before that nobody else is there."""
    chair = ready(4)
    people_in(chair)
    chair.do(Escalate(none_new=True))
    change = chair.session.stage
    assert isinstance(change, ChangingBag)
    chair.do(ReportPumpStopped())
    chair.do(ReportRateSet(rate_ml_h=told_rate(chair, change.to_step)))
    chair.do(ReadLabel(label=label(chair, change.to_bag)))
    chair.do(ReportConnected(connection=Connection.OWN_SET, primed_with_bag=change.to_bag))
    return chair, DoubleCheckBag(reading=bag_reading(chair, change.to_bag, change.to_step))


def missing_of(chair: Chair) -> tuple[BagChangeItem, ...]:
    change = chair.session.stage
    assert isinstance(change, ChangingBag)
    return bag_change_missing(chair.session, change)


def starts_not(chair: Chair) -> list[SetupIncomplete]:
    return [reason for reason in chair.refused(StartSession()) if isinstance(reason, SetupIncomplete)]


BOTH = pytest.mark.parametrize("read", [plan_read, bag_read], ids=["plan", "bag"])
Read = Callable[[], tuple[Chair, Command]]
