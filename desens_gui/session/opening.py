"""Beginning a session, going on with an interrupted one, and finding which one that is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from desens_gui.domain.answers import Decision, Refused
from desens_gui.domain.commands.restart import ResumeProgram
from desens_gui.domain.commands.setup import OpenSession, SetPolicy
from desens_gui.domain.events.every import Event
from desens_gui.domain.evolve.evolving import fold
from desens_gui.domain.instants import Instant
from desens_gui.domain.policy import Policy
from desens_gui.domain.recorded import PROGRAM, Recorded
from desens_gui.domain.stage import SettingUp
from desens_gui.session.live_session import LiveSession

Records = Sequence[Recorded[Event]]
Named = TypeVar("Named")


class AlreadyOpen(Exception):
    """A session is begun once; one that was begun is resumed."""


def begin(live: LiveSession, opening: OpenSession, policy: Policy) -> None:
    """The first two facts of a new session, on an empty log; AlreadyOpen on any other."""
    for command in (opening, SetPolicy(policy=policy)):
        if isinstance(live.submit(command, PROGRAM), Refused):
            raise AlreadyOpen(live.state.opened.session_id)


def untouched(records: Records) -> bool:
    """Whether nobody entered anything yet."""
    state = fold(records)
    if state is None or not isinstance(state.stage, SettingUp):
        return False
    return not (state.staff or state.patient or state.plan)


def resume(live: LiveSession, program: str, last_alive: Instant | None = None) -> Decision:
    """Record that the program was away; refused for a session that is over.

    last_alive: when a heartbeat was last seen. state.away says afterwards whether somebody has to be asked
    what the pump did.
    """
    seen = last_seen(live.records, last_alive)
    return live.submit(ResumeProgram(last_seen=seen, program=program), PROGRAM)


def last_seen(records: Records, last_alive: Instant | None) -> Instant:
    """The last moment the program is known to have run: its last fact, or a later heartbeat."""
    stamp = records[-1].stamp
    if last_alive is None:
        return stamp
    if last_alive.boot_id == stamp.boot_id:
        return max(stamp, last_alive, key=lambda instant: instant.boot_ns)
    return max(stamp, last_alive, key=lambda instant: instant.utc_us)


def interrupted(sessions: Iterable[tuple[Named, Records]], workstation: str) -> Named | None:
    """The session to go on with: of this workstation and not over; None if there is none.

    One that was started comes before a draft, then the newest; of two equals the first given.
    """
    found: tuple[tuple[bool, int], Named] | None = None
    for name, records in sessions:
        rank = _rank(records, workstation)
        if rank is not None and (found is None or rank > found[0]):
            found = (rank, name)
    return None if found is None else found[1]


def _rank(records: Records, workstation: str) -> tuple[bool, int] | None:
    state = fold(records)
    if state is None or state.is_over or records[-1].workstation != workstation:
        return None
    return (not isinstance(state.stage, SettingUp), records[-1].stamp.utc_us)
