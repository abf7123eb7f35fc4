"""What is red about a plan: named when starting, accepted by name, lost with the plan."""

from __future__ import annotations

import msgspec
import pytest

from desens_gui.domain.commands.setup import (
    AcceptPlanFindings,
    IdentifyPatient,
    SetPlan,
    SetPolicy,
    StartSession,
)
from desens_gui.domain.events.setup import OrderRecorded, PlanFindingsAccepted
from desens_gui.domain.plan.finding import HeldAgainst, LabelledRate, Level, PumpCannotRun
from desens_gui.domain.plan.finding_codes import CODES, FindingAt, FindingCode
from desens_gui.domain.plan.inputs import CompoundedBag, StepRate
from desens_gui.domain.plan.pump_limits import Pump
from desens_gui.domain.plan_findings import open_findings, plan_findings
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.quantities import Amount, Rate, Volume
from desens_gui.domain.recorded import PROGRAM
from desens_gui.domain.refusals.general import NotNow, OrderNeeded, TextMissing
from desens_gui.domain.refusals.setup import NoRedFinding, PlanFindingsOpen, SetupIncomplete, SetupItem
from tests.courses import at_step, opened, set_up
from tests.driving import Chair, default_policy, inputs, order, patient

STEEP = msgspec.structs.replace(inputs(), rates=(StepRate(step=3, rate=Rate(15)),))
WHOLE_RATES = Pump(
    name="A", lowest=Rate(1), highest=Rate(999), increment=Rate(2), smallest_volume=Volume.of("0.1")
)
RED = tuple(FindingAt(code=code, at=3) for code in (FindingCode.RISES_TOO_FAR, FindingCode.RISES_AT_VEIN))
ACCEPTED = AcceptPlanFindings(order=order(OrderFor.ACCEPT_PLAN), reason="seen before")


def steep() -> Chair:
    """Everything was there, then step 3 was made three times step 2."""
    chair = set_up()
    chair.do(SetPlan(inputs=STEEP))
    return chair


def open_at_start(chair: Chair) -> tuple[FindingAt, ...]:
    reasons = chair.refused(StartSession())
    named = [each for each in reasons if isinstance(each, PlanFindingsOpen)]
    missing = [item for each in reasons if isinstance(each, SetupIncomplete) for item in each.missing]
    assert bool(named) is (SetupItem.FINDINGS in missing)
    return tuple(FindingAt(code=CODES[type(each)], at=each.step) for one in named for each in one.findings)  # type: ignore[union-attr]


@pytest.mark.hazard("H-PLAN")
@pytest.mark.requirement("R-S2-3")
def test_a_red_finding_refuses_the_start_by_name_until_it_is_accepted() -> None:
    chair = steep()
    assert open_at_start(chair) == RED
    chair.do(ACCEPTED)
    taken, accepted = (record.event for record in chair.records[-2:])
    assert isinstance(taken, OrderRecorded)
    assert isinstance(accepted, PlanFindingsAccepted)
    assert (accepted.by, accepted.reason) == ("Dr Haas", "seen before")
    assert accepted.findings == RED
    assert open_at_start(chair) == ()


@pytest.mark.hazard("H-PLAN")
@pytest.mark.requirement("R-S2-3")
@pytest.mark.parametrize(
    "change",
    [SetPlan(inputs=STEEP), IdentifyPatient(patient=patient())],
    ids=["plan", "patient"],
)
def test_another_plan_or_patient_loses_the_acceptance(change: SetPlan | IdentifyPatient) -> None:
    chair = steep()
    chair.do(ACCEPTED)
    chair.do(change)
    assert open_at_start(chair)


def test_another_policy_loses_the_acceptance() -> None:
    chair = steep()
    chair.do(ACCEPTED)
    chair.do(SetPolicy(policy=default_policy()), PROGRAM)
    assert open_at_start(chair)


@pytest.mark.parametrize(
    ("command", "refusal"),
    [
        (msgspec.structs.replace(ACCEPTED, reason=" "), TextMissing(field="reason")),
        (
            msgspec.structs.replace(ACCEPTED, order=order(OrderFor.DESENSITIZE)),
            OrderNeeded(purpose=OrderFor.ACCEPT_PLAN),
        ),
    ],
    ids=["no reason", "another order"],
)
def test_an_acceptance_needs_its_own_order_and_a_reason(command: AcceptPlanFindings, refusal: object) -> None:
    assert steep().refused(command) == (refusal,)


def test_nothing_red_nothing_to_accept() -> None:
    assert set_up().refused(ACCEPTED) == (NoRedFinding(),)
    assert plan_findings(opened().session) == ()


def test_after_the_start_no_plan_is_accepted() -> None:
    assert at_step(1).refused(ACCEPTED) == (NotNow(command="accept_plan_findings", stage="started"),)


def test_the_pump_that_was_named_with_the_plan_counts() -> None:
    chair = set_up()
    chair.do(SetPlan(inputs=inputs(), held=HeldAgainst(pump=WHOLE_RATES)))
    assert {type(each) for each in open_findings(chair.session)} == {PumpCannotRun}
    assert open_at_start(chair)[0] == FindingAt(code=FindingCode.PUMP_CANNOT_RUN, at=2)


def test_findings_of_bag_and_whole_plan_say_where_they_are() -> None:
    chair = set_up()
    made = CompoundedBag(number=3, volume=Volume(250), drug=Amount.of("300 mg"))
    weak = CompoundedBag(number=2, volume=Volume(250), drug=Amount.of("4 mg"))
    label = LabelledRate(drugs=("carboplatin",), per_minute=Amount.of("1 mg"), source="a label")
    changed = msgspec.structs.replace(inputs(), bags=(weak, made))
    chair.do(SetPlan(inputs=changed, held=HeldAgainst(labelled=(label,))))
    chair.do(ACCEPTED)
    accepted = chair.records[-1].event
    assert isinstance(accepted, PlanFindingsAccepted)
    red = [each for each in plan_findings(chair.session) if each.level is Level.RED]
    assert len(accepted.findings) == len(red)
    assert FindingAt(code=FindingCode.STRENGTH_OVER_LAST, at=1) in accepted.findings
    assert {each.at for each in accepted.findings if each.code is FindingCode.DOSE_MISMATCH} <= {0}
    assert any(each.code is FindingCode.DOSE_MISMATCH for each in accepted.findings)


def test_what_was_found_of_one_plan_is_never_told_of_another() -> None:
    """Findings are kept by the values they follow from: another rate, pump or line is looked at anew."""
    chair = steep()
    again = set_up()
    assert plan_findings(again.session) != plan_findings(chair.session)
    chair.do(SetPlan(inputs=STEEP, held=HeldAgainst(pump=WHOLE_RATES)))
    held = plan_findings(chair.session)
    assert any(isinstance(each, PumpCannotRun) for each in held)
    chair.do(SetPlan(inputs=STEEP))
    assert plan_findings(chair.session) != held
