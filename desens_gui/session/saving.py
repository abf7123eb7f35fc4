"""Whether what happened is on the disk: what the writer's thread acknowledged, as a value."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from desens_gui.domain.instants import Instant
from desens_gui.session.ports import Ack

UNSAVED_LIMIT_NS = 1_000_000_000
"""A fact that waits longer is not being recorded (DESIGN 3)."""


class Acks:
    """Given to a log as its `on_ack`; the session asks for the newest. Written by one thread, read by any.

    Acknowledgements come in the order of the facts, so the newest says everything; exchanging one reference
    needs no lock.
    """

    def __init__(self) -> None:
        self._newest: Ack | None = None

    def __call__(self, ack: Ack) -> None:
        self._newest = ack

    @property
    def newest(self) -> Ack | None:
        return self._newest


class SavingState(StrEnum):
    SAVED = "saved"
    SAVING = "saving"
    NOT_RECORDED = "not_recorded"


class Saving(msgspec.Struct, frozen=True, kw_only=True):
    """saved_us: UTC in microseconds of the last acknowledgement in this run; None before one came.

    oldest_unsaved: since when a fact waits. problem: what the log says stands in the way now; it may be a
    warning while facts are still stored.
    """

    saved_us: int | None = None
    oldest_unsaved: Instant | None = None
    problem: Exception | None = None

    def state(self, now: Instant) -> SavingState:
        """By the clock that stands still in sleep: a machine that slept is no disk that failed."""
        if self.oldest_unsaved is None:
            return SavingState.SAVED
        waited_ns = now.mono_ns - self.oldest_unsaved.mono_ns
        return SavingState.NOT_RECORDED if waited_ns > UNSAVED_LIMIT_NS else SavingState.SAVING
