"""Facts about the reaction and the end, one line each."""

from __future__ import annotations

from typing import assert_never

from desens_gui.domain.events.ending import (
    BagReportedEmpty,
    Ending,
    LineFlushed,
    ObservationStarted,
    SessionEnded,
    StopCalled,
)
from desens_gui.domain.events.every import EndingEvent, ReactionEvent
from desens_gui.domain.events.reaction import (
    OnsetRecorded,
    PatternJudged,
    ReactionCalled,
    ReactionEnteredInError,
    ReactionGraded,
)
from desens_gui.wording.endings import desensitized, ending_name, not_desensitized, transfer_line
from desens_gui.wording.grading import graded_line, pattern_name
from desens_gui.wording.moments import hour_minute
from desens_gui.wording.numbers import amount, stopwatch, volume
from desens_gui.wording.plain import plain
from desens_gui.wording.words import Words


def reaction_event(words: Words, event: ReactionEvent, zone_offset_min: int) -> str:
    match event:
        case ReactionCalled(step=None):
            return words("REACTION called, before the first step")
        case ReactionCalled():
            return _reaction(words, event)
        case ReactionEnteredInError(reason=reason):
            return words("Reaction entered in error: {reason}", reason=plain(reason))
        case OnsetRecorded(at=at):
            return words("First sign at {time}", time=hour_minute(at.us, zone_offset_min))
        case PatternJudged(pattern=pattern):
            return words("Pattern: {pattern}", pattern=pattern_name(words, pattern))
        case ReactionGraded():
            return graded_line(words, event)
        case _:
            assert_never(event)


def _reaction(words: Words, event: ReactionCalled) -> str:
    elapsed = stopwatch(event.step_elapsed_s)
    if event.given is None:
        return words("REACTION called in step {step} at {elapsed}", step=event.step, elapsed=elapsed)
    return words(
        "REACTION called in step {step} at {elapsed}, given so far {given}",
        step=event.step,
        elapsed=elapsed,
        given=amount(event.given, words),
    )


def ending_event(words: Words, event: EndingEvent) -> str:
    match event:
        case BagReportedEmpty(bag=bag, reason=""):
            return words("Bag {bag} reported empty", bag=bag)
        case BagReportedEmpty(bag=bag, reason=reason):
            return words("Bag {bag} reported empty: {reason}", bag=bag, reason=plain(reason))
        case LineFlushed(volume_ml=flushed):
            return words("Line reported flushed with {volume}", volume=volume(flushed))
        case ObservationStarted(ending=None):
            return words("Drug finished, observation started")
        case ObservationStarted():
            return words("Drug stopped, observation started")
        case StopCalled():
            return _stop(words, event)
        case SessionEnded():
            return _ended(words, event)
        case _:
            assert_never(event)


def _stop(words: Words, event: StopCalled) -> str:
    parts = [words("Stop desensitization today. {ending}", ending=ending_name(words, event.ending))]
    if event.words:
        parts.append(plain(event.words))
    if event.transfer is not None:
        parts.append(transfer_line(words, event.transfer))
    return ". ".join(parts)


def _ended(words: Words, event: SessionEnded) -> str:
    """The ending, the dose, what it means for the next one; after a death no more than the first two."""
    parts = [words("Session ended. {ending}", ending=ending_name(words, event.ending))]
    if event.given is not None:
        parts.append(words("Given {dose}", dose=amount(event.given, words)))
    if event.tolerance:
        parts.append(desensitized(words))
    elif event.ending is not Ending.DIED:
        parts.append(not_desensitized(words))
    if event.observation_cut_short_by:
        parts.append(
            words("Observation ended early against advice: {by}", by=plain(event.observation_cut_short_by))
        )
    return ". ".join(parts)
