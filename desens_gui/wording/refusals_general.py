"""Refusals that any command may meet, as sentences."""

from __future__ import annotations

from typing import assert_never

from desens_gui.domain.instants import Utc
from desens_gui.domain.refusals.every import GeneralRefusal
from desens_gui.domain.refusals.general import (
    AwayNotAnswered,
    NoSession,
    NotForRole,
    NothingToName,
    NotIdentified,
    NotNow,
    OrderNeeded,
    OrderNotReadBack,
    SessionAlreadyOpen,
    SessionIsOver,
    TextMissing,
    TextTooLong,
    TimeInFuture,
    TimeTooEarly,
)
from desens_gui.wording.moments import day, hour_minute_second
from desens_gui.wording.names import command_name, field_name
from desens_gui.wording.not_now import not_now
from desens_gui.wording.numbers import duration_words, number
from desens_gui.wording.orders import order_purpose
from desens_gui.wording.plain import plain
from desens_gui.wording.roles import role_name
from desens_gui.wording.sentences import lowered, raised
from desens_gui.wording.words import Words

_Given = TimeInFuture | TimeTooEarly | TextMissing | TextTooLong | OrderNeeded | OrderNotReadBack


def general_refusal(words: Words, reason: GeneralRefusal, zone_offset_min: int | None) -> str:
    match reason:
        case NoSession():
            return words("No session is open; open one first.")
        case SessionAlreadyOpen():
            return words("A session is open already; this one goes on.")
        case SessionIsOver():
            return words("The session has ended; nothing more can be recorded in it.")
        case NotForRole(command=command, role=role):
            return words(
                "The role {role} may not {command}.",
                role=lowered(words, role_name(words, role)),
                command=command_name(words, command),
            )
        case NotIdentified(person=""):
            return words("Nobody is signed in; sign in with name and role first.")
        case NotIdentified(person=person):
            return words(
                "{person} has not signed in to this session; sign in with name and role first.",
                person=plain(person),
            )
        case NothingToName():
            return words("These entries have a name already, or were made by somebody signed in.")
        case NotNow(command=command):
            return not_now(words, command)
        case AwayNotAnswered(away=away):
            return words(
                "The program was away for {away}: first say what the pump did meanwhile.",
                away=duration_words(away, words),
            )
        case _:
            return _given(words, reason, zone_offset_min)


def _given(words: Words, reason: _Given, zone_offset_min: int | None) -> str:
    match reason:
        case TimeInFuture(field=field, at=at, now=now):
            return words(
                "{field}: {at} is in the future; it is {now} now.",
                field=field_name(words, field),
                at=time_of_day(words, at, now, zone_offset_min),
                now=time_of_day(words, now, now, zone_offset_min),
            )
        case TimeTooEarly(field=field, at=at, earliest=earliest):
            return words(
                "{field}: {at} is too early; the earliest allowed is {earliest}.",
                field=field_name(words, field),
                at=time_of_day(words, at, earliest, zone_offset_min),
                earliest=time_of_day(words, earliest, earliest, zone_offset_min),
            )
        case TextMissing(field=field):
            return words("{field} is missing; it must be filled in.", field=field_name(words, field))
        case TextTooLong(field=field, length=length, most=most):
            return words(
                "{field}: {length} characters are too many; at most {most} are allowed.",
                field=field_name(words, field),
                length=number(length),
                most=number(most),
            )
        case OrderNeeded(purpose=purpose):
            return raised(
                words("a prescriber order {purpose} is needed.", purpose=order_purpose(words, purpose))
            )
        case OrderNotReadBack(by=by):
            return words("The order of {by} must be read back before it counts.", by=plain(by))
        case _:
            assert_never(reason)


def time_of_day(words: Words, at: Utc, beside: Utc, zone_offset_min: int | None) -> str:
    """ "10:42:12" in the display zone, else marked UTC; with its date when it is not on the other's day."""
    offset = 0 if zone_offset_min is None else zone_offset_min
    text = hour_minute_second(at.us, offset)
    if day(at.us, offset) != day(beside.us, offset):
        text = f"{day(at.us, offset, words)} {text}"
    return text if zone_offset_min is not None else f"{text} UTC"
