"""Reading a scenario: a TOML file in, everything in it checked, every fault with its line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from desens_gui.domain.events.ending import Ending
from desens_gui.domain.plan.inputs import PlanInputs
from desens_gui.domain.policy import Policy
from desens_gui.domain.protocol.protocol import LastBag, Protocol
from desens_gui.domain.quantities import Amount
from desens_gui.domain.recorded import Role
from desens_gui.session.scenario import Scenario
from desens_gui.system.policies import load_policy
from desens_gui.system.protocols import load_protocol, protocol_ids
from desens_gui.system.resources import resource
from desens_gui.system.scenario_actions import Book, Person
from desens_gui.system.scenario_entries import read_entries
from desens_gui.system.scenario_plan import CHANGES, bags_made, final_rate, step_rates
from desens_gui.system.toml_lines import Lines
from desens_gui.system.toml_reading import Table, TomlProblem, read_toml
from desens_gui.system.zones import DisplayZone, UnknownZone
from desens_gui.wording.file_words import Fault
from desens_gui.wording.typed import Unreadable, parse_amount

HEAD = (
    "title",
    "about",
    "start",
    "zone",
    "by",
    "ends",
    "staff",
    "patient",
    "plan",
    "policy",
    "checks",
    "blocks",
)
OPEN = "open"
EARLIEST_YEAR, LATEST_YEAR = 2000, 2999
WHY = "set by the scenario"


def scenario_ids() -> tuple[str, ...]:
    """The scenarios that come with the program, in alphabetical order; an id is its file's name."""
    return tuple(sorted(path.stem for path in resource("scenarios").glob("*.toml")))


def scenario_path(name: str) -> Path:
    """A shipped scenario by its id, else the file of that name."""
    return resource("scenarios", f"{name}.toml") if name in scenario_ids() else Path(name)


def load_scenario(path: Path) -> Scenario:
    """TomlProblem names the first fault, its place and its line."""
    file = read_toml(path)
    lines = Lines(path.read_text("utf-8-sig"))
    try:
        return _Reader(file, lines, path.parent).scenario()
    except TomlProblem as problem:
        fault = problem.fault
        if fault.file != file.file:  # of the policy's or the protocol's own file
            raise
        raise TomlProblem(msgspec.structs.replace(fault, line=lines.of(fault.where))) from problem


class _Reader:
    def __init__(self, file: Table, lines: Lines, folder: Path) -> None:
        self._file = file.only(*HEAD, "do")
        self._lines = lines
        self._folder = folder

    def scenario(self) -> Scenario:
        file = self._file
        zone = self._zone()
        return Scenario(
            file=file.file,
            title=file.text("title"),
            start_utc_us=self._start(zone),
            zone=zone,
            policy=self._policy(file.table("policy")) if file.has("policy") else load_policy(),
            entries=tuple(read_entries(file, self._book())),
            ends=self._ends() if file.has("ends") else None,
            ends_line=self._lines.of("ends"),
        )

    def _zone(self) -> str:
        name = self._file.text("zone")
        try:
            return DisplayZone(name).name
        except UnknownZone:
            raise self._file.problem(Fault.NOT_LIKE, "zone", allowed=("Europe/Berlin",)) from None

    def _start(self, zone: str) -> int:
        """The local date and time as the TOML file has them, without quotes and without an offset."""
        start = self._file.values.get("start")
        if not isinstance(start, datetime) or start.tzinfo is not None:
            fault = Fault.MISSING if start is None else Fault.NOT_LIKE
            raise self._file.problem(fault, "start", allowed=("2026-11-22T08:05:00",))
        if not EARLIEST_YEAR <= start.year <= LATEST_YEAR:
            low, high = str(EARLIEST_YEAR), str(LATEST_YEAR)
            raise self._file.problem(Fault.OUT_OF_RANGE, "start", low=low, high=high)
        moment = start.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
        return int(moment.timestamp()) * 1_000_000 + moment.microsecond

    def _ends(self) -> str:
        text = self._file.text("ends")
        allowed = (*(ending.value for ending in Ending), OPEN)
        if text not in allowed:
            raise self._file.problem(Fault.NOT_ONE_OF, "ends", allowed=allowed)
        return text

    def _book(self) -> Book:
        file = self._file
        staff = self._staff()
        by = file.text("by") if file.has("by") else None
        if by is not None and by not in staff:
            raise file.problem(Fault.NOT_ONE_OF, "by", allowed=tuple(staff))
        return Book(
            by=by,
            staff=staff,
            patient=file.table("patient") if file.has("patient") else None,
            plan=self._plan(file.table("plan")) if file.has("plan") else None,
            checks=self._tables("checks"),
            blocks=self._blocks(),
            read_policy=self._policy,
            read_plan=self._plan,
            lines=self._lines,
        )

    def _staff(self) -> dict[str, Person]:
        people = {}
        for id_, entry in self._tables("staff").items():
            entry.only("name", "role")
            people[id_] = Person(entry.text("name"), entry.choice("role", Role))
            if people[id_].role is Role.PROGRAM:
                raise entry.problem(
                    Fault.NOT_ONE_OF, "role", allowed=[role for role in Role if role != "program"]
                )
        return people

    def _tables(self, name: str) -> dict[str, Table]:
        group = self._file.table(name) if self._file.has(name) else Table({}, self._file.file, name)
        return {each: group.table(each) for each in group.values}

    def _blocks(self) -> dict[str, tuple[Table, ...]]:
        group = self._file.table("blocks") if self._file.has("blocks") else Table({}, self._file.file)
        return {each: tuple(group.tables(each)) for each in group.values}

    def _plan(self, table: Table) -> PlanInputs:
        table.only("protocol", "drug", "target", "revision", *CHANGES)
        target = parse_amount(table.text("target"))
        if isinstance(target, Unreadable):
            raise table.problem(Fault.NOT_LIKE, "target", allowed=("400 mg", "50 mcg", "640000 units"))
        return PlanInputs(
            protocol=self._protocol(table),
            drug=table.text("drug"),
            target=Amount(target.value, target.unit),
            revision=table.whole("revision", 1, 1_000_000) if table.has("revision") else 1,
            bags=bags_made(table),
            final_rate=final_rate(table),
            rates=step_rates(table),
            last_bag=table.choice("last_bag", LastBag) if table.has("last_bag") else None,
        )

    def _protocol(self, table: Table) -> Protocol:
        """By its id, or a file named from the scenario's own folder."""
        name = table.text("protocol")
        path = self._folder / name
        if name not in protocol_ids() and not (name.endswith(".toml") and path.is_file()):
            raise table.problem(Fault.NOT_ONE_OF, "protocol", allowed=(*protocol_ids(), "own.toml"))
        return load_protocol(str(path) if name.endswith(".toml") else name)

    def _policy(self, table: Table) -> Policy:
        """The policy that comes with the program, with the scenario's values laid over it."""
        overrides: Mapping[str, Any] = table.values
        try:
            return load_policy(overrides=overrides, why=WHY)
        except TomlProblem as problem:
            where = f"{table.where}.{problem.fault.where}"
            own = msgspec.structs.replace(problem.fault, file=table.file, where=where)
            raise TomlProblem(own) from problem
