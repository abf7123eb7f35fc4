"""Which alarm conditions are true at a moment, from state and time alone (SAFETY S7, S16, S23)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from desens_gui.domain.events.alarm import AlarmCode, Priority
from desens_gui.domain.events.ending import Ending, Transfer
from desens_gui.domain.policy import Policy
from desens_gui.domain.schedule import CheckTimes, check_is_open, check_times
from desens_gui.domain.session import Session
from desens_gui.domain.stage import Paused, Reacting, SettingUp, Stopping

TECHNICAL: dict[AlarmCode, Priority] = {
    AlarmCode.NOT_RECORDED: Priority.MEDIUM,
    AlarmCode.PROGRAM_FAULT: Priority.MEDIUM,
    AlarmCode.BATTERY_LOW: Priority.MEDIUM,
    AlarmCode.NO_SOUND: Priority.LOW,
    AlarmCode.WATCHDOG_OFF: Priority.LOW,
    AlarmCode.BACKUP_MISSED: Priority.LOW,
}
"""Conditions of the machine: the session is told of them. Battery: SAFETY S23."""

_CODES, _PRIORITIES = tuple(AlarmCode), tuple(Priority)


class Condition(msgspec.Struct, frozen=True):
    """One alarm that is true now. since_ns: session time it counts from; None for one of the machine."""

    alarm: AlarmCode
    priority: Priority
    since_ns: int | None = None


def urgency(alarm: AlarmCode, priority: Priority) -> tuple[int, int]:
    """Sorts the most urgent first."""
    return _PRIORITIES.index(priority), _CODES.index(alarm)


def conditions(session: Session, at_ns: int, technical: Iterable[AlarmCode] = ()) -> tuple[Condition, ...]:
    """All that is true, the most urgent first; none in a closed session."""
    if session.is_over:
        return ()
    found = [
        *_of_pump(session, at_ns),
        *_of_checks(session, at_ns),
        *_of_machine(session, frozenset(technical)),
    ]
    if session.away is not None:
        found.append(Condition(AlarmCode.AWAY, Priority.LOW, session.away.from_ns))
    return tuple(sorted(found, key=lambda one: urgency(one.alarm, one.priority)))


def stop_asked_ns(session: Session) -> int | None:
    """Since when the running pump is to be stopped and that cannot wait for its turn.

    A pump that goes with the patient is not to be stopped; after a death nothing is urgent any more.
    """
    if not session.pump_runs:
        return None
    match session.stage:
        case Stopping(transfer=Transfer(pump_running=True)) | Stopping(ending=Ending.DIED):
            return None
        case Paused(called_ns=since) | Stopping(called_ns=since) | Reacting(called_ns=since):
            return since
        case _:
            return None


def _of_pump(session: Session, at_ns: int) -> Iterator[Condition]:
    """A declared reaction is high; so is a pump not confirmed stopped in it, else that is medium."""
    reacting = isinstance(session.stage, Reacting)
    if isinstance(session.stage, Reacting):
        yield Condition(AlarmCode.REACTION, Priority.HIGH, session.stage.called_ns)
    asked = stop_asked_ns(session)
    if asked is None or session.policy is None:
        return
    if at_ns - asked >= session.policy.pump_unconfirmed_alarm.whole_ns:
        yield Condition(AlarmCode.PUMP_NOT_STOPPED, Priority.HIGH if reacting else Priority.MEDIUM, asked)


def _of_checks(session: Session, at_ns: int) -> Iterator[Condition]:
    """Late is low, very late medium; overdue vital signs of an open reaction are medium at once."""
    policy = session.policy
    times = open_check(session, policy, at_ns) if policy is not None else None
    if times is None or at_ns < times.late_ns:
        return
    if isinstance(session.stage, Reacting):
        yield Condition(AlarmCode.VITALS_OVERDUE, Priority.MEDIUM, times.due_ns)
        return
    late = Priority.MEDIUM if at_ns >= times.very_late_ns else Priority.LOW
    yield Condition(AlarmCode.CHECK_LATE, late, times.due_ns)


def open_check(session: Session, policy: Policy, at_ns: int) -> CheckTimes | None:
    """The times of the check that still has to be made; None if none has."""
    times = check_times(session, policy)
    return times if times is not None and check_is_open(session, policy, at_ns) else None


def _of_machine(session: Session, told: frozenset[AlarmCode]) -> Iterator[Condition]:
    """A sound that nobody heard is missing; a backup missed is said before and after treatment only."""
    for alarm, priority in TECHNICAL.items():
        unheard = alarm is AlarmCode.NO_SOUND and session.sound_heard is False
        later = alarm is AlarmCode.BACKUP_MISSED and not isinstance(session.stage, SettingUp)
        if (alarm in told or unheard) and not later:
            yield Condition(alarm, priority)
