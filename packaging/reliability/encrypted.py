"""A workstation with encryption, for a part of a run: its key lies in the data folder and is held here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desens_gui.app.keys_here import take_keys
from desens_gui.storage.connecting import header_of
from desens_gui.storage.keys import Encrypting, Kind, kind_of, let_go
from desens_gui.system.encryption import keep
from desens_gui.system.ids import random_bytes
from desens_gui.system.paths import folders
from desens_gui.system.site_key import BYTES, fingerprint, write_site_key


@contextmanager
def site(data: Path, *, on: bool = True) -> Iterator[Encrypting | None]:
    """What new files are encrypted with; not on: nothing, and they are plain."""
    if not on:
        yield None
        return
    place, key = folders(data), random_bytes(BYTES)
    place.data.mkdir(parents=True, exist_ok=True)
    write_site_key(place.site_key, key)
    keep(place, on=True, site=fingerprint(key))
    try:
        yield take_keys(place).encrypting
    finally:
        let_go()


def require(session: Path, *, encrypted: bool) -> Path:
    """RuntimeError for a file that is not as it was meant: the run would show nothing."""
    if (kind_of(header_of(session)) is Kind.SITE) != encrypted:
        raise RuntimeError(f"{session.name}: encrypted is not {encrypted}")
    return session
