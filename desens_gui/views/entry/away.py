"""The answer to "did the pump run?", as typed."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from desens_gui.domain.commands.restart import AnswerAway
from desens_gui.domain.events.restart import PumpMeanwhile
from desens_gui.domain.prescribing import OrderFor
from desens_gui.views.entry.forms import FormReader
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.scene import Scene

MEANWHILE = "meanwhile"
STOPPED_AT = "stopped_at"
OPEN_RATE = "keep_open_rate"
OPEN_SINCE = "keep_open_since"
TOTAL = "total_volume"
PUMP_NOW = "pump_now"
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
    command = replace(
        meanwhile_command(reader, meanwhile),
        running=running,
        rate_ml_h=reader.rate(RATE, words("Rate the pump shows")) if running else None,
        order=reader.order(OrderFor.GO_ON_AFTER_AWAY) if meanwhile is PumpMeanwhile.NOT_SURE else None,
    )
    return AwayEntry(None if reader.problems else command, reader.problems)


def meanwhile_command(reader: FormReader, meanwhile: PumpMeanwhile) -> AnswerAway:
    """What the pump did while the program was away, without what it shows now."""
    words = reader.scene.words
    match meanwhile:
        case PumpMeanwhile.STOPPED_AT:
            at = reader.time_told(STOPPED_AT, words("Time it stopped"))
            return AnswerAway(meanwhile=meanwhile, running=False, at=at)
        case PumpMeanwhile.KEEP_OPEN:
            return AnswerAway(
                meanwhile=meanwhile,
                running=False,
                at=reader.time_told(OPEN_SINCE, words("Since when")),
                keep_open_ml_h=reader.rate(OPEN_RATE, words("Keep-open rate")),
            )
        case PumpMeanwhile.NOT_SURE if reader.draft.text(TOTAL).strip():
            return AnswerAway(
                meanwhile=meanwhile, running=False, total_ml=reader.volume(TOTAL, words("Total volume"))
            )
        case _:
            return AnswerAway(meanwhile=meanwhile, running=False)
