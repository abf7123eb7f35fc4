"""Findings, the dose at the vein and values for each kg, as lines below a plan."""

from __future__ import annotations

from collections.abc import Sequence

from desens_gui.domain.plan.finding import Finding
from desens_gui.domain.plan.jumps import jumps, own_largest
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.plan.pump_limits import Pump
from desens_gui.domain.plan.small_patient import per_kg
from desens_gui.domain.plan.vein import Line, at_vein
from desens_gui.domain.quantities import Number
from desens_gui.handover.columns import columns
from desens_gui.wording.finding_words import finding_sentence, level_name
from desens_gui.wording.numbers import number, percent, unit_name, volume
from desens_gui.wording.plain import plain
from desens_gui.wording.words import Words


def findings_text(findings: Sequence[Finding], words: Words) -> str:
    """One line each; that there is none is said, too."""
    if not findings:
        return words("No red or yellow finding.") + "\n"
    lines = [f"{level_name(each.level, words)}  {finding_sentence(each, words)}" for each in findings]
    return "\n".join(lines) + "\n"


def start_text(plan: Plan, words: Words) -> str:
    """The first step as a share of the target, and the largest rises."""
    share = plan.target.ratio(plan.steps[0].dose)
    found = jumps(plan)
    rate = max((jump.rate for jump in found), default=1)
    dose = max((jump.dose for jump in found if jump.dose is not None), default=1)
    return words(
        "Step 1 gives 1/{share} of the dose. The dose rate rises at most {rate} times per step, the dose "
        "at most {dose} times (last step apart); the protocol's own largest rise of the rate is {own} times.",
        share=number(round(share)),
        rate=number(rate),
        dose=number(dose),
        own=number(own_largest(plan)),
    )


def accuracy_text(pump: Pump, words: Words) -> str:
    """How far a pump may be off; empty when its file does not say."""
    if pump.accuracy_percent is None:
        return ""
    return words(
        "{pump} is accurate within {share}: every dose at the pump may be off by as much.",
        pump=plain(pump.name),
        share=percent(pump.accuracy_percent),
    )


def vein_text(plan: Plan, line: Line, words: Words) -> str:
    """Each step at the pump and at the vein, and what the line holds at its end."""
    unit = unit_name(plan.unit, words)
    heads = (
        words("Step"),
        words("At the pump {unit}", unit=unit),
        words("At the vein {unit}", unit=unit),
        words("In the line {unit}", unit=unit),
    )
    rows = [
        (number(step.step), number(step.at_pump), number(step.dose), number(step.left))
        for step in at_vein(plan, line).steps
    ]
    title = words("At the vein, with {volume} between bag and vein:", volume=volume(line.volume))
    return f"{title}\n{columns([heads, *rows])}\n"


def per_kg_text(plan: Plan, weight_kg: Number, words: Words) -> str:
    """Values for each kg: volume and dose so far, and the rate."""
    unit = unit_name(plan.unit, words)
    heads = (
        words("Step"),
        words("Rate mL/kg/h"),
        words("Volume so far mL/kg"),
        words("Dose so far {unit}/kg", unit=unit),
    )
    rows = [
        (number(row.step), number(row.rate_ml_h), number(row.volume_ml), number(row.dose))
        for row in per_kg(plan, weight_kg)
    ]
    title = words("For each kg, at {weight} kg:", weight=number(weight_kg))
    return f"{title}\n{columns([heads, *rows])}\n"
