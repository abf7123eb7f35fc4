"""Old kinds of facts to the kinds that followed them, with what the old program went by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

Plain = dict[str, Any]
Upcast = Callable[[Plain], tuple[str, Plain]]
"""An old kind's fields to the kind that follows it, and its fields."""


_POLICY_2_ADDS: Mapping[str, object] = MappingProxyType(
    {
        "second_person_valid_s": "300",
        "checklist": [],
        "fev1_risk_below_percent": "80",
        "weight_change_percent": "10",
    }
)


def _policy_2(old: Plain) -> tuple[str, Plain]:
    """Version 1 knew no second person (SAFETY S10, E) and no checklist: nothing of it was asked."""
    policy = old.get("policy")
    if isinstance(policy, dict):
        policy = {**_POLICY_2_ADDS, **policy}
    return "policy_set/2", {**old, "policy": policy}


UPCASTERS: Mapping[str, Upcast] = MappingProxyType(
    {
        "policy_set/1": _policy_2,
        # the second kind adds what a plan changes of its protocol and what it is held against; the first
        # says: nothing, and no pump and no label was known
        "plan_set/1": lambda plain: ("plan_set/2", plain),
    }
)
"""Old kinds by name, each with the kind that follows it."""
