"""The columns of a plan as exact numbers, by the names of printed tables: what a print is held against."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from desens_gui.domain.plan.dose_plan import DosePlan
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.plan.printed import PrintedColumn
from desens_gui.domain.quantities import Duration

Column = tuple[Fraction, ...] | None


def infusion_column(plan: Plan, column: PrintedColumn) -> Column:
    """In order of steps or bags; doses in the plan's unit; None for what an infusion does not have."""
    steps, unit = plan.steps, plan.unit
    computed: dict[PrintedColumn, Iterable[Fraction]] = {
        PrintedColumn.RATE: (step.rate.value for step in steps),
        PrintedColumn.MINUTES: (step.duration.in_minutes for step in steps),
        PrintedColumn.VOLUME: (step.volume.value for step in steps),
        PrintedColumn.DOSE: (step.dose.to(unit).value for step in steps),
        PrintedColumn.CUMULATIVE: (step.cumulative.to(unit).value for step in steps),
        PrintedColumn.ELAPSED: (step.elapsed.in_minutes for step in steps),
        PrintedColumn.BAG_DRUG: (bag.drug.to(unit).value for bag in plan.bags),
        PrintedColumn.BAG_CONCENTRATION: (bag.concentration.to(unit).value for bag in plan.bags),
        PrintedColumn.TOTAL_TIME: (plan.total.in_minutes,),
        PrintedColumn.TOTAL_DOSE: (plan.total_dose.to(unit).value,),
    }
    found = computed.get(column)
    return None if found is None else tuple(found)


def dose_column(plan: DosePlan, column: PrintedColumn) -> Column:
    """In order of doses; a dose as it is written, the rest in the plan's unit; None for what is not there."""
    doses, unit = plan.doses, plan.unit
    match column:
        case PrintedColumn.DOSE:
            return tuple(dose.amount.value for dose in doses)
        case PrintedColumn.CUMULATIVE:
            return tuple(dose.cumulative.to(unit).value for dose in doses)
        case PrintedColumn.TOTAL_DOSE:
            return (plan.total_dose.to(unit).value,)
        case PrintedColumn.VOLUME:
            return _whole(None if dose.drawn is None else dose.drawn.volume.value for dose in doses)
        case PrintedColumn.BAG_CONCENTRATION:
            return _whole(None if dose.drawn is None else dose.drawn.concentration.value for dose in doses)
        case PrintedColumn.COMPANION:
            return _whole(None if dose.companion is None else dose.companion.to(unit).value for dose in doses)
        case PrintedColumn.ELAPSED:
            return _whole(_minutes(dose.at) for dose in doses)
        case PrintedColumn.MINUTES:
            return _whole(_minutes(dose.wait) for dose in doses[:-1])
        case PrintedColumn.TOTAL_TIME:
            return _whole((_minutes(plan.total),))
        case _:
            return None


def _minutes(time: Duration | None) -> Fraction | None:
    return None if time is None else time.in_minutes


def _whole(cells: Iterable[Fraction | None]) -> Column:
    """The column, or none when a cell of it is not known."""
    found = tuple(cells)
    known = tuple(cell for cell in found if cell is not None)
    return known if len(known) == len(found) else None
