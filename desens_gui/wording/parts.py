"""What is said of a session that changes its workstation: its facts, its refusals, which part this is."""

from __future__ import annotations

from typing import assert_never

from desens_gui.domain.compare_code import code
from desens_gui.domain.events.every import PartEvent
from desens_gui.domain.events.parts import Leaving, PartClosed, PartTakenOver
from desens_gui.domain.refusals.every import PartRefusal
from desens_gui.domain.refusals.parts import CodeUnreadable, GoesOnElsewhere
from desens_gui.domain.session import Left, Part
from desens_gui.wording.plain import plain
from desens_gui.wording.words import Words


def part_event(words: Words, event: PartEvent) -> str:
    match event:
        case PartClosed(why=Leaving.HANDED_OVER, to=to):
            return words("Handed over to another workstation: {to}. This part is closed", to=plain(to))
        case PartClosed(to=to, code=shown):
            return words(
                "Goes on at another workstation: {to}, compare code {code}. This part is closed",
                to=plain(to),
                code=shown,
            )
        case PartTakenOver():
            return f"{_taken(words, event)}; {_from(words, event)}"
        case _:
            assert_never(event)


def _taken(words: Words, event: PartTakenOver) -> str:
    return words(
        "Taken over here as part {part} by {by}, from {workstation}",
        part=event.number,
        by=plain(event.by),
        workstation=plain(event.from_workstation),
    )


def _from(words: Words, event: PartTakenOver) -> str:
    """Without a part that was closed first, what was recorded there later is not in this one."""
    if event.closed_there:
        return words("that part was closed")
    return words("that part was not closed first")


def which_part(words: Words, part: Part) -> str:
    """ "Part 2, continues 2026-11-22-k7qm2x9d, compare code 312-8A31-77F0"."""
    taken = part.taken
    return words(
        "Part {part}, continues {continues}, compare code {code}",
        part=taken.number,
        continues=plain(taken.continues),
        code=code(taken.head_seq, taken.head_hash),
    )


def goes_on(words: Words, left: Left) -> str:
    """ "Goes on at ward-7, compare code 318-0A11-77F0"; no ending."""
    if left.code:
        return words("Goes on at {to}, compare code {code}", to=plain(left.to), code=left.code)
    return words("Goes on at {to}", to=plain(left.to))


def part_refusal(words: Words, reason: PartRefusal) -> str:
    match reason:
        case GoesOnElsewhere(to=to):
            return words(
                "This session goes on at {to}; nothing is recorded here any more. Enter it there.",
                to=plain(to),
            )
        case CodeUnreadable(typed=typed):
            return words(
                "Compare code: “{typed}” is none; copy it from the other workstation, like 312-8A31-77F0.",
                typed=plain(typed),
            )
        case _:
            assert_never(reason)
