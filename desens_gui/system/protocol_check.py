"""Whether a protocol file makes a plan, and whether its printed columns are what the plan comes to."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from desens_gui.domain.plan.columns import dose_column, infusion_column
from desens_gui.domain.plan.dose_plan import DoseInputs, DosePlan
from desens_gui.domain.plan.dose_problems import DoseProblem
from desens_gui.domain.plan.inputs import PlanInputs
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.plan.printed import Difference, Printed, differences
from desens_gui.domain.plan.problems import PlanProblem
from desens_gui.domain.plan.resolve import resolve
from desens_gui.domain.plan.resolve_doses import own_target, resolve_doses
from desens_gui.domain.protocol.protocol import Protocol
from desens_gui.domain.quantities import Amount, DoseUnit
from desens_gui.system.protocols import AnyProtocol, load_any, load_printed


class Checked(Struct, frozen=True, kw_only=True):
    """A protocol that could be read. No problem and no difference: its numbers hang together."""

    protocol: AnyProtocol
    problems: tuple[PlanProblem | DoseProblem, ...] = ()
    differences: tuple[Difference, ...] = ()


def check_protocol(name: str) -> Checked:
    """Of the library or of a file; TomlProblem for a file that is no protocol."""
    protocol, printed = load_any(name), load_printed(name)
    plan = _plan(protocol, None)
    if isinstance(plan, tuple):
        return Checked(protocol=protocol, problems=plan)
    return Checked(protocol=protocol, differences=tuple(_differences(protocol, printed)))


def example_target(protocol: AnyProtocol) -> Amount:
    """A dose that any sound protocol makes a plan of, in the unit that it counts in."""
    own = None if isinstance(protocol, Protocol) else own_target(protocol)
    if own is not None:
        return own
    if isinstance(protocol, Protocol):
        strengths = [bag.concentration for bag in protocol.bags if bag.concentration is not None]
    else:
        strengths = [stock.concentration for stock in protocol.stocks]
    return Amount(100_000, strengths[0].unit if strengths else DoseUnit.MG)


def _plan(
    protocol: AnyProtocol, dose: Amount | None
) -> Plan | DosePlan | tuple[PlanProblem, ...] | tuple[DoseProblem, ...]:
    target = dose if dose is not None else example_target(protocol)
    if isinstance(protocol, Protocol):
        return resolve(PlanInputs(protocol=protocol, drug="", target=target))
    return resolve_doses(DoseInputs(protocol=protocol, drug="", target=target))


def _differences(protocol: AnyProtocol, printed: tuple[Printed, ...]) -> Iterator[Difference]:
    for column in printed:
        match _plan(protocol, column.dose):
            case Plan() as plan:
                yield from differences(column, infusion_column(plan, column.column))
            case DosePlan() as plan:
                yield from differences(column, dose_column(plan, column.column))
            case _:
                yield from differences(column, None)
