"""What a scenario's plan changes of its protocol: bags as really made, final rate, single rates."""

from __future__ import annotations

from desens_gui.domain.plan.inputs import CompoundedBag, FinalRate, RateScale, StepRate
from desens_gui.domain.quantities import Amount, Rate, Volume
from desens_gui.system.protocol_head import amount
from desens_gui.system.toml_reading import Table

CHANGES = ("bags", "final_rate_ml_h", "scale_rates", "rates", "last_bag")
MOST = 1_000
RATE_LIMITS = ("0.001", "2000")


def bags_made(table: Table) -> tuple[CompoundedBag, ...]:
    """Final volumes, and the drug where the pharmacy says it."""
    entries = table.tables("bags") if table.has("bags") else ()
    return tuple(_bag(entry.only("number", "volume_ml", "drug")) for entry in entries)


def _bag(entry: Table) -> CompoundedBag:
    drug: Amount | None = amount(entry, "drug") if entry.has("drug") else None
    volume = Volume(entry.number("volume_ml", "0.001", "10000"))
    return CompoundedBag(number=entry.whole("number", 1, MOST), volume=volume, drug=drug)


def final_rate(table: Table) -> FinalRate | None:
    """scale_rates: every rate in proportion, else the last step alone."""
    if not table.has("final_rate_ml_h"):
        return None
    every = table.has("scale_rates") and table.flag("scale_rates")
    rate = Rate(table.number("final_rate_ml_h", *RATE_LIMITS))
    return FinalRate(rate=rate, scale=RateScale.EVERY_STEP if every else RateScale.LAST_STEP)


def step_rates(table: Table) -> tuple[StepRate, ...]:
    entries = table.tables("rates") if table.has("rates") else ()
    return tuple(_rate(entry.only("step", "rate_ml_h")) for entry in entries)


def _rate(entry: Table) -> StepRate:
    return StepRate(step=entry.whole("step", 1, MOST), rate=Rate(entry.number("rate_ml_h", *RATE_LIMITS)))
