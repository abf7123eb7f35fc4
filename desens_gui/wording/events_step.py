"""Facts about the steps, one line each. What was told is kept apart from what was reported."""

from __future__ import annotations

from typing import assert_never

from desens_gui.domain.events.every import StepEvent
from desens_gui.domain.events.step import (
    ClockStepped,
    EscalationCommanded,
    PauseCalled,
    ProgramStalled,
    PromptRaised,
    ResumeCommanded,
    StayDecided,
    StepStarted,
    SymptomsAskedAgain,
    TimeJump,
)
from desens_gui.domain.quantities import Duration
from desens_gui.wording.numbers import duration_words, rate
from desens_gui.wording.pauses import pause_reason
from desens_gui.wording.plain import plain
from desens_gui.wording.prompts import prompt_name
from desens_gui.wording.words import Words

_OfTime = PromptRaised | ProgramStalled | ClockStepped


def step_event(words: Words, event: StepEvent) -> str:
    match event:
        case StepStarted(step=step, bag=bag, rate_ml_h=shown):
            return words("Step {step} started: bag {bag} at {rate}", step=step, bag=bag, rate=rate(shown))
        case EscalationCommanded(to_step=step, rate_ml_h=told):
            return words("Go up to step {step}: set pump to {rate}", step=step, rate=rate(told))
        case SymptomsAskedAgain():
            return words("Symptoms asked again: none new or worse")
        case StayDecided(step=step):
            return words("Stay on step {step}", step=step)
        case PauseCalled():
            return _pause(words, event)
        case ResumeCommanded(from_start=True, step=step, rate_ml_h=told):
            return words(
                "Resume, step {step} begins again: set pump to {rate} and start it",
                step=step,
                rate=rate(told),
            )
        case ResumeCommanded(step=step, rate_ml_h=told):
            return words("Resume step {step}: set pump to {rate} and start it", step=step, rate=rate(told))
        case _:
            return _of_time(words, event)


def _pause(words: Words, event: PauseCalled) -> str:
    reason = pause_reason(words, event.reason)
    if event.words:
        return words("Pause, stop the pump: {reason}. {words}", reason=reason, words=plain(event.words))
    return words("Pause, stop the pump: {reason}", reason=reason)


def _of_time(words: Words, event: _OfTime) -> str:
    match event:
        case PromptRaised(prompt=prompt):
            return prompt_name(words, prompt)
        case ProgramStalled(jump=TimeJump.SLEEP, gap_ms=gap_ms):
            return words("The computer slept for {time}; elapsed time still counts", time=_ms(words, gap_ms))
        case ProgramStalled(gap_ms=gap_ms):
            return words(
                "The program did not respond for {time}; elapsed time still counts", time=_ms(words, gap_ms)
            )
        case ClockStepped(by_ms=by_ms) if by_ms < 0:
            return words("The clock was set back by {time}; no elapsed time changes", time=_ms(words, -by_ms))
        case ClockStepped(by_ms=by_ms):
            return words(
                "The clock was set forward by {time}; no elapsed time changes", time=_ms(words, by_ms)
            )
        case _:
            assert_never(event)


def _ms(words: Words, milliseconds: int) -> str:
    return duration_words(Duration.ns(milliseconds * 1_000_000), words)
