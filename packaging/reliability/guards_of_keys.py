"""Quick checks of what protects an encrypted file: see `guards`."""

from __future__ import annotations

from pathlib import Path

from desens_gui.session.simulated_clock import SimulatedClock
from desens_gui.storage.keys import Encrypting, hold, let_go, site_key
from desens_gui.storage.opening import create_session
from desens_gui.storage.session_log import SqliteLog
from desens_gui.storage.verify import State, verify
from desens_gui.system.ids import random_bytes
from desens_gui.system.site_key import BYTES
from reliability.facts import fact, note, opened

_WORDS = "told to nobody but the nurse"


def in_clear(folder: Path) -> list[str]:
    """The words of a note stand in no file of the folder."""
    path = _encrypted(folder)
    let_go()
    return [each.name for each in path.parent.iterdir() if _WORDS.encode() in each.read_bytes()]


def wrong_key(folder: Path) -> list[str]:
    """Another site's key leaves the file locked: taken for damaged, somebody might throw it away."""
    path = _encrypted(folder)
    let_go()
    hold(site_key(random_bytes(BYTES)))
    state = verify(path).state
    let_go()
    return [f"called {state}"] * (state is not State.LOCKED)


def _encrypted(folder: Path) -> Path:
    """Its key is held."""
    key = site_key(random_bytes(BYTES))
    hold(key)
    path = folder / "2026-11-22-guard001.desens"
    create_session(path, encrypting=Encrypting(key, random_bytes))
    log = SqliteLog(path, clock=SimulatedClock(0))
    log.append([fact(1, "1", opened(path)), fact(2, "2", note(_WORDS))])
    log.close()
    return path
