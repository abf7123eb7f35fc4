"""The seal of an entry: its hash under the workstation's key. Standard library only: `verify` starts quickly.

A seal is the key's fingerprint, the HMAC and eight check digits. The check digits need no key: they show a
seal that rotted or was half changed. Only the key shows one that was forged.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Callable

_PURPOSE = b"desens entry 1\n"
_FORM = re.compile(r"([0-9a-f]{16})-([0-9a-f]{64})-([0-9a-f]{8})")


class Seal:
    """Sets and checks seals with one key. key is asked for when it is first needed; what it raises passes."""

    def __init__(self, key: Callable[[], bytes]) -> None:
        self._key_of = key
        self._key: bytes | None = None

    def of(self, digest: str) -> str:
        """The seal of the entry with this hash."""
        body = f"{fingerprint(self._known())}-{self._hmac(digest)}"
        return f"{body}-{_check(body, digest)}"

    def made(self, seal: str) -> bool:
        """Whether it says that it was made with this key."""
        return seal.startswith(fingerprint(self._known()) + "-")

    def fits(self, seal: str, digest: str) -> bool:
        return hmac.compare_digest(seal.encode(), self.of(digest).encode())

    def _hmac(self, digest: str) -> str:
        return hmac.new(self._known(), _PURPOSE + digest.encode(), hashlib.sha256).hexdigest()

    def _known(self) -> bytes:
        if self._key is None:
            self._key = self._key_of()
        return self._key


def fingerprint(key: bytes) -> str:
    """Names a key without giving it away."""
    return hashlib.sha256(b"desens key 1\n" + key).hexdigest()[:16]


def is_whole(seal: str, digest: str) -> bool:
    """Whether it has the form of a seal and its check digits fit it and the entry; needs no key."""
    found = _FORM.fullmatch(seal)
    return found is not None and found[3] == _check(seal[:-9], digest)


def _check(body: str, digest: str) -> str:
    return hashlib.sha256(f"{body} {digest}".encode()).hexdigest()[:8]
