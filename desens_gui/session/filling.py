"""Fills a written command with what the screen shows at that moment: {rate}, {bag}, "30 s ago"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import msgspec

from desens_gui.domain.commands.every import Command
from desens_gui.domain.instants import Utc
from desens_gui.domain.plan.plan import Bag, Plan
from desens_gui.domain.quantities import Amount, Concentration, Quantity, Rate, Volume
from desens_gui.domain.session import Session
from desens_gui.domain.stage import ChangingBag, GoingUp, Resuming
from desens_gui.session.moment import Moment
from desens_gui.session.scenario import Written
from desens_gui.session.spoken_time import moment

PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")


class NotKnownYet(Exception):
    """A placeholder for something that the session does not have at this moment."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class Shown(NamedTuple):
    """What a placeholder stands for: its type, and where it comes from."""

    kind: type[object]
    value: Callable[[Session], object]


def told_step(session: Session) -> int | None:
    """The step whose rate the screen tells: the one to come during a change, else the one that runs."""
    match session.stage:
        case ChangingBag(to_step=step) | GoingUp(to_step=step) | Resuming(step=step):
            return step
        case _:
            return None if session.step is None else session.step.number


def _plan(session: Session, name: str) -> Plan:
    if session.plan is None:
        raise NotKnownYet(name)
    return session.plan


def _step(session: Session, name: str) -> int:
    number = told_step(session)
    if number is None:
        raise NotKnownYet(name)
    return number


def _bag(session: Session, name: str) -> Bag:
    return _plan(session, name).bag_of(_step(session, name))


def _identifier(session: Session, name: str) -> str:
    if session.patient is None:
        raise NotKnownYet(name)
    return session.patient.identifier.strip()


def _flush(session: Session) -> Volume:
    assert session.policy is not None  # a player sets it before the first entry
    return session.policy.flush


def _unsigned(session: Session) -> int:
    """The first entry that waits for a co-signature."""
    if not session.unsigned:
        raise NotKnownYet("unsigned")
    return session.unsigned[0].seq


PLACEHOLDERS: Mapping[str, Shown] = MappingProxyType(
    {
        "session_id": Shown(str, lambda session: session.opened.session_id),
        "identifier": Shown(str, lambda session: _identifier(session, "identifier")),
        "identifier_last4": Shown(str, lambda session: _identifier(session, "identifier_last4")[-4:]),
        "drug": Shown(str, lambda session: _plan(session, "drug").inputs.drug),
        "dose": Shown(Amount, lambda session: _plan(session, "dose").target),
        "bags": Shown(int, lambda session: len(_plan(session, "bags").bags)),
        "revision": Shown(int, lambda session: _plan(session, "revision").inputs.revision),
        "step": Shown(int, lambda session: _step(session, "step")),
        "rate": Shown(Rate, lambda session: _plan(session, "rate").step(_step(session, "rate")).rate),
        "bag": Shown(int, lambda session: _bag(session, "bag").number),
        "concentration": Shown(
            Concentration, lambda session: _bag(session, "concentration").concentration.settled()
        ),
        "flush": Shown(Volume, _flush),
        "unsigned": Shown(int, _unsigned),
    }
)
"""Every name that may stand in braces, beside those a block is given."""


def fill(written: Written, at: Moment) -> Command:
    """The command as it is meant at this moment; NotKnownYet names a placeholder without a value."""

    def read(kind: type[Any], text: object) -> object:
        if issubclass(kind, Utc):
            return moment(str(text), at.stamp.utc_us, at.state.zone_offset_min)
        return kind.of(str(text))

    # not strict: what stands in braces is filled in as text, numbers too; types were checked on loading
    return msgspec.convert(_filled(written.fields, at.state), written.kind, strict=False, dec_hook=read)


def _filled(value: Any, session: Session) -> Any:
    match value:
        case dict():
            return {name: _filled(each, session) for name, each in value.items()}
        case list():
            return [_filled(each, session) for each in value]
        case str():
            return PLACEHOLDER.sub(lambda found: _as_text(PLACEHOLDERS[found[1]].value(session)), value)
        case _:
            return value


def _as_text(value: object) -> str:
    """As the field that takes it is written: drug with its unit, everything else without."""
    match value:
        case Amount():
            return f"{value.text} {value.unit}"
        case Concentration():
            return f"{value.text} {value.unit}/mL"
        case Quantity():
            return value.text
        case _:
            return str(value)
