"""Reading a protocol of bags and a pump: by dilution, by concentration, or as ramps."""

from __future__ import annotations

from desens_gui.domain.protocol.about import ProtocolKind, Route
from desens_gui.domain.protocol.protocol import LastBag, Protocol, ProtocolBag, ProtocolStep, Ramp
from desens_gui.domain.quantities import Duration, Number, Rate, Volume
from desens_gui.system.protocol_file import (
    MAX_BAGS,
    MAX_REVISION,
    MAX_STEPS,
    BagEntry,
    InfusionFile,
    LastBagEntry,
    RampEntry,
    StepEntry,
    names,
)
from desens_gui.system.protocol_head import HeadReader, concentration, minutes
from desens_gui.system.toml_reading import Table
from desens_gui.wording.file_words import Fault


def read_infusion(file: Table) -> Protocol:
    """The protocol in one TOML table; TomlProblem names the first fault."""
    head = HeadReader(file.only(*names(InfusionFile)))
    last_bag = file.table("last_bag").only(*names(LastBagEntry))
    ramped = file.choice("kind", ProtocolKind) is ProtocolKind.INFUSION_RAMP
    if ramped == file.has("steps") or ramped != file.has("ramps"):
        name = "ramps" if ramped else "steps"
        raise file.problem(Fault.EITHER_OR, allowed=(name,))
    return Protocol(
        id=file.text("id"),
        revision=file.whole("revision", 1, MAX_REVISION),
        title=file.text("title"),
        kind=file.choice("kind", ProtocolKind),
        route=file.choice("route", Route),
        status=head.status,
        drugs=file.texts("drugs") if file.has("drugs") else (),
        last_bag=last_bag.choice("rule", LastBag),
        last_bag_sources=head.read_in(last_bag),
        bags=tuple(_bag(bag, head) for bag in file.tables("bags")),
        steps=tuple(_step(step, head) for step in head.listed("steps")),
        ramps=tuple(_ramp(ramp, head) for ramp in head.listed("ramps")),
        check_every=head.time("check_every"),
        last_step_check_every=head.time("last_step_check_every"),
        observation=head.time("observation"),
        sources=head.described,
        about=head.about(),
    )


def _bag(bag: Table, head: HeadReader) -> ProtocolBag:
    bag.only(*names(BagEntry))
    if bag.has("dilution") == bag.has("concentration"):
        raise bag.problem(Fault.EITHER_OR, allowed=("dilution", "concentration"))
    return ProtocolBag(
        number=bag.whole("bag", 1, MAX_BAGS),
        volume=Volume(bag.number("volume_ml")) if bag.has("volume_ml") else None,
        dilution=Number(bag.number("dilution")) if bag.has("dilution") else None,
        concentration=concentration(bag, "concentration") if bag.has("concentration") else None,
        sources=head.read_in(bag),
    )


def _step(step: Table, head: HeadReader) -> ProtocolStep:
    step.only(*names(StepEntry))
    until_empty = step.has("until_empty") and step.flag("until_empty")
    if until_empty == step.has("minutes"):
        raise step.problem(Fault.EITHER_OR, allowed=("minutes", "until_empty = true"))
    return ProtocolStep(
        number=step.whole("step", 1, MAX_STEPS),
        bag=step.whole("bag", 1, MAX_BAGS),
        rate=Rate(step.number("rate_ml_h")),
        duration=None if until_empty else Duration.minutes(step.number("minutes")),
        sources=head.read_in(step),
    )


def _ramp(ramp: Table, head: HeadReader) -> Ramp:
    ramp.only(*names(RampEntry))
    return Ramp(
        bag=ramp.whole("bag", 1, MAX_BAGS),
        start=Rate(ramp.number("start_ml_h")),
        increment=Rate(ramp.number("increment_ml_h")),
        every=minutes(ramp, "every_min"),
        maximum=Rate(ramp.number("maximum_ml_h")),
        sources=head.read_in(ramp),
    )
