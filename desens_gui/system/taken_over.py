"""The mark beside a session file that was taken over: its old program stops going on with it.

Not part of the record: the new part's own first entry is.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from desens_gui.system.whole_file import write_whole


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """code: of the new part's first own entry."""

    workstation: str
    part_id: str
    code: str
    since_us: int
    zone_offset_min: int


def mark_path(session: Path) -> Path:
    return session.with_name(f"{session.name}.taken-over")


def leave_mark(session: Path, mark: Mark, *, replace: bool = False) -> None:
    """FileExistsError where another workstation was quicker; OSError where nothing can be written."""
    write_whole(mark_path(session), msgspec.json.encode(mark), replace=replace)


def read_mark(session: Path) -> Mark | None:
    """None where nothing readable was left."""
    try:
        return msgspec.json.decode(mark_path(session).read_bytes(), type=Mark)
    except (OSError, msgspec.MsgspecError):
        return None
