"""Refusals about pump, bag, label and line, as sentences."""

from __future__ import annotations

from typing import assert_never

from desens_gui.domain.policy import Connection
from desens_gui.domain.refusals.every import PumpRefusal
from desens_gui.domain.refusals.pump import (
    BagChangeIncomplete,
    BagChangeItem,
    BagExpired,
    BagNotTheLast,
    BagReadingDiffers,
    ConnectionNotCounted,
    LabelDiffers,
    PrimedWithOtherBag,
    PumpAlreadyStopped,
    PumpNotStopped,
    PumpRateDiffers,
    PumpReadOtherwise,
)
from desens_gui.wording.names import field_name
from desens_gui.wording.numbers import rate
from desens_gui.wording.refusals_general import time_of_day
from desens_gui.wording.sentences import listed, lowered
from desens_gui.wording.typed import shown
from desens_gui.wording.words import Words

_BagRefusal = (
    PrimedWithOtherBag | ConnectionNotCounted | BagReadingDiffers | BagChangeIncomplete | BagNotTheLast
)


def pump_refusal(words: Words, reason: PumpRefusal, zone_offset_min: int | None) -> str:
    match reason:
        case PumpRateDiffers(told=told, typed=typed):
            return words(
                "The pump shows {typed}, it must show {told}: set the pump to {told} or stop it.",
                typed=rate(typed),
                told=rate(told),
            )
        case PumpReadOtherwise(recorded=recorded, read=read):
            return words(
                "{read} was read on the pump, {recorded} is recorded: read it again. "
                "If it is so, pause and stop the pump, and call whoever you relieve.",
                read=rate(read),
                recorded=rate(recorded),
            )
        case PumpNotStopped():
            return words("The pump is not reported stopped; stop it and report that first.")
        case PumpAlreadyStopped(since=since):
            return words(
                "The pump is reported stopped already, since {since}.",
                since=time_of_day(words, since, since, zone_offset_min),
            )
        case LabelDiffers(field=field, expected=expected, read=read):
            return words(
                "{field}: the label says {read}, it must be {expected}. Do not hang this bag.",
                field=field_name(words, field),
                read=shown(read),
                expected=shown(expected),
            )
        case BagExpired(use_before=before, last_minute=last):
            return words(
                "The bag may be used until {before}, its last planned minute is {last}. "
                "Do not hang this bag.",
                before=time_of_day(words, before, last, zone_offset_min),
                last=time_of_day(words, last, last, zone_offset_min),
            )
        case _:
            return _about_bag(words, reason)


def _about_bag(words: Words, reason: _BagRefusal) -> str:
    match reason:
        case PrimedWithOtherBag(needed=needed, told=told):
            return words(
                "The set is primed with bag {told}; it must be primed with bag {needed}.",
                told=told,
                needed=needed,
            )
        case ConnectionNotCounted(connection=connection):
            return words(
                "{connection}: the dose at the vein cannot be worked out; "
                "only an own set at the catheter is allowed.",
                connection=connection_name(words, connection),
            )
        case BagReadingDiffers(fields=fields):
            return words(
                "Not the same as the first answers: {fields}. Read again from pump and label.",
                fields=listed([lowered(words, field_name(words, field)) for field in fields]),
            )
        case BagChangeIncomplete(missing=missing):
            return words(
                "The bag change is not complete; first: {missing}.",
                missing=listed([bag_change_item(words, item) for item in missing]),
            )
        case BagNotTheLast(bag=bag):
            return words(
                "Only the last bag, bag {bag}, is reported empty, and only in the last step.", bag=bag
            )
        case _:
            assert_never(reason)


def bag_change_item(words: Words, item: BagChangeItem) -> str:
    """What is to be done, as an order to the nurse."""
    names = {
        BagChangeItem.PUMP_STOPPED: words("stop the pump and report it"),
        BagChangeItem.RATE_SET: words("set the new rate"),
        BagChangeItem.LABEL_READ: words("read the label"),
        BagChangeItem.CONNECTED: words("connect the new set"),
        BagChangeItem.DOUBLE_CHECKED: words("independent double check"),
        BagChangeItem.IV_SITE: words("IV site"),
    }
    return names[item]


def connection_name(words: Words, connection: Connection) -> str:
    names = {
        Connection.OWN_SET: words("Own set at the catheter"),
        Connection.SIDE_BRANCH: words("Short side branch"),
        Connection.SAME_SET: words("Same set"),
    }
    return names[connection]
