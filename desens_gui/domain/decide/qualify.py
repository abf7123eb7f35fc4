"""Who qualifies and what is ready: hard stops, risks that stand, the checklist, the emergency."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from desens_gui.domain.ages import day_of
from desens_gui.domain.answers import Decision, accept, refuse
from desens_gui.domain.commands.qualify import (
    AcceptRisks,
    AnswerReady,
    AnswerSevere,
    DeclareEmergency,
    Qualify,
    RecordHistory,
    WithholdPremedication,
)
from desens_gui.domain.decide.asking import NAME_LIMIT, Asking, order_problem, text_problem
from desens_gui.domain.events.qualify import (
    EmergencyDeclared,
    HistoryRecorded,
    PremedicationWithheld,
    Qualified,
    ReadyAnswered,
    RisksAccepted,
    SevereAnswered,
)
from desens_gui.domain.events.setup import OrderRecorded
from desens_gui.domain.partial_day import possible_day
from desens_gui.domain.policy import Policy
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.qualifying import MedicalHistory, Severe
from desens_gui.domain.quantities import Number, Quantity
from desens_gui.domain.refusals.every import AnyRefusal
from desens_gui.domain.refusals.general import NotNow
from desens_gui.domain.refusals.qualify import (
    DayImpossible,
    HistoryImpossible,
    NoRiskStands,
    ReasonNeeded,
    SevereNotAnswered,
    WeightChanged,
)
from desens_gui.domain.risks import risks_standing
from desens_gui.domain.stage import SettingUp


def _too_late(ask: Asking, command: str) -> NotNow | None:
    """After the start only what an emergency left open is still answered."""
    if isinstance(ask.session.stage, SettingUp) or ask.session.emergency:
        return None
    return NotNow(command=command, stage="started")


def record_history(ask: Asking, command: RecordHistory) -> Decision:
    if late := _too_late(ask, "record_history"):
        return refuse(late)
    problems = list(_history_problems(ask, command))
    return refuse(*problems) if problems else accept(HistoryRecorded(history=command.history))


def _history_problems(ask: Asking, command: RecordHistory) -> Iterator[AnyRefusal]:
    history, policy = command.history, ask.session.policy
    for field, day in (("skin test", history.skin_test_on), ("challenge", history.challenge_on)):
        if day and not possible_day(day, day_of(ask.stamp)):
            yield DayImpossible(field=field, day=day)
    if policy is None:
        return
    values = (("fev1_percent", history.fev1_percent), ("tryptase", history.tryptase_ug_l))
    for item, value in (*values, ("weight", history.last_weight_kg)):
        if problem := _outside(policy, item, value):
            yield problem
    if not command.weight_checked and (changed := _weight_changed(ask, policy, history)):
        yield changed


def _outside(policy: Policy, item: str, value: Quantity | None) -> HistoryImpossible | None:
    limit = policy.entry_limit(item)
    if value is None or limit is None or limit.hard_min.value <= value.value <= limit.hard_max.value:
        return None
    return HistoryImpossible(
        field=item, value=value.text, least=limit.hard_min.text, most=limit.hard_max.text
    )


def _weight_changed(ask: Asking, policy: Policy, history: MedicalHistory) -> WeightChanged | None:
    patient, last = ask.session.patient, history.last_weight_kg
    if patient is None or patient.weight_kg is None or last is None or not last.value:
        return None
    percent = abs(patient.weight_kg.value - last.value) * 100 / last.value
    if percent <= policy.weight_change.value:
        return None
    return WeightChanged(
        kg=patient.weight_kg.text,
        last_kg=last.text,
        percent=Number(Fraction(round(percent))).text,
        most_percent=policy.weight_change.text,
    )


def answer_severe(ask: Asking, command: AnswerSevere) -> Decision:
    if late := _too_late(ask, "answer_severe"):
        return refuse(late)
    asked = [answer.what for answer in command.answers]
    missing = tuple(each for each in Severe if asked.count(each) != 1)
    if missing:
        return refuse(SevereNotAnswered(missing=missing))
    return accept(SevereAnswered(answers=command.answers))


def qualify(ask: Asking, command: Qualify) -> Decision:
    if late := _too_late(ask, "qualify"):
        return refuse(late)
    said = command.qualification
    for field, text, most in (
        ("evidence", said.evidence, None),
        ("decided by", said.decided_by, NAME_LIMIT),
        ("alternatives", said.alternatives, None),
        ("benefit", said.benefit, None),
    ):
        if problem := text_problem(field, text, *(() if most is None else (most,))):
            return refuse(problem)
    return accept(Qualified(qualification=said))


def accept_risks(ask: Asking, command: AcceptRisks) -> Decision:
    """A physician's order, that is co-signed like any other when it was given by telephone."""
    risks = risks_standing(ask.session)
    if not risks:
        return refuse(NoRiskStands())
    if problem := order_problem(ask, command.order, OrderFor.ACCEPT_RISKS):
        return refuse(problem)
    if missing := text_problem("reason", command.reason):
        return refuse(missing)
    accepted = RisksAccepted(risks=risks, by=command.order.by, reason=command.reason)
    return accept(OrderRecorded(order=command.order), accepted)


def answer_ready(ask: Asking, command: AnswerReady) -> Decision:
    if late := _too_late(ask, "answer_ready"):
        return refuse(late)
    bare = tuple(each.item for each in command.answers if not each.done and not each.reason.strip())
    if bare:
        return refuse(ReasonNeeded(items=bare))
    for answer in command.answers:
        if not answer.done and (problem := text_problem("reason", answer.reason)):
            return refuse(problem)
    return accept(ReadyAnswered(answers=command.answers)) if command.answers else accept()


def withhold_premedication(ask: Asking, command: WithholdPremedication) -> Decision:
    if late := _too_late(ask, "withhold_premedication"):
        return refuse(late)
    if problem := text_problem("reason", command.reason):
        return refuse(problem)
    return accept(PremedicationWithheld(reason=command.reason))


def declare_emergency(ask: Asking, command: DeclareEmergency) -> Decision:
    if not isinstance(ask.session.stage, SettingUp):
        return refuse(NotNow(command="declare_emergency", stage="started"))
    for field, text, most in (("prescriber", command.by, NAME_LIMIT), ("reason", command.reason, 2000)):
        if problem := text_problem(field, text, most):
            return refuse(problem)
    return accept(EmergencyDeclared(by=command.by, reason=command.reason))
