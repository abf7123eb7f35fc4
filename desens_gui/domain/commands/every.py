"""The closed union of all orders."""

from __future__ import annotations

from typing import TypeAlias

from desens_gui.domain.commands.alarm import AcknowledgeAlarm, CheckSound, PauseAudio
from desens_gui.domain.commands.check import (
    AnswerForWatch,
    RecordCheck,
    RecordEarlySign,
    RecordMedication,
    RecordNote,
    RecordSeen,
)
from desens_gui.domain.commands.ending import EndSession, ReportBagEmpty, ReportFlushed, StopToday
from desens_gui.domain.commands.parts import ClosePart, TakeOver
from desens_gui.domain.commands.people import CoSign, CoverChair, NameUnidentified, SignSession
from desens_gui.domain.commands.pump import (
    DoubleCheckBag,
    ReadLabel,
    ReportConnected,
    ReportIvSite,
    ReportPumpRunning,
    ReportPumpStopped,
    ReportRateSet,
)
from desens_gui.domain.commands.qualify import (
    AcceptRisks,
    AnswerReady,
    AnswerSevere,
    DeclareEmergency,
    Qualify,
    RecordHistory,
    WithholdPremedication,
)
from desens_gui.domain.commands.reaction import (
    CallReaction,
    EnterReactionInError,
    GradeReaction,
    JudgePattern,
    RecordOnset,
)
from desens_gui.domain.commands.restart import AnswerAway, ResumeProgram
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
from desens_gui.domain.commands.step import Escalate, Pause, Resume, StayOnStep, Tick

SetupCommand: TypeAlias = (
    OpenSession
    | SetPolicy
    | IdentifyStaff
    | DeclareNoSecondPerson
    | IdentifyPatient
    | SetPlan
    | AcceptPlanFindings
    | VerifyPlan
    | RecordOrder
    | StartSession
)
QualifyCommand: TypeAlias = (
    RecordHistory
    | AnswerSevere
    | Qualify
    | AcceptRisks
    | AnswerReady
    | WithholdPremedication
    | DeclareEmergency
)
PumpCommand: TypeAlias = (
    ReportPumpRunning
    | ReportPumpStopped
    | ReportRateSet
    | ReadLabel
    | ReportConnected
    | DoubleCheckBag
    | ReportIvSite
)
StepCommand: TypeAlias = Escalate | StayOnStep | Pause | Resume | Tick
CheckCommand: TypeAlias = (
    RecordCheck | RecordSeen | AnswerForWatch | RecordEarlySign | RecordNote | RecordMedication
)
ReactionCommand: TypeAlias = CallReaction | EnterReactionInError | RecordOnset | JudgePattern | GradeReaction
EndingCommand: TypeAlias = ReportBagEmpty | ReportFlushed | StopToday | EndSession
RestartCommand: TypeAlias = ResumeProgram | AnswerAway
AlarmCommand: TypeAlias = AcknowledgeAlarm | PauseAudio | CheckSound
PartCommand: TypeAlias = ClosePart | TakeOver
PeopleCommand: TypeAlias = CoSign | SignSession | NameUnidentified | CoverChair

Command: TypeAlias = (
    SetupCommand
    | QualifyCommand
    | PumpCommand
    | StepCommand
    | CheckCommand
    | ReactionCommand
    | EndingCommand
    | RestartCommand
    | AlarmCommand
    | PartCommand
    | PeopleCommand
)
