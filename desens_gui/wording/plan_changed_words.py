"""What a plan changes of its protocol, in words: it stands wherever the plan stands."""

from __future__ import annotations

from desens_gui.domain.plan.inputs import CompoundedBag, FinalRate, PlanInputs, RateScale
from desens_gui.wording.numbers import amount, rate, volume
from desens_gui.wording.plan_change_words import last_bag_rule
from desens_gui.wording.words import Words


def changed_lines(inputs: PlanInputs, words: Words) -> tuple[str, ...]:
    """One line for each change; none for a plan that is the protocol's own."""
    lines = [_bag(bag, words) for bag in inputs.bags]
    if inputs.final_rate is not None:
        lines.append(_final_rate(inputs.final_rate, words))
    lines += [
        words("Edited here: step {step} runs at {rate}.", step=each.step, rate=rate(each.rate))
        for each in inputs.rates
    ]
    if inputs.last_bag is not None and inputs.last_bag is not inputs.protocol.last_bag:
        lines.append(
            words("Edited here: the last bag holds {rule}.", rule=last_bag_rule(inputs.last_bag, words))
        )
    return tuple(lines)


def _bag(bag: CompoundedBag, words: Words) -> str:
    if bag.drug is None:
        return words(
            "As the pharmacy makes it: bag {bag} has {volume}.", bag=bag.number, volume=volume(bag.volume)
        )
    return words(
        "As the pharmacy makes it: bag {bag} has {drug} in {volume}.",
        bag=bag.number,
        drug=amount(bag.drug, words),
        volume=volume(bag.volume),
    )


def _final_rate(final: FinalRate, words: Words) -> str:
    if final.scale is RateScale.EVERY_STEP:
        return words(
            "Edited here: the final rate is {rate}, every rate in proportion.", rate=rate(final.rate)
        )
    return words("Edited here: the final rate is {rate}, the others unchanged.", rate=rate(final.rate))
