"""The rows of a bag change, in the order of SAFETY S3."""

from __future__ import annotations

from desens_gui.domain.decide.bag import bag_change_order
from desens_gui.domain.refusals.pump import BagChangeItem
from desens_gui.domain.stage import ChangingBag
from desens_gui.views.bag_label import label_row
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.ordered import OrderedRow, OrderState
from desens_gui.views.prescriber import order_rows
from desens_gui.views.pump_clock import stopped_note
from desens_gui.views.pump_entry import SET_RATE, Problems, field, rate_field, shows_stopped, stop_time
from desens_gui.views.scene import Scene
from desens_gui.wording import numbers

IN_ORDER = tuple(item for item in BagChangeItem if item is not BagChangeItem.IV_SITE)
"""The IV site is looked at in between, whenever a hand is free."""


def bag_rows(
    scene: Scene,
    change: ChangingBag,
    draft: FormDraft,
    problems: Problems,
    refused: dict[str, str],
    missing: tuple[BagChangeItem, ...],
) -> tuple[OrderedRow, ...]:
    words = scene.words
    current = next((item for item in IN_ORDER if item in missing), None)

    def state(item: BagChangeItem) -> OrderState:
        if item not in missing:
            return "done"
        return "current" if item is current else "to_come"

    rows = [
        _stopped(scene, draft, problems, refused, state(BagChangeItem.PUMP_STOPPED)),
        _rate_set(scene, change, draft, problems, refused, state(BagChangeItem.RATE_SET)),
        label_row(scene, change, draft, problems, refused, state(BagChangeItem.LABEL_READ)),
        _connected(scene, change, refused, state(BagChangeItem.CONNECTED)),
        OrderedRow(
            code="double_check",
            number="5",
            title=words("Second reading of pump and label"),
            sub=words("Blind, without seeing the first answers: the card at the right"),
            state=state(BagChangeItem.DOUBLE_CHECKED),
        ),
    ]
    order = bag_change_order(scene.asking, change)
    if order is not None:
        rows.extend(order_rows(scene, draft, problems, refused, number=6, current=current is None))
    rows.append(
        _running(
            scene, change, draft, problems, refused, len(rows) + 1, waits=bool(missing) or order is not None
        )
    )
    return tuple(rows)


def _stopped(
    scene: Scene, draft: FormDraft, problems: Problems, refused: dict[str, str], state: OrderState
) -> OrderedRow:
    stopping = state == "current"
    return OrderedRow(
        code="pump_stopped",
        number="1",
        title=scene.words("Pump stopped"),
        sub=stopped_note(scene),
        state=state,
        problem=refused.get("pump_stopped", ""),
        fields=(stop_time(scene, draft, problems),) if stopping else (),
        action=shows_stopped(scene) if stopping else None,
    )


def _rate_set(
    scene: Scene,
    change: ChangingBag,
    draft: FormDraft,
    problems: Problems,
    refused: dict[str, str],
    state: OrderState,
) -> OrderedRow:
    """From the second bag on the new rate is the lower one."""
    words, step, current = scene.words, scene.plan.step(change.to_step), state == "current"
    rate = numbers.rate(step.rate)
    if scene.blind_bag is not None:
        title = words("Rate set first")
        return OrderedRow(code="rate_set", number="2", title=title, sub=scene.covered, state=state)
    title, sub = words("Rate set first: {rate}", rate=rate), words("Type what the stopped pump shows")
    if change.from_bag is not None:
        before = scene.plan.step(change.to_step - 1).rate
        lower = step.rate < before
        title = (
            words("New LOWER rate set first: {rate}", rate=rate)
            if lower
            else words("New rate set first: {rate}", rate=rate)
        )
        sub = words("Was {rate}. Type what the stopped pump shows", rate=numbers.rate(before))
    return OrderedRow(
        code="rate_set",
        number="2",
        title=title,
        sub=sub,
        state=state,
        problem=refused.get("rate_set", ""),
        fields=(field(draft, problems, SET_RATE, words("Rate on the pump"), unit="mL/h"),) if current else (),
        action=ActionView(intent="rate_set", label=words("Rate is set")) if current else None,
    )


def _connected(scene: Scene, change: ChangingBag, refused: dict[str, str], state: OrderState) -> OrderedRow:
    words = scene.words
    return OrderedRow(
        code="connected",
        number="4",
        title=words("Connect the new set, primed with bag {bag}, at the catheter", bag=change.to_bag),
        sub=words(
            "Prime it before connecting: {volume} come from the bag. "
            "Never prime, flush or purge with the patient connected.",
            volume=numbers.volume(scene.policy.line_volume),
        ),
        state=state,
        problem=refused.get("connected", ""),
        action=ActionView(intent="connected", label=words("Connected"), key="F6")
        if state == "current"
        else None,
    )


def _running(
    scene: Scene,
    change: ChangingBag,
    draft: FormDraft,
    problems: Problems,
    refused: dict[str, str],
    number: int,
    *,
    waits: bool,
) -> OrderedRow:
    words, step = scene.words, scene.plan.step(change.to_step)
    return OrderedRow(
        code="running",
        number=str(number),
        title=words("Start the pump. Then type the rate it shows"),
        sub=words(
            "This starts step {step} and its {minutes}",
            step=step.number,
            minutes=numbers.minutes(step.duration),
        ),
        state="to_come" if waits else "current",
        problem=refused.get("running", ""),
        fields=() if waits else (rate_field(scene, draft, problems),),
    )
