"""What is to be heard at a moment: alarms by their priority, one soft tone for a prompt (SAFETY S8, S16)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

import msgspec

from desens_gui.domain.alarms import conditions, open_check, urgency
from desens_gui.domain.events.alarm import AlarmCode, Priority
from desens_gui.domain.events.step import PromptKind
from desens_gui.domain.policy import Policy
from desens_gui.domain.schedule import observation_over_ns, seen_due_ns, step_end_ns
from desens_gui.domain.session import AlarmStanding, Session
from desens_gui.domain.stage import Stepping

AGAIN_NS: dict[Priority, int] = {Priority.HIGH: 10_000_000_000, Priority.MEDIUM: 20_000_000_000}
"""From burst to burst: high 2.5 to 15 s, medium 2.5 to 30 s (IEC 60601-1-8 as manuals give it); low once."""


class Tone(StrEnum):
    """A burst by the name of its file."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    PROMPT = "prompt"


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to be heard. again_ns None: once. waits_for_typing: not within some time of the last key."""

    name: str
    tone: Tone
    again_ns: int | None = None
    waits_for_typing: bool = False


def calls(session: Session, at_ns: int, technical: Iterable[AlarmCode] = ()) -> tuple[Call, ...]:
    """The most urgent first; nothing of what was acknowledged, is paused, or is no longer true."""
    if session.is_over:
        return ()
    true = {condition.alarm for condition in conditions(session, at_ns, technical)}
    sounding = [one for one in session.alarms if one.alarm in true and _sounds(session, one, at_ns)]
    alarms = [_call(one) for one in sorted(sounding, key=lambda one: urgency(one.alarm, one.priority))]
    return (*alarms, *_prompts(session, at_ns))


def _sounds(session: Session, one: AlarmStanding, at_ns: int) -> bool:
    pause = session.audio_pause
    paused = pause is not None and one.raised_ns <= pause.from_ns and at_ns < pause.until_ns
    return not one.acknowledged and not paused


def _call(one: AlarmStanding) -> Call:
    """A declared reaction sounds once: whoever called it knows (SAFETY S16)."""
    once = one.alarm is AlarmCode.REACTION
    return Call(
        name=f"{one.alarm.value} {one.priority.value} {one.raised_ns}",
        tone=Tone(one.priority.value),
        again_ns=None if once else AGAIN_NS.get(one.priority),
        waits_for_typing=one.alarm is AlarmCode.CHECK_LATE or one.priority is Priority.LOW,
    )


def _prompts(session: Session, at_ns: int) -> tuple[Call, ...]:
    """One tone however many are due at once; none for what is late: that is an alarm, or was seen."""
    policy = session.policy
    if policy is None:
        return ()
    fresh_ns = at_ns - policy.late_low.whole_ns
    recent = [(kind, due) for kind, due in session.raised if due > fresh_ns]
    asked = [due for kind, due in recent if _is_asked(session, policy, kind, due, at_ns)]
    if not asked:
        return ()
    return (Call(name=f"prompt {max(asked)}", tone=Tone.PROMPT, waits_for_typing=True),)


def _is_asked(session: Session, policy: Policy, kind: PromptKind, due_ns: int, at_ns: int) -> bool:
    """Still so: the check is not made, the patient not seen, the step not left."""
    match kind:
        case PromptKind.CHECK_DUE:
            times = open_check(session, policy, at_ns)
            return times is not None and times.due_ns == due_ns
        case PromptKind.SEEN_DUE:
            return seen_due_ns(session, policy) == due_ns
        case PromptKind.STEP_ELAPSED:
            return isinstance(session.stage, Stepping) and step_end_ns(session) == due_ns
        case PromptKind.OBSERVATION_OVER:
            return observation_over_ns(session, policy) == due_ns
        case _:
            return False
