"""Set-up, what the plan changes of its protocol: bags as made, rates, last bag."""

from __future__ import annotations

from desens_gui.domain.plan.inputs import PlanInputs, RateScale
from desens_gui.domain.protocol.protocol import LastBag, Protocol
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.setup import FormBlock
from desens_gui.views.pump_entry import Problems
from desens_gui.views.scene import Scene
from desens_gui.views.setup_answers import choice_answer, text_answer
from desens_gui.wording import numbers
from desens_gui.wording.plain import plain

VOLUME, DRUG = "plan:volume:", "plan:mass:"
FINAL_RATE, SCALE, LAST_BAG, ROUND = "plan:final_rate", "plan:scale", "plan:last_bag", "plan:round"


def change_blocks(
    scene: Scene, draft: FormDraft, problems: Problems, protocol: Protocol | None
) -> tuple[FormBlock, ...]:
    """Everything here may stay empty: then it is as the protocol has it. None before a protocol is chosen."""
    if protocol is None:
        return ()
    return (_bags(scene, draft, problems, protocol), _rates(scene, draft, problems, protocol))


def _bags(scene: Scene, draft: FormDraft, problems: Problems, protocol: Protocol) -> FormBlock:
    words = scene.words
    answers = []
    for bag in protocol.bags:
        name = words("Bag {bag}, final volume", bag=bag.number)
        hint = numbers.number(bag.volume) if bag.volume is not None else ""
        answers.append(
            text_answer(draft, problems, f"{VOLUME}{bag.number}", name, hint=hint, unit="mL", kind="number")
        )
        mass = words("Bag {bag}, drug in it", bag=bag.number)
        answers.append(text_answer(draft, problems, f"{DRUG}{bag.number}", mass, hint=words("like 4 mg")))
    return FormBlock(
        title=words("Bags as really made"), note=words("empty: as planned"), answers=tuple(answers)
    )


def _rates(scene: Scene, draft: FormDraft, problems: Problems, protocol: Protocol) -> FormBlock:
    words = scene.words
    answers = [
        text_answer(
            draft,
            problems,
            FINAL_RATE,
            words("Final rate"),
            hint=numbers.number(protocol.steps[-1].rate) if protocol.steps else "",
            unit="mL/h",
            kind="number",
        ),
        choice_answer(
            draft,
            problems,
            SCALE,
            words("It changes"),
            (
                (RateScale.LAST_STEP, words("last step only")),
                (RateScale.EVERY_STEP, words("every rate")),
            ),
        ),
    ]
    if protocol.last_bag in (LastBag.CORRECTED, LastBag.UNCORRECTED):
        rules = ((LastBag.CORRECTED, words("corrected")), (LastBag.UNCORRECTED, words("uncorrected")))
        answers.append(choice_answer(draft, problems, LAST_BAG, words("Last bag"), rules))
    if (pump := scene.held.pump) is not None:
        name = words("Rates for {pump}", pump=plain(pump.name))
        rounding = (("no", words("as planned")), ("yes", words("nearest it can run")))
        answers.append(choice_answer(draft, problems, ROUND, name, rounding))
    return FormBlock(title=words("Rates and last bag"), answers=tuple(answers))


def changes_known(inputs: PlanInputs) -> FormDraft:
    """What is recorded, to be changed. Rates of single steps come from the pump: they are rounded anew."""
    texts = {f"{VOLUME}{bag.number}": bag.volume.text for bag in inputs.bags}
    for bag in inputs.bags:
        if bag.drug is not None:
            texts[f"{DRUG}{bag.number}"] = f"{bag.drug.text} {bag.drug.unit}"
    chosen = {}
    if inputs.final_rate is not None:
        texts[FINAL_RATE] = inputs.final_rate.rate.text
        chosen[SCALE] = inputs.final_rate.scale.value
    if inputs.last_bag is not None:
        chosen[LAST_BAG] = inputs.last_bag.value
    if inputs.rates:
        chosen[ROUND] = "yes"
    return FormDraft(texts=texts, chosen=chosen)
