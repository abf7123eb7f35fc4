"""What is red or yellow about a plan: one struct for each rule, with its numbers. Words: finding_words.

Findings never stand in the way of designing. A red one needs the allergist's named acceptance before a start.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from msgspec import Struct

from desens_gui.domain.plan.pump_limits import Pump, Syringe
from desens_gui.domain.plan.vein import Line
from desens_gui.domain.quantities import Amount, Concentration, DoseUnit, Duration, Number, Rate, Volume


class Level(StrEnum):
    RED = "red"
    YELLOW = "yellow"


class LabelledRate(Struct, frozen=True, kw_only=True):
    """The largest dose rate on a label; drugs are matched without regard to capitals."""

    drugs: tuple[str, ...]
    per_minute: Amount
    source: str


class Circumstances(Struct, frozen=True, kw_only=True):
    """What a plan is held against besides itself; what is not known is not checked."""

    tolerance_percent: Number
    line: Line | None = None
    pump: Pump | None = None
    syringe: Syringe | None = None
    labelled: tuple[LabelledRate, ...] = ()


class HeldAgainst(Struct, frozen=True, kw_only=True):
    """What the site holds plans against, as far as known: its pump, the largest dose rates on labels."""

    pump: Pump | None = None
    labelled: tuple[LabelledRate, ...] = ()


def labelled_for(drug: str, labelled: tuple[LabelledRate, ...]) -> tuple[LabelledRate, ...]:
    """Those that name this drug."""
    name = drug.strip().casefold()
    return tuple(each for each in labelled if name in (known.casefold() for known in each.drugs))


class DoseMismatch(Struct, frozen=True):
    """The plan gives another dose than was ordered."""

    level: Level
    gives: Amount
    ordered: Amount


class LastBagTooMuch(Struct, frozen=True):
    """The last bag holds more than may be given: run empty, it gives so much too much."""

    level: Level
    bag: int
    excess: Amount
    left: Volume


class RisesTooFar(Struct, frozen=True):
    """The dose rate rises by more than the protocol's own largest rise, or more than doubles anew."""

    level: Level
    step: int
    times: Fraction
    own_largest: Fraction


class NotAscending(Struct, frozen=True):
    """The dose rate falls."""

    level: Level
    step: int
    times: Fraction


class DuplicateStep(Struct, frozen=True):
    """The same as the step or dose before."""

    level: Level
    step: int


class RisesAtVein(Struct, frozen=True):
    """The dose rate at the vein rises by more than the protocol's own largest rise, so long into a step."""

    level: Level
    step: int
    after: Duration
    before: Fraction
    now: Fraction
    unit: DoseUnit
    times: Fraction
    own_largest: Fraction


class PumpCannotRun(Struct, frozen=True):
    """A rate, the nearest the pump can run, and what that does to the dose of the step."""

    level: Level
    step: int
    rate: Rate
    nearest: Rate
    percent: Fraction
    dose: Amount
    at_nearest: Amount


class PumpVolumeTooSmall(Struct, frozen=True):
    level: Level
    step: int
    volume: Volume
    least: Volume


class AboveLabelledRate(Struct, frozen=True):
    level: Level
    step: int
    per_minute: Amount
    limit: Amount
    source: str


class CannotMeasure(Struct, frozen=True):
    """A dose whose volume the syringe does not measure."""

    level: Level
    dose: int
    volume: Volume
    smallest: Volume
    increment: Volume


class DoseRises(Struct, frozen=True):
    """A dose is more than twice the one before."""

    level: Level
    dose: int
    times: Fraction


class DoseFalls(Struct, frozen=True):
    level: Level
    dose: int
    times: Fraction


class UnitChanges(Struct, frozen=True):
    level: Level
    dose: int
    before: DoseUnit
    now: DoseUnit


class IntervalUnknown(Struct, frozen=True):
    """No source states how long to wait after this dose."""

    level: Level
    dose: int


class VolumeUnknown(Struct, frozen=True):
    """No concentration is stated for this dose."""

    level: Level
    dose: int


class StrengthOverLast(Struct, frozen=True):
    """A bag that is stronger than one after it."""

    level: Level
    bag: int
    concentration: Concentration
    after: Concentration


InfusionFinding = (
    DoseMismatch
    | LastBagTooMuch
    | RisesTooFar
    | NotAscending
    | DuplicateStep
    | RisesAtVein
    | PumpCannotRun
    | PumpVolumeTooSmall
    | AboveLabelledRate
    | StrengthOverLast
)

DoseFinding = (
    DoseMismatch
    | CannotMeasure
    | DoseRises
    | DoseFalls
    | DuplicateStep
    | UnitChanges
    | IntervalUnknown
    | VolumeUnknown
)

Finding = InfusionFinding | DoseFinding


def red(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Those that need the allergist's named acceptance."""
    return tuple(each for each in findings if each.level is Level.RED)
