"""The steps: going up, staying, pausing, resuming, and the ticking clock."""

from __future__ import annotations

from desens_gui.domain.events.alarm import AlarmCode
from desens_gui.domain.events.step import PauseReason
from desens_gui.domain.fact import Order
from desens_gui.domain.instants import Instant
from desens_gui.domain.prescribing import Prescription


class Escalate(Order, frozen=True, tag="escalate"):
    """Go up to the next step. none_new: symptoms were asked again at this moment, none new or worse."""

    none_new: bool = False
    order: Prescription | None = None


class StayOnStep(Order, frozen=True, tag="stay_on_step"):
    pass


class Pause(Order, frozen=True, tag="pause"):
    reason: PauseReason
    words: str = ""


class Resume(Order, frozen=True, tag="resume"):
    order: Prescription | None = None


class Tick(Order, frozen=True, tag="tick"):
    """The clock asks what is due. previous: the tick before it in the same run, to see gaps and steps.

    technical: what is wrong with the machine now.
    """

    previous: Instant | None = None
    technical: tuple[AlarmCode, ...] = ()
