"""Facts of names: identity shown, confirmed by telephone, co-signed, signed, one line each."""

from __future__ import annotations

from typing import assert_never

from desens_gui.domain.events.every import PeopleEvent
from desens_gui.domain.events.people import (
    ChairCovered,
    CoSigned,
    IdentityProved,
    SessionSigned,
    TelephoneConfirmed,
    UnidentifiedNamed,
)
from desens_gui.wording.moments import hour_minute
from desens_gui.wording.numbers import rate
from desens_gui.wording.plain import plain
from desens_gui.wording.signatures import meaning_name, means_name
from desens_gui.wording.words import Words


def people_event(words: Words, event: PeopleEvent, zone_offset_min: int) -> str:
    match event:
        case IdentityProved(proof=proof):
            return words(
                "{person} showed who they are, {how}",
                person=plain(proof.person),
                how=means_name(words, proof.how),
            )
        case TelephoneConfirmed(by=by, at=at):
            return words(
                "Confirmed by telephone, read back: {by}, {time}",
                by=plain(by),
                time=hour_minute(at.us, zone_offset_min),
            )
        case CoSigned(of=of, name=name):
            return words("Entry {number} co-signed: {name}", number=of, name=plain(name))
        case SessionSigned(meaning=meaning, name=name):
            return words(
                "Signed as {meaning}: {name}", meaning=meaning_name(words, meaning), name=plain(name)
            )
        case UnidentifiedNamed(entries=entries):
            numbers = ", ".join(str(entry) for entry in entries)
            return words("Entries {numbers}, made without signing in, are this person's", numbers=numbers)
        case ChairCovered(name=name, rate_ml_h=read):
            return words("Relieved {name}; the pump was read: {rate}", name=plain(name), rate=rate(read))
        case _:
            assert_never(event)
