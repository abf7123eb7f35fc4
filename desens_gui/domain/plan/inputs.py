"""What a plan is worked out from. The record keeps this; the plan itself is worked out again on reading."""

from __future__ import annotations

from msgspec import Struct

from desens_gui.domain.protocol.protocol import Protocol
from desens_gui.domain.quantities import Amount


class PlanInputs(Struct, frozen=True, kw_only=True):
    """Protocol, drug and target dose; revision counts the changes of the plan within one session."""

    protocol: Protocol
    drug: str
    target: Amount
    revision: int = 1
