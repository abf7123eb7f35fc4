"""The state of a session at one moment, for other programs and for a person at a terminal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from desens_gui.domain.instants import US, Utc
from desens_gui.domain.ledger import given, given_at_most
from desens_gui.domain.quantities import Amount, Duration
from desens_gui.domain.session import Session
from desens_gui.handover.columns import columns
from desens_gui.session.moment import Moment
from desens_gui.session.outlook import Coming, Due, due_list
from desens_gui.wording import numbers
from desens_gui.wording.moments import day, hour_minute_second
from desens_gui.wording.parts import goes_on, which_part
from desens_gui.wording.stages import stage_name
from desens_gui.wording.words import Words

NS_PER_S = 1_000_000_000


def state_json(now: Moment, code: str) -> str:
    """Doses are text with their unit, times UTC, lengths of time whole seconds; in_s below 0: overdue.

    code: the compare code of the last entry of the file, whatever the moment.
    """
    state, run, pump = now.state, now.state.step, now.state.pump
    least, most = _given(now)
    whole: dict[str, Any] = {
        "session": state.opened.session_id,
        "simulated": state.opened.simulated,
        "at": Utc(now.stamp.utc_us).text,
        "zone": state.opened.zone,
        "seq": state.seq,
        "code": code,
        "phase": str(type(state.stage).__struct_config__.tag),
        "step": None if run is None else run.number,
        "elapsed_s": None if run is None else run.elapsed_ns(now.now_ns) // NS_PER_S,
        "bag": None if pump is None else pump.bag,
        "pump_running": state.pump_runs,
        "rate_ml_h": None if pump is None or pump.rate is None else pump.rate.text,
        "given": _text(least),
        "given_at_most": _text(most),
        "target": _text(None if state.plan is None else state.plan.target),
        "due": [_due(due, now) for due in due_list(now)],
        "away_unanswered": state.away is not None,
        "part": state.part_number,
        "part_id": state.part_id,
        "continues": None if state.part is None else state.part.taken.continues,
        "goes_on_at": None if state.left is None else state.left.to,
        "ending": None if state.ending is None else state.ending.value,
    }
    return json.dumps(whole, indent=2) + "\n"


def _given(now: Moment) -> tuple[Amount | None, Amount | None]:
    state = now.state
    if state.plan is None:
        return None, None
    return given(state.ledger, state.plan, now.now_ns), given_at_most(state.ledger, state.plan, now.now_ns)


def _text(amount: Amount | None) -> str | None:
    return None if amount is None else f"{amount.text} {amount.unit}"


def _due(due: Due, now: Moment) -> dict[str, Any]:
    return {
        "kind": due.kind.value,
        "at": Utc(_utc_us(due, now) // 1_000_000 * 1_000_000).text,
        "in_s": -((now.now_ns - due.at_ns) // NS_PER_S),
    }


def _utc_us(due: Due, now: Moment) -> int:
    return now.stamp.utc_us + (due.at_ns - now.now_ns) // US


def state_text(now: Moment, words: Words, code: str) -> str:
    """code: as in state_json."""
    state, zone = now.state, now.state.zone_offset_min
    rows = [
        (words("Session"), _session(now, words)),
        (words("At"), f"{day(now.stamp.utc_us, zone, words)} {hour_minute_second(now.stamp.utc_us, zone)}"),
        *_parts(state, words),
        (words("Phase"), stage_name(words, state.stage)),
        *_running(now, words),
        *((words("Due"), _due_line(due, now, words)) for due in due_list(now)),
    ]
    return columns(rows) + "\n" + words("Compare code of the file: {code}", code=code) + "\n"


def _parts(state: Session, words: Words) -> Iterator[tuple[str, str]]:
    if state.part is not None:
        yield words("Part"), which_part(words, state.part)
    if state.left is not None:
        yield words("Closed here"), goes_on(words, state.left)


def _session(now: Moment, words: Words) -> str:
    id_ = now.state.opened.session_id
    return words("{id}, SIMULATION", id=id_) if now.state.opened.simulated else id_


def _running(now: Moment, words: Words) -> list[tuple[str, str]]:
    state, run, pump = now.state, now.state.step, now.state.pump
    rows = []
    if run is not None:
        elapsed = numbers.stopwatch(Duration.ns(run.elapsed_ns(now.now_ns)))
        rows.append((words("Step"), words("{step}, for {elapsed}", step=run.number, elapsed=elapsed)))
    if pump is not None and pump.rate is not None:
        rate = numbers.rate(pump.rate)
        told = words("running at {rate}, as reported", rate=rate) if pump.running else words("stopped")
        rows.append((words("Pump"), told))
    least, most = _given(now)
    if least is not None and most is not None and state.plan is not None:
        shown = numbers.amount(least, words)
        if most != least:
            shown = words("{least} to {most}", least=shown, most=numbers.amount(most, words))
        rows.append((words("Given"), shown))
        rows.append((words("Target"), numbers.amount(state.plan.target, words)))
    return rows


def _due_line(due: Due, now: Moment, words: Words) -> str:
    names = {
        Coming.STEP_ELAPSED: words("minutes of the step over"),
        Coming.CHECK: words("check"),
        Coming.SEEN: words("seen and asked, half-way"),
        Coming.IV_SITE: words("IV site"),
        Coming.BAG_EMPTY: words("bag empty"),
        Coming.OBSERVATION_OVER: words("observation over"),
    }
    return words(
        "{time} {what} ({left})",
        time=hour_minute_second(_utc_us(due, now), now.state.zone_offset_min),
        what=names[due.kind],
        left=numbers.clock(Duration.ns(due.at_ns - now.now_ns)),
    )
