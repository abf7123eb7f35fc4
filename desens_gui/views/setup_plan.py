"""Set-up, order and plan: protocol, drug, dose, and the prescriber's order for them."""

from __future__ import annotations

from functools import lru_cache

from desens_gui.domain.plan.inputs import PlanInputs
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.plan.problems import PlanProblem
from desens_gui.domain.plan.resolve import not_prepared, resolve
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.protocol.protocol import LastBag, Protocol, Status
from desens_gui.domain.quantities import Amount, DoseUnit
from desens_gui.views.entry.forms import FormReader
from desens_gui.views.entry.setup import read_inputs
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.facts import PairView
from desens_gui.views.parts.setup import AnswerView, FormBlock, PickRow, PickView
from desens_gui.views.prescriber import by_field, own_order, read_back_choice, taken_choice
from desens_gui.views.pump_entry import Problems
from desens_gui.views.scene import Scene
from desens_gui.views.setup_answers import text_answer, unanswered
from desens_gui.views.setup_changes import change_blocks, changes_known
from desens_gui.wording import numbers
from desens_gui.wording.orders import order_taken
from desens_gui.wording.plan_words import problem_sentence
from desens_gui.wording.words import Words

ANY_DOSE = Amount(1, DoseUnit.MG)
"""Volume and time of diluted bags are the same for every dose."""


@lru_cache(maxsize=64)
def worked_out(inputs: PlanInputs) -> Plan | tuple[PlanProblem, ...]:
    """The plan, kept: the view is made anew five times a second while nobody types."""
    return resolve(inputs)


def plan_form(
    scene: Scene, draft: FormDraft, problems: Problems, protocols: tuple[Protocol, ...]
) -> tuple[FormBlock, ...]:
    words = scene.words
    problems = {**live_problems(scene, draft, protocols), **problems}
    return (
        FormBlock(title=words("Protocol"), pick=_protocols(words, draft, problems, protocols)),
        FormBlock(
            title=words("Order"),
            answers=(
                text_answer(draft, problems, "plan:drug", words("Drug"), hint=words("as on the order")),
                text_answer(draft, problems, "plan:dose", words("Dose"), hint=words("like 400 mg")),
                *order_answers(scene, draft, problems),
            ),
        ),
        *change_blocks(scene, draft, problems, _chosen(draft, protocols)),
    )


def _chosen(draft: FormDraft, protocols: tuple[Protocol, ...]) -> Protocol | None:
    return next((each for each in protocols if each.id == draft.choice("plan:protocol")), None)


def _protocols(
    words: Words, draft: FormDraft, problems: Problems, protocols: tuple[Protocol, ...]
) -> PickView:
    chosen = draft.choice("plan:protocol")
    ordered = sorted(protocols, key=lambda each: (each.status is not Status.VERIFIED, len(each.steps)))
    return PickView(
        code="plan:protocol",
        name=words("Protocol"),
        rows=tuple(_protocol(words, each, chosen=each.id == chosen) for each in ordered),
        problem=problems.get("plan:protocol", ""),
    )


def _protocol(words: Words, protocol: Protocol, *, chosen: bool) -> PickRow:
    locked = protocol.status is not Status.VERIFIED
    if protocol.last_bag is LastBag.AT_TARGET and not locked:
        unknown = any(bag.volume is None for bag in protocol.bags)
        sub = (
            words("Plan only: needs the volume of each bag")
            if unknown
            else words("Time follows from the dose")
        )
        return PickRow(code=protocol.id, title=protocol.title, sub=sub, chosen=chosen, locked=unknown)
    plan = worked_out(PlanInputs(protocol=protocol, drug="", target=ANY_DOSE))
    if not isinstance(plan, Plan):
        return PickRow(
            code=protocol.id,
            title=protocol.title,
            sub=problem_sentence(plan[0], words),
            chosen=chosen,
            locked=True,
        )
    length = numbers.duration_words(plan.total, words)
    return PickRow(
        code=protocol.id,
        title=protocol.title,
        sub=words("Locked: can be planned, not started") if locked else numbers.volume(plan.total_volume),
        note=length,
        chosen=chosen,
        locked=locked,
    )


def order_answers(scene: Scene, draft: FormDraft, problems: Problems) -> tuple[AnswerView, ...]:
    """Prescriber, how the order was given, read back."""
    by = by_field(scene, draft, problems)
    return (
        AnswerView(field=by, wide=True, problem=by.words),
        AnswerView(choice=taken_choice(scene, draft), wide=True, problem=problems.get("order:taken", "")),
        AnswerView(
            choice=read_back_choice(scene, draft), wide=True, problem=problems.get("order:read_back", "")
        ),
    )


def preview(scene: Scene, draft: FormDraft, protocols: tuple[Protocol, ...]) -> Plan | None:
    """The plan that what was typed so far comes to."""
    inputs = read_inputs(FormReader(scene, draft), protocols)
    plan = worked_out(inputs) if inputs is not None else None
    return plan if isinstance(plan, Plan) else None


def live_problems(scene: Scene, draft: FormDraft, protocols: tuple[Protocol, ...]) -> Problems:
    """Why no plan can be made of what can be read already; what cannot be read yet is still being typed."""
    inputs = read_inputs(FormReader(scene, draft), protocols)
    plan = worked_out(inputs) if inputs is not None else None
    problems = plan if not isinstance(plan, Plan) else not_prepared(plan)
    return {"plan:dose": problem_sentence(problems[0], scene.words)} if problems else {}


def plan_facts(scene: Scene) -> tuple[PairView, ...]:
    words, plan = scene.words, scene.plan
    protocol = plan.inputs.protocol
    return (
        PairView(label=words("Protocol"), value=protocol.title),
        PairView(label=words("Drug"), value=plan.inputs.drug),
        PairView(label=words("Dose"), value=numbers.amount(plan.target, words)),
        PairView(label=words("Ordered by"), value=order_words(scene, OrderFor.DESENSITIZE)),
        PairView(label=words("Plan revision"), value=numbers.number(plan.inputs.revision)),
    )


def order_words(scene: Scene, purpose: OrderFor) -> str:
    """ "Dr Haas, telephone order, read back" of the newest such order; empty when there is none."""
    found = [seen.order for seen in scene.session.orders if seen.order.purpose is purpose]
    if not found:
        return ""
    return f"{found[-1].by}, {order_taken(scene.words, found[-1].taken, read_back=found[-1].read_back)}"


def plan_unanswered(scene: Scene, draft: FormDraft) -> list[str]:
    words = scene.words
    return unanswered(
        draft,
        (
            ("plan:protocol", words("protocol")),
            ("plan:drug", words("drug")),
            ("plan:dose", words("dose")),
            *order_needed(scene, draft),
        ),
    )


def order_needed(scene: Scene, draft: FormDraft) -> tuple[tuple[str, str], ...]:
    """Of an own order nothing but that it is one."""
    words = scene.words
    if own_order(scene, draft):
        return ()
    return (
        ("order:by", words("prescriber")),
        ("order:taken", words("how the order was given")),
        ("order:read_back", words("read back")),
    )


def plan_known(scene: Scene) -> FormDraft:
    """What is recorded, to be changed; the order is always taken anew."""
    plan = scene.session.plan
    if plan is None:
        return FormDraft()
    changes = changes_known(plan.inputs)
    return FormDraft(
        texts={
            **changes.texts,
            "plan:drug": plan.inputs.drug,
            "plan:dose": f"{plan.target.text} {plan.target.unit}",
        },
        chosen={**changes.chosen, "plan:protocol": plan.inputs.protocol.id},
    )
