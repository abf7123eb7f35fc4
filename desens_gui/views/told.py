"""What the nurse is told to do at the pump, until the pump's state is reported (SAFETY S1)."""

from __future__ import annotations

import msgspec

from desens_gui.domain.alarms import stop_asked_ns
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.quantities import Rate
from desens_gui.domain.stage import ChangingBag, Flushing, GoingUp, Resuming, Stopping
from desens_gui.views.scene import Scene
from desens_gui.wording import numbers


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """rate None: stop. starts: from a standing pump. urgent: a stop that cannot wait for its turn."""

    since_ns: int
    rate: Rate | None = None
    starts: bool = False
    urgent: bool = False


def told(scene: Scene) -> Told | None:
    """None while nothing is to be done at the pump."""
    asked = stop_asked_ns(scene.session)
    if asked is not None:
        return Told(since_ns=asked, urgent=True)
    match scene.session.stage:
        case GoingUp(rate=rate, commanded_ns=since):
            return Told(since_ns=since, rate=rate)
        case Resuming(rate=rate, commanded_ns=since):
            return Told(since_ns=since, rate=rate, starts=True)
        case Stopping(ending=Ending.DIED, called_ns=since) if scene.session.pump_runs:
            return Told(since_ns=since)
        case ChangingBag(begun_ns=since) | Flushing(flushed_ns=int(since)) if scene.session.pump_runs:
            return Told(since_ns=since)
        case _:
            return None


def told_words(scene: Scene, order: Told) -> str:
    """ "SET THE PUMP TO 20 mL/h"."""
    words = scene.words
    if order.rate is None:
        return words("STOP THE PUMP")
    rate = numbers.rate(order.rate)
    return (
        words("START THE PUMP AT {rate}", rate=rate)
        if order.starts
        else words("SET THE PUMP TO {rate}", rate=rate)
    )


def counted_words(scene: Scene) -> str:
    """What the ledger counts until then."""
    words, rate = scene.words, scene.pump_rate
    if rate is None:
        return words("Counted as stopped until you say what the pump shows.")
    return words("Counted as running at {rate} until you say what the pump shows.", rate=numbers.rate(rate))
