"""A protocol of infusion bags: the recipe before it meets a patient. Stored whole: stored names carry units.

A protocol that was decoded is well formed, not sensible: `plan.resolve` is the judge of that.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct, field

from desens_gui.domain.quantities import Duration, Number, Rate, Volume


class ProtocolKind(StrEnum):
    """What is given and how; each kind has its own way to a plan."""

    INFUSION_BAGS = "infusion-bags"


class Route(StrEnum):
    """The way into the patient."""

    IV = "iv"


class Status(StrEnum):
    """VERIFIED: every number was read in a named source. RECALLED: may be planned, not started."""

    VERIFIED = "verified"
    RECALLED = "recalled"


class LastBag(StrEnum):
    """How much drug the last bag holds.

    CORRECTED: the target less what the earlier bags give, and the bag is given whole. UNCORRECTED: the whole
    target, and the last step stops when the target is reached; given whole, the bag would overdose.
    """

    CORRECTED = "corrected"
    UNCORRECTED = "uncorrected"


class Source(Struct, frozen=True, kw_only=True):
    """Where numbers were read: key is the name they cite it by, read says what of it was seen."""

    key: str
    title: str
    where: str
    read: str


class ProtocolBag(Struct, frozen=True, kw_only=True):
    """One solution. dilution is its concentration as a share of the last bag's standard concentration."""

    number: int
    volume: Volume = field(name="volume_ml")
    dilution: Number
    sources: tuple[str, ...]


class ProtocolStep(Struct, frozen=True, kw_only=True):
    """One rung. No duration: it runs until the bag is empty (uncorrected last bag: until the target)."""

    number: int
    bag: int
    rate: Rate = field(name="rate_ml_h")
    duration: Duration | None = field(name="duration_s")
    sources: tuple[str, ...]

    @property
    def until_empty(self) -> bool:
        return self.duration is None


class CitedTime(Struct, frozen=True, kw_only=True):
    """A length of time that a source gives."""

    duration: Duration = field(name="duration_s")
    sources: tuple[str, ...]


class Protocol(Struct, frozen=True, kw_only=True):
    """A whole recipe with its sources. drugs are examples it was published for, no list of permitted uses."""

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
    check_every: CitedTime | None = None
    last_step_check_every: CitedTime | None = None
    observation: CitedTime | None = None
    sources: tuple[Source, ...]
