"""Checks, answers and notes: impossible values are refused by name, findings are recorded as they are."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from desens_gui.domain.answers import Decision, accept, refuse
from desens_gui.domain.commands.check import (
    AnswerForWatch,
    RecordCheck,
    RecordEarlySign,
    RecordMedication,
    RecordNote,
    RecordSeen,
)
from desens_gui.domain.decide.asking import NAME_LIMIT, Asking, policy_of, text_problem
from desens_gui.domain.events.check import (
    CheckOutcome,
    CheckPurpose,
    CheckRecorded,
    EarlySignSeen,
    MedicationGiven,
    NoteRecorded,
    SeenNoChange,
    WatchConfirmed,
)
from desens_gui.domain.findings import SYSTEMS, Answer, Severity, SystemAnswer, Vitals, measured
from desens_gui.domain.merging import merged_check
from desens_gui.domain.policy import Policy
from desens_gui.domain.quantities import Quantity
from desens_gui.domain.refusals.check import (
    AnswerContradicted,
    NothingMeasured,
    PressureReversed,
    SystemAnsweredTwice,
    SystemUnknown,
    ValueOutOfRange,
)
from desens_gui.domain.refusals.every import AnyRefusal
from desens_gui.domain.refusals.general import NotNow
from desens_gui.domain.refusals.setup import SetupIncomplete, SetupItem
from desens_gui.domain.refusals.step import NothingToWatch
from desens_gui.domain.session import Session
from desens_gui.domain.stage import (
    Flushing,
    Observing,
    Paused,
    Reacting,
    Resuming,
    SettingUp,
    Stepping,
    Stopping,
)
from desens_gui.domain.standing import findings_against, missing_items, values_of


def record_check(ask: Asking, command: RecordCheck) -> Decision:
    session = ask.session
    if session.policy is None:
        return refuse(SetupIncomplete(missing=(SetupItem.POLICY,)))
    purpose = purpose_now(session)
    problems = [
        *_time_problems(ask, command),
        *_symptom_problems(command.symptoms),
        *(() if purpose is CheckPurpose.REACTION else _value_problems(session.policy, command.vitals)),
    ]
    if not measured(command.vitals) and not command.symptoms:
        problems.append(NothingMeasured())
    if problems:
        return refuse(*problems)
    step = session.step.number if session.step is not None else None
    unjudged = CheckRecorded(
        purpose=purpose,
        step=step,
        vitals=command.vitals,
        symptoms=command.symptoms,
        outcome=CheckOutcome.CLEAR,
    )
    return accept(
        CheckRecorded(
            purpose=purpose,
            step=step,
            vitals=command.vitals,
            symptoms=command.symptoms,
            outcome=_outcome(ask, unjudged),
        )
    )


def purpose_now(session: Session) -> CheckPurpose:
    """What a check recorded now is for."""
    match session.stage:
        case SettingUp():
            return CheckPurpose.BASELINE
        case Paused() | Resuming():
            return CheckPurpose.RESUME
        case Reacting() | Stopping():
            return CheckPurpose.REACTION
        case Observing():
            return CheckPurpose.OBSERVATION
        case Flushing() if not session.pump_runs:
            return CheckPurpose.RESUME
        case _:
            return CheckPurpose.STEP


def _outcome(ask: Asking, recorded: CheckRecorded) -> CheckOutcome:
    """What the newest readings of this step and purpose come to, this check included."""
    session, policy = ask.session, policy_of(ask.session)
    check = merged_check(session, recorded, ask.now_ns, ask.moment_ns)
    baseline = recorded.purpose is CheckPurpose.BASELINE
    if findings_against(session, policy, check.vitals, check.symptoms, baseline=baseline):
        return CheckOutcome.DO_NOT_GO_UP
    fresh_from = session.fresh_from_ns if recorded.purpose is CheckPurpose.STEP else 0
    if missing_items(session, policy, check, ask.now_ns, fresh_from):
        return CheckOutcome.INCOMPLETE
    return CheckOutcome.CLEAR


def _time_problems(ask: Asking, command: RecordCheck) -> Iterator[AnyRefusal]:
    times = {item.value: at for item, at in measured(command.vitals).items()}
    times |= {answer.system: answer.at for answer in command.symptoms}
    for field, at in times.items():
        if problem := ask.outside(field, at, 0):
            yield problem


def _symptom_problems(symptoms: tuple[SystemAnswer, ...]) -> Iterator[AnyRefusal]:
    seen: set[str] = set()
    for answer in symptoms:
        if answer.system not in SYSTEMS:
            yield SystemUnknown(system=answer.system)
        if answer.system in seen:
            yield SystemAnsweredTwice(system=answer.system)
        seen.add(answer.system)
        new = [sign for sign in answer.signs if sign.severity is not Severity.AS_AT_BASELINE]
        fits = {
            Answer.NONE: not answer.signs,
            Answer.AS_AT_BASELINE: not new,
            Answer.NEW_OR_WORSE: bool(new),
        }
        if not fits[answer.answer]:
            yield AnswerContradicted(system=answer.system)


def _value_problems(policy: Policy, vitals: Vitals) -> Iterator[AnyRefusal]:
    for field, value in values_of(vitals).items():
        limit = policy.entry_limit(field)
        if limit is None or limit.hard_min.value <= value <= limit.hard_max.value:
            continue
        yield ValueOutOfRange(
            field=field,
            value=_text(value),
            least=limit.hard_min.text,
            most=limit.hard_max.text,
            unit=limit.unit,
        )
    pressure = vitals.blood_pressure
    if pressure and pressure.diastolic is not None and pressure.diastolic >= pressure.systolic:
        yield PressureReversed(systolic=pressure.systolic, diastolic=pressure.diastolic)


def _text(value: Fraction) -> str:
    return Quantity(value).text


def record_seen(ask: Asking, _command: RecordSeen) -> Decision:
    running = isinstance(ask.session.stage, Stepping) and ask.session.on_last_step
    return accept(SeenNoChange()) if running else refuse(NothingToWatch())


def answer_for_watch(ask: Asking, command: AnswerForWatch) -> Decision:
    if not (isinstance(ask.session.stage, Stepping) and ask.session.on_last_step):
        return refuse(NothingToWatch())
    if problem := text_problem("name", command.by, NAME_LIMIT):
        return refuse(problem)
    return accept(WatchConfirmed(by=command.by))


def record_early_sign(ask: Asking, command: RecordEarlySign) -> Decision:
    if isinstance(ask.session.stage, SettingUp):
        return refuse(NotNow(command="record_early_sign", stage="set_up"))
    if problem := text_problem("early sign", command.sign, NAME_LIMIT):
        return refuse(problem)
    return accept(EarlySignSeen(sign=command.sign))


def record_note(ask: Asking, command: RecordNote) -> Decision:
    if problem := text_problem("note", command.text) or ask.outside("note", command.at, 0):
        return refuse(problem)
    return accept(NoteRecorded(text=command.text, at=ask.moment(command.at)))


def record_medication(ask: Asking, command: RecordMedication) -> Decision:
    for field, text in (("medication", command.drug), ("dose", command.dose), ("route", command.route)):
        if problem := text_problem(field, text, NAME_LIMIT):
            return refuse(problem)
    if too_far := ask.outside("medication", command.at, 0):
        return refuse(too_far)
    at = ask.moment(command.at)
    return accept(MedicationGiven(drug=command.drug, dose=command.dose, route=command.route, at=at))
