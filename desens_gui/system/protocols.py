"""The protocol library and protocol files: TOML in, a Protocol out, every fault named by its place."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from desens_gui.domain.protocol.protocol import (
    CitedTime,
    LastBag,
    Protocol,
    ProtocolBag,
    ProtocolKind,
    ProtocolStep,
    Route,
    Source,
    Status,
)
from desens_gui.domain.quantities import Duration, Number, Rate, Volume
from desens_gui.system.resources import resource
from desens_gui.system.toml_reading import Table, TomlProblem, read_toml
from desens_gui.wording.file_words import Fault, FileFault

MAX_BAGS = 20
MAX_STEPS = 200
MAX_REVISION = 1_000_000


def protocol_ids() -> tuple[str, ...]:
    """The ids of the library, in alphabetical order; an id is its file's name."""
    return tuple(sorted(path.stem for path in resource("protocols").glob("*.toml")))


def load_protocol(name: str) -> Protocol:
    """A protocol of the library by its id, or of a TOML file by its path; TomlProblem names the fault."""
    if name in protocol_ids():
        return read_protocol(read_toml(resource("protocols", f"{name}.toml")))
    if name.endswith(".toml"):
        return read_protocol(read_toml(Path(name)))
    raise TomlProblem(FileFault(file=name, fault=Fault.NO_SUCH_PROTOCOL, found=name, allowed=protocol_ids()))


def read_protocol(file: Table) -> Protocol:
    """The protocol in one TOML table."""
    file.only(
        *("id", "revision", "title", "kind", "route", "status", "drugs", "bags", "steps", "sources"),
        *("last_bag", "check_every", "last_step_check_every", "observation"),
    )
    return _Reader(file).protocol()


class _Reader:
    """Reads one protocol; knows its sources, so that no number can name one that is not described."""

    def __init__(self, file: Table) -> None:
        self._file = file
        self._status = file.choice("status", Status)
        self._described = tuple(self._read_sources()) if file.has("sources") else ()

    def protocol(self) -> Protocol:
        file = self._file
        last_bag = file.table("last_bag").only("rule", "sources")
        return Protocol(
            id=file.text("id"),
            revision=file.whole("revision", 1, MAX_REVISION),
            title=file.text("title"),
            kind=file.choice("kind", ProtocolKind),
            route=file.choice("route", Route),
            status=self._status,
            drugs=file.texts("drugs") if file.has("drugs") else (),
            last_bag=last_bag.choice("rule", LastBag),
            last_bag_sources=self._sources(last_bag),
            bags=tuple(self._bag(bag) for bag in file.tables("bags")),
            steps=tuple(self._step(step) for step in file.tables("steps")),
            check_every=self._time("check_every"),
            last_step_check_every=self._time("last_step_check_every"),
            observation=self._time("observation"),
            sources=self._described,
        )

    def _bag(self, bag: Table) -> ProtocolBag:
        bag.only("bag", "volume_ml", "dilution", "sources")
        return ProtocolBag(
            number=bag.whole("bag", 1, MAX_BAGS),
            volume=Volume(bag.number("volume_ml")),
            dilution=Number(bag.number("dilution")),
            sources=self._sources(bag),
        )

    def _step(self, step: Table) -> ProtocolStep:
        step.only("step", "bag", "rate_ml_h", "minutes", "until_empty", "sources")
        until_empty = step.has("until_empty") and step.flag("until_empty")
        if until_empty == step.has("minutes"):
            raise step.problem(Fault.EITHER_OR, allowed=("minutes", "until_empty = true"))
        return ProtocolStep(
            number=step.whole("step", 1, MAX_STEPS),
            bag=step.whole("bag", 1, MAX_BAGS),
            rate=Rate(step.number("rate_ml_h")),
            duration=None if until_empty else Duration.minutes(step.number("minutes")),
            sources=self._sources(step),
        )

    def _time(self, name: str) -> CitedTime | None:
        if not self._file.has(name):
            return None
        time = self._file.table(name).only("minutes", "sources")
        return CitedTime(
            duration=Duration.minutes(time.number("minutes", "0.1", "1440")), sources=self._sources(time)
        )

    def _sources(self, entry: Table) -> tuple[str, ...]:
        """The sources an entry names: each is described, and a verified protocol names one everywhere."""
        named = entry.texts("sources") if entry.has("sources") else ()
        known = tuple(source.key for source in self._described)
        for key in named:
            if key not in known:
                raise entry.problem(Fault.NOT_ONE_OF, "sources", found=f'"{key}"', allowed=known or ("[]",))
        if not named and self._status is Status.VERIFIED:
            raise entry.problem(Fault.NO_SOURCE)
        return named

    def _read_sources(self) -> Iterable[Source]:
        keys: set[str] = set()
        for source in self._file.tables("sources"):
            source.only("key", "title", "where", "read")
            key = source.text("key")
            if key in keys:
                raise source.problem(Fault.REPEATED, "key")
            keys.add(key)
            yield Source(
                key=key, title=source.text("title"), where=source.text("where"), read=source.text("read")
            )
