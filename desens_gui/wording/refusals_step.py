"""Refusals about going up, resuming, the reaction and the end, as sentences."""

from __future__ import annotations

from typing import assert_never

from desens_gui.domain.refusals.ending import (
    CompletedIsNotAStop,
    EmptyNeedsReason,
    EndIncomplete,
    EndingDiffers,
    EndItem,
    FlushTooSmall,
    ObservationNotOver,
    TransferMissing,
)
from desens_gui.domain.refusals.every import EndingRefusal, StepRefusal
from desens_gui.domain.refusals.step import (
    GradeUnknown,
    NoNextStep,
    NoReactionOpen,
    NothingToWatch,
    ReactionOpen,
    StepNotFinished,
    SymptomsNotAskedAgain,
)
from desens_gui.wording.endings import ending_name
from desens_gui.wording.grading import scale_name
from desens_gui.wording.numbers import amount, duration_words, volume
from desens_gui.wording.plain import plain
from desens_gui.wording.sentences import listed
from desens_gui.wording.stored import stored_number
from desens_gui.wording.words import Words


def step_refusal(words: Words, reason: StepRefusal) -> str:
    match reason:
        case StepNotFinished(step=step, left=left):
            return words(
                "Step {step} has {left} left; going up earlier needs a prescriber order.",
                step=step,
                left=duration_words(left, words),
            )
        case SymptomsNotAskedAgain(limit=limit):
            return words(
                "Symptoms were asked more than {limit} ago; ask again at the moment of going up.",
                limit=duration_words(limit, words),
            )
        case NoNextStep(last=last):
            return words("Step {last} is the last step; it runs until the bag is empty.", last=last)
        case ReactionOpen():
            return words(
                "A reaction is open: only entered in error, stopped, transferred or died are possible."
            )
        case NoReactionOpen():
            return words("No reaction was called.")
        case GradeUnknown(scale=scale, grade=grade):
            return words("{scale} has no grade {grade}.", scale=scale_name(words, scale), grade=plain(grade))
        case NothingToWatch():
            return words("This answer belongs to the last step while it runs.")
        case _:
            assert_never(reason)


def ending_refusal(words: Words, reason: EndingRefusal) -> str:
    match reason:
        case EmptyNeedsReason(pumped=pumped, expected=expected, tolerance_percent=tolerance):
            return words(
                "By rate and time {pumped} are out of the bag, expected are {expected}: "
                "more than {tolerance} % apart needs a reason.",
                pumped=volume(pumped),
                expected=volume(expected),
                tolerance=stored_number(tolerance),
            )
        case FlushTooSmall(told=told, needed=needed):
            return words(
                "The line was flushed with {told}; at least {needed} are needed.",
                told=volume(told),
                needed=volume(needed),
            )
        case EndIncomplete():
            return _end_incomplete(words, reason)
        case ObservationNotOver(left=left):
            return words(
                "The observation has {left} left; ending it earlier is against advice and needs a name.",
                left=duration_words(left, words),
            )
        case EndingDiffers(called=called, told=told):
            return words(
                "The session is ending as “{called}”, not as “{told}”.",
                called=ending_name(words, called),
                told=ending_name(words, told),
            )
        case TransferMissing():
            return words(
                "A transfer, and only a transfer, says where, to whom, whether the pump runs "
                "and what the line holds."
            )
        case CompletedIsNotAStop():
            return words("“Completed” is no reason to stop; it follows from the full dose and the end check.")
        case _:
            assert_never(reason)


def _end_incomplete(words: Words, reason: EndIncomplete) -> str:
    missing = listed([end_item(words, item) for item in reason.missing])
    ending = ending_name(words, reason.ending)
    if reason.given is None:
        return words("“{ending}” is not possible yet; missing: {missing}.", ending=ending, missing=missing)
    return words(
        "“{ending}” is not possible yet; missing: {missing}. Given so far: {given}.",
        ending=ending,
        missing=missing,
        given=amount(reason.given, words),
    )


def end_item(words: Words, item: EndItem) -> str:
    names = {
        EndItem.BAG_EMPTY: words("bag empty"),
        EndItem.FLUSHED: words("line flushed"),
        EndItem.PUMP_STOPPED: words("pump reported stopped"),
        EndItem.END_CHECK: words("end check"),
        EndItem.FULL_TARGET: words("full target dose"),
        EndItem.NO_OPEN_REACTION: words("reaction resolved"),
    }
    return names[item]
