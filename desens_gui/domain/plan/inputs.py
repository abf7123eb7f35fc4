"""What a plan is worked out from. The record keeps this; the plan itself is worked out again on reading."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct, field

from desens_gui.domain.protocol.protocol import LastBag, Protocol
from desens_gui.domain.quantities import Amount, Rate, Volume


class CompoundedBag(Struct, frozen=True, kw_only=True):
    """What the pharmacy really made: final volume (diluent, overfill, drug), and the drug if known."""

    number: int
    volume: Volume = field(name="volume_ml")
    drug: Amount | None = None


class RateScale(StrEnum):
    """Which rates another final rate changes."""

    LAST_STEP = "last-step"
    EVERY_STEP = "every-step"


class FinalRate(Struct, frozen=True, kw_only=True):
    """The rate of the last step, in place of the protocol's own."""

    rate: Rate = field(name="rate_ml_h")
    scale: RateScale = RateScale.LAST_STEP


class StepRate(Struct, frozen=True, kw_only=True):
    """One step's rate, in place of what the protocol and the final rate make of it."""

    step: int
    rate: Rate = field(name="rate_ml_h")


class PlanInputs(Struct, frozen=True, kw_only=True):
    """Protocol, drug, dose, and what differs from the protocol; revision counts the changes in a session."""

    protocol: Protocol
    drug: str
    target: Amount
    revision: int = 1
    bags: tuple[CompoundedBag, ...] = ()
    final_rate: FinalRate | None = None
    rates: tuple[StepRate, ...] = ()
    last_bag: LastBag | None = None

    def compounded(self, number: int) -> CompoundedBag | None:
        return next((bag for bag in self.bags if bag.number == number), None)
