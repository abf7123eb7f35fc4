"""Where a number of a plan comes from: formula, inputs, rounding, source. `explain(plan, row, column)`."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from desens_gui.domain.decimal_text import is_finite_decimal
from desens_gui.domain.plan.plan import Bag, Plan, Step
from desens_gui.domain.protocol.protocol import LastBag
from desens_gui.domain.quantities import Quantity


class Cell(StrEnum):
    """The columns of a plan; rows are bags for the first five, steps for the rest."""

    BAG_VOLUME = "bag_volume"
    BAG_DRUG = "bag_drug"
    BAG_CONCENTRATION = "bag_concentration"
    BAG_USED = "bag_used"
    BAG_DISCARD = "bag_discard"
    RATE = "rate"
    MINUTES = "minutes"
    VOLUME = "volume"
    DOSE = "dose"
    CUMULATIVE = "cumulative"
    ELAPSED = "elapsed"


class Formula(StrEnum):
    """How a number is worked out; the words stand in wording.explain_words."""

    PROTOCOL = "protocol"
    SCALED = "scaled"
    EDITED = "edited"
    COMPOUNDED = "compounded"
    NEEDED = "needed"
    DILUTED = "diluted"
    OWN_STRENGTH = "own-strength"
    TARGET_LESS_GIVEN = "target-less-given"
    WHOLE_TARGET = "whole-target"
    DRUG_BY_VOLUME = "drug-by-volume"
    SUM_OF_STEPS = "sum-of-steps"
    VOLUME_LESS_USED = "volume-less-used"
    RATE_BY_TIME = "rate-by-time"
    LEFT_IN_BAG = "left-in-bag"
    TO_TARGET = "to-target"
    VOLUME_BY_RATE = "volume-by-rate"
    VOLUME_BY_STRENGTH = "volume-by-strength"
    SUM_SO_FAR = "sum-so-far"


class Name(StrEnum):
    """What an input of a formula is."""

    TARGET = "target"
    DILUTION = "dilution"
    BAG_VOLUME = "bag_volume"
    LAST_BAG_VOLUME = "last_bag_volume"
    STRENGTH = "strength"
    GIVEN_BEFORE = "given_before"
    DRUG = "drug"
    USED = "used"
    USED_BEFORE = "used_before"
    RATE = "rate"
    FINAL_RATE = "final_rate"
    TIME = "time"
    VOLUME = "volume"
    DOSE = "dose"
    BEFORE = "before"


class Given(Struct, frozen=True):
    name: Name
    value: Quantity


class Explanation(Struct, frozen=True, kw_only=True):
    """exact: every digit can be written down. The plan always keeps the exact number, whatever the eye sees.

    sources: keys of the protocol's sources; none for what was worked out or changed here.
    """

    cell: Cell
    row: int
    value: Quantity
    formula: Formula
    inputs: tuple[Given, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def exact(self) -> bool:
        return is_finite_decimal(self.value.value)


OF_BAGS = (Cell.BAG_VOLUME, Cell.BAG_DRUG, Cell.BAG_CONCENTRATION, Cell.BAG_USED, Cell.BAG_DISCARD)


def explain(plan: Plan, row: int, cell: Cell) -> Explanation:
    """The number in a row (number of bag or step) of a column; IndexError for a row that is not there."""
    if cell in OF_BAGS:
        return _bag_cell(plan, plan.bag(row), cell)
    return _step_cell(plan, plan.step(row), cell)


def _bag_cell(plan: Plan, bag: Bag, cell: Cell) -> Explanation:
    match cell:
        case Cell.BAG_VOLUME:
            return _bag_volume(plan, bag)
        case Cell.BAG_DRUG:
            return _bag_drug(plan, bag)
        case Cell.BAG_CONCENTRATION:
            return _of(
                cell,
                bag.number,
                bag.concentration,
                Formula.DRUG_BY_VOLUME,
                (Name.DRUG, bag.drug),
                (Name.BAG_VOLUME, bag.volume),
            )
        case Cell.BAG_USED:
            used = ((Name.VOLUME, step.volume) for step in plan.steps_of(bag.number))
            return _of(cell, bag.number, bag.used, Formula.SUM_OF_STEPS, *used)
        case _:
            whole = ((Name.BAG_VOLUME, bag.volume), (Name.USED, bag.used))
            return _of(cell, bag.number, bag.discard, Formula.VOLUME_LESS_USED, *whole)


def _bag_volume(plan: Plan, bag: Bag) -> Explanation:
    own = plan.inputs.protocol.bags[bag.number - 1]
    if plan.inputs.compounded(bag.number) is not None:
        return _of(Cell.BAG_VOLUME, bag.number, bag.volume, Formula.COMPOUNDED)
    if own.volume is None:
        return _of(Cell.BAG_VOLUME, bag.number, bag.volume, Formula.NEEDED, (Name.USED, bag.used))
    return _of(Cell.BAG_VOLUME, bag.number, bag.volume, Formula.PROTOCOL, sources=own.sources)


def _bag_drug(plan: Plan, bag: Bag) -> Explanation:
    cell, number, drug = Cell.BAG_DRUG, bag.number, bag.drug
    made, own = plan.inputs.compounded(number), plan.recipe.bags[number - 1]
    if made is not None and made.drug is not None:
        return _of(cell, number, drug, Formula.COMPOUNDED)
    if own.concentration is not None:
        parts = ((Name.STRENGTH, own.concentration), (Name.BAG_VOLUME, bag.volume))
        return _of(cell, number, drug, Formula.OWN_STRENGTH, *parts, sources=own.sources)
    if number == len(plan.bags):
        first = plan.steps_of(number)[0]
        before = first.cumulative - first.dose
        rule = plan.recipe.last_bag_sources
        if plan.recipe.last_bag is LastBag.CORRECTED:
            less = ((Name.TARGET, plan.target), (Name.GIVEN_BEFORE, before))
            return _of(cell, number, drug, Formula.TARGET_LESS_GIVEN, *less, sources=rule)
        return _of(cell, number, drug, Formula.WHOLE_TARGET, (Name.TARGET, plan.target), sources=rule)
    assert own.dilution is not None
    return _of(
        cell,
        number,
        drug,
        Formula.DILUTED,
        (Name.TARGET, plan.target),
        (Name.DILUTION, own.dilution),
        (Name.BAG_VOLUME, bag.volume),
        (Name.LAST_BAG_VOLUME, plan.bags[-1].volume),
        sources=own.sources,
    )


def _step_cell(plan: Plan, step: Step, cell: Cell) -> Explanation:
    strength = plan.bag(step.bag).concentration
    before = plan.steps[step.number - 2] if step.number > 1 else None
    match cell:
        case Cell.RATE:
            return _rate(plan, step)
        case Cell.MINUTES:
            return _minutes(plan, step)
        case Cell.VOLUME:
            return _volume(plan, step)
        case Cell.DOSE:
            parts = ((Name.VOLUME, step.volume), (Name.STRENGTH, strength))
            return _of(cell, step.number, step.dose, Formula.VOLUME_BY_STRENGTH, *parts)
        case Cell.CUMULATIVE:
            sums = ((Name.BEFORE, before.cumulative),) if before is not None else ()
            return _of(cell, step.number, step.cumulative, Formula.SUM_SO_FAR, *sums, (Name.DOSE, step.dose))
        case _:
            times = ((Name.BEFORE, before.elapsed),) if before is not None else ()
            return _of(
                cell, step.number, step.elapsed, Formula.SUM_SO_FAR, *times, (Name.TIME, step.duration)
            )


def _rate(plan: Plan, step: Step) -> Explanation:
    own = plan.recipe.steps[step.number - 1]
    final = plan.inputs.final_rate
    if any(each.step == step.number for each in plan.inputs.rates):
        return _of(Cell.RATE, step.number, step.rate, Formula.EDITED)
    if own.sources or final is None:
        return _of(Cell.RATE, step.number, step.rate, Formula.PROTOCOL, sources=own.sources)
    return _of(Cell.RATE, step.number, step.rate, Formula.SCALED, (Name.FINAL_RATE, final.rate))


def _minutes(plan: Plan, step: Step) -> Explanation:
    own = plan.recipe.steps[step.number - 1]
    if own.duration is not None:
        sources = plan.inputs.protocol.steps[step.number - 1].sources if plan.inputs.protocol.steps else ()
        return _of(Cell.MINUTES, step.number, step.duration, Formula.PROTOCOL, sources=sources or own.sources)
    parts = ((Name.VOLUME, step.volume), (Name.RATE, step.rate))
    return _of(Cell.MINUTES, step.number, step.duration, Formula.VOLUME_BY_RATE, *parts)


def _volume(plan: Plan, step: Step) -> Explanation:
    bag = plan.bag(step.bag)
    if plan.recipe.steps[step.number - 1].duration is not None:
        parts = ((Name.RATE, step.rate), (Name.TIME, step.duration))
        return _of(Cell.VOLUME, step.number, step.volume, Formula.RATE_BY_TIME, *parts)
    if step.until_empty:
        left = ((Name.BAG_VOLUME, bag.volume), (Name.USED_BEFORE, bag.used - step.volume))
        return _of(Cell.VOLUME, step.number, step.volume, Formula.LEFT_IN_BAG, *left)
    goal = (
        (Name.TARGET, plan.target),
        (Name.GIVEN_BEFORE, step.cumulative - step.dose),
        (Name.STRENGTH, bag.concentration),
    )
    return _of(Cell.VOLUME, step.number, step.volume, Formula.TO_TARGET, *goal)


def _of(
    cell: Cell,
    row: int,
    value: Quantity,
    formula: Formula,
    *inputs: tuple[Name, Quantity],
    sources: tuple[str, ...] = (),
) -> Explanation:
    return Explanation(
        cell=cell,
        row=row,
        value=value,
        formula=formula,
        inputs=tuple(Given(name, quantity) for name, quantity in inputs),
        sources=sources,
    )
