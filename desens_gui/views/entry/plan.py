"""What the plan changes of its protocol, as typed: bags as made, rates, last bag."""

from __future__ import annotations

from msgspec.structs import replace

from desens_gui.domain.plan.inputs import CompoundedBag, FinalRate, PlanInputs, RateScale
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.plan.pump_limits import for_pump
from desens_gui.domain.plan.resolve import resolve
from desens_gui.domain.protocol.protocol import LastBag, Protocol, ProtocolBag
from desens_gui.views.entry.forms import FormReader
from desens_gui.views.setup_changes import DRUG, FINAL_RATE, LAST_BAG, ROUND, SCALE, VOLUME
from desens_gui.wording.typed import Unreadable, parse_amount, unreadable_sentence


def changed(reader: FormReader, inputs: PlanInputs) -> PlanInputs | None:
    """None when something typed cannot be read; what stays empty is the protocol's."""
    before = len(reader.problems)
    bags = _bags(reader, inputs.protocol)
    final = _final_rate(reader)
    rule = reader.draft.choice(LAST_BAG)
    if len(reader.problems) > before:
        return None
    made = replace(inputs, bags=bags, final_rate=final, last_bag=LastBag(rule) if rule else None)
    return _rounded(reader, made)


def _bags(reader: FormReader, protocol: Protocol) -> tuple[CompoundedBag, ...]:
    read = (_bag(reader, bag) for bag in protocol.bags)
    return tuple(bag for bag in read if bag is not None)


def _bag(reader: FormReader, bag: ProtocolBag) -> CompoundedBag | None:
    """A mass alone goes into the protocol's own volume."""
    words, draft = reader.scene.words, reader.draft
    volume_code, drug_code = f"{VOLUME}{bag.number}", f"{DRUG}{bag.number}"
    typed = draft.text(drug_code).strip()
    if not draft.text(volume_code).strip() and not typed:
        return None
    volume = bag.volume
    if volume is None or draft.text(volume_code).strip():
        volume = reader.volume(volume_code, words("Bag {bag}, final volume", bag=bag.number))
    drug = parse_amount(typed) if typed else None
    if isinstance(drug, Unreadable):
        name = words("Bag {bag}, drug in it", bag=bag.number)
        reader.problems[drug_code] = unreadable_sentence(drug, name, words)
        return None
    return CompoundedBag(number=bag.number, volume=volume, drug=drug) if volume is not None else None


def _final_rate(reader: FormReader) -> FinalRate | None:
    words, draft = reader.scene.words, reader.draft
    if not draft.text(FINAL_RATE).strip():
        return None
    rate = reader.rate(FINAL_RATE, words("Final rate"))
    scale = reader.chosen(
        SCALE, words("Final rate: say whether it changes the last step only or every rate.")
    )
    return FinalRate(rate=rate, scale=RateScale(scale)) if rate is not None and scale else None


def _rounded(reader: FormReader, inputs: PlanInputs) -> PlanInputs:
    pump = reader.scene.held.pump
    if pump is None or reader.draft.choice(ROUND) != "yes":
        return inputs
    plan = resolve(inputs)
    return for_pump(inputs, plan, pump) if isinstance(plan, Plan) else inputs
