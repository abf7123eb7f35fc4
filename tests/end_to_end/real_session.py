"""A session in real time and real files, driven by commands up to step 2 running."""

from __future__ import annotations

from msgspec.structs import replace

from desens_gui.app.session_at_chair import AtChair, open_at_chair
from desens_gui.domain.answers import Accepted
from desens_gui.domain.commands.every import Command
from desens_gui.domain.commands.pump import (
    DoubleCheckBag,
    ReadLabel,
    ReportConnected,
    ReportIvSite,
    ReportPumpRunning,
    ReportRateSet,
)
from desens_gui.domain.commands.setup import (
    DeclareNoSecondPerson,
    IdentifyPatient,
    IdentifyStaff,
    RecordOrder,
    SetPlan,
    StartSession,
    VerifyPlan,
)
from desens_gui.domain.commands.step import Escalate
from desens_gui.domain.events.pump import BagReading, IvSite, Label
from desens_gui.domain.events.setup import PlanReading
from desens_gui.domain.instants import Utc
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.policy import Connection, Policy
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.quantities import Duration
from desens_gui.domain.recorded import Role
from desens_gui.system.paths import Folders
from desens_gui.system.policies import load_policy
from tests import readings
from tests.driving import IDENTIFIER, NURSE, inputs, order, patient

DAY_US = 24 * 3600 * 1_000_000


def hasty_policy() -> Policy:
    """Nobody waits a minute for the blind second reading."""
    return replace(load_policy(), blind_repeat_after=Duration(0))


def running_step_2(folders: Folders) -> AtChair:
    """Step 1 was left early on an order."""
    chair = open_at_chair(folders, hasty_policy)
    set_up(chair)
    hang_bag_1(chair)
    do(chair, check(chair))
    do(chair, Escalate(order=order(OrderFor.GO_UP_EARLY)))
    do(chair, ReportPumpRunning(rate_ml_h=plan(chair).step(2).rate))
    return chair


def set_up(chair: AtChair) -> None:
    do(chair, IdentifyStaff(id=NURSE.id, name="Mara Lindt", role=Role.NURSE))
    do(chair, DeclareNoSecondPerson(reason="one nurse on the ward"))
    do(chair, IdentifyPatient(patient=patient()))
    do(chair, SetPlan(inputs=inputs()))
    for _ in range(2):
        target = plan(chair).target
        reading = PlanReading(identifier_last4=IDENTIFIER[-4:], drug="carboplatin", dose=target, bags=3)
        do(chair, VerifyPlan(reading=reading))
    do(chair, RecordOrder(order=order(OrderFor.DESENSITIZE)))
    do(chair, check(chair))
    do(chair, StartSession())


def hang_bag_1(chair: AtChair) -> None:
    bag, step = plan(chair).bag(1), plan(chair).step(1)
    label = Label(
        identifier=IDENTIFIER,
        session_id=chair.live.state.opened.session_id,
        plan_revision=1,
        bag=1,
        concentration=bag.concentration,
        use_before=Utc(now(chair).us + DAY_US),
    )
    reading = BagReading(
        rate_ml_h=step.rate, bag=1, concentration=bag.concentration, identifier_last4=IDENTIFIER[-4:]
    )
    do(chair, ReportRateSet(rate_ml_h=step.rate))
    do(chair, ReadLabel(label=label))
    do(chair, ReportConnected(connection=Connection.OWN_SET, primed_with_bag=1))
    do(chair, DoubleCheckBag(reading=reading))
    do(chair, ReportIvSite(site=IvSite.WELL))
    do(chair, ReportPumpRunning(rate_ml_h=step.rate))


def check(chair: AtChair) -> Command:
    return readings.check(now(chair))


def plan(chair: AtChair) -> Plan:
    found = chair.live.state.plan
    assert found is not None
    return found


def now(chair: AtChair) -> Utc:
    return Utc(chair.live.moment().stamp.utc_us)


def do(chair: AtChair, command: Command) -> None:
    decision = chair.live.submit(command, NURSE)
    assert isinstance(decision, Accepted), decision
