"""Encrypted session files for tests, and the keys that open them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from desens_gui.storage.keys import Encrypting, Key, held, hold, let_go, site_key
from desens_gui.storage.opening import create_session
from desens_gui.storage.session_log import SqliteLog
from tests.fake_clock import FakeClock
from tests.storage.facts import session

SECRET = b"twenty bytes of site"
SITE = site_key(SECRET)
PLAIN_TEXT = (b"SQLite", b"event", b"note", b"session_opened", b"CREATE")
"""What anybody sees who looks into a plain file."""
_numbers = count()


def random(length: int) -> bytes:
    """Never the same twice in a run."""
    return hashlib.sha256(str(next(_numbers)).encode()).digest()[:length]


def encrypting(key: Key = SITE) -> Encrypting:
    return Encrypting(key, random)


@contextmanager
def holding(*keys: Key) -> Iterator[None]:
    """This process holds these keys and no others."""
    before = tuple(held())
    _hold_only(keys)
    try:
        yield
    finally:
        _hold_only(before)


def _hold_only(keys: Iterable[Key]) -> None:
    let_go()
    for key in keys:
        hold(key)


def encrypted_file(folder: Path, length: int = 8, key: Key = SITE) -> Path:
    """A session file of a key that is held."""
    path = folder / "s.desens"
    create_session(path, encrypting=encrypting(key))
    log = SqliteLog(path, clock=FakeClock())
    log.append(session(length))
    log.close()
    return path
