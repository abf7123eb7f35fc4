"""A reaction was called: what stood at that instant is frozen into the record."""

from __future__ import annotations

from desens_gui.domain.fact import Fact
from desens_gui.domain.quantities import Amount, Duration, Volume


class ReactionCalled(Fact, frozen=True, tag="reaction_called/1"):
    """step None: before the first step. Doses count the pump as running until it is reported stopped."""

    step: int | None
    step_elapsed_s: Duration
    step_volume_ml: Volume
    step_dose: Amount | None
    given: Amount | None


class ReactionEnteredInError(Fact, frozen=True, tag="reaction_entered_in_error/1"):
    """A correction with its reason; if the pump never stopped, the step goes on without a gap."""

    reason: str
