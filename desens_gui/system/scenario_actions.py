"""What an entry of a scenario may do: the commands of a person by name, and what happens to the machine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, get_args

import msgspec

from desens_gui.domain.commands.check import RecordCheck
from desens_gui.domain.commands.every import Command
from desens_gui.domain.commands.parts import TakeOver
from desens_gui.domain.commands.restart import ResumeProgram
from desens_gui.domain.commands.setup import (
    IdentifyPatient,
    IdentifyStaff,
    OpenSession,
    SetPlan,
    SetPolicy,
)
from desens_gui.domain.commands.step import Tick
from desens_gui.domain.plan.finding import HeldAgainst, labelled_for
from desens_gui.domain.plan.inputs import PlanInputs
from desens_gui.domain.policy import Policy
from desens_gui.domain.recorded import Role
from desens_gui.session.scenario import ClockStep, Crash, Jump, Reboot, Restart, Sleep, Stall, Written
from desens_gui.session.spoken_time import SPAN_LIKE, signed_span_ns, span_ns
from desens_gui.system.equipment import load_labelled, read_pump
from desens_gui.system.scenario_checks import read_check
from desens_gui.system.scenario_fields import read_fields
from desens_gui.system.toml_lines import Lines
from desens_gui.system.toml_reading import Table
from desens_gui.wording.file_words import Fault


def tag_of(kind: type[Any]) -> str:
    return str(kind.__struct_config__.tag)


COMMANDS: Mapping[str, type[Command]] = {
    tag_of(kind): kind
    for kind in get_args(Command)
    if kind not in (OpenSession, ResumeProgram, TakeOver, Tick)
}
"""What a person may order, by name; the others the program gives itself."""
SPANS: Mapping[str, Callable[[int], Jump]] = {
    "sleep": Sleep,
    "stall": Stall,
    "restart": Restart,
    "reboot": Reboot,
}
STEP_LIKE = ("+1 h", "-20 min")


class Person(msgspec.Struct, frozen=True):
    name: str
    role: Role


class Book(msgspec.Struct, frozen=True, kw_only=True):
    """What the head of a scenario fixes and its entries use."""

    by: str | None
    staff: dict[str, Person]
    patient: Table | None
    plan: PlanInputs | None
    checks: dict[str, Table]
    blocks: dict[str, tuple[Table, ...]]
    read_policy: Callable[[Table], Policy]
    read_plan: Callable[[Table], PlanInputs]
    lines: Lines


def read_action(table: Table, action: str, book: Book) -> Command | Written | Jump:
    if action in SPANS:
        return SPANS[action](span(table, action, lambda text: span_ns(text) or None, SPAN_LIKE))
    if action == "clock_step":
        return ClockStep(span(table, action, signed_span_ns, STEP_LIKE))
    if action == "crash":
        if not table.flag("crash"):
            raise table.problem(Fault.NOT_ONE_OF, "crash", allowed=("true",))
        return Crash()
    fields = table.table(action)
    if action == "check":
        return Written(RecordCheck, read_check(fields, book.checks))
    kind = COMMANDS[action]
    if kind is SetPolicy:
        return SetPolicy(policy=book.read_policy(fields.only("policy").table("policy")))
    if kind is SetPlan:
        return _set_plan(fields, book)
    return Written(kind, read_fields(_with_head(kind, fields, book), kind))


def _set_plan(fields: Table, book: Book) -> SetPlan:
    fields.only("inputs", "held")
    from_head = book.plan if not fields.has("inputs") else None
    inputs = from_head or book.read_plan(fields.table("inputs"))
    held = fields.table("held").only("pump") if fields.has("held") else None
    pump = read_pump(held.table("pump")) if held is not None and held.has("pump") else None
    return SetPlan(
        inputs=inputs,
        held=HeldAgainst(pump=pump, labelled=labelled_for(inputs.drug, load_labelled())),
    )


def _with_head(kind: type[Command], fields: Table, book: Book) -> Table:
    """Patient and staff as the head of the scenario has them, where the entry does not say otherwise."""
    values = dict(fields.values)
    if kind is IdentifyPatient and book.patient is not None:
        values = {"patient": book.patient.values, **values}
    if kind is IdentifyStaff and (person := book.staff.get(str(values.get("id")))):
        values = {"name": person.name, "role": person.role.value, **values}
    return Table(values, fields.file, fields.where)


def span(table: Table, name: str, read: Callable[[str], int | None], like: tuple[str, ...]) -> int:
    """A length of time, in nanoseconds."""
    ns = read(table.text(name))
    if ns is None:
        raise table.problem(Fault.NOT_LIKE, name, allowed=like)
    return ns
