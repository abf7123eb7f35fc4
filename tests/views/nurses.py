"""What a nurse at random may do next, and what the primary action on the screen means as a command."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, assert_never

from desens_gui.domain.commands.check import RecordMedication, RecordNote, RecordSeen
from desens_gui.domain.commands.ending import ReportFlushed, StopToday
from desens_gui.domain.commands.every import Command
from desens_gui.domain.commands.pump import (
    DoubleCheckBag,
    ReadLabel,
    ReportConnected,
    ReportIvSite,
    ReportPumpStopped,
    ReportRateSet,
)
from desens_gui.domain.commands.reaction import CallReaction, EnterReactionInError
from desens_gui.domain.commands.restart import AnswerAway, ResumeProgram
from desens_gui.domain.commands.setup import RecordOrder
from desens_gui.domain.commands.step import Escalate, Pause, StayOnStep
from desens_gui.domain.decide.bag import bag_change_missing
from desens_gui.domain.events.ending import Ending, Transfer
from desens_gui.domain.events.pump import IvSite
from desens_gui.domain.events.restart import PumpMeanwhile
from desens_gui.domain.events.step import PauseReason
from desens_gui.domain.policy import Connection
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.recorded import PROGRAM
from desens_gui.domain.refusals.pump import BagChangeItem
from desens_gui.domain.stage import ChangingBag, Flushing, GoingUp, Resuming
from desens_gui.views.entry.away import read_away
from desens_gui.views.entry.forms import FormReader
from desens_gui.views.entry.orders import READS, read_order
from desens_gui.views.parts.draft import FormDraft
from tests import courses, readings
from tests.driving import Chair, order
from tests.views.at_chair import form, scene_of

WITH_PATIENT = Transfer(where="ICU", to_whom="Dr B", pump_running=True, line_content="bag 3")


def told_rate(chair: Chair) -> str:
    """What the pump should show now, as a nurse types it."""
    stage, plan = chair.session.stage, chair.plan
    match stage:
        case ChangingBag():
            return plan.step(stage.to_step).rate.text
        case GoingUp() | Resuming():
            return stage.rate.text
        case Flushing():
            return plan.last_step.rate.text
        case _:
            pump = chair.session.pump
            return pump.rate.text if pump is not None and pump.rate is not None else ""


def typed(chair: Chair) -> FormDraft:
    """The screen's form as filled in by somebody who reads the pump."""
    return form(
        {"pump_rate": told_rate(chair), "empty:reason": "the bag was weighed"},
        meanwhile="ran",
        pump_now="running",
    )


def meant(chair: Chair, intent: str, draft: FormDraft) -> Command:
    """The command of an intent; opening the check means to record a whole one."""
    scene = scene_of(chair)
    at_once: dict[str, Command] = {
        "open_check": readings.check(chair.now),
        "go_up": Escalate(),
        "go_up_none_new": Escalate(none_new=True),
        "seen": RecordSeen(),
        "flushed": ReportFlushed(volume_ml=chair.policy.flush),
    }
    if intent in at_once:
        return at_once[intent]
    command: Command | None
    if intent == "answer_away":
        command = read_away(scene, draft).command
    else:
        form_intent = intent if intent in READS else f"confirm:{intent}"
        command = read_order(FormReader(scene, draft), form_intent)
    assert command is not None, intent
    return command


def hang_on(chair: Chair) -> None:
    """The next thing of a bag change."""
    change = chair.session.stage
    if not isinstance(change, ChangingBag):
        return
    missing = bag_change_missing(chair.session, change)
    if not missing:
        return
    bag, step = change.to_bag, change.to_step
    match missing[0]:
        case BagChangeItem.PUMP_STOPPED:
            chair.submit(ReportPumpStopped())
        case BagChangeItem.RATE_SET:
            chair.submit(ReportRateSet(rate_ml_h=courses.told_rate(chair, step)))
        case BagChangeItem.LABEL_READ:
            chair.submit(ReadLabel(label=courses.label(chair, bag)))
        case BagChangeItem.CONNECTED:
            chair.submit(ReportConnected(connection=Connection.OWN_SET, primed_with_bag=bag))
        case BagChangeItem.DOUBLE_CHECKED:
            chair.submit(DoubleCheckBag(reading=courses.bag_reading(chair, bag, step)))
        case BagChangeItem.IV_SITE:
            chair.submit(ReportIvSite(site=IvSite.WELL))
        case _:
            assert_never(missing[0])


def gone(chair: Chair) -> None:
    """The program is away for two minutes."""
    if chair.session.is_over:
        return
    last = chair.clock.now()
    chair.wait(120)
    chair.submit(ResumeProgram(last_seen=last, program="desens 0.1"), PROGRAM)


def submits(command: Command) -> Callable[[Chair], None]:
    def act(chair: Chair) -> None:
        chair.submit(command)

    return act


def checks(**found: Any) -> Callable[[Chair], None]:
    def act(chair: Chair) -> None:
        chair.submit(readings.check(chair.now, **found))

    return act


def half_a_check(chair: Chair) -> None:
    chair.submit(readings.only(chair.now, heart_rate=80))


def hang_more(chair: Chair) -> None:
    hang_on(chair)
    chair.wait(61)
    hang_on(chair)


def waits(seconds: int) -> Callable[[Chair], None]:
    def act(chair: Chair) -> None:
        chair.wait(seconds)

    return act


DEEDS: dict[str, Callable[[Chair], None]] = {
    "10 s": waits(10),
    "70 s": waits(70),
    "5 min": waits(300),
    "15 min": waits(900),
    "31 min": waits(31 * 60),
    "3 h": waits(3 * 3600),
    "check": checks(),
    "bad check": checks(new={"skin": "hives"}, sbp=80),
    "half a check": half_a_check,
    "pause": submits(Pause(reason=PauseReason.TOILET)),
    "stopped": submits(ReportPumpStopped()),
    "stay": submits(StayOnStep()),
    "hang": hang_on,
    "hang more": hang_more,
    "site": submits(ReportIvSite(site=IvSite.NOT_WELL)),
    "order": submits(RecordOrder(order=order(OrderFor.RESUME_AFTER_LONG_PAUSE))),
    "reaction": submits(CallReaction()),
    "in error": submits(EnterReactionInError(reason="a cough")),
    "gone": gone,
    "answer": submits(AnswerAway(meanwhile=PumpMeanwhile.NOT_SURE, running=False)),
    "note": submits(RecordNote(text="slept")),
    "medication": submits(RecordMedication(drug="cetirizine", dose="10 mg", route="oral")),
    "wish": submits(StopToday(ending=Ending.STOPPED_PATIENT_WISH)),
    "transfer": submits(StopToday(ending=Ending.TRANSFERRED, transfer=WITH_PATIENT)),
    "died": submits(StopToday(ending=Ending.DIED)),
}
"""Every one may be refused: then nothing happened."""
