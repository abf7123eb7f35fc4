"""The closed union of all refusals."""

from __future__ import annotations

from typing import TypeAlias

from desens_gui.domain.refusals.check import (
    AnswerContradicted,
    CheckAlreadyUsed,
    CheckIncomplete,
    CheckMissing,
    LimitBroken,
    NewSymptoms,
    NotAlert,
    NothingMeasured,
    PressureReversed,
    RuleBroken,
    SystemAnsweredTwice,
    SystemUnknown,
    ValueOutOfRange,
)
from desens_gui.domain.refusals.ending import (
    CompletedIsNotAStop,
    EmptyNeedsReason,
    EndIncomplete,
    EndingDiffers,
    FlushTooSmall,
    ObservationNotOver,
    TransferMissing,
)
from desens_gui.domain.refusals.general import (
    AwayNotAnswered,
    NoSession,
    NotForRole,
    NothingToName,
    NotIdentified,
    NotNow,
    OrderNeeded,
    OrderNotReadBack,
    SessionAlreadyOpen,
    SessionIsOver,
    TextMissing,
    TextTooLong,
    TimeInFuture,
    TimeTooEarly,
)
from desens_gui.domain.refusals.parts import CodeUnreadable, GoesOnElsewhere
from desens_gui.domain.refusals.people import (
    AlreadySigned,
    CoSignOfAnother,
    NothingToCoSign,
    NotPerformedYet,
    OrderNotOwn,
    OrderToOneself,
    ProofExpired,
    ProofMissing,
    ProofOfAnother,
    ProofUsed,
    SamePerson,
    SecondPersonNeeded,
    ShownChanged,
    WordNotReadBack,
)
from desens_gui.domain.refusals.pump import (
    BagChangeIncomplete,
    BagExpired,
    BagNotTheLast,
    BagReadingDiffers,
    ConnectionNotCounted,
    LabelDiffers,
    PrimedWithOtherBag,
    PumpAlreadyStopped,
    PumpNotStopped,
    PumpRateDiffers,
    PumpReadOtherwise,
)
from desens_gui.domain.refusals.qualify import (
    DayImpossible,
    HardStop,
    HistoryImpossible,
    NoRiskStands,
    ReactionNotForProtocol,
    ReasonNeeded,
    RisksNotAccepted,
    SevereDelayed,
    SevereNotAnswered,
    WeightChanged,
)
from desens_gui.domain.refusals.setup import (
    BaselineTooOld,
    BirthDateImpossible,
    IdentifierTooShort,
    NoRedFinding,
    PlanFindingsOpen,
    PlanImpossible,
    PlanInUse,
    PlanReadingDiffers,
    ProtocolNotApproved,
    RepeatTooSoon,
    SetupIncomplete,
    WeightImpossible,
)
from desens_gui.domain.refusals.step import (
    GradeUnknown,
    NoNextStep,
    NoReactionOpen,
    NothingToWatch,
    ReactionOpen,
    StepNotFinished,
    SymptomsNotAskedAgain,
)

GeneralRefusal: TypeAlias = (
    NoSession
    | SessionAlreadyOpen
    | SessionIsOver
    | NotForRole
    | NotIdentified
    | NotNow
    | TimeInFuture
    | TimeTooEarly
    | TextMissing
    | TextTooLong
    | OrderNeeded
    | OrderNotReadBack
    | AwayNotAnswered
    | NothingToName
)
SetupRefusal: TypeAlias = (
    SetupIncomplete
    | PlanFindingsOpen
    | NoRedFinding
    | PlanImpossible
    | ProtocolNotApproved
    | PlanReadingDiffers
    | RepeatTooSoon
    | BirthDateImpossible
    | IdentifierTooShort
    | WeightImpossible
    | PlanInUse
    | BaselineTooOld
)
QualifyRefusal: TypeAlias = (
    HardStop
    | SevereDelayed
    | ReactionNotForProtocol
    | RisksNotAccepted
    | NoRiskStands
    | SevereNotAnswered
    | ReasonNeeded
    | WeightChanged
    | HistoryImpossible
    | DayImpossible
)
PumpRefusal: TypeAlias = (
    PumpRateDiffers
    | PumpReadOtherwise
    | PumpNotStopped
    | PumpAlreadyStopped
    | LabelDiffers
    | BagExpired
    | PrimedWithOtherBag
    | ConnectionNotCounted
    | BagReadingDiffers
    | BagChangeIncomplete
    | BagNotTheLast
)
CheckRefusal: TypeAlias = (
    NothingMeasured
    | ValueOutOfRange
    | PressureReversed
    | SystemUnknown
    | SystemAnsweredTwice
    | AnswerContradicted
    | CheckMissing
    | CheckIncomplete
    | CheckAlreadyUsed
    | NewSymptoms
    | LimitBroken
    | RuleBroken
    | NotAlert
)
StepRefusal: TypeAlias = (
    StepNotFinished
    | SymptomsNotAskedAgain
    | NoNextStep
    | ReactionOpen
    | NoReactionOpen
    | GradeUnknown
    | NothingToWatch
)
EndingRefusal: TypeAlias = (
    EmptyNeedsReason
    | FlushTooSmall
    | EndIncomplete
    | ObservationNotOver
    | EndingDiffers
    | TransferMissing
    | CompletedIsNotAStop
)
PartRefusal: TypeAlias = GoesOnElsewhere | CodeUnreadable

PeopleRefusal: TypeAlias = (
    SecondPersonNeeded
    | SamePerson
    | ProofExpired
    | ProofUsed
    | ShownChanged
    | ProofMissing
    | ProofOfAnother
    | WordNotReadBack
    | OrderNotOwn
    | OrderToOneself
    | NothingToCoSign
    | CoSignOfAnother
    | AlreadySigned
    | NotPerformedYet
)

AnyRefusal: TypeAlias = (
    GeneralRefusal
    | SetupRefusal
    | QualifyRefusal
    | PumpRefusal
    | CheckRefusal
    | StepRefusal
    | EndingRefusal
    | PartRefusal
    | PeopleRefusal
)
