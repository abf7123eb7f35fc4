"""What stands beside a bag change: what the old bag gave, and why the rate comes first."""

from __future__ import annotations

from fractions import Fraction

from desens_gui.domain.ledger import given_by_step
from desens_gui.domain.quantities import Amount, Rate
from desens_gui.domain.stage import ChangingBag
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.facts import FactsView, LineView, PairView
from desens_gui.views.scene import Scene
from desens_gui.wording import numbers


def facts(scene: Scene, change: ChangingBag) -> tuple[FactsView, ...]:
    if change.from_bag is None:
        return (_first_bag(scene, change),)
    return (_old_bag(scene, change.from_bag), _why_rate_first(scene, change, change.from_bag))


def _first_bag(scene: Scene, change: ChangingBag) -> FactsView:
    words, bag = scene.words, scene.plan.bag(change.to_bag)
    return FactsView(
        head=CardHead(title=words("Bag {bag} of {total}", bag=bag.number, total=len(scene.plan.bags))),
        pairs=(
            PairView(label=words("Drug in the bag"), value=numbers.amount(bag.drug, words)),
            PairView(label=words("Volume"), value=numbers.volume(bag.volume)),
            PairView(label=words("Used"), value=numbers.volume(bag.used)),
            PairView(label=words("Discard"), value=numbers.volume(bag.discard)),
        ),
    )


def _old_bag(scene: Scene, number: int) -> FactsView:
    words, bag, run = scene.words, scene.plan.bag(number), scene.session.step
    parts = given_by_step(scene.session.ledger, scene.plan, scene.now_ns)
    last = Amount.total(
        (part.dose for part in parts if run is not None and part.step == run.number), scene.plan.unit
    )
    line = scene.policy.line_volume
    held = line * bag.concentration
    in_line = words("{volume} = {dose}", volume=numbers.volume(line), dose=numbers.amount(held, words))
    step = run.number if run is not None else 0
    return FactsView(
        head=CardHead(title=words("Bag {bag} ends at the stop", bag=number)),
        pairs=(
            PairView(label=words("Step {step} given", step=step), value=numbers.amount(last, words)),
            PairView(label=words("Given so far"), value=numbers.amount(scene.given, words)),
            PairView(label=words("Left in old line"), value=in_line),
        ),
        lines=(LineView(text=words("The old line comes off with its content. It is not counted as given.")),),
    )


def _why_rate_first(scene: Scene, change: ChangingBag, old: int) -> FactsView:
    """The new bag at the new rate beside the new bag at the old rate, in dose per hour."""
    words, plan = scene.words, scene.plan
    new_bag, step = plan.bag(change.to_bag), plan.step(change.to_step)
    before = plan.step(change.to_step - 1)
    unit = numbers.unit_name(plan.unit, words)
    old_dose = before.rate.value * plan.bag(old).concentration.value
    lines = []
    for rate, template in (
        (step.rate, words("Bag {bag} at {rate}: {dose} {unit}/h")),
        (before.rate, words("Bag {bag} at the old {rate}: {dose} {unit}/h")),
    ):
        dose = _per_hour(rate, new_bag.concentration.value)
        strong = template.format(
            bag=new_bag.number, rate=numbers.rate(rate), dose=numbers.number(dose), unit=unit
        )
        times = words(
            "{factor} times step {step}", factor=numbers.number(dose / old_dose), step=before.number
        )
        lines.append(LineView(strong=strong, text=times))
    never = words("Never prime, flush or purge with the patient connected.")
    return FactsView(
        head=CardHead(title=words("Why the rate first")), lines=(*lines, LineView(strong=never, rule=True))
    )


def _per_hour(rate: Rate, strength: Fraction) -> Fraction:
    return rate.value * strength
