"""Ways through a session: set-up, bag change, going up, the end. Each stage is worked out once and copied."""

from __future__ import annotations

from functools import cache

from desens_gui.domain.commands.ending import EndSession, ReportBagEmpty, ReportFlushed
from desens_gui.domain.commands.pump import (
    DoubleCheckBag,
    ReadLabel,
    ReportConnected,
    ReportIvSite,
    ReportPumpRunning,
    ReportPumpStopped,
    ReportRateSet,
)
from desens_gui.domain.commands.setup import (
    AcceptPlanFindings,
    DeclareNoSecondPerson,
    IdentifyPatient,
    IdentifyStaff,
    OpenSession,
    RecordOrder,
    SetPlan,
    SetPolicy,
    StartSession,
    VerifyPlan,
)
from desens_gui.domain.commands.step import Escalate
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.events.pump import BagReading, IvSite, Label
from desens_gui.domain.events.setup import PlanReading
from desens_gui.domain.instants import Utc
from desens_gui.domain.plan.inputs import PlanInputs
from desens_gui.domain.plan_findings import open_findings
from desens_gui.domain.policy import Connection, Policy
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.quantities import Rate, Volume
from desens_gui.domain.recorded import PROGRAM, Actor, Role
from desens_gui.domain.stage import ChangingBag
from tests.driving import IDENTIFIER, MINUTE, Chair, default_policy, inputs, order, patient
from tests.qualified import ABOUT_PATIENT, AT_CHAIR

SESSION_ID = "2026-11-22-k7f3"
LAST = 12
HOUR = 60 * MINUTE


def opened() -> Chair:
    """A file with its first fact."""
    chair = Chair()
    chair.do(
        OpenSession(
            session_id=SESSION_ID, schema_digest="d" * 8, program="desens 0.1", zone="UTC", simulated=True
        )
    )
    return chair


def reading(chair: Chair, **changes: object) -> PlanReading:
    """What order and labels say."""
    known: dict[str, object] = {
        "identifier_last4": IDENTIFIER[-4:],
        "drug": "carboplatin",
        "dose": chair.plan.target,
        "bags": len(chair.plan.bags),
    }
    return PlanReading(**{**known, **changes})  # type: ignore[arg-type]


def set_up(policy: Policy | None = None, plan: PlanInputs | None = None) -> Chair:
    """Everything that starting needs, the plan read twice, the baseline taken just now."""
    if policy is None and plan is None:
        return _usual_set_up().copy()
    return _set_up(policy or default_policy(), plan or inputs())


@cache
def _usual_set_up() -> Chair:
    return _set_up(default_policy(), inputs())


def _set_up(policy: Policy, plan: PlanInputs) -> Chair:
    chair = opened()
    chair.do(SetPolicy(policy=policy), PROGRAM)
    chair.do(IdentifyStaff(id="ml", name="Mara Lindt", role=Role.NURSE))
    chair.do(IdentifyStaff(id="dr", name="Dr Haas", role=Role.ALLERGIST))
    chair.do(DeclareNoSecondPerson(reason="one nurse on the ward"))
    chair.do(IdentifyPatient(patient=patient()))
    chair.do(SetPlan(inputs=plan))
    if open_findings(chair.session):
        chair.do(AcceptPlanFindings(order=order(OrderFor.ACCEPT_PLAN), reason="as ordered"))
    for answer in (*ABOUT_PATIENT, *AT_CHAIR):
        chair.do(answer)
    chair.do(VerifyPlan(reading=reading(chair)))
    chair.wait(MINUTE)
    chair.do(VerifyPlan(reading=reading(chair)))
    chair.do(RecordOrder(order=order(OrderFor.DESENSITIZE)))
    chair.check()
    return chair


def told_rate(chair: Chair, step: int | None = None) -> Rate:
    return chair.plan.step(step or chair.step_number).rate


def label(chair: Chair, bag: int, /, **changes: object) -> Label:
    """The label as the pharmacy printed it, good for longer than any plan takes."""
    known: dict[str, object] = {
        "identifier": IDENTIFIER,
        "session_id": SESSION_ID,
        "plan_revision": 1,
        "bag": bag,
        "concentration": chair.plan.bag(bag).concentration,
        "use_before": Utc(chair.now.us + 100_000 * HOUR * 1_000_000),
    }
    return Label(**{**known, **changes})  # type: ignore[arg-type]


def bag_reading(chair: Chair, bag: int, step: int, /, **changes: object) -> BagReading:
    known: dict[str, object] = {
        "rate_ml_h": told_rate(chair, step),
        "bag": bag,
        "concentration": chair.plan.bag(bag).concentration,
        "identifier_last4": IDENTIFIER[-4:],
    }
    return BagReading(**{**known, **changes})  # type: ignore[arg-type]


def connect(chair: Chair) -> DoubleCheckBag:
    """The bag change that is open, in the order of SAFETY S3, up to the second reading, which is to come."""
    change = chair.session.stage
    assert isinstance(change, ChangingBag)
    if chair.session.pump_runs:
        chair.do(ReportPumpStopped())
    chair.do(ReportRateSet(rate_ml_h=told_rate(chair, change.to_step)))
    chair.do(ReadLabel(label=label(chair, change.to_bag)))
    chair.do(ReportConnected(connection=Connection.OWN_SET, primed_with_bag=change.to_bag))
    return DoubleCheckBag(reading=bag_reading(chair, change.to_bag, change.to_step))


def hang(chair: Chair, second: Actor | None = None) -> None:
    """The whole bag change, read again by somebody else or by the same nurse; the pump is not started."""
    again = connect(chair)
    if second is None:
        chair.wait(MINUTE)
    chair.do(again, proof=None if second is None else chair.proof(again, second))
    chair.do(ReportIvSite(site=IvSite.WELL))


def go_up(chair: Chair) -> None:
    """From the running step to the next one running: minutes, check, told, pump."""
    number = chair.step_number
    left = chair.plan.step(number).duration - chair.step_elapsed
    chair.clock.advance_ns(max(0, left.whole_ns))
    chair.check()
    chair.do(Escalate())
    if isinstance(chair.session.stage, ChangingBag):
        hang(chair)
    chair.do(ReportPumpRunning(rate_ml_h=told_rate(chair, number + 1)))


def first_bag(policy: Policy | None = None, plan: PlanInputs | None = None) -> Chair:
    """Set-up is over, the first bag is to be hung."""
    chair = set_up(policy, plan)
    chair.do(StartSession())
    return chair


def at_step(number: int, policy: Policy | None = None, plan: PlanInputs | None = None) -> Chair:
    """The step has just started: the pump was confirmed this moment."""
    if policy is None and plan is None:
        return _at_step(number).copy()
    chair = first_bag(policy, plan)
    hang(chair)
    chair.do(ReportPumpRunning(rate_ml_h=told_rate(chair, 1)))
    while chair.step_number < number:
        go_up(chair)
    return chair


@cache
def _at_step(number: int) -> Chair:
    if number > 1:
        chair = _at_step(number - 1).copy()
        go_up(chair)
        return chair
    chair = first_bag()
    hang(chair)
    chair.do(ReportPumpRunning(rate_ml_h=told_rate(chair, 1)))
    return chair


def ready(number: int) -> Chair:
    """The step's minutes are over and a whole check was made this moment: one may go up."""
    chair = at_step(number)
    chair.wait(float(chair.plan.step(number).duration.value))
    chair.check()
    return chair


def bag_runs_empty(chair: Chair) -> None:
    """The last bag runs until it is empty (less what fills its line), and that is reported."""
    flow = chair.session.ledger.flow
    assert flow is not None
    drawn = chair.session.ledger.of_bag(flow.bag, chair.now_ns)
    left = chair.plan.bag(flow.bag).volume - chair.policy.line_volume - drawn
    chair.clock.advance_ns((left / flow.rate).whole_ns)
    chair.do(ReportBagEmpty())


def flush(chair: Chair, volume: str = "18") -> None:
    """The line is flushed at the rate of the last step, and that is reported; the pump is left on."""
    needed = Volume.of(volume) / told_rate(chair)
    chair.clock.advance_ns(needed.whole_ns)
    chair.do(ReportFlushed(volume_ml=Volume.of(volume)))


def emptied() -> Chair:
    """The last bag is empty, the line is not flushed yet."""
    chair = at_step(LAST)
    bag_runs_empty(chair)
    return chair


def observing() -> Chair:
    """The whole dose is in, the pump is off, the observation begins."""
    chair = emptied()
    flush(chair)
    chair.do(ReportPumpStopped())
    return chair


def completed() -> Chair:
    chair = observing()
    chair.wait(HOUR)
    chair.check()
    chair.do(EndSession(ending=Ending.COMPLETED))
    return chair
