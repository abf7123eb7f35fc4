"""Which key opens an encrypted file: its first 16 bytes, which are also its salt, say what it asks for.

Four bytes name the kind of key, three check whether a key is the right one, nine are random. So a file needs
nothing but itself and the key, and a wrong key is told from a damaged file.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from enum import Enum
from functools import cache, lru_cache
from typing import NamedTuple

from desens_gui.storage.problems import Asks, Locked

HEADER = 16
_KIND, _CHECK = 4, 7
_RANDOM = HEADER - _CHECK


class Kind(Enum):
    """How the first bytes of an encrypted file begin."""

    SITE = b"DSNS"
    PASSPHRASE = b"DSNP"

    @property
    def asks(self) -> Asks:
        return Asks.SITE_KEY if self is Kind.SITE else Asks.PASSPHRASE


def kind_of(header: bytes) -> Kind | None:
    """None: not encrypted by this program."""
    found = header[:_KIND]
    return next((kind for kind in Kind if kind.value == found and len(header) == HEADER), None)


class Key:
    """A secret that file keys are made from. Compared by identity, and never shown."""

    __slots__ = ("_root", "kind")

    def __init__(self, kind: Kind, root: Callable[[bytes], bytes]) -> None:
        self.kind = kind
        self._root = root

    def header(self, random: bytes) -> bytes:
        """For a new file."""
        return self.kind.value + self._check(random) + random

    def of_file(self, header: bytes) -> bytes | None:
        """The 32 bytes that encrypt the file; None where this is not its key."""
        if kind_of(header) is not self.kind:
            return None
        random = header[_CHECK:]
        if not hmac.compare_digest(self._check(random), header[_KIND:_CHECK]):
            return None
        return self._hmac(b"desens file 1\n" + self.kind.value, random)

    def _check(self, random: bytes) -> bytes:
        return self._hmac(b"desens key check 1\n" + self.kind.value, random)[: _CHECK - _KIND]

    def _hmac(self, purpose: bytes, random: bytes) -> bytes:
        return hmac.new(self._root(random), purpose + b"\n" + random, hashlib.sha256).digest()


@cache
def site_key(secret: bytes) -> Key:
    """The key of a site: of its workstations and its printed page."""
    return Key(Kind.SITE, lambda _random: secret)


def passphrase_key(passphrase: str) -> Key:
    """Of a copy that leaves the site. Each file costs 64 MiB and a fifth of a second, once."""
    from desens_gui.storage.stretching import stretched

    return Key(Kind.PASSPHRASE, lru_cache(maxsize=8)(lambda random: stretched(passphrase, random)))


class Encrypting(NamedTuple):
    """What a new file is encrypted with. random: that many random bytes."""

    key: Key
    random: Callable[[int], bytes]

    def header(self) -> bytes:
        return self.key.header(self.random(_RANDOM))


_held: list[Key] = []


def hold(key: Key) -> None:
    """From here on this process opens the files of that key: they stay open to it, whatever becomes of the
    place where the key is kept."""
    if key not in _held:
        _held.append(key)


def held() -> tuple[Key, ...]:
    return tuple(_held)


def let_go() -> None:
    """Of every key."""
    _held.clear()


def locked(header: bytes) -> Locked | None:
    """What stands in the way of a file with this header; None: nothing, or it is not encrypted."""
    try:
        if kind_of(header) is not None:
            key_for(header)
    except Locked as problem:
        return problem
    return None


def key_for(header: bytes) -> bytes:
    """The 32 bytes that open the file with this header; Locked."""
    kind = kind_of(header)
    if kind is None:
        raise ValueError("the file is not encrypted")
    candidates = [key for key in _held if key.kind is kind]
    found = next((raw for key in candidates if (raw := key.of_file(header)) is not None), None)
    if found is None:
        raise Locked(kind.asks, tried=bool(candidates))
    return found
