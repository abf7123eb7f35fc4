"""How a session ended, in the closed list's own words, and what that means for the next dose."""

from __future__ import annotations

from desens_gui.domain.events.ending import Ending, Transfer
from desens_gui.wording.plain import plain
from desens_gui.wording.words import Words


def ending_name(words: Words, ending: Ending) -> str:
    """ "Completed", "Stopped: patient's wish"."""
    names = {
        Ending.COMPLETED: words("Completed"),
        Ending.STOPPED_REACTION: words("Stopped: reaction"),
        Ending.STOPPED_PATIENT_WISH: words("Stopped: patient's wish"),
        Ending.STOPPED_AGAINST_ADVICE: words("Stopped: against advice"),
        Ending.STOPPED_IV_ACCESS_LOST: words("Stopped: IV access lost"),
        Ending.STOPPED_DRUG_BAG_OR_PUMP_ERROR: words("Stopped: drug, bag or pump error"),
        Ending.STOPPED_ORDER_CHANGED: words("Stopped: order changed"),
        Ending.TRANSFERRED: words("Transferred"),
        Ending.DIED: words("Died"),
        Ending.EVACUATED: words("Evacuated"),
    }
    return names[ending]


def ending_detail(words: Words, ending: Ending) -> str:
    """What opens or belongs to an ending of the list; empty where nothing does."""
    if ending is Ending.COMPLETED:
        return words("Opens after the end check: full target, no open reaction")
    if ending is Ending.TRANSFERRED:
        return words("Where, to whom, pump running or stopped, line content")
    return ""


def transfer_line(words: Words, transfer: Transfer) -> str:
    """ "To ward 7, to Dr B, pump stopped, the line holds: empty"."""
    pump = words("pump running") if transfer.pump_running else words("pump stopped")
    return words(
        "To {where}, to {whom}, {pump}, the line holds: {content}",
        where=plain(transfer.where),
        whom=plain(transfer.to_whom),
        pump=pump,
        content=plain(transfer.line_content),
    )


def desensitized(words: Words) -> str:
    return words("Desensitized until the next dose is due")


def not_desensitized(words: Words) -> str:
    """The line of every ending but "completed" and "died" (SAFETY S5, S23)."""
    return words("Not desensitized: full dose unsafe")
