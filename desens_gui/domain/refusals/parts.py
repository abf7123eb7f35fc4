"""Refusals around a session that goes on at another workstation."""

from __future__ import annotations

from desens_gui.domain.refusal import Refusal


class GoesOnElsewhere(Refusal, frozen=True, tag="goes_on_elsewhere"):
    """This part is closed; the session goes on there."""

    to: str


class CodeUnreadable(Refusal, frozen=True, tag="code_unreadable"):
    """No compare code."""

    typed: str
