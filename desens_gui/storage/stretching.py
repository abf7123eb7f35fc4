"""A passphrase made expensive to guess: Argon2id with the low-memory parameters of RFC 9106."""

from __future__ import annotations

import unicodedata

_PASSES, _MEMORY_KIB, _LANES = 3, 64 * 1024, 4


def stretched(passphrase: str, salt: bytes) -> bytes:
    """32 bytes. The same passphrase typed on another keyboard is the same: NFKC."""
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        unicodedata.normalize("NFKC", passphrase).encode(),
        b"desens copy 1\n" + salt,
        time_cost=_PASSES,
        memory_cost=_MEMORY_KIB,
        parallelism=_LANES,
        hash_len=32,
        type=Type.ID,
    )
