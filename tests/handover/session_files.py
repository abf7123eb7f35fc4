"""Driven sessions as the files that a person would hand over."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from desens_gui.storage.schema import schema_digest
from tests.driving import Chair
from tests.storage.files import stored


def session_file(path: Path, chair: Chair) -> Path:
    """The session of a chair, with the schema it is written in named in its first entry."""
    first, *more = chair.records
    opened = replace(first, event=replace(first.event, schema_digest=schema_digest()))
    return stored(path, [opened, *more])
