"""The one moment that every view of a session is worked out from, live or in review."""

from __future__ import annotations

from typing import Literal

import msgspec

from desens_gui.domain.instants import US, Instant
from desens_gui.domain.ledger import given
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.policy import Policy
from desens_gui.domain.quantities import Amount, Duration
from desens_gui.domain.session import Session
from desens_gui.wording import moments
from desens_gui.wording.words import Words


class Recording(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of the record: the last durable moment, and since when something waits."""

    saved_us: int | None = None
    waiting_since_us: int | None = None
    lost: bool = False


class Scene(msgspec.Struct, frozen=True, kw_only=True):
    """State, moment and words. `mode` review: nothing here can be changed."""

    session: Session
    stamp: Instant
    words: Words
    recording: Recording = Recording()
    mode: Literal["live", "review"] = "live"
    actor: str = ""
    chair: str = ""

    @property
    def now_ns(self) -> int:
        return self.session.timeline.place(self.stamp)

    @property
    def plan(self) -> Plan:
        """Only past set-up."""
        assert self.session.plan is not None
        return self.session.plan

    @property
    def policy(self) -> Policy:
        """Only past set-up."""
        assert self.session.policy is not None
        return self.session.policy

    def utc_us(self, at_ns: int) -> int:
        """Wall time of a moment of the session, as the clock shows now."""
        return self.stamp.utc_us - (self.now_ns - at_ns) // US

    def hh_mm(self, at_ns: int) -> str:
        return moments.hour_minute(self.utc_us(at_ns), self.session.zone_offset_min)

    def hh_mm_ss(self, at_ns: int) -> str:
        return moments.hour_minute_second(self.utc_us(at_ns), self.session.zone_offset_min)

    def since(self, at_ns: int) -> Duration:
        return Duration.ns(max(0, self.now_ns - at_ns))

    def until(self, at_ns: int) -> Duration:
        """Negative once the moment has passed."""
        return Duration.ns(at_ns - self.now_ns)

    @property
    def given(self) -> Amount:
        return given(self.session.ledger, self.plan, self.now_ns)
