"""Setting up: people, patient, plan, verification, order."""

from __future__ import annotations

from desens_gui.domain.ages import birth_date, day_of
from desens_gui.domain.answers import Decision, accept, refuse
from desens_gui.domain.commands.setup import (
    DeclareNoSecondPerson,
    IdentifyPatient,
    IdentifyStaff,
    RecordOrder,
    SetPlan,
    SetPolicy,
    VerifyPlan,
)
from desens_gui.domain.decide.asking import (
    NAME_LIMIT,
    Asking,
    order_problem,
    text_problem,
)
from desens_gui.domain.decide.lacking import lacking
from desens_gui.domain.decide.proving import First, Seconded, seconded
from desens_gui.domain.digests import plan_digest
from desens_gui.domain.events.setup import (
    OrderRecorded,
    PatientIdentified,
    PlanRead,
    PlanReading,
    PlanSet,
    PlanVerified,
    PolicySet,
    SecondPersonUnavailable,
    StaffIdentified,
)
from desens_gui.domain.patient import Patient
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.plan.resolve import not_prepared, resolve
from desens_gui.domain.plan.table import table_of
from desens_gui.domain.refusals.every import AnyRefusal
from desens_gui.domain.refusals.general import NotNow
from desens_gui.domain.refusals.setup import (
    BirthDateImpossible,
    IdentifierTooShort,
    PlanImpossible,
    PlanInUse,
    PlanReadingDiffers,
    SetupIncomplete,
    SetupItem,
    WeightImpossible,
)
from desens_gui.domain.stage import SettingUp

SHORTEST_IDENTIFIER = 4


def set_policy(ask: Asking, command: SetPolicy) -> Decision:
    if not isinstance(ask.session.stage, SettingUp):
        return refuse(NotNow(command="set_policy", stage="started"))
    return accept(PolicySet(policy=command.policy))


def identify_staff(_ask: Asking, command: IdentifyStaff) -> Decision:
    for field, text in (("staff id", command.id), ("staff name", command.name)):
        if problem := text_problem(field, text, NAME_LIMIT):
            return refuse(problem)
    return accept(StaffIdentified(id=command.id, name=command.name, role=command.role))


def declare_no_second_person(_ask: Asking, command: DeclareNoSecondPerson) -> Decision:
    if problem := text_problem("reason", command.reason):
        return refuse(problem)
    return accept(SecondPersonUnavailable(reason=command.reason))


def identify_patient(ask: Asking, command: IdentifyPatient) -> Decision:
    if not isinstance(ask.session.stage, SettingUp):
        return refuse(NotNow(command="identify_patient", stage="started"))
    problems = _patient_problems(ask, command.patient)
    return refuse(*problems) if problems else accept(PatientIdentified(patient=command.patient))


def _patient_problems(ask: Asking, patient: Patient) -> list[AnyRefusal]:
    problems: list[AnyRefusal] = []
    for field, text in (("family name", patient.family_name), ("given name", patient.given_name)):
        if problem := text_problem(field, text, NAME_LIMIT):
            problems.append(problem)
    if len(patient.identifier.strip()) < SHORTEST_IDENTIFIER:
        problems.append(IdentifierTooShort(least=SHORTEST_IDENTIFIER))
    elif problem := text_problem("identifier", patient.identifier, NAME_LIMIT):
        problems.append(problem)
    born = birth_date(patient.born)
    if born is None or born > day_of(ask.stamp):
        problems.append(BirthDateImpossible(born=patient.born))
    limit = ask.session.policy.entry_limit("weight") if ask.session.policy else None
    weight = patient.weight_kg
    if weight is None or limit is None:
        return problems
    if not limit.hard_min.value <= weight.value <= limit.hard_max.value:
        problems.append(WeightImpossible(kg=weight.text, least=limit.hard_min.text, most=limit.hard_max.text))
    return problems


def set_plan(ask: Asking, command: SetPlan) -> Decision:
    if not isinstance(ask.session.stage, SettingUp):
        return refuse(PlanInUse())
    plan = resolve(command.inputs)
    if not isinstance(plan, Plan):
        return refuse(PlanImpossible(problems=plan))
    if unknown := not_prepared(plan):
        return refuse(PlanImpossible(problems=unknown))
    return accept(PlanSet(inputs=command.inputs, table=table_of(plan), held=command.held))


def verify_plan(ask: Asking, command: VerifyPlan) -> Decision:
    """First reading, then again: by a second person, by telephone, or blind by the same (SAFETY S10)."""
    session = ask.session
    if missing := lacking(session, (SetupItem.POLICY, SetupItem.PATIENT, SetupItem.PLAN)):
        return refuse(SetupIncomplete(missing=missing))
    plan, patient = session.plan, session.patient
    assert plan is not None
    assert patient is not None
    if differing := _differing(command.reading, plan, patient):
        return refuse(PlanReadingDiffers(fields=differing))
    revision = plan.inputs.revision
    if session.plan_read_ns is None:
        return accept(PlanRead(revision=revision, reading=command.reading))
    first = First(session.plan_read_by, session.plan_read_ns, plan_digest(session))
    second = seconded(ask, "verify_plan", first, command.telephone)
    if not isinstance(second, Seconded):
        return refuse(second)
    verified = PlanVerified(revision=revision, reading=command.reading)
    return accept(*second.events, verified, second_person=second.by)


def _differing(reading: PlanReading, plan: Plan, patient: Patient) -> tuple[str, ...]:
    agree = {
        "identifier_last4": reading.identifier_last4 == patient.identifier.strip()[-4:],
        "drug": reading.drug.strip().casefold() == plan.inputs.drug.strip().casefold(),
        "dose": reading.dose == plan.target,
        "bags": reading.bags == len(plan.bags),
    }
    return tuple(field for field, same in agree.items() if not same)


def record_order(ask: Asking, command: RecordOrder) -> Decision:
    if problem := order_problem(ask, command.order, command.order.purpose):
        return refuse(problem)
    return accept(OrderRecorded(order=command.order))
