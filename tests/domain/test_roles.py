"""Who may do what: every cell of the table, through decide (DESIGN 3)."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from desens_gui.domain.answers import Refused
from desens_gui.domain.commands import (
    alarm,
    check,
    ending,
    every,
    parts,
    people,
    pump,
    qualify,
    reaction,
    restart,
    setup,
    step,
)
from desens_gui.domain.decide.deciding import RULES, decide, name_of
from desens_gui.domain.events.alarm import AlarmCode
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.events.parts import Leaving
from desens_gui.domain.events.people import Meaning
from desens_gui.domain.events.pump import BagReading, IvSite, Label
from desens_gui.domain.events.restart import PumpMeanwhile
from desens_gui.domain.events.setup import PlanReading
from desens_gui.domain.events.step import PauseReason
from desens_gui.domain.findings import Vitals
from desens_gui.domain.grading.picture import Pattern
from desens_gui.domain.grading.scale import Scale
from desens_gui.domain.instants import Utc
from desens_gui.domain.policy import Connection
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.qualifying import Known, ReadyAnswer, ReadyItem, Severe, SevereAnswer
from desens_gui.domain.quantities import Amount, Concentration, Rate, Volume
from desens_gui.domain.recorded import Actor, Role
from desens_gui.domain.refusals.general import NotForRole, NotIdentified
from desens_gui.domain.roles import MAY, NEEDS_NO_NAME
from tests.courses import at_step, opened, ready, set_up
from tests.driving import NURSE, Chair, default_policy, inputs, order, patient
from tests.fake_clock import FakeClock
from tests.qualified import HISTORY, QUALIFICATION

RATE, AT = Rate.of("10"), Utc(1_795_341_600_000_000)
STRENGTH = Concentration.of("0.16 mg/mL")
SAMPLES: tuple[every.Command, ...] = (
    setup.OpenSession(session_id="x", schema_digest="d", program="p", zone="UTC", simulated=True),
    setup.SetPolicy(policy=default_policy()),
    setup.IdentifyStaff(id="x", name="X", role=Role.NURSE),
    setup.DeclareNoSecondPerson(reason="alone"),
    setup.IdentifyPatient(patient=patient()),
    setup.SetPlan(inputs=inputs()),
    setup.AcceptPlanFindings(order=order(OrderFor.ACCEPT_PLAN), reason="seen"),
    setup.VerifyPlan(
        reading=PlanReading(identifier_last4="2913", drug="x", dose=Amount.of("400 mg"), bags=3)
    ),
    setup.RecordOrder(order=order(OrderFor.DESENSITIZE)),
    qualify.RecordHistory(history=HISTORY),
    qualify.AnswerSevere(answers=(SevereAnswer(what=Severe.DRESS, had=Known.NO),)),
    qualify.Qualify(qualification=QUALIFICATION),
    qualify.AcceptRisks(order=order(OrderFor.ACCEPT_RISKS), reason="x"),
    qualify.AnswerReady(answers=(ReadyAnswer(item=ReadyItem.NURSE, done=True),)),
    qualify.WithholdPremedication(reason="x"),
    qualify.DeclareEmergency(by="Dr Haas", reason="x"),
    setup.StartSession(),
    pump.ReportPumpRunning(rate_ml_h=RATE),
    pump.ReportPumpStopped(),
    pump.ReportRateSet(rate_ml_h=RATE),
    pump.ReadLabel(
        label=Label(
            identifier="x", session_id="x", plan_revision=1, bag=2, concentration=STRENGTH, use_before=AT
        )
    ),
    pump.ReportConnected(connection=Connection.OWN_SET, primed_with_bag=2),
    pump.DoubleCheckBag(
        reading=BagReading(rate_ml_h=RATE, bag=2, concentration=STRENGTH, identifier_last4="2913")
    ),
    pump.ReportIvSite(site=IvSite.WELL),
    step.Escalate(),
    step.StayOnStep(),
    step.Pause(reason=PauseReason.TOILET),
    step.Resume(),
    step.Tick(),
    check.RecordCheck(vitals=Vitals()),
    check.RecordSeen(),
    check.AnswerForWatch(by="Dr Haas"),
    check.RecordEarlySign(sign="itchy_palms"),
    check.RecordNote(text="x"),
    check.RecordMedication(drug="cetirizine", dose="10 mg", route="po"),
    reaction.CallReaction(),
    reaction.EnterReactionInError(reason="x"),
    reaction.RecordOnset(at=Utc(0)),
    reaction.JudgePattern(pattern=Pattern.NOT_SURE),
    reaction.GradeReaction(scale=Scale.BROWN_2004, grade="1"),
    ending.ReportBagEmpty(),
    ending.ReportFlushed(volume_ml=Volume.of("18")),
    ending.StopToday(ending=Ending.STOPPED_PATIENT_WISH),
    ending.EndSession(ending=Ending.COMPLETED),
    restart.ResumeProgram(last_seen=FakeClock().now(), program="p"),
    parts.ClosePart(why=Leaving.HANDED_OVER, to="ward-7"),
    parts.TakeOver(
        part_id="x",
        from_workstation="x",
        head_hash="0" * 64,
        head_seal=None,
        by="x",
        last_seen=FakeClock().now(),
        program="p",
    ),
    restart.AnswerAway(meanwhile=PumpMeanwhile.RAN, running=False),
    alarm.AcknowledgeAlarm(alarm=AlarmCode.CHECK_LATE),
    alarm.PauseAudio(),
    alarm.CheckSound(heard=True),
    people.CoSign(of=1),
    people.SignSession(meaning=Meaning.VERIFIED),
    people.NameUnidentified(entries=(1,)),
    people.CoverChair(relieves="ml", rate_ml_h=RATE),
)
BY_NAME = {name_of(command): command for command in SAMPLES}


def test_rules_roles_and_samples_cover_the_union_of_commands_exactly() -> None:
    union = set(get_args(every.Command))
    assert {type(command) for command in SAMPLES} == union
    assert len(SAMPLES) == len(union)
    assert set(MAY) == set(BY_NAME)
    assert set(RULES) == union - {setup.OpenSession}  # opening has no session to ask


def asked(chair: Chair | None, command: every.Command, role: Role, person: str) -> tuple[Any, ...]:
    """The reasons against it, () if accepted. It must decide, not fail."""
    actor = Actor(person, role)
    clock = chair.clock if chair is not None else FakeClock()
    state = chair.session if chair is not None else None
    decision = decide(state, command, actor, None, clock.now())
    return decision.reasons if isinstance(decision, Refused) else ()


@pytest.mark.hazard("H-11")
@pytest.mark.requirement("R-D3-4")
@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("name", MAY)
def test_every_cell_of_the_role_table(name: str, role: Role) -> None:
    for chair in (None, opened(), set_up(), at_step(6), ready(12)):
        reasons = asked(chair, BY_NAME[name], role, "ml")
        refused = NotForRole(command=name, role=role) in reasons
        assert refused is (role not in MAY[name])
        if refused:
            assert len(reasons) == 1


@pytest.mark.hazard("H-11")
@pytest.mark.requirement("R-D3-4")
@pytest.mark.parametrize("role", sorted(set(Role) - {Role.PROGRAM}), ids=str)
@pytest.mark.parametrize("name", sorted(set(MAY) - {"open_session"}), ids=str)
def test_only_an_identified_person_acts_but_for_stopping_and_writing_down(name: str, role: Role) -> None:
    if role not in MAY[name]:
        return
    reasons = asked(at_step(6), BY_NAME[name], role, "nobody-knows")
    assert (NotIdentified(person="nobody-knows") in reasons) is (name not in NEEDS_NO_NAME)


OPEN = {
    *("pause", "report_pump_stopped", "stop_today", "call_reaction", "record_early_sign", "record_note"),
    *("acknowledge_alarm", "pause_audio", "check_sound"),
}
OF_THE_ROLE = {
    Role.PHARMACIST: {
        *("set_plan", "verify_plan", "double_check_bag", "co_sign", "sign_session", "name_unidentified"),
    },
    Role.ADMINISTRATOR: {"set_policy", "name_unidentified"},
    Role.UNIDENTIFIED: set[str](),
}


@pytest.mark.hazard("H-11")
@pytest.mark.parametrize("role", OF_THE_ROLE)
def test_who_is_not_at_the_bedside_has_their_own_and_what_is_open_to_everybody(role: Role) -> None:
    """Written out a second time: a row that is widened by mistake fails here."""
    assert {name for name in MAY if role in MAY[name]} == OPEN | {"identify_staff"} | OF_THE_ROLE[role]


@pytest.mark.hazard("H-11")
@pytest.mark.parametrize("role", sorted(MAY["stop_today"]), ids=str)
def test_only_nurse_and_allergist_record_a_death(role: Role) -> None:
    told = ending.StopToday(ending=Ending.DIED)
    may = role in (Role.NURSE, Role.ALLERGIST)
    reasons = asked(at_step(6), told, role, "ml" if role is Role.NURSE else "dr")
    assert (NotForRole(command="record_death", role=role) in reasons) is not may


@pytest.mark.hazard("H-11")
@pytest.mark.parametrize("role", sorted(MAY["sign_session"]), ids=str)
@pytest.mark.parametrize("meaning", Meaning)
def test_what_a_signature_says_depends_on_the_role(meaning: Meaning, role: Role) -> None:
    may = {
        Meaning.PERFORMED: {Role.NURSE, Role.ALLERGIST},
        Meaning.VERIFIED: {Role.NURSE, Role.ALLERGIST, Role.PHARMACIST},
        Meaning.REVIEWED: {Role.ALLERGIST},
    }
    reasons = asked(at_step(6), people.SignSession(meaning=meaning), role, "ml")
    assert (NotForRole(command=f"sign_{meaning}", role=role) in reasons) is (role not in may[meaning])


@pytest.mark.requirement("R-S6-4", "R-S9-1")
def test_stopping_is_open_to_everybody() -> None:
    assert {"pause", "report_pump_stopped", "call_reaction", "stop_today"} <= NEEDS_NO_NAME
    assert not {"escalate", "resume", "report_pump_running", "answer_away", "end_session"} & NEEDS_NO_NAME


def test_the_name_of_a_command_is_its_tag() -> None:
    assert name_of(step.Escalate()) == "escalate"
    assert Actor("ml", Role.NURSE) == NURSE
