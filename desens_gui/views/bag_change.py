"""Hanging a bag, in the order of SAFETY S3."""

from __future__ import annotations

from desens_gui.domain.decide.bag import bag_change_missing
from desens_gui.domain.events.pump import IvSite
from desens_gui.domain.quantities import Duration
from desens_gui.domain.refusals.pump import BagChangeItem
from desens_gui.domain.stage import ChangingBag
from desens_gui.views.bag_change_facts import facts
from desens_gui.views.bag_label import label_row
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.bag_change import BagChangeView, IvSiteView, SecondReadingView
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.facts import ClockCardView
from desens_gui.views.parts.field import ChoiceView, FieldView, OptionView
from desens_gui.views.parts.ordered import OrderedRow, OrderedView, OrderState
from desens_gui.views.pump_entry import RATE, SET_RATE, Problems, field, shows_stopped, stop_time
from desens_gui.views.scene import Scene
from desens_gui.wording import numbers
from desens_gui.wording.second_person import second_person_reason


def bag_change(
    scene: Scene, change: ChangingBag, draft: FormDraft, problems: Problems, refused: dict[str, str]
) -> BagChangeView:
    """refused: what the last try was refused for, by the row it belongs to."""
    missing = bag_change_missing(scene.session, change)
    rows = _rows(scene, change, draft, problems, refused, missing)
    words = scene.words
    done = sum(row.state == "done" for row in rows)
    return BagChangeView(
        clock=_clock(scene, change),
        facts=facts(scene, change),
        order=OrderedView(
            head=CardHead(
                title=words("In this order"), note=words("{done} of {total} done", done=done, total=len(rows))
            ),
            rows=rows,
        ),
        second=_second(scene, change, draft, problems, refused, missing),
        iv_site=_iv_site(scene, change),
    )


def _clock(scene: Scene, change: ChangingBag) -> ClockCardView:
    words, pump = scene.words, scene.session.pump
    if pump is None:
        return ClockCardView(
            label=words("No drug has run"),
            clock=numbers.stopwatch(scene.since(change.begun_ns)),
            text=words("since the start was ordered {time}", time=scene.hh_mm_ss(change.begun_ns)),
        )
    if pump.running:
        return ClockCardView(
            label=words("Pump not confirmed stopped"),
            clock=numbers.stopwatch(scene.since(change.begun_ns)),
            text=words("Counted as running until you say what the pump shows."),
            tone="high",
        )
    return ClockCardView(
        label=words("Pump stopped"),
        clock=numbers.stopwatch(scene.since(pump.since_ns)),
        text=words("since {time}. No drug is running.", time=scene.hh_mm_ss(pump.since_ns)),
    )


def _rows(
    scene: Scene,
    change: ChangingBag,
    draft: FormDraft,
    problems: Problems,
    refused: dict[str, str],
    missing: tuple[BagChangeItem, ...],
) -> tuple[OrderedRow, ...]:
    words = scene.words
    first = change.from_bag is None
    in_order = [item for item in BagChangeItem if item is not BagChangeItem.IV_SITE]
    current = next((item for item in in_order if item in missing), None)

    def state(item: BagChangeItem) -> OrderState:
        if item not in missing:
            return "done"
        return "current" if item is current else "to_come"

    step = scene.plan.step(change.to_step)
    rate = numbers.rate(step.rate)
    stopping = state(BagChangeItem.PUMP_STOPPED) == "current"
    setting = state(BagChangeItem.RATE_SET)
    connecting = state(BagChangeItem.CONNECTED)
    return (
        OrderedRow(
            code="pump_stopped",
            number="1",
            title=words("Pump stopped"),
            sub=words("Stop the pump, then say what it shows") if stopping else _stopped_note(scene),
            state=state(BagChangeItem.PUMP_STOPPED),
            problem=refused.get("pump_stopped", ""),
            fields=(stop_time(scene, draft, problems),) if stopping else (),
            action=shows_stopped(scene) if stopping else None,
        ),
        OrderedRow(
            code="rate_set",
            number="2",
            title=words("Rate set first: {rate}", rate=rate)
            if first
            else words("New rate set first: {rate}", rate=rate),
            sub=words("Type what the stopped pump shows"),
            state=setting,
            problem=refused.get("rate_set", ""),
            fields=(field(draft, problems, SET_RATE, words("Rate on the pump"), unit="mL/h"),)
            if setting == "current"
            else (),
            action=ActionView(intent="rate_set", label=words("Rate is set"))
            if setting == "current"
            else None,
        ),
        label_row(scene, change, draft, problems, refused, state(BagChangeItem.LABEL_READ)),
        OrderedRow(
            code="connected",
            number="4",
            title=words("Connect the new set, primed with bag {bag}, at the catheter", bag=change.to_bag),
            sub=words(
                "Prime it before connecting: {volume} come from the bag. "
                "Never prime, flush or purge with the patient connected.",
                volume=numbers.volume(scene.policy.line_volume),
            ),
            state=connecting,
            problem=refused.get("connected", ""),
            action=ActionView(intent="connected", label=words("Connected"), key="F6")
            if connecting == "current"
            else None,
        ),
        OrderedRow(
            code="double_check",
            number="5",
            title=words("Second reading of pump and label"),
            sub=words("Blind, without seeing the first answers: the card at the right"),
            state=state(BagChangeItem.DOUBLE_CHECKED),
        ),
        OrderedRow(
            code="running",
            number="6",
            title=words("Start the pump. Then type the rate it shows"),
            sub=words(
                "This starts step {step} and its {minutes}",
                step=step.number,
                minutes=numbers.minutes(step.duration),
            ),
            state="to_come" if missing else "current",
            problem=refused.get("running", ""),
            fields=()
            if missing
            else (field(draft, problems, RATE, words("Rate the pump shows"), unit="mL/h"),),
        ),
    )


def _stopped_note(scene: Scene) -> str:
    pump = scene.session.pump
    if pump is None:
        return scene.words("No drug has run")
    return scene.words("Reported {time}", time=scene.hh_mm_ss(pump.since_ns))


def _second(
    scene: Scene,
    change: ChangingBag,
    draft: FormDraft,
    problems: Problems,
    refused: dict[str, str],
    missing: tuple[BagChangeItem, ...],
) -> SecondReadingView:
    words = scene.words
    head = CardHead(title=words("Independent double check"), note=words("at each new bag"))
    reason = second_person_reason(words, scene.session.second_person_reason or "")
    who, note = words("No second person"), words("Reason: {reason}", reason=reason)
    if BagChangeItem.DOUBLE_CHECKED not in missing:
        return SecondReadingView(
            head=head, who=who, who_note=note, done=words("Second reading agrees. Co-sign outstanding.")
        )
    if change.label_ns is None:
        return SecondReadingView(head=head, who=who, who_note=note, text=words("After the label is read."))
    left = scene.policy.blind_repeat_after - scene.since(change.label_ns)
    waiting = left > Duration(0)
    return SecondReadingView(
        head=head,
        who=who,
        who_note=note,
        wait_clock=numbers.clock(left) if waiting else "",
        wait=words("then the same nurse reads pump and label again") if waiting else "",
        fields=_second_fields(scene, draft, problems),
        text=words("Four values, read from pump and label again. A mismatch is refused by name."),
        problem=refused.get("double_check", ""),
        action=None if waiting else ActionView(intent="double_check", label=words("Compare")),
    )


def _second_fields(scene: Scene, draft: FormDraft, problems: Problems) -> tuple[FieldView, ...]:
    words = scene.words
    unit = numbers.unit_name(scene.plan.unit, words)
    return (
        field(draft, problems, "second:rate", words("Rate on the pump"), unit="mL/h"),
        field(draft, problems, "second:bag", words("Bag number on the label")),
        field(
            draft, problems, "second:concentration", words("Concentration on the label"), unit=f"{unit}/mL"
        ),
        field(
            draft,
            problems,
            "second:identifier_last4",
            words("Patient on the label"),
            hint=words("MRN, last 4"),
            kind="text",
        ),
    )


def _iv_site(scene: Scene, change: ChangingBag) -> IvSiteView:
    words, seen = scene.words, scene.session.iv_site
    options = (
        (IvSite.WELL, words("No swelling, no pain")),
        (IvSite.NOT_WELL, words("Not well")),
        (IvSite.CHANGED, words("Changed")),
    )
    return IvSiteView(
        head=CardHead(title=words("IV site"), note=words("at each bag change")),
        choice=ChoiceView(
            code="iv_site",
            name=words("IV site"),
            options=tuple(
                OptionView(code=site.value, label=label, chosen=change.iv_site_seen and site is seen)
                for site, label in options
            ),
        ),
    )
