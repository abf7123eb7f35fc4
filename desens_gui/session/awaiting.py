"""When a scenario's next entry has its turn: at a time, after a span, when the session gets somewhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from desens_gui.domain.events.every import Event
from desens_gui.domain.events.step import PromptKind, PromptRaised
from desens_gui.domain.quantities import NS_PER_HOUR, NS_PER_SECOND
from desens_gui.domain.recorded import Recorded
from desens_gui.domain.schedule import bag_empty_ns, check_times, observation_over_ns, step_end_ns
from desens_gui.domain.session import Session
from desens_gui.domain.stage import Flushing
from desens_gui.session.live_session import LiveSession
from desens_gui.session.scenario import Entry, WaitFor
from desens_gui.wording.scenario_words import PlayFault

LONGEST_WAIT_NS = 24 * NS_PER_HOUR


class Missed(Exception):
    """The turn never comes; what: what was waited for."""

    def __init__(self, fault: PlayFault, what: str) -> None:
        super().__init__(fault, what)
        self.fault = fault
        self.what = what


class Turn:
    """Follows the entries. Times are nanoseconds since the scenario began."""

    def __init__(self) -> None:
        self._since_ns = 0
        self._first_new = 0
        self._reached_ns: int | None = None

    def next(self, session: LiveSession, now_ns: int) -> None:
        """An entry was done; the next one counts from here."""
        self._since_ns = now_ns
        self._first_new = len(session.records)
        self._reached_ns = None

    def left_ns(self, entry: Entry, session: LiveSession, now_ns: int) -> int:
        """How long until the entry is to be done, as far as can be known; 0 when it is. Missed."""
        if entry.at_ns is not None:
            if self._since_ns > entry.at_ns:
                raise Missed(PlayFault.TIME_IS_OVER, "at")
            return entry.at_ns - now_ns
        if entry.wait is None:
            return self._since_ns + entry.after_ns - now_ns
        if self._reached_ns is None:
            left_ns = self._wait_ns(entry.wait, session)
            if left_ns > 0 and now_ns - self._since_ns > LONGEST_WAIT_NS:
                raise Missed(PlayFault.NEVER_CAME, entry.wait)
            if left_ns > 0:
                return left_ns
            self._reached_ns = now_ns
        return self._reached_ns + entry.after_ns - now_ns

    def _wait_ns(self, wait: WaitFor | PromptKind, session: LiveSession) -> int:
        if isinstance(wait, PromptKind):
            return 0 if was_prompted(wait, session.records[self._first_new :]) else NS_PER_SECOND
        now = session.moment()
        due = due_ns(wait, now.state)
        return NS_PER_SECOND if due is None else max(0, due - now.now_ns)


def due_ns(wait: WaitFor, session: Session) -> int | None:
    """On session time, if everything goes on as it is; None where nothing leads there now.

    Of a session with its policy, which a player sets before the first entry.
    """
    policy = session.policy
    assert policy is not None
    match wait:
        case WaitFor.STEP_ELAPSED:
            return step_end_ns(session)
        case WaitFor.CHECK_DUE:
            times = check_times(session, policy)
            return None if times is None else times.due_ns
        case WaitFor.BAG_EMPTY:
            return bag_empty_ns(session, policy)
        case WaitFor.LINE_FLUSHED:
            flow, stage = session.ledger.flow, session.stage
            if not isinstance(stage, Flushing) or flow is None:
                return None
            return stage.since_ns + (policy.flush / flow.rate).whole_ns
        case WaitFor.OBSERVATION_OVER:
            return observation_over_ns(session, policy)
        case _:
            assert_never(wait)


def was_prompted(kind: PromptKind, records: Iterable[Recorded[Event]]) -> bool:
    return any(
        isinstance(recorded.event, PromptRaised) and recorded.event.prompt is kind for recorded in records
    )
