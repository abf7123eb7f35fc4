"""A plan as the table that it is prepared and run from. Every number is the plan's own."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from math import ceil, floor, log10

from desens_gui.domain.plan.jumps import rises
from desens_gui.domain.plan.plan import Bag, Plan, Step
from desens_gui.domain.quantities import Amount, Duration
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.plan import (
    BagSheetHeads,
    BagSheetRow,
    BagSheetView,
    PlanHeads,
    PlanRow,
    PlanView,
    ScaleTick,
    StepPlanView,
)
from desens_gui.views.scene import Scene
from desens_gui.wording import moments, numbers
from desens_gui.wording.plain import plain
from desens_gui.wording.plan_words import last_bag_sentence
from desens_gui.wording.sentences import listed
from desens_gui.wording.words import Words

LARGEST_RISE = Fraction(5, 2)
"""SAFETY S2: the largest jump of the dose rate within the shipped protocols, 2.5 times."""

LABEL_EVERY = 2  # decades of the log scale

LONGEST_HEAD = 14  # characters

KEPT = 8  # plans whose texts are kept: the view is made anew five times a second


def plan_table(scene: Scene, plan: Plan, note: str, findings: tuple[tuple[str, str], ...] = ()) -> PlanView:
    """note: whether this plan is set or only shown while somebody types. findings: level and sentence."""
    return PlanView(bags=_bag_sheet(scene.words, plan, note, findings), steps=_step_plan(scene, plan))


def adds_up(plan: Plan) -> bool:
    return Amount.total((step.dose for step in plan.steps), plan.unit) == plan.target


# ---- bags


@lru_cache(maxsize=KEPT)
def _bag_sheet(words: Words, plan: Plan, note: str, findings: tuple[tuple[str, str], ...]) -> BagSheetView:
    unit = numbers.unit_name(plan.unit, words)
    return BagSheetView(
        head=CardHead(title=words("Bag preparation sheet"), note=note),
        heads=BagSheetHeads(
            bag=words("Bag"),
            drug=(_short(plan.inputs.drug) or words("Drug"), unit),
            volume=(words("Volume"), "mL"),
            concentration=(words("Concentration"), f"{unit}/mL"),
            steps=(words("For"), words("steps")),
            used=(words("Used"), "mL"),
            discard=(words("Discard"), "mL"),
        ),
        rows=tuple(_bag_row(words, plan, bag) for bag in plan.bags),
        foot=(("", last_bag_sentence(plan, words)), *_changes(words, plan), *findings),
    )


def _short(drug: str) -> str:
    """The name of the drug where a column head has room for it."""
    shown = plain(drug)
    return shown if len(shown) <= LONGEST_HEAD else ""


def _bag_row(words: Words, plan: Plan, bag: Bag) -> BagSheetRow:
    steps = [step.number for step in plan.steps_of(bag.number)]
    first, last = steps[0], steps[-1]
    return BagSheetRow(
        number=bag.number,
        bag=words("Bag {bag}", bag=bag.number),
        drug=numbers.number(bag.drug),
        volume=numbers.number(bag.volume),
        concentration=numbers.number(bag.concentration),
        steps=str(first) if first == last else words("{first} to {last}", first=first, last=last),
        used=numbers.number(bag.used),
        discard=numbers.number(bag.discard),
    )


def _changes(words: Words, plan: Plan) -> tuple[tuple[str, str], ...]:
    at = [step.number for step in plan.steps[1:] if plan.begins_bag(step.number)]
    if not at:
        return ()
    if len(at) == 1:
        rest = words("at step {step}, not when a bag is empty.", step=at[0])
    else:
        before = listed(str(number) for number in at[:-1])
        rest = words("at steps {steps} and {last}, not when a bag is empty.", steps=before, last=at[-1])
    return ((words("Change bags"), rest),)


# ---- steps


def _step_plan(scene: Scene, plan: Plan) -> StepPlanView:
    words = scene.words
    unit = numbers.unit_name(plan.unit, words)
    low, high = _decades(plan)
    note, holds = _checked(words, plan)
    return StepPlanView(
        head=CardHead(title=words("Step plan"), note=note),
        checked=holds,
        heads=PlanHeads(
            step=words("Step"),
            bag=words("Bag"),
            rate=(words("Rate"), "mL/h"),
            minutes=(words("Time"), "min"),
            volume=(words("Volume"), "mL"),
            dose=(words("Dose"), unit),
            total=(words("Total"), unit),
            rise=(words("Dose rate"), words("rise")),
            scale=words("Total {unit}, log scale", unit=unit),
            start=(words("From"), "h:mm"),
        ),
        scale=_ticks(low, high),
        rows=_rows(words, plan, low, high),
        totals=(
            words("Total {dose}", dose=numbers.amount(plan.total_dose, words)),
            numbers.volume(plan.total_volume),
            numbers.duration_words(plan.total, words),
        ),
        foot=_end(scene, plan),
    )


@lru_cache(maxsize=KEPT)
def _checked(words: Words, plan: Plan) -> tuple[str, bool]:
    """What the sums say, and whether both of them are as they should be."""
    largest = max(rises(plan), default=Fraction(1))
    total = Amount.total((step.dose for step in plan.steps), plan.unit)
    text = words(
        "steps add up to {dose}, dose rate rises at most {times} times per step",
        dose=numbers.amount(total, words),
        times=numbers.number(largest),
    )
    return text, adds_up(plan) and largest <= LARGEST_RISE


@lru_cache(maxsize=KEPT)
def _rows(words: Words, plan: Plan, low: int, high: int) -> tuple[PlanRow, ...]:
    factors = (None, *rises(plan))
    return tuple(
        _row(words, step, factor, (_log(step.cumulative) - low) / (high - low))
        for step, factor in zip(plan.steps, factors, strict=True)
    )


def _row(words: Words, step: Step, factor: Fraction | None, at: float) -> PlanRow:
    start = step.elapsed - step.duration
    return PlanRow(
        bag_number=step.bag,
        step=str(step.number),
        bag=str(step.bag),
        rate=numbers.number(step.rate),
        minutes=numbers.number(step.duration.in_minutes),
        volume=numbers.number(step.volume),
        dose=numbers.number(step.dose),
        total=numbers.number(step.cumulative),
        rise=words("start") if factor is None else numbers.number(factor),
        at=min(1.0, max(0.0, at)),
        start=numbers.hours_minutes(start),
        spoken=words(
            "Step {step}, bag {bag}, {rate} for {minutes}: {dose}, in all {total}",
            step=step.number,
            bag=step.bag,
            rate=numbers.rate(step.rate),
            minutes=numbers.minutes(step.duration),
            dose=numbers.amount(step.dose, words),
            total=numbers.amount(step.cumulative, words),
        ),
    )


def _log(amount: Amount) -> float:
    """For the place of a dot only, never for a dose."""
    return log10(amount.value.numerator) - log10(amount.value.denominator)


def _decades(plan: Plan) -> tuple[int, int]:
    """Powers of ten around the first and the last total."""
    low, high = floor(_log(plan.steps[0].cumulative)), ceil(_log(plan.steps[-1].cumulative))
    return low, max(high, low + 1)


def _ticks(low: int, high: int) -> tuple[ScaleTick, ...]:
    return tuple(
        ScaleTick(
            (power - low) / (high - low),
            numbers.number(Fraction(10) ** power) if (power - low) % LABEL_EVERY == 0 else "",
        )
        for power in range(low, high + 1)
    )


def _end(scene: Scene, plan: Plan) -> str:
    """When it would be over, started now; only a guess, because checks and pauses take their own time."""
    end_us = scene.stamp.utc_us + Duration(plan.total.value).whole_ns // 1000
    offset = scene.session.zone_offset_min
    return scene.words(
        "Started {start}: ends about {end}, plus checks and pauses",
        start=moments.hour_minute(scene.stamp.utc_us, offset),
        end=moments.hour_minute(end_us, offset),
    )
