"""What stands beside a bag change: what the old bag gave, and why the rate comes first."""

from __future__ import annotations

from fractions import Fraction

from desens_gui.domain.plan.plan import Bag
from desens_gui.domain.quantities import Rate
from desens_gui.domain.stage import ChangingBag
from desens_gui.views.doses import given_in, line_holds
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.facts import FactsView, LineView, PairView
from desens_gui.views.scene import Scene
from desens_gui.views.step_timer import step_pair
from desens_gui.wording import numbers


def facts(scene: Scene, change: ChangingBag) -> tuple[FactsView, ...]:
    if change.from_bag is None:
        return (_first_bag(scene, change),)
    return (_old_bag(scene, change.from_bag), _why_rate_first(scene, change, change.from_bag))


def _first_bag(scene: Scene, change: ChangingBag) -> FactsView:
    words, bag = scene.words, scene.plan.bag(change.to_bag)
    head = CardHead(title=words("Bag {bag} of {total}", bag=bag.number, total=len(scene.plan.bags)))
    if scene.blind_bag is not None:
        return FactsView(head=head, lines=(LineView(text=scene.covered),))
    return FactsView(
        head=head,
        pairs=(
            PairView(label=words("Drug in the bag"), value=numbers.amount(bag.drug, words)),
            PairView(label=words("Volume"), value=numbers.volume(bag.volume)),
            PairView(label=words("Used by the plan"), value=numbers.volume(bag.used)),
            PairView(label=words("Then discarded"), value=numbers.volume(bag.discard)),
        ),
    )


def _old_bag(scene: Scene, number: int) -> FactsView:
    words, run = scene.words, scene.session.step
    assert run is not None  # a bag that ends has given a step
    in_line = words(
        "{volume} = {dose}",
        volume=numbers.volume(scene.policy.line_volume),
        dose=numbers.amount(line_holds(scene, number), words),
    )
    return FactsView(
        head=CardHead(title=words("Bag {bag} ends at the stop", bag=number)),
        pairs=(
            step_pair(scene),
            PairView(
                label=words("Step {step} given", step=run.number),
                value=numbers.amount(given_in(scene, run), words),
            ),
            PairView(label=words("Given so far"), value=numbers.amount(scene.given, words)),
            PairView(label=words("In old line"), value=in_line),
        ),
        lines=(LineView(text=words("The old line comes off with its content. It is not counted as given.")),),
    )


def _why_rate_first(scene: Scene, change: ChangingBag, old: int) -> FactsView:
    """The new bag at the new rate beside the new bag at the old rate, in dose per hour."""
    words, plan, unit = scene.words, scene.plan, scene.dose_unit
    step, before = plan.step(change.to_step), plan.step(change.to_step - 1)
    was = _per_hour(before.rate, plan.bag(old))
    planned, mistaken = (_per_hour(rate, plan.bag(change.to_bag)) for rate in (step.rate, before.rate))
    head = CardHead(title=words("Why the rate first"))
    never = LineView(strong=words("Never prime, flush or purge with the patient connected."), rule=True)
    if scene.blind_bag is not None:
        return FactsView(head=head, lines=(LineView(text=scene.covered), never))
    return FactsView(
        head=head,
        lines=(
            LineView(
                strong=words(
                    "Bag {bag} at {rate}: {dose} {unit}/h",
                    bag=change.to_bag,
                    rate=numbers.rate(step.rate),
                    dose=numbers.number(planned),
                    unit=unit,
                ),
                text=words(
                    "{factor} times step {step}, as planned",
                    factor=numbers.number(planned / was),
                    step=before.number,
                ),
            ),
            LineView(
                strong=words(
                    "Bag {bag} at the old {rate}: {dose} {unit}/h",
                    bag=change.to_bag,
                    rate=numbers.rate(before.rate),
                    dose=numbers.number(mistaken),
                    unit=unit,
                ),
                text=words(
                    "{factor} times step {step}", factor=numbers.number(mistaken / was), step=before.number
                ),
            ),
            never,
        ),
    )


def _per_hour(rate: Rate, bag: Bag) -> Fraction:
    """Dose per hour in the unit of the bag's concentration."""
    return rate.value * bag.concentration.value
