"""The only maker of randomness: ids of events and sessions, short ids for file names, keys."""

from __future__ import annotations

import secrets
import uuid

_LETTERS = "23456789abcdefghjkmnpqrstvwxyz"  # none that is misread for another: no 0 o, 1 i l, u
_SHORT = 8


class SystemIds:
    """Ids from the system's own randomness."""

    def uuid(self) -> str:
        return str(uuid.uuid4())

    def short(self) -> str:
        return "".join(secrets.choice(_LETTERS) for _ in range(_SHORT))


def random_bytes(count: int) -> bytes:
    """For a key."""
    return secrets.token_bytes(count)
