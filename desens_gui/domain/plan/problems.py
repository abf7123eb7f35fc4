"""Why no plan can be made: one struct for each broken rule, with its numbers. Words: wording.plan_words."""

from __future__ import annotations

from msgspec import Struct

from desens_gui.domain.protocol.protocol import LastBag
from desens_gui.domain.quantities import Amount, Concentration, DoseUnit, Duration, Number, Rate, Volume


class TargetNotAboveZero(Struct, frozen=True):
    target: Amount


class NoBags(Struct, frozen=True):
    pass


class NoSteps(Struct, frozen=True):
    pass


class BagOutOfOrder(Struct, frozen=True):
    """The bag at a place in the list must bear that place's number."""

    place: int
    number: int


class StepOutOfOrder(Struct, frozen=True):
    """The step at a place in the list must bear that place's number."""

    place: int
    number: int


class BagVolumeNotAboveZero(Struct, frozen=True):
    bag: int
    volume: Volume


class DilutionOutOfRange(Struct, frozen=True):
    """Above 0, at most 1."""

    bag: int
    dilution: Number


class LastBagDiluted(Struct, frozen=True):
    """The last bag is what the others are diluted from: its own dilution is 1."""

    bag: int
    dilution: Number


class BagUnknown(Struct, frozen=True):
    step: int
    bag: int
    bags: int


class BagTakenBack(Struct, frozen=True):
    """A step from an earlier bag than the step before."""

    step: int
    bag: int
    before: int


class BagSkipped(Struct, frozen=True):
    """No step is run from this bag."""

    bag: int


class RateNotAboveZero(Struct, frozen=True):
    step: int
    rate: Rate


class DurationNotAboveZero(Struct, frozen=True):
    step: int
    duration: Duration


class EmptiedTooSoon(Struct, frozen=True):
    """A step runs until the bag is empty, and another step of the same bag follows."""

    step: int
    bag: int


class LastStepEnds(Struct, frozen=True):
    """The last step has minutes of its own instead of running until the bag is empty."""

    step: int


class BagTooSmall(Struct, frozen=True):
    """The steps of a bag need more than it holds."""

    bag: int
    volume: Volume
    needed: Volume


class NothingLeft(Struct, frozen=True):
    """The earlier steps of a bag leave nothing for the one that empties it."""

    step: int
    bag: int
    volume: Volume
    needed: Volume


class TargetReachedBefore(Struct, frozen=True):
    """What is given before this step of the last bag is the target already, or more."""

    step: int
    before: Amount
    target: Amount


class CompoundedUnknown(Struct, frozen=True):
    """Something was made for a bag that the protocol does not have."""

    bag: int
    bags: int


class CompoundedTwice(Struct, frozen=True):
    """One bag was given two volumes."""

    bag: int


class CompoundedDrugNotAboveZero(Struct, frozen=True):
    bag: int
    drug: Amount


class OtherDoseUnit(Struct, frozen=True):
    """A bag counted in units, a dose in mg, or the other way round."""

    bag: int
    unit: DoseUnit
    dose_unit: DoseUnit


class FinalRateNotAboveZero(Struct, frozen=True):
    rate: Rate


class RateOfUnknownStep(Struct, frozen=True):
    """A rate was set for a step that the protocol does not have."""

    step: int
    steps: int


class LastBagFixed(Struct, frozen=True):
    """Corrected or uncorrected cannot be chosen: how the last bag ends belongs to this protocol."""

    rule: LastBag


class BagStrength(Struct, frozen=True):
    """A bag needs either a dilution or a concentration; the bags of one protocol are all of one kind."""

    bag: int


class ConcentrationNotAboveZero(Struct, frozen=True):
    bag: int
    concentration: Concentration


class BagWithoutVolume(Struct, frozen=True):
    """By dilution, or run until it is empty, and no volume is given."""

    bag: int


class LastBagRule(Struct, frozen=True):
    """Bags of a concentration of their own end at the target; diluted bags never do."""

    rule: LastBag


class RampAndSteps(Struct, frozen=True):
    """The protocol has both."""


class RampMissing(Struct, frozen=True):
    """A bag of a ramp protocol has no ramp, or more than one."""

    bag: int


class RampUnknownBag(Struct, frozen=True):
    """A ramp for a bag that the protocol does not have."""

    bag: int
    bags: int


class RampWithoutVolume(Struct, frozen=True):
    bag: int


class RampIntervalNotAboveZero(Struct, frozen=True):
    bag: int
    every: Duration


class RampNotRising(Struct, frozen=True):
    """Start and increment are above 0, and the maximum is not below the start."""

    bag: int
    start: Rate
    increment: Rate
    maximum: Rate


class RampTooLong(Struct, frozen=True):
    bag: int
    most: int


class BagNotPrepared(Struct, frozen=True):
    """Neither protocol nor pharmacy says how much is in the bag: enough for a plan, not for a session."""

    bag: int


InputProblem = (
    CompoundedUnknown
    | CompoundedTwice
    | CompoundedDrugNotAboveZero
    | OtherDoseUnit
    | FinalRateNotAboveZero
    | RateOfUnknownStep
    | LastBagFixed
    | BagNotPrepared
)
"""What a plan changes of its protocol does not fit it."""

StrengthProblem = BagStrength | ConcentrationNotAboveZero | BagWithoutVolume | LastBagRule

RampProblem = (
    RampAndSteps
    | RampMissing
    | RampUnknownBag
    | RampWithoutVolume
    | RampIntervalNotAboveZero
    | RampNotRising
    | RampTooLong
)

PlanProblem = (
    TargetNotAboveZero
    | NoBags
    | NoSteps
    | BagOutOfOrder
    | StepOutOfOrder
    | BagVolumeNotAboveZero
    | DilutionOutOfRange
    | LastBagDiluted
    | BagUnknown
    | BagTakenBack
    | BagSkipped
    | RateNotAboveZero
    | DurationNotAboveZero
    | EmptiedTooSoon
    | LastStepEnds
    | BagTooSmall
    | NothingLeft
    | TargetReachedBefore
    | InputProblem
    | StrengthProblem
    | RampProblem
)
