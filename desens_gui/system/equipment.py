"""What a plan is held against: the site's pump and syringe from its file, the shipped labelled dose rates."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from desens_gui.domain.plan.finding import LabelledRate
from desens_gui.domain.plan.pump_limits import Pump, Syringe
from desens_gui.domain.quantities import Number, Rate, Volume
from desens_gui.system.protocol_head import amount
from desens_gui.system.resources import resource
from desens_gui.system.toml_reading import Table, read_toml
from desens_gui.wording.file_words import Fault

RATES = ("lowest_ml_h", "highest_ml_h", "increment_ml_h")
SYRINGE = ("smallest_ml", "increment_ml")


class Equipment(Struct, frozen=True, kw_only=True):
    """The site's pump and syringe; either may be left out."""

    pump: Pump | None = None
    syringe: Syringe | None = None


def load_equipment(path: Path) -> Equipment:
    """TomlProblem names the first fault."""
    file = read_toml(path).only("pump", "syringe")
    return Equipment(
        pump=read_pump(file.table("pump")) if file.has("pump") else None,
        syringe=_syringe(file.table("syringe")) if file.has("syringe") else None,
    )


def load_labelled() -> tuple[LabelledRate, ...]:
    """The labelled dose rates that come with the program."""
    file = read_toml(resource("drugs", "labelled.toml")).only("rates")
    return tuple(_labelled(entry) for entry in file.tables("rates"))


def read_pump(entry: Table) -> Pump:
    """TomlProblem names the first fault."""
    entry.only("name", *RATES, "smallest_volume_ml", "accuracy_percent")
    lowest, highest, increment = (Rate(entry.number(name, "0.001", "2000")) for name in RATES)
    if highest < lowest:
        raise entry.problem(Fault.NOT_ASCENDING, "highest_ml_h", allowed=RATES[:2])
    accuracy = entry.number("accuracy_percent", "0", "100") if entry.has("accuracy_percent") else None
    return Pump(
        name=entry.text("name"),
        lowest=lowest,
        highest=highest,
        increment=increment,
        smallest_volume=Volume(entry.number("smallest_volume_ml", "0.001", "10000")),
        accuracy_percent=Number(accuracy) if accuracy is not None else None,
    )


def _syringe(entry: Table) -> Syringe:
    entry.only(*SYRINGE)
    smallest, increment = (Volume(entry.number(name, "0.001", "100")) for name in SYRINGE)
    return Syringe(smallest=smallest, increment=increment)


def _labelled(entry: Table) -> LabelledRate:
    entry.only("drugs", "per_minute", "source")
    return LabelledRate(
        drugs=entry.texts("drugs"), per_minute=amount(entry, "per_minute"), source=entry.text("source")
    )
