"""The short forms as typed, read as the commands they mean."""

from __future__ import annotations

from desens_gui.domain.commands.check import RecordMedication, RecordNote
from desens_gui.domain.commands.ending import EndSession, ReportBagEmpty, StopToday
from desens_gui.domain.commands.every import Command
from desens_gui.domain.commands.parts import ClosePart
from desens_gui.domain.commands.people import CoverChair, NameUnidentified
from desens_gui.domain.commands.pump import (
    DoubleCheckBag,
    ReadLabel,
    ReportConnected,
    ReportPumpRunning,
    ReportPumpStopped,
    ReportRateSet,
)
from desens_gui.domain.commands.reaction import EnterReactionInError, GradeReaction, RecordOnset
from desens_gui.domain.commands.setup import RecordOrder
from desens_gui.domain.commands.step import Resume
from desens_gui.domain.events.ending import Ending, Transfer
from desens_gui.domain.events.parts import Leaving
from desens_gui.domain.events.pump import BagReading, Label
from desens_gui.domain.grading.scale import Scale
from desens_gui.domain.policy import Connection
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.stage import ChangingBag, Observing, Stopping
from desens_gui.views.entry.forms import FormReader
from desens_gui.views.entry.label_time import label_time
from desens_gui.views.panel_grade import GRADE, ONSET, REASON, SCALE, answers_of
from desens_gui.views.panel_move import CODE, TO
from desens_gui.views.panel_relieving import RATE
from desens_gui.views.prescriber import own_order
from desens_gui.views.second_way import read_word

READS = (
    "pump_running",
    "pump_stopped",
    "rate_set",
    "label_read",
    "connected",
    "double_check",
    "take_order",
    "resume",
    "confirm:stop_today",
    "confirm:note",
    "confirm:entered_in_error",
    "confirm:bag_empty",
    "confirm:move",
    "confirm:unidentified",
    "confirm:cover_chair",
    "confirm:onset",
    "confirm:grade",
    "finish",
)
"""Intents that this reads."""


def read_order(reader: FormReader, intent: str) -> Command | None:
    """The command of an intent; None when something could not be read: see reader.problems."""
    command = (
        _pump(reader, intent) or _bag(reader, intent) or _judged(reader, intent) or _other(reader, intent)
    )
    return None if reader.problems else command


def _pump(reader: FormReader, intent: str) -> Command | None:
    words = reader.scene.words
    if intent == "pump_running":
        rate = reader.rate("pump_rate", words("Rate the pump shows"))
        return ReportPumpRunning(rate_ml_h=rate) if rate is not None else None
    if intent == "pump_stopped":
        return ReportPumpStopped(at=reader.time("stop_time"))
    if intent == "rate_set":
        rate = reader.rate("set_rate", words("Rate on the pump"))
        return ReportRateSet(rate_ml_h=rate) if rate is not None else None
    if intent == "take_order":
        return _long_pause(reader)
    return Resume() if intent == "resume" else None


def _long_pause(reader: FormReader) -> Command | None:
    """The prescriber's order to go on after a long pause; an empty form names what it needs."""
    words = reader.scene.words
    if not own_order(reader.scene, reader.draft):
        reader.text("order:by", words("Prescriber"))
    order = reader.order(OrderFor.RESUME_AFTER_LONG_PAUSE)
    return RecordOrder(order=order) if order is not None else None


def _bag(reader: FormReader, intent: str) -> Command | None:
    stage = reader.scene.session.stage
    if not isinstance(stage, ChangingBag):
        return None
    if intent == "connected":
        return ReportConnected(connection=Connection.OWN_SET, primed_with_bag=stage.to_bag)
    if intent == "label_read":
        return _label(reader)
    if intent == "double_check":
        return _second_reading(reader)
    return None


def _label(reader: FormReader) -> Command | None:
    words, unit = reader.scene.words, reader.scene.plan.unit
    identifier = reader.text("identifier", words("Patient"))
    session_id = reader.text("session_id", words("Session code"))
    revision = reader.whole("plan_revision", words("Plan revision"))
    bag = reader.whole("bag", words("Bag number"))
    strength = reader.strength("concentration", words("Concentration"), unit)
    use_before = label_time(reader)
    if revision is None or bag is None or strength is None or use_before is None:
        return None
    return ReadLabel(
        label=Label(
            identifier=identifier,
            session_id=session_id,
            plan_revision=revision,
            bag=bag,
            concentration=strength,
            use_before=use_before,
        )
    )


def _second_reading(reader: FormReader) -> Command | None:
    words, unit = reader.scene.words, reader.scene.plan.unit
    rate = reader.rate("second:rate", words("Rate on the pump"))
    bag = reader.whole("second:bag", words("Bag number"))
    strength = reader.strength("second:concentration", words("Concentration"), unit)
    last4 = reader.text("second:identifier_last4", words("Patient on the label"))
    word = read_word(reader)
    if rate is None or bag is None or strength is None:
        return None
    reading = BagReading(rate_ml_h=rate, bag=bag, concentration=strength, identifier_last4=last4)
    return DoubleCheckBag(reading=reading, telephone=word)


def _other(reader: FormReader, intent: str) -> Command | None:
    draft, words = reader.draft, reader.scene.words
    if intent == "confirm:stop_today":
        return _stop(reader)
    if intent == "confirm:note":
        return _note(reader)
    if intent == "confirm:entered_in_error":
        return EnterReactionInError(reason=reader.text("error:reason", words("Reason")))
    if intent == "confirm:bag_empty":
        return ReportBagEmpty(at=reader.time("empty:time"), reason=draft.text("empty:reason").strip())
    if intent == "confirm:move":
        return ClosePart(
            why=Leaving.CONTINUED,
            to=reader.text(TO, words("Workstation or place")),
            code=reader.text(CODE, words("Compare code shown there")),
        )
    if intent == "confirm:cover_chair":
        read = reader.rate(RATE, words("Rate the pump shows"))
        return None if read is None else CoverChair(relieves=reader.scene.relieves, rate_ml_h=read)
    if intent == "confirm:unidentified":
        return NameUnidentified(entries=tuple(each.seq for each in reader.scene.session.unnamed))
    if intent == "finish":
        return EndSession(ending=_ending(reader), cut_short_by=draft.text("cut_short_by").strip())
    return None


def _ending(reader: FormReader) -> Ending:
    """The ending that was called, else the one thing a session without a stop can be: completed."""
    stage = reader.scene.session.stage
    called = stage.ending if isinstance(stage, Observing | Stopping) else None
    return called or Ending.COMPLETED


def _judged(reader: FormReader, intent: str) -> Command | None:
    if intent == "confirm:onset":
        at = reader.time_told(ONSET, reader.scene.words("Time of the first sign"))
        return RecordOnset(at=at) if at is not None else None
    return _grade(reader) if intent == "confirm:grade" else None


def _grade(reader: FormReader) -> Command | None:
    grade = reader.chosen(GRADE, reader.scene.words("Choose the grade."))
    if not grade:
        return None
    return GradeReaction(
        scale=Scale(reader.draft.choice(SCALE)),
        grade=grade,
        answers=answers_of(reader.draft),
        reason=reader.draft.text(REASON).strip(),
    )


def _stop(reader: FormReader) -> Command | None:
    draft, words = reader.draft, reader.scene.words
    chosen = reader.chosen("ending", words("Choose how it ends."))
    if not chosen:
        return None
    ending = Ending(chosen)
    if ending is not Ending.TRANSFERRED:
        return StopToday(ending=ending, words=draft.text("stop:words").strip())
    pump = reader.chosen("transfer:pump", words("Say whether the pump runs at the transfer."))
    return StopToday(
        ending=ending,
        transfer=Transfer(
            where=reader.text("transfer:where", words("Where to")),
            to_whom=reader.text("transfer:to_whom", words("To whom")),
            pump_running=pump == "running",
            line_content=reader.text("transfer:line_content", words("What the line still holds")),
        ),
    )


def _note(reader: FormReader) -> Command:
    words = reader.scene.words
    at = reader.time("note:time")
    if reader.draft.choice("note:kind") == "medication":
        return RecordMedication(
            drug=reader.text("note:drug", words("Medication")),
            dose=reader.text("note:dose", words("Dose with its unit")),
            route=reader.text("note:route", words("Route")),
            at=at,
        )
    return RecordNote(text=reader.text("note:text", words("Note")), at=at)
