"""decide(state, command, actor, proof, stamp): pure, total, the only way a session changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from desens_gui.domain.answers import Decision, accept, refuse
from desens_gui.domain.commands import alarm as alarms
from desens_gui.domain.commands import check as checks
from desens_gui.domain.commands import ending as endings
from desens_gui.domain.commands import parts, people
from desens_gui.domain.commands import pump as pumps
from desens_gui.domain.commands import qualify as qualifies
from desens_gui.domain.commands import reaction as reactions
from desens_gui.domain.commands import restart as restarts
from desens_gui.domain.commands import setup as setups
from desens_gui.domain.commands import step as steps
from desens_gui.domain.commands.every import Command
from desens_gui.domain.decide import (
    alarm,
    bag,
    check,
    covering,
    ending,
    naming,
    plan_findings,
    pump,
    qualify,
    reaction,
    restart,
    resume,
    setup,
    signing,
    start,
    step,
    tick,
)
from desens_gui.domain.decide import parts as leaving
from desens_gui.domain.decide.asking import Asking, away_problem
from desens_gui.domain.instants import Instant
from desens_gui.domain.proof import Proof
from desens_gui.domain.recorded import Actor, Role
from desens_gui.domain.refusals.every import AnyRefusal
from desens_gui.domain.refusals.general import (
    NoSession,
    NotForRole,
    NotIdentified,
    SessionAlreadyOpen,
    SessionIsOver,
)
from desens_gui.domain.refusals.parts import GoesOnElsewhere
from desens_gui.domain.refusals.step import ReactionOpen
from desens_gui.domain.roles import NEEDS_NO_NAME, denied
from desens_gui.domain.session import Session
from desens_gui.domain.stage import Reacting

Rule: TypeAlias = Callable[[Asking, Any], Decision]

RULES: dict[type, Rule] = {
    setups.SetPolicy: setup.set_policy,
    setups.IdentifyStaff: setup.identify_staff,
    setups.DeclareNoSecondPerson: setup.declare_no_second_person,
    setups.IdentifyPatient: setup.identify_patient,
    setups.SetPlan: setup.set_plan,
    setups.AcceptPlanFindings: plan_findings.accept_plan_findings,
    setups.VerifyPlan: setup.verify_plan,
    setups.RecordOrder: setup.record_order,
    setups.StartSession: start.start_session,
    qualifies.RecordHistory: qualify.record_history,
    qualifies.AnswerSevere: qualify.answer_severe,
    qualifies.Qualify: qualify.qualify,
    qualifies.AcceptRisks: qualify.accept_risks,
    qualifies.AnswerReady: qualify.answer_ready,
    qualifies.WithholdPremedication: qualify.withhold_premedication,
    qualifies.DeclareEmergency: qualify.declare_emergency,
    pumps.ReportPumpRunning: pump.report_pump_running,
    pumps.ReportPumpStopped: pump.report_pump_stopped,
    pumps.ReportRateSet: bag.report_rate_set,
    pumps.ReadLabel: bag.read_label,
    pumps.ReportConnected: bag.report_connected,
    pumps.DoubleCheckBag: bag.double_check_bag,
    pumps.ReportIvSite: bag.report_iv_site,
    steps.Escalate: step.escalate,
    steps.StayOnStep: step.stay_on_step,
    steps.Pause: resume.pause,
    steps.Resume: resume.resume,
    steps.Tick: tick.tick,
    checks.RecordCheck: check.record_check,
    checks.RecordSeen: check.record_seen,
    checks.AnswerForWatch: check.answer_for_watch,
    checks.RecordEarlySign: check.record_early_sign,
    checks.RecordNote: check.record_note,
    checks.RecordMedication: check.record_medication,
    reactions.CallReaction: reaction.call_reaction,
    reactions.EnterReactionInError: reaction.enter_reaction_in_error,
    reactions.RecordOnset: reaction.record_onset,
    reactions.JudgePattern: reaction.judge_pattern,
    reactions.GradeReaction: reaction.grade_reaction,
    endings.ReportBagEmpty: ending.report_bag_empty,
    endings.ReportFlushed: ending.report_flushed,
    endings.StopToday: ending.stop_today,
    endings.EndSession: ending.end_session,
    restarts.ResumeProgram: restart.resume_program,
    restarts.AnswerAway: restart.answer_away,
    alarms.AcknowledgeAlarm: alarm.acknowledge_alarm,
    alarms.PauseAudio: alarm.pause_audio,
    alarms.CheckSound: alarm.check_sound,
    parts.ClosePart: leaving.close_part,
    parts.TakeOver: leaving.take_over,
    people.CoSign: signing.co_sign,
    people.SignSession: signing.sign_session,
    people.NameUnidentified: naming.name_unidentified,
    people.CoverChair: covering.cover_chair,
}
"""One rule per command; a test holds this against the union of all commands."""

MOVES_ON = (
    steps.Escalate,
    steps.Resume,
    pumps.ReportPumpRunning,
    pumps.ReportRateSet,
    pumps.ReadLabel,
    pumps.ReportConnected,
    pumps.DoubleCheckBag,
    endings.ReportBagEmpty,
    endings.ReportFlushed,
)
"""On the way to more drug: closed while a reaction is open, or nobody said what the pump did meanwhile."""


def decide(
    session: Session | None, command: Command, actor: Actor, proof: Proof | None, stamp: Instant
) -> Decision:
    """The facts that follow from a command at this instant, or every reason against it.

    proof: of the person who answers for it beside or as the actor; where nobody is asked it is nothing.
    """
    name = name_of(command)
    if closed := denied(actor.role, command, name):
        return refuse(NotForRole(command=closed, role=actor.role))
    if isinstance(command, setups.OpenSession):
        return refuse(SessionAlreadyOpen()) if session is not None else restart.open_session(command)
    if session is None:
        return refuse(NoSession())
    if session.is_over and not (session.left is not None and isinstance(command, parts.TakeOver)):
        return accept() if isinstance(command, steps.Tick) else refuse(_over(session))
    ask = Asking(session, actor, proof, stamp, session.timeline.place(stamp))
    if problem := _not_identified(session, actor, name) or _closed(ask, command):
        return refuse(problem)
    return RULES[type(command)](ask, command)


def _over(session: Session) -> AnyRefusal:
    return SessionIsOver() if session.left is None else GoesOnElsewhere(to=session.left.to)


def name_of(command: Command) -> str:
    """The command's name in role table, scenario and audit."""
    return str(type(command).__struct_config__.tag)


def _not_identified(session: Session, actor: Actor, name: str) -> AnyRefusal | None:
    if actor.role is Role.PROGRAM or name in NEEDS_NO_NAME:
        return None
    member = session.known(actor.id)
    return None if member is not None and member.role is actor.role else NotIdentified(person=actor.id)


def _closed(ask: Asking, command: Command) -> AnyRefusal | None:
    if not isinstance(command, MOVES_ON):
        return None
    if isinstance(ask.session.stage, Reacting):
        return ReactionOpen()
    return away_problem(ask)
