"""The closed union of all facts a session file may hold."""

from __future__ import annotations

from typing import TypeAlias

from desens_gui.domain.events.alarm import (
    AlarmAcknowledged,
    AlarmCleared,
    AlarmRaised,
    AudioPaused,
    SoundChecked,
)
from desens_gui.domain.events.check import (
    CheckRecorded,
    EarlySignSeen,
    MedicationGiven,
    NoteRecorded,
    SeenNoChange,
    WatchConfirmed,
)
from desens_gui.domain.events.ending import (
    BagReportedEmpty,
    LineFlushed,
    ObservationStarted,
    SessionEnded,
    StopCalled,
)
from desens_gui.domain.events.parts import PartClosed, PartTakenOver
from desens_gui.domain.events.people import (
    ChairCovered,
    CoSigned,
    IdentityProved,
    SessionSigned,
    TelephoneConfirmed,
    UnidentifiedNamed,
)
from desens_gui.domain.events.pump import (
    BagChangeBegun,
    BagDoubleChecked,
    IvSiteSeen,
    LabelRead,
    PumpReportedRunning,
    PumpReportedStopped,
    RateSetReported,
    SetConnected,
)
from desens_gui.domain.events.qualify import (
    EmergencyDeclared,
    HistoryRecorded,
    PremedicationWithheld,
    Qualified,
    ReadyAnswered,
    RisksAccepted,
    SevereAnswered,
    StartedWithout,
)
from desens_gui.domain.events.reaction import (
    OnsetRecorded,
    PatternJudged,
    ReactionCalled,
    ReactionEnteredInError,
    ReactionGraded,
)
from desens_gui.domain.events.restart import AwayAnswered, ProgramResumed
from desens_gui.domain.events.setup import (
    OrderRecorded,
    PatientIdentified,
    PlanFindingsAccepted,
    PlanRead,
    PlanSet,
    PlanVerified,
    PolicySet,
    SecondPersonUnavailable,
    SessionOpened,
    SessionStarted,
    StaffIdentified,
)
from desens_gui.domain.events.step import (
    ClockStepped,
    EscalationCommanded,
    PauseCalled,
    ProgramStalled,
    PromptRaised,
    ResumeCommanded,
    StayDecided,
    StepStarted,
    SymptomsAskedAgain,
)

SetupEvent: TypeAlias = (
    SessionOpened
    | PolicySet
    | StaffIdentified
    | SecondPersonUnavailable
    | PatientIdentified
    | PlanSet
    | PlanFindingsAccepted
    | PlanRead
    | PlanVerified
    | OrderRecorded
    | SessionStarted
)
QualifyEvent: TypeAlias = (
    HistoryRecorded
    | SevereAnswered
    | Qualified
    | RisksAccepted
    | ReadyAnswered
    | PremedicationWithheld
    | EmergencyDeclared
    | StartedWithout
)
PumpEvent: TypeAlias = (
    PumpReportedRunning
    | PumpReportedStopped
    | BagChangeBegun
    | RateSetReported
    | LabelRead
    | SetConnected
    | BagDoubleChecked
    | IvSiteSeen
)
StepEvent: TypeAlias = (
    StepStarted
    | EscalationCommanded
    | SymptomsAskedAgain
    | StayDecided
    | PauseCalled
    | ResumeCommanded
    | PromptRaised
    | ProgramStalled
    | ClockStepped
)
CheckEvent: TypeAlias = (
    CheckRecorded | SeenNoChange | WatchConfirmed | EarlySignSeen | NoteRecorded | MedicationGiven
)
ReactionEvent: TypeAlias = (
    ReactionCalled | ReactionEnteredInError | OnsetRecorded | PatternJudged | ReactionGraded
)
EndingEvent: TypeAlias = BagReportedEmpty | LineFlushed | ObservationStarted | StopCalled | SessionEnded
RestartEvent: TypeAlias = ProgramResumed | AwayAnswered
AlarmEvent: TypeAlias = AlarmRaised | AlarmAcknowledged | AlarmCleared | AudioPaused | SoundChecked
PartEvent: TypeAlias = PartClosed | PartTakenOver
PeopleEvent: TypeAlias = (
    IdentityProved | TelephoneConfirmed | CoSigned | SessionSigned | UnidentifiedNamed | ChairCovered
)

Event: TypeAlias = (
    SetupEvent
    | QualifyEvent
    | PumpEvent
    | StepEvent
    | CheckEvent
    | ReactionEvent
    | EndingEvent
    | RestartEvent
    | AlarmEvent
    | PartEvent
    | PeopleEvent
)
