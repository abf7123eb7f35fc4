"""Where a session stands, in a few words: for review, lists and the command line."""

from __future__ import annotations

from typing import assert_never

from desens_gui.domain.stage import (
    ChangingBag,
    Ended,
    Flushing,
    GoingUp,
    Observing,
    Paused,
    Reacting,
    Resuming,
    SettingUp,
    Stage,
    Stepping,
    Stopping,
)
from desens_gui.wording.endings import ending_name
from desens_gui.wording.pauses import pause_reason
from desens_gui.wording.words import Words


def stage_name(words: Words, stage: Stage) -> str:
    """ "Bag change, 2 to 3", "Paused: toilet"."""
    match stage:
        case Reacting():
            return words("Reaction")
        case ChangingBag(from_bag=None, to_bag=bag):
            return words("Hanging bag {bag}", bag=bag)
        case ChangingBag(from_bag=old, to_bag=bag):
            return words("Bag change, {old} to {bag}", old=old, bag=bag)
        case SettingUp():
            return words("Set-up")
        case Stepping():
            return words("Step running")
        case GoingUp(to_step=step):
            return words("Going up to step {step}", step=step)
        case _:
            return _off_the_steps(words, stage)


def _off_the_steps(words: Words, stage: Paused | Resuming | Flushing | Stopping | Observing | Ended) -> str:
    match stage:
        case Paused(reason=reason):
            return words("Paused: {reason}", reason=pause_reason(words, reason))
        case Resuming(step=step):
            return words("Resuming step {step}", step=step)
        case Flushing(flushed=flushed):
            return words("Line flushed") if flushed else words("Bag empty, line to flush")
        case Stopping(ending=ending):
            return words("Stopping. {ending}", ending=ending_name(words, ending))
        case Observing():
            return words("Observation")
        case Ended(ending=ending):
            return words("Ended. {ending}", ending=ending_name(words, ending))
        case _:
            assert_never(stage)
