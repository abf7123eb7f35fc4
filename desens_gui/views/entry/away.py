"""The answer to "did the pump run?", as typed."""

from __future__ import annotations

import msgspec

from desens_gui.domain.commands.restart import AnswerAway
from desens_gui.domain.events.restart import PumpMeanwhile
from desens_gui.domain.instants import Utc
from desens_gui.domain.prescribing import OrderFor
from desens_gui.views.entry.forms import FormReader
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.scene import Scene

MEANWHILE = "away:meanwhile"
STOPPED_AT = "away:stopped_at"
OPEN_RATE = "away:open_rate"
OPEN_SINCE = "away:open_since"
TOTAL = "away:total"
PUMP_NOW = "away:pump_now"
RATE = "pump_rate"


class AwayEntry(msgspec.Struct, frozen=True):
    """command None: something is missing, by field in problems, or in `missing` as one sentence."""

    command: AnswerAway | None
    problems: dict[str, str]
    missing: str = ""


def read_away(scene: Scene, draft: FormDraft) -> AwayEntry:
    words = scene.words
    if not draft.choice(MEANWHILE):
        return AwayEntry(None, {}, words("Choose what the pump did meanwhile."))
    if not draft.choice(PUMP_NOW):
        return AwayEntry(None, {}, words("Say what the pump shows now: running or stopped."))
    reader = FormReader(scene, draft)
    meanwhile = PumpMeanwhile(draft.choice(MEANWHILE))
    running = draft.choice(PUMP_NOW) == "running"
    command = AnswerAway(
        meanwhile=meanwhile,
        running=running,
        rate_ml_h=reader.rate(RATE, words("Rate on the pump")) if running else None,
        at=_at(reader, meanwhile),
        keep_open_ml_h=reader.rate(OPEN_RATE, words("Keep-open rate"))
        if meanwhile is PumpMeanwhile.KEEP_OPEN
        else None,
        total_ml=reader.volume(TOTAL, words("Total volume"))
        if meanwhile is PumpMeanwhile.NOT_SURE and draft.text(TOTAL).strip()
        else None,
        order=reader.order(OrderFor.GO_ON_AFTER_AWAY) if meanwhile is PumpMeanwhile.NOT_SURE else None,
    )
    return AwayEntry(None if reader.problems else command, reader.problems)


def _at(reader: FormReader, meanwhile: PumpMeanwhile) -> Utc | None:
    code = {PumpMeanwhile.STOPPED_AT: STOPPED_AT, PumpMeanwhile.KEEP_OPEN: OPEN_SINCE}.get(meanwhile)
    if code is None:
        return None
    if not reader.draft.text(code).strip():
        reader.problems[code] = reader.scene.words("Type the time from the pump.")
        return None
    return reader.time(code)
