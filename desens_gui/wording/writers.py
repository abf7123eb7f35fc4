"""Who has the chair or a session file that was asked for, as one sentence."""

from __future__ import annotations

from typing import NamedTuple

from desens_gui.wording.moments import day, hour_minute, hour_minute_second
from desens_gui.wording.plain import plain
from desens_gui.wording.words import Words


class Writer(NamedTuple):
    """Who, since when, in that zone. process 0: not known. A named tuple: `verify` starts without msgspec."""

    workstation: str
    since_us: int
    zone_offset_min: int
    process: int = 0


def since(writer: Writer, words: Words) -> str:
    """ "22-Nov-2026 10:42"."""
    moment = (writer.since_us, writer.zone_offset_min)
    return f"{day(*moment, words)} {hour_minute(*moment)}"


def chair_is_taken(words: Words, writer: Writer | None) -> str:
    """None: it has not said who it is."""
    if writer is None:
        return words("Desens already runs with this data folder.")
    return words(
        "Desens already runs at {workstation} (process {process}, since {since}).",
        workstation=plain(writer.workstation),
        process=writer.process,
        since=since(writer, words),
    )


def other_writer(words: Words, writer: Writer | None) -> str:
    """Somebody else writes the session now (process known), or has written to it. None: nobody knows who."""
    if writer is None:
        return words("Another program writes this session: it cannot go on here.")
    if writer.process:
        return words(
            "{workstation} has had this session since {since} (process {process}): it cannot go on here too.",
            workstation=plain(writer.workstation),
            since=since(writer, words),
            process=writer.process,
        )
    return words(
        "{workstation} has written to this session, first at {time}: it cannot go on here.",
        workstation=plain(writer.workstation),
        time=hour_minute_second(writer.since_us, writer.zone_offset_min),
    )
