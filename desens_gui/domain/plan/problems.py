"""Why no plan can be made: one struct for each broken rule, with its numbers. Words: wording.plan_words."""

from __future__ import annotations

from msgspec import Struct

from desens_gui.domain.quantities import Amount, Duration, Number, Rate, Volume


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
)
