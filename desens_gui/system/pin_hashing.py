"""PINs and passphrases under Argon2id: the only user of argon2. Import it off the thread that paints."""

from __future__ import annotations

import unicodedata

import msgspec
from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError

LEAST_MEMORY_KIB = 19 * 1024
LEAST_PASSES = 2
"""The least that is allowed: 19 MiB, 2 passes (OWASP Password Storage Cheat Sheet, recalled)."""


class Cost(msgspec.Struct, frozen=True):
    """ValueError for less than is allowed."""

    memory_kib: int = LEAST_MEMORY_KIB
    passes: int = LEAST_PASSES
    lanes: int = 1

    def __post_init__(self) -> None:
        if self.memory_kib < LEAST_MEMORY_KIB or self.passes < LEAST_PASSES or self.lanes < 1:
            raise ValueError(f"{self.memory_kib} KiB with {self.passes} passes is too cheap")


class Argon:
    """The port Hasher."""

    def __init__(self, cost: Cost) -> None:
        self._hasher = PasswordHasher(
            time_cost=cost.passes, memory_cost=cost.memory_kib, parallelism=cost.lanes, type=Type.ID
        )

    def hash(self, pin: str) -> str:
        return self._hasher.hash(_one_form(pin))

    def fits(self, stored: str, pin: str) -> bool:
        """False also for a stored text that is no hash."""
        try:
            return self._hasher.verify(stored, _one_form(pin))
        except (InvalidHashError, VerificationError):
            return False

    def outdated(self, stored: str) -> bool:
        return self._hasher.check_needs_rehash(stored)


def _one_form(pin: str) -> bytes:
    """The same passphrase from every keyboard, half of a surrogate pair from a broken one too."""
    return unicodedata.normalize("NFKC", pin).encode("utf-8", "surrogatepass")
