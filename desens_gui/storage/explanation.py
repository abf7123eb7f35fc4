"""What an altered file means to the person who holds it: which entry, what it says now, what still stands."""

from __future__ import annotations

from desens_gui.domain.instants import Utc
from desens_gui.storage.breach import Breach
from desens_gui.storage.chain import Row
from desens_gui.storage.problems import StorageProblem, Why
from desens_gui.storage.rows import record_of
from desens_gui.wording.events import event_line
from desens_gui.wording.moments import day, hour_minute_second
from desens_gui.wording.plain import plain
from desens_gui.wording.roles import role_name
from desens_gui.wording.words import Words

_NO_ROW_TO_BLAME = frozenset({Why.CUT_SHORT, Why.NOT_THE_CODE})


def explained(found: Breach, words: Words) -> list[str]:
    """Sentences, one a line, after the one that names the problem."""
    lines = []
    if found.why not in _NO_ROW_TO_BLAME:
        lines.append(_now(found, words))
    lines += _vouched(found, words)
    return [*lines, words("Compare with the printed page or the backup before anybody relies on the rest.")]


def _now(found: Breach, words: Words) -> str:
    """What stands there: it need not be what was written."""
    entry = found.entry
    if found.row is None:
        return words("There is no entry {entry}; later ones are there.", entry=entry)
    try:
        record = record_of({**found.row, "seq": entry})
    except StorageProblem:
        return words("What stands in its place cannot be read as an entry.")
    names = dict(found.names)
    return words(
        "It now reads: {time}, {who} ({role}): {text}",
        time=_time(found.row, words),
        who=plain(names.get(record.actor.id, record.actor.id)),
        role=role_name(words, record.actor.role),
        text=plain(event_line(words, record)),
    )


def _vouched(found: Breach, words: Words) -> list[str]:
    """What still stands, and since when nothing does."""
    entry, last = found.entry, found.last
    if found.why is Why.NOT_THE_CODE:
        return [words("Any entry up to entry {last} may differ from what was written.", last=last)]
    if found.why is Why.CUT_SHORT and found.row is not None:
        return [
            words("The last entry there is of {time}.", time=_time(found.row, words)),
            words("Entries missing at the end: {missing}.", missing=found.missing),
        ]
    if found.before is None:
        return [words("The file vouches for none of its entries.")]
    time = _time(found.before, words)
    good = words("entries 1 to {good}, up to {time}", good=entry - 1, time=time)
    if entry - 1 == 1:
        good = words("entry 1, of {time}", time=time)
    return [
        words("As it was written, as far as the file alone can show: {good}.", good=good),
        words(
            "From entry {entry} on, that is after {time}, the file vouches for nothing. "
            "Entries in doubt: {doubt}.",
            entry=entry,
            time=time,
            doubt=max(entry, last) - entry + 1,
        ),
    ]


def _time(row: Row, words: Words) -> str:
    """In the zone of the session."""
    try:
        moment = (Utc.of(str(row["utc"])).us, int(row["zone_offset_min"] or 0))
        return f"{day(*moment, words)} {hour_minute_second(*moment)}"
    except ValueError:
        return plain(str(row["utc"]))
