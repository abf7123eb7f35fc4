"""The shape of a protocol file: which names stand in which table. Reader and published schema share it."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct
from msgspec.structs import fields

from desens_gui.domain.plan.printed import PrintedColumn
from desens_gui.domain.protocol.about import Certainty, ReactionType, Route, Status, ToleranceKind, Watched
from desens_gui.domain.protocol.doses import TargetMeans
from desens_gui.domain.protocol.protocol import LastBag
from desens_gui.domain.quantities import Amount, Concentration, Number, Rate, Volume

MAX_BAGS = 20
MAX_STEPS = 200
MAX_REVISION = 1_000_000
MAX_DAYS = 1000

Text = Annotated[str, Meta(min_length=1, max_length=1000)]
Keys = Annotated[tuple[Text, ...], Meta(description="keys of [[sources]]")]
BagNumber = Annotated[int, Meta(ge=1, le=MAX_BAGS)]
StepNumber = Annotated[int, Meta(ge=1, le=MAX_STEPS)]
Minutes = Annotated[float, Meta(ge=0, le=1440)]


class Entry(Struct, kw_only=True, forbid_unknown_fields=True):
    """A table of a protocol file."""


class SourceEntry(Entry, kw_only=True):
    """Where numbers were read; read says what of it was seen."""

    key: Text
    title: Text
    where: Text
    read: Text
    certainty: Certainty = Certainty.READ


class TimeEntry(Entry, kw_only=True):
    """A length of time."""

    minutes: Minutes
    sources: Keys = ()


class MonitoringEntry(Entry, kw_only=True):
    """What is measured or asked; without every_min before each dose or increase."""

    what: Watched
    every_min: Minutes | None = None
    sources: Keys = ()


class ToleranceEntry(Entry, kw_only=True):
    """When tolerance is lost; the hours stand with rule limits only."""

    rule: ToleranceKind
    call_after_h: Annotated[float, Meta(ge=1, le=1000)] | None = None
    repeat_after_h: Annotated[float, Meta(ge=1, le=1000)] | None = None
    sources: Keys = ()


class PrintedEntry(Entry, kw_only=True):
    """A column as it is printed, from top to bottom, each value as text with its digits; "" was not read."""

    column: PrintedColumn
    values: tuple[str, ...]
    dose: Amount | None = None
    decimals: Annotated[int, Meta(ge=0, le=12)] | None = None
    sources: Keys = ()


class Head(Entry, kw_only=True):
    """What every protocol file says."""

    id: Text
    revision: Annotated[int, Meta(ge=1, le=MAX_REVISION)]
    title: Text
    route: Route
    status: Status
    drugs: tuple[Text, ...] = ()
    reactions: tuple[ReactionType, ...] = ()
    monitoring: tuple[MonitoringEntry, ...] = ()
    tolerance: ToleranceEntry | None = None
    observation: TimeEntry | None = None
    sources: tuple[SourceEntry, ...] = ()
    printed: tuple[PrintedEntry, ...] = ()


class BagEntry(Entry, kw_only=True):
    """One solution, by dilution (a share of target dose / volume of the last bag) or by concentration."""

    bag: BagNumber
    volume_ml: Volume | None = None
    dilution: Number | None = None
    concentration: Concentration | None = None
    sources: Keys = ()


class StepEntry(Entry, kw_only=True):
    """One rung: minutes, or until the bag is empty."""

    step: StepNumber
    bag: BagNumber
    rate_ml_h: Rate
    minutes: Minutes | None = None
    until_empty: bool | None = None
    sources: Keys = ()


class RampEntry(Entry, kw_only=True):
    """One bag that is raised at fixed times up to a maximum, which empties it."""

    bag: BagNumber
    start_ml_h: Rate
    increment_ml_h: Rate
    every_min: Minutes
    maximum_ml_h: Rate
    sources: Keys = ()


class LastBagEntry(Entry, kw_only=True):
    """How much drug the last bag holds, and when its last step ends."""

    rule: LastBag
    sources: Keys = ()


class InfusionFile(Head, kw_only=True):
    """A protocol of bags and a pump."""

    kind: Literal["infusion-bags", "infusion-series", "infusion-ramp"]
    bags: tuple[BagEntry, ...]
    steps: tuple[StepEntry, ...] = ()
    ramps: tuple[RampEntry, ...] = ()
    last_bag: LastBagEntry
    check_every: TimeEntry | None = None
    last_step_check_every: TimeEntry | None = None


class StockEntry(Entry, kw_only=True):
    """One concentration that doses are drawn from."""

    stock: BagNumber
    concentration: Concentration
    sources: Keys = ()


class DoseEntry(Entry, kw_only=True):
    """One dose: an amount or a share of the target."""

    dose: StepNumber
    amount: Amount | None = None
    share: Number | None = None
    stock: BagNumber | None = None
    day: Annotated[int, Meta(ge=1, le=MAX_DAYS)] | None = None
    days: Annotated[int, Meta(ge=1, le=MAX_DAYS)] | None = None
    ongoing: bool | None = None
    wait_min: Minutes | None = None
    wait_at_most_min: Minutes | None = None
    push_min: Minutes | None = None
    flush_ml: Volume | None = None
    sources: Keys = ()


class CompanionEntry(Entry, kw_only=True):
    """A second drug in the same preparation: mg of it for one mg of the first."""

    drug: Text
    per_mg: Number
    sources: Keys = ()


class FollowOnEntry(Entry, kw_only=True):
    """The therapeutic dose after the protocol; without amount as ordered."""

    drug: Text
    route: Route
    amount: Amount | None = None
    within_min: Minutes | None = None
    sources: Keys = ()


class PercentEntry(Entry, kw_only=True):
    """A share of the predicted value."""

    percent: Number
    sources: Keys = ()


class DoseFile(Head, kw_only=True):
    """A protocol of single doses."""

    kind: Literal["doses", "course", "graded-challenge"]
    target: TargetMeans
    stocks: tuple[StockEntry, ...] = ()
    doses: tuple[DoseEntry, ...]
    companion: CompanionEntry | None = None
    follow_on: FollowOnEntry | None = None
    fev1_min: PercentEntry | None = None


def names(entry: type[Entry]) -> tuple[str, ...]:
    """The names that may stand in a table."""
    return tuple(field.encode_name for field in fields(entry))
