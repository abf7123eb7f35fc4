"""What every refusal is built on: the broken condition, with its numbers. Worded in wording.refusals."""

from __future__ import annotations

import msgspec


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """Why a command was refused; its tag is its name in a scenario's `refused = [...]`."""
