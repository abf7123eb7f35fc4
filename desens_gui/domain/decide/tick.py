"""What time itself asks for: recorded once per due time, never an increase (SAFETY S16)."""

from __future__ import annotations

from collections.abc import Iterator

from desens_gui.domain.answers import Decision, accept
from desens_gui.domain.commands.step import Tick
from desens_gui.domain.decide.alarm import alarm_changes
from desens_gui.domain.decide.asking import Asking
from desens_gui.domain.events.every import Event
from desens_gui.domain.events.step import (
    ClockStepped,
    ProgramStalled,
    PromptKind,
    PromptRaised,
    TimeJump,
)
from desens_gui.domain.instants import US, Instant
from desens_gui.domain.policy import Policy
from desens_gui.domain.schedule import (
    check_is_open,
    check_times,
    observation_over_ns,
    seen_due_ns,
    step_end_ns,
)
from desens_gui.domain.session import Session
from desens_gui.domain.stage import Stepping

GAP_MS = 2000
"""A longer time between two ticks is a stall or a sleep (DESIGN 6)."""
STEP_MS = 1000
"""Wall time moving more than this against the boot clock is a clock step (DESIGN 6)."""


def tick(ask: Asking, command: Tick) -> Decision:
    events: list[Event] = []
    if command.previous is not None:
        events.extend(_jumps(command.previous, ask.stamp))
    if ask.session.policy is not None:
        events.extend(_prompts(ask.session, ask.session.policy, ask.now_ns))
    events.extend(alarm_changes(ask.session, ask.now_ns, command.technical))
    return accept(*events)


def _jumps(previous: Instant, now: Instant) -> Iterator[Event]:
    if previous.boot_id != now.boot_id:
        return
    boot_ms = (now.boot_ns - previous.boot_ns) // (US * 1000)
    awake_ms = (now.mono_ns - previous.mono_ns) // (US * 1000)
    wall_ms = (now.utc_us - previous.utc_us) // 1000
    if boot_ms > GAP_MS:
        slept = boot_ms - awake_ms > STEP_MS
        yield ProgramStalled(jump=TimeJump.SLEEP if slept else TimeJump.STALL, gap_ms=boot_ms)
    if abs(wall_ms - boot_ms) > STEP_MS:
        yield ClockStepped(by_ms=wall_ms - boot_ms)


def _prompts(session: Session, policy: Policy, at_ns: int) -> Iterator[PromptRaised]:
    number = session.step.number if session.step is not None else None
    for kind, due_ns in _due(session, policy, at_ns):
        if due_ns <= at_ns and (kind, due_ns) not in session.raised:
            yield PromptRaised(prompt=kind, step=number, due_ns=due_ns)


def _due(session: Session, policy: Policy, at_ns: int) -> Iterator[tuple[PromptKind, int]]:
    if isinstance(session.stage, Stepping) and (end := step_end_ns(session)) is not None:
        yield PromptKind.STEP_ELAPSED, end
    if (seen := seen_due_ns(session, policy)) is not None:
        yield PromptKind.SEEN_DUE, seen
    if (over := observation_over_ns(session, policy)) is not None:
        yield PromptKind.OBSERVATION_OVER, over
    times = check_times(session, policy)
    if times is None or not check_is_open(session, policy, at_ns):
        return
    if at_ns < times.due_ns:
        yield PromptKind.CHECK_SOON, times.due_ns - policy.prompt_before.whole_ns
    yield PromptKind.CHECK_DUE, times.due_ns
    yield PromptKind.CHECK_LATE, times.late_ns
    yield PromptKind.CHECK_VERY_LATE, times.very_late_ns
    if times.stop_ns is not None:
        yield PromptKind.STOP_UNTIL_CHECKED, times.stop_ns
