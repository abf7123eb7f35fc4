"""A protocol of infusion bags: the recipe before it meets a patient. Stored whole: stored names carry units.

A protocol that was decoded is well formed, not sensible: `plan.resolve` is the judge of that.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct, field

from desens_gui.domain.protocol.about import (
    About,
    CitedTime,
    ProtocolKind,
    Route,
    Source,
    Status,
)
from desens_gui.domain.quantities import Concentration, Duration, Number, Rate, Volume

__all__ = [
    "CitedTime",
    "LastBag",
    "Protocol",
    "ProtocolBag",
    "ProtocolKind",
    "ProtocolStep",
    "Ramp",
    "Route",
    "Source",
    "Status",
]


class LastBag(StrEnum):
    """How much drug the last bag holds, and when its last step ends.

    CORRECTED: the target less what the earlier bags give, and the bag is given whole. UNCORRECTED: the whole
    target, and the last step stops when the target is reached; given whole, the bag would overdose.
    AT_TARGET: its strength is the protocol's own, and the last step stops when the target is reached.
    WHOLE: the whole target, given whole on top of what the earlier bags give.
    """

    CORRECTED = "corrected"
    UNCORRECTED = "uncorrected"
    AT_TARGET = "at-target"
    WHOLE = "whole"


class ProtocolBag(Struct, frozen=True, kw_only=True):
    """One solution: by dilution (a share of the last bag's standard concentration) or by a concentration.

    No volume: as much as the steps need is prepared.
    """

    number: int
    volume: Volume | None = field(name="volume_ml", default=None)
    dilution: Number | None = None
    concentration: Concentration | None = None
    sources: tuple[str, ...]


class ProtocolStep(Struct, frozen=True, kw_only=True):
    """One rung. No duration: it runs until the bag is empty (or, in the last bag, until the target)."""

    number: int
    bag: int
    rate: Rate = field(name="rate_ml_h")
    duration: Duration | None = field(name="duration_s")
    sources: tuple[str, ...]

    @property
    def until_empty(self) -> bool:
        return self.duration is None


class Ramp(Struct, frozen=True, kw_only=True):
    """A bag that starts slowly and is raised at fixed times up to a maximum, which empties it."""

    bag: int
    start: Rate = field(name="start_ml_h")
    increment: Rate = field(name="increment_ml_h")
    every: Duration = field(name="every_s")
    maximum: Rate = field(name="maximum_ml_h")
    sources: tuple[str, ...]


class Protocol(Struct, frozen=True, kw_only=True):
    """A whole recipe with its sources. drugs are examples it was published for, no list of permitted uses.

    Ramps stand in place of steps: the steps follow from them and from the volumes of the bags.
    """

    id: str
    revision: int
    title: str
    kind: ProtocolKind
    route: Route
    status: Status
    drugs: tuple[str, ...]
    last_bag: LastBag
    last_bag_sources: tuple[str, ...]
    bags: tuple[ProtocolBag, ...]
    steps: tuple[ProtocolStep, ...]
    ramps: tuple[Ramp, ...] = ()
    check_every: CitedTime | None = None
    last_step_check_every: CitedTime | None = None
    observation: CitedTime | None = None
    sources: tuple[Source, ...]
    about: About = About()
