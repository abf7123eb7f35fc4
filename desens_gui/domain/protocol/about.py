"""What every kind of protocol says of itself: how certain, for whom, what is watched, how long it lasts."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct, field

from desens_gui.domain.quantities import Duration


class ProtocolKind(StrEnum):
    """What is given and how; each kind has its own way to a plan."""

    INFUSION_BAGS = "infusion-bags"
    INFUSION_SERIES = "infusion-series"
    INFUSION_RAMP = "infusion-ramp"
    DOSES = "doses"
    COURSE = "course"
    CHALLENGE = "graded-challenge"


class Route(StrEnum):
    """The way into the patient. AS_ORDERED: the source leaves it open, the order names it."""

    IV = "iv"
    ORAL = "oral"
    SUBCUT = "subcut"
    AS_ORDERED = "as-ordered"


class Status(StrEnum):
    """VERIFIED: every dose, rate and interval was read in a named source. RECALLED: planned, not started."""

    VERIFIED = "verified"
    RECALLED = "recalled"


class Certainty(StrEnum):
    """READ: seen in the source. RECALLED: from memory. PROPOSED: no publication says so, the site decides."""

    READ = "read"
    RECALLED = "recalled"
    PROPOSED = "proposed"


class ReactionType(StrEnum):
    """The first reaction, as far as it decides which protocol fits."""

    IMMEDIATE = "immediate"
    BENIGN_DELAYED_RASH = "benign-delayed-rash"
    AERD = "aerd"
    INFUSION_CYTOKINE = "infusion-cytokine"
    SEVERE_DELAYED = "severe-delayed"
    SIDE_EFFECT = "side-effect"
    UNKNOWN = "unknown"


class Source(Struct, frozen=True, kw_only=True):
    """Where numbers were read: key is the name they cite it by, read says what of it was seen."""

    key: str
    title: str
    where: str
    read: str
    certainty: Certainty = Certainty.READ


class CitedTime(Struct, frozen=True, kw_only=True):
    """A length of time that a source gives."""

    duration: Duration = field(name="duration_s")
    sources: tuple[str, ...]


class Watched(StrEnum):
    """What is measured or asked while the protocol runs."""

    VITALS = "vitals"
    SYMPTOMS = "symptoms"
    SPIROMETRY = "spirometry"
    GLUCOSE = "glucose"
    PEAK_FLOW = "peak-flow"


class Monitored(Struct, frozen=True, kw_only=True):
    """every: None means before each dose or increase."""

    what: Watched
    every: Duration | None = field(name="every_s", default=None)
    sources: tuple[str, ...]


class ToleranceKind(StrEnum):
    """When tolerance is lost (SAFETY S15).

    EACH_TIME: the protocol is repeated for every treatment. INTERVAL: with the dosing interval and its grace.
    LIMITS: after fixed times without a dose. NONE: the protocol induces no tolerance.
    """

    EACH_TIME = "each-time"
    INTERVAL = "interval"
    LIMITS = "limits"
    NONE = "none"


class ToleranceRule(Struct, frozen=True, kw_only=True):
    """call_after and repeat_after stand with LIMITS only."""

    kind: ToleranceKind
    call_after: Duration | None = field(name="call_after_s", default=None)
    repeat_after: Duration | None = field(name="repeat_after_s", default=None)
    sources: tuple[str, ...]


class About(Struct, frozen=True, kw_only=True):
    """Empty in a protocol that was recorded before protocols said these things."""

    reactions: tuple[ReactionType, ...] = ()
    monitoring: tuple[Monitored, ...] = ()
    tolerance: ToleranceRule | None = None
