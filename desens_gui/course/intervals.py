"""The stretches of time behind the chart: the pump stood still, the program did not look, observation."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from desens_gui.course.placed import Placed, placed_ns
from desens_gui.domain.events.restart import AwayAnswered, ProgramResumed, PumpMeanwhile
from desens_gui.domain.events.step import PauseReason, ProgramStalled, TimeJump
from desens_gui.domain.instants import US
from desens_gui.domain.session import Session
from desens_gui.domain.stage import ChangingBag, Ended, Flushing, Observing, Paused, Reacting, Stage, Stopping

MS = US * 1000  # nanoseconds in a millisecond


class StopCause(StrEnum):
    """Why the pump stood still. END: it did not run again."""

    PAUSE = "pause"
    REACTION = "reaction"
    BAG_CHANGE = "bag_change"
    FLUSH = "flush"
    END = "end"


class Stopped(msgspec.Struct, frozen=True, kw_only=True):
    """The pump was reported stopped, until it was reported running; to_ns None: it still stands."""

    from_ns: int
    to_ns: int | None
    cause: StopCause
    reason: PauseReason | None = None


class GapKind(StrEnum):
    AWAY = "away"
    STALL = "stall"
    SLEEP = "sleep"


class Gap(msgspec.Struct, frozen=True):
    """The program did not look: it was away, hung, or the machine slept."""

    from_ns: int
    to_ns: int
    kind: GapKind


class Intervals:
    """Follows the facts of a session."""

    def __init__(self) -> None:
        self._stopped: list[Stopped] = []
        self._open: Stopped | None = None
        self._gaps: list[Gap] = []
        self.observed_from_ns: int | None = None

    @property
    def stopped(self) -> tuple[Stopped, ...]:
        """In order; the last may still be open."""
        return tuple(self._stopped) if self._open is None else (*self._stopped, self._open)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        return tuple(self._gaps)

    def add(self, placed: Placed) -> None:
        self._add_gap(placed)
        self._add_past_stop(placed)
        if isinstance(placed.after.stage, Observing):
            self.observed_from_ns = placed.after.stage.since_ns
        before, pump = placed.before, placed.after.pump
        if pump is None:
            return
        if pump.running:
            self._close(pump.since_ns)
        elif before.pump_runs or self._open is None:
            self._open = _begun(placed.after, pump.since_ns)
        else:
            self._open = _followed(self._open, placed.after)

    def _close(self, at_ns: int) -> None:
        if self._open is not None:
            self._stopped.append(msgspec.structs.replace(self._open, to_ns=at_ns))
            self._open = None

    def _add_gap(self, placed: Placed) -> None:
        to_ns = placed.recorded_ns
        match placed.event:
            case ProgramResumed(away_ms=ms):
                self._gaps.append(Gap(max(0, to_ns - ms * MS), to_ns, GapKind.AWAY))
            case ProgramStalled(jump=jump, gap_ms=ms):
                kind = GapKind.SLEEP if jump is TimeJump.SLEEP else GapKind.STALL
                self._gaps.append(Gap(max(0, to_ns - ms * MS), to_ns, kind))
            case _:
                pass

    def _add_past_stop(self, placed: Placed) -> None:
        """Stopped while the program was away, and running again when somebody looked."""
        event, before = placed.event, placed.before
        if not isinstance(event, AwayAnswered) or event.at is None:
            return
        if event.running and before.pump_runs and event.meanwhile is PumpMeanwhile.STOPPED_AT:
            from_ns = placed_ns(placed.after, placed.recorded, event.at)
            found = PauseReason.FOUND_STOPPED
            self._stopped.append(
                Stopped(from_ns=from_ns, to_ns=placed.recorded_ns, cause=StopCause.PAUSE, reason=found)
            )


def _begun(state: Session, from_ns: int) -> Stopped:
    cause, reason = _cause(state.stage)
    return Stopped(from_ns=from_ns, to_ns=None, cause=cause, reason=reason)


def _followed(stopped: Stopped, state: Session) -> Stopped:
    """The pump still stands: the session may have ended since, or the reaction was entered in error."""
    cause, reason = _cause(state.stage)
    if cause is StopCause.END:
        return msgspec.structs.replace(stopped, cause=cause, reason=None)
    if stopped.cause is StopCause.REACTION and cause is StopCause.PAUSE:
        return msgspec.structs.replace(stopped, cause=cause, reason=reason)
    return stopped


def _cause(stage: Stage) -> tuple[StopCause, PauseReason | None]:
    match stage:
        case Paused(reason=reason):
            return StopCause.PAUSE, reason
        case Reacting():
            return StopCause.REACTION, None
        case ChangingBag():
            return StopCause.BAG_CHANGE, None
        case Flushing():
            return StopCause.FLUSH, None
        case Stopping() | Observing() | Ended():
            return StopCause.END, None
        case _:
            return StopCause.PAUSE, None
