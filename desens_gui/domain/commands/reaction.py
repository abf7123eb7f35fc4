"""The reaction: calling it is never refused while the session is open."""

from __future__ import annotations

from desens_gui.domain.fact import Order


class CallReaction(Order, frozen=True, tag="call_reaction"):
    pass


class EnterReactionInError(Order, frozen=True, tag="enter_reaction_in_error"):
    reason: str
