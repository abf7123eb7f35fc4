"""One fact of every kind, and the line it reads as."""

from __future__ import annotations

import msgspec

from desens_gui.domain.events import check, ending, people, pump, reaction, restart, setup, step
from desens_gui.domain.events.check import CheckOutcome, CheckPurpose
from desens_gui.domain.events.ending import Ending, Transfer
from desens_gui.domain.events.every import Event
from desens_gui.domain.events.pump import BagReading, IvSite, Label
from desens_gui.domain.events.restart import PumpMeanwhile
from desens_gui.domain.events.setup import PlanReading
from desens_gui.domain.events.step import PauseReason, PromptKind, TimeJump
from desens_gui.domain.findings import SYSTEMS, Answer, HeartRate, Severity, Sign, SystemAnswer, Vitals
from desens_gui.domain.instants import Utc
from desens_gui.domain.policy import Connection
from desens_gui.domain.prescribing import OrderFor, OrderTaken, Prescription
from desens_gui.domain.proof import Means, Proof
from desens_gui.domain.quantities import Amount, Concentration, Duration, Rate, Volume
from desens_gui.domain.recorded import Role
from desens_gui.system.policies import load_policy
from tests.course.playing import PATIENT
from tests.wording.event_lines_alarm import ALARM_LINES
from tests.wording.event_lines_plan import PLAN_LINES
from tests.wording.event_lines_qualify import QUALIFY_LINES
from tests.wording.part_lines import PART_LINES
from tests.wording.reaction_lines import REACTION_LINES

AT = Utc.of("2026-11-22T09:40:00Z")
TEN = Rate.of("10")
READING = PlanReading(identifier_last4="2913", drug="carboplatin", dose=Amount.of("400 mg"), bags=3)
STRENGTH = Concentration.of("1.587408 mg/mL")
LABEL = Label(
    identifier="00482913", session_id="S", plan_revision=2, bag=3, concentration=STRENGTH, use_before=AT
)
BAG_READING = BagReading(rate_ml_h=TEN, bag=3, concentration=STRENGTH, identifier_last4="2913")
ORDER = Prescription(purpose=OrderFor.GO_UP_EARLY, by="Dr A", taken=OrderTaken.TELEPHONE, read_back=True)
HIVES = SystemAnswer(
    system="skin",
    answer=Answer.NEW_OR_WORSE,
    at=AT,
    signs=(Sign(code="hives", severity=Severity.MODERATE), Sign(code="own_code", severity=Severity.MILD)),
)
NOTHING = tuple(SystemAnswer(system=system, answer=Answer.NONE, at=AT) for system in SYSTEMS)
NO_COUGH = SystemAnswer(system="chest", answer=Answer.NONE, at=AT)
OLD_COUGH = SystemAnswer(system="chest", answer=Answer.AS_AT_BASELINE, at=AT)


def checked(
    purpose: CheckPurpose, outcome: CheckOutcome, *symptoms: SystemAnswer, pulse: bool = True
) -> check.CheckRecorded:
    vitals = Vitals(heart_rate=HeartRate(per_min=118, at=AT)) if pulse else Vitals()
    return check.CheckRecorded(purpose=purpose, step=9, vitals=vitals, symptoms=symptoms, outcome=outcome)


PROOF = Proof(person="ta", role=Role.NURSE, how=Means.BADGE, digest="d", at=AT)

LINES: tuple[tuple[Event, str], ...] = (
    *PART_LINES,
    *QUALIFY_LINES,
    *PLAN_LINES,
    (people.IdentityProved(proof=PROOF), "ta showed who they are, by badge"),
    (
        people.IdentityProved(proof=msgspec.structs.replace(PROOF, how=Means.PIN)),
        "ta showed who they are, by PIN",
    ),
    (
        people.TelephoneConfirmed(by="Dr B", at=AT, digest="d"),
        "Confirmed by telephone, read back: Dr B, 10:40",
    ),
    (
        people.UnidentifiedNamed(entries=(7, 9)),
        "Entries 7, 9, made without signing in, are this person's",
    ),
    (
        people.ChairCovered(relieves="ta", name="T. Adler", rate_ml_h=TEN),
        "Relieved T. Adler; the pump was read: 10 mL/h",
    ),
    (people.CoSigned(of=12, name="T. Adler", digest="d"), "Entry 12 co-signed: T. Adler"),
    (
        people.SessionSigned(meaning=people.Meaning.REVIEWED, name="Dr B", facts=9, digest="d"),
        "Signed as reviewed: Dr B",
    ),
    (
        setup.SessionOpened(session_id="S", schema_digest="d", program="1.0", zone="UTC", simulated=False),
        "Session opened, program 1.0",
    ),
    (
        setup.SessionOpened(session_id="S", schema_digest="d", program="1.0", zone="UTC", simulated=True),
        "SIMULATION opened, program 1.0",
    ),
    (
        setup.PolicySet(policy=load_policy()),
        "Site policy: Values the program ships with, not approved by any site, revision 1",
    ),
    (setup.StaffIdentified(id="ml", name="M. L.", role=Role.NURSE), "M. L. signed in as nurse"),
    (setup.SecondPersonUnavailable(reason="night"), "No second person available: night"),
    (
        setup.PatientIdentified(patient=PATIENT),
        "Patient identified: Okafor, Adaeze, record number 00482913",
    ),
    (setup.PlanRead(revision=2, reading=READING), "Plan read from order and labels, plan revision 2"),
    (
        setup.PlanVerified(revision=2, reading=READING),
        "Plan read again blind, no second person, plan revision 2",
    ),
    (
        setup.OrderRecorded(order=ORDER),
        "Prescriber order to go up before the minutes are over: Dr A, telephone order, read back",
    ),
    (setup.SessionStarted(), "Set-up finished, no drug runs yet"),
    (
        pump.PumpReportedRunning(rate_ml_h=TEN, bag=3, at=AT),
        "Pump reported running at 10 mL/h, bag 3",
    ),
    (pump.PumpReportedStopped(at=AT), "Pump reported stopped"),
    (pump.BagChangeBegun(from_bag=None, to_bag=1, to_step=1), "Hang bag 1 for step 1"),
    (pump.BagChangeBegun(from_bag=2, to_bag=3, to_step=9), "Go up to step 9: bag change, 2 to 3"),
    (pump.RateSetReported(rate_ml_h=TEN), "Rate set on the stopped pump: 10 mL/h"),
    (pump.LabelRead(label=LABEL), "Label of bag 3 read, 1.587 mg/mL: all values match"),
    (
        pump.SetConnected(connection=Connection.OWN_SET, primed_with_bag=3),
        "Connected: own set at the catheter, primed with bag 3",
    ),
    (
        pump.BagDoubleChecked(reading=BAG_READING),
        "Bag 3 read again blind, no second person: 10 mL/h, 1.587 mg/mL",
    ),
    (pump.IvSiteSeen(site=IvSite.NOT_WELL), "IV site: not well"),
    (step.StepStarted(step=9, bag=3, rate_ml_h=TEN, at=AT), "Step 9 started: bag 3 at 10 mL/h"),
    (
        step.EscalationCommanded(to_step=10, rate_ml_h=Rate.of("20")),
        "Go up to step 10: set pump to 20 mL/h",
    ),
    (step.SymptomsAskedAgain(), "Symptoms asked again: none new or worse"),
    (step.StayDecided(step=9), "Stay on step 9"),
    (step.PauseCalled(reason=PauseReason.TOILET), "Pause, stop the pump: Toilet"),
    (
        step.PauseCalled(reason=PauseReason.OTHER, words="fire drill"),
        "Pause, stop the pump: Other reason. fire drill",
    ),
    (
        step.ResumeCommanded(step=9, rate_ml_h=TEN, from_start=False),
        "Resume step 9: set pump to 10 mL/h and start it",
    ),
    (
        step.ResumeCommanded(step=9, rate_ml_h=TEN, from_start=True),
        "Resume, step 9 begins again: set pump to 10 mL/h and start it",
    ),
    (step.PromptRaised(prompt=PromptKind.CHECK_DUE, step=9, due_ns=0), "Check due"),
    (
        step.ProgramStalled(jump=TimeJump.SLEEP, gap_ms=192_000),
        "The computer slept for 3 min 12 s; elapsed time still counts",
    ),
    (
        step.ProgramStalled(jump=TimeJump.STALL, gap_ms=5000),
        "The program did not respond for 5 s; elapsed time still counts",
    ),
    (step.ClockStepped(by_ms=-90_000), "The clock was set back by 1 min 30 s; no elapsed time changes"),
    (step.ClockStepped(by_ms=3000), "The clock was set forward by 3 s; no elapsed time changes"),
    (checked(CheckPurpose.BASELINE, CheckOutcome.CLEAR), "Baseline check: HR 118"),
    (
        checked(CheckPurpose.RESUME, CheckOutcome.CLEAR, *NOTHING),
        "Check before resuming: HR 118; no symptoms",
    ),
    (
        checked(CheckPurpose.STEP, CheckOutcome.INCOMPLETE, NO_COUGH),
        "Check: HR 118; no symptoms in 1 of 7 systems asked. Incomplete",
    ),
    (
        checked(CheckPurpose.REACTION, CheckOutcome.DO_NOT_GO_UP, HIVES, OLD_COUGH, pulse=False),
        (
            "Check in the reaction: Skin new or worse: Hives (moderate), own code (mild); "
            "Chest as at baseline. Do not go up"
        ),
    ),
    (check.SeenNoChange(), "Seen and asked, no change"),
    (check.WatchConfirmed(by="T. Abara"), "Patient watched, go on: T. Abara"),
    (check.EarlySignSeen(sign="flush_warmth"), "Early sign: Flush, warmth"),
    (check.NoteRecorded(text="asks\nfor\u202ewater", at=AT), "Note: asks for‹U+202E›water"),
    (
        check.MedicationGiven(drug="diphenhydrAMINE", dose="25 mg", route="IV", at=AT),
        "Medication: diphenhydrAMINE 25 mg IV",
    ),
    (
        reaction.ReactionCalled(
            step=None, step_elapsed_s=Duration(0), step_volume_ml=Volume(0), step_dose=None, given=None
        ),
        "REACTION called, before the first step",
    ),
    (
        reaction.ReactionCalled(
            step=9, step_elapsed_s=Duration(962), step_volume_ml=Volume(0), step_dose=None, given=None
        ),
        "REACTION called in step 9 at 16:02",
    ),
    (
        reaction.ReactionCalled(
            step=9,
            step_elapsed_s=Duration(962),
            step_volume_ml=Volume(0),
            step_dose=None,
            given=Amount.of("7.4805 mg"),
        ),
        "REACTION called in step 9 at 16:02, given so far 7.48 mg",
    ),
    (
        reaction.ReactionEnteredInError(reason="elbow on the key"),
        "Reaction entered in error: elbow on the key",
    ),
    (ending.BagReportedEmpty(bag=3, at=AT), "Bag 3 reported empty"),
    (ending.BagReportedEmpty(bag=3, at=AT, reason="spill"), "Bag 3 reported empty: spill"),
    (ending.LineFlushed(volume_ml=Volume.of("18"), at=AT), "Line reported flushed with 18 mL"),
    (ending.ObservationStarted(ending=None), "Drug finished, observation started"),
    (
        ending.ObservationStarted(ending=Ending.STOPPED_REACTION),
        "Drug stopped, observation started",
    ),
    (
        ending.StopCalled(ending=Ending.STOPPED_PATIENT_WISH),
        "Stop desensitization today. Stopped: patient's wish",
    ),
    (
        ending.StopCalled(
            ending=Ending.TRANSFERRED,
            words="bed free",
            transfer=Transfer(where="ICU", to_whom="Dr B", pump_running=True, line_content="bag 3"),
        ),
        (
            "Stop desensitization today. Transferred. bed free. "
            "To ICU, to Dr B, pump running, the line holds: bag 3"
        ),
    ),
    (
        ending.SessionEnded(ending=Ending.COMPLETED, given=Amount.of("400 mg"), tolerance=True),
        "Session ended. Completed. Given 400 mg. Desensitized until the next dose is due",
    ),
    (
        ending.SessionEnded(
            ending=Ending.STOPPED_AGAINST_ADVICE,
            given=None,
            tolerance=False,
            observation_cut_short_by="Dr A",
        ),
        (
            "Session ended. Stopped: against advice. Not desensitized: full dose unsafe. "
            "Observation ended early against advice: Dr A"
        ),
    ),
    (
        restart.ProgramResumed(last_seen=AT, away_ms=192_000, same_boot=True, program="1.0"),
        "Program was away 3 min 12 s",
    ),
    (
        restart.AwayAnswered(meanwhile=PumpMeanwhile.RAN, running=True, rate_ml_h=TEN),
        "The pump while the program was away: Ran all the time; pump reported running at 10 mL/h",
    ),
    (
        restart.AwayAnswered(meanwhile=PumpMeanwhile.STOPPED_AT, running=False, at=AT),
        "The pump while the program was away: Stopped 10:40:00; pump reported stopped",
    ),
    (
        restart.AwayAnswered(
            meanwhile=PumpMeanwhile.KEEP_OPEN,
            running=True,
            at=AT,
            keep_open_ml_h=Rate.of("1"),
            total_ml=Volume.of("44.5"),
        ),
        (
            "The pump while the program was away: Went to keep-open rate 1 mL/h 10:40:00; "
            "the pump's total is 44.5 mL; pump reported running"
        ),
    ),
    *ALARM_LINES,
    *REACTION_LINES,
)
