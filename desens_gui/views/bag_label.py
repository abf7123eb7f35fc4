"""Reading the label of the new bag: every value, before any of the plan's is shown."""

from __future__ import annotations

from desens_gui.domain.stage import ChangingBag
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.facts import PairView
from desens_gui.views.parts.ordered import OrderedRow, OrderState
from desens_gui.views.pump_entry import Problems, field
from desens_gui.views.scene import Scene
from desens_gui.wording import numbers


def label_row(
    scene: Scene,
    change: ChangingBag,
    draft: FormDraft,
    problems: Problems,
    refused: dict[str, str],
    state: OrderState,
) -> OrderedRow:
    words = scene.words
    if scene.blind_bag is not None:
        title = words("Label read: all values match")
        return OrderedRow(code="label", number="3", title=title, sub=scene.covered, state=state)
    if state == "done":
        return OrderedRow(
            code="label",
            number="3",
            title=words("Label of bag {bag} read: all values match", bag=change.to_bag),
            state=state,
            table=_read(scene, change),
        )
    current = state == "current"
    fields = (
        field(draft, problems, "identifier", words("Patient (MRN)"), kind="text"),
        field(draft, problems, "session_id", words("Session code"), kind="text"),
        field(draft, problems, "plan_revision", words("Plan revision")),
        field(draft, problems, "bag", words("Bag number")),
        field(draft, problems, "concentration", words("Concentration"), unit=f"{scene.dose_unit}/mL"),
        field(draft, problems, "use_before", words("Use before"), hint=words("date, hh:mm"), kind="text"),
    )
    return OrderedRow(
        code="label",
        number="3",
        title=words("Read the label of bag {bag}", bag=change.to_bag),
        sub="" if current else words("Patient, session, plan, bag, concentration, use before"),
        state=state,
        problem=refused.get("label", ""),
        grid=fields if current else (),
        action=ActionView(intent="label_read", label=words("Label read")) if current else None,
    )


def _read(scene: Scene, change: ChangingBag) -> tuple[PairView, ...]:
    words, plan, patient = scene.words, scene.plan, scene.session.patient
    bag = plan.bag(change.to_bag)
    strength = words(
        "{strength} ({drug} in {volume})",
        strength=numbers.concentration(bag.concentration, words),
        drug=numbers.amount(bag.drug, words),
        volume=numbers.volume(bag.volume),
    )
    return (
        PairView(label=words("Patient"), value=patient.identifier if patient is not None else ""),
        PairView(
            label=words("Bag"),
            value=words(
                "{bag} of {total}, {drug}", bag=bag.number, total=len(plan.bags), drug=plan.inputs.drug
            ),
        ),
        PairView(label=words("Concentration"), value=strength),
    )
