"""A plan as aligned columns for reading; numbers are rounded for the eye."""

from __future__ import annotations

from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.protocol.protocol import Status
from desens_gui.handover.columns import columns
from desens_gui.wording.numbers import amount, number, unit_name
from desens_gui.wording.plan_changed_words import changed_lines
from desens_gui.wording.plan_words import last_bag_sentence, total_sentence
from desens_gui.wording.words import Words


def plan_text(plan: Plan, words: Words) -> str:
    """Protocol, bags, steps, and what it comes to."""
    protocol = plan.inputs.protocol
    unit = unit_name(plan.unit, words)
    heading = words(
        "{drug} {dose}, protocol {title} ({id}, revision {revision})",
        drug=plan.inputs.drug,
        dose=amount(plan.target, words),
        title=protocol.title,
        id=protocol.id,
        revision=protocol.revision,
    )
    parts = [
        heading.strip(),
        *([_locked(words)] if protocol.status is Status.RECALLED else []),
        *changed_lines(plan.inputs, words),
        "",
        columns(_bag_lines(plan, unit, words)),
        "",
        columns(_step_lines(plan, unit, words)),
        "",
        last_bag_sentence(plan, words),
        total_sentence(plan, words),
    ]
    return "\n".join(parts) + "\n"


def _locked(words: Words) -> str:
    return words("Not read in any source: this protocol may be planned, not started.")


def _bag_lines(plan: Plan, unit: str, words: Words) -> list[tuple[str, ...]]:
    heads = (
        words("Bag"),
        words("Volume mL"),
        words("Drug {unit}", unit=unit),
        words("Concentration {unit}/mL", unit=unit),
        words("Used mL"),
        words("Discard mL"),
    )
    return [
        heads,
        *(
            (
                str(bag.number),
                number(bag.volume),
                number(bag.drug),
                number(bag.concentration),
                number(bag.used),
                number(bag.discard),
            )
            for bag in plan.bags
        ),
    ]


def _step_lines(plan: Plan, unit: str, words: Words) -> list[tuple[str, ...]]:
    heads = (
        words("Step"),
        words("Bag"),
        words("Rate mL/h"),
        words("Minutes"),
        words("Volume mL"),
        words("Dose {unit}", unit=unit),
        words("Total {unit}", unit=unit),
        words("Elapsed min"),
    )
    return [
        heads,
        *(
            (
                str(step.number),
                str(step.bag),
                number(step.rate),
                number(step.duration.in_minutes),
                number(step.volume),
                number(step.dose),
                number(step.cumulative),
                number(step.elapsed.in_minutes),
            )
            for step in plan.steps
        ),
    ]
