"""The resolved plan of single doses: what each dose is, what it is drawn from, when it is given."""

from __future__ import annotations

from msgspec import Struct, field

from desens_gui.domain.protocol.doses import DoseProtocol
from desens_gui.domain.quantities import Amount, Concentration, DoseUnit, Duration, Volume


class MadeStock(Struct, frozen=True, kw_only=True):
    """The concentration that was really made, in place of the protocol's own."""

    number: int
    concentration: Concentration


class DoseInputs(Struct, frozen=True, kw_only=True):
    """Protocol, drug, dose, and what differs from the protocol. follow_on: the therapeutic dose ordered."""

    protocol: DoseProtocol
    drug: str
    target: Amount
    revision: int = 1
    stocks: tuple[MadeStock, ...] = ()
    follow_on: Amount | None = None


class Drawn(Struct, frozen=True):
    """What a dose is drawn from, and how much of it."""

    stock: int
    concentration: Concentration
    volume: Volume


class PlannedDose(Struct, frozen=True, kw_only=True):
    """One dose in the unit it is written in. cumulative is in the plan's unit, over all days.

    first_day to last_day: given once on each; None: from the first day on. at: from the first dose of its
    day, with the shortest waits; at_latest with the longest. wait None: not stated, or no dose follows.
    """

    number: int
    first_day: int
    last_day: int | None
    amount: Amount
    unit_changes: bool
    drawn: Drawn | None
    companion: Amount | None
    push: Duration | None
    flush: Volume | None
    wait: Duration | None
    wait_at_most: Duration | None
    at: Duration | None
    at_latest: Duration | None
    cumulative: Amount


class DosePlan(Struct, frozen=True, kw_only=True):
    """Doses in order, numbered from 1. Only `resolve_doses` makes one.

    total_dose: all doses together, in a course the last daily dose. total, at_most: from the first dose of
    the longest day to its last; None when an interval is not stated.
    """

    inputs: DoseInputs
    unit: DoseUnit
    target: Amount
    doses: tuple[PlannedDose, ...]
    total_dose: Amount
    total: Duration | None
    at_most: Duration | None
    follow_on: Amount | None

    def dose(self, number: int) -> PlannedDose:
        """IndexError for a number the plan does not have."""
        if not 1 <= number <= len(self.doses):
            raise IndexError(f"dose {number} is not one of 1 to {len(self.doses)}")
        return self.doses[number - 1]


class DaySession(Struct, frozen=True, kw_only=True):
    """One day of a plan: its doses in order. ongoing: the same on every later day."""

    day: int
    doses: tuple[PlannedDose, ...] = field(default=())
    ongoing: bool = False


def day_sessions(plan: DosePlan) -> tuple[DaySession, ...]:
    """The days on which something is given, in order; an ongoing dose makes one day, its first."""
    days = sorted({day for dose in plan.doses for day in _days_of(dose)})
    return tuple(
        DaySession(
            day=day,
            doses=tuple(dose for dose in plan.doses if day in _days_of(dose)),
            ongoing=any(dose.last_day is None and dose.first_day == day for dose in plan.doses),
        )
        for day in days
    )


def _days_of(dose: PlannedDose) -> range:
    return range(dose.first_day, (dose.last_day or dose.first_day) + 1)
