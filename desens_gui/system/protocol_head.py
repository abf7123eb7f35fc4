"""Reading what every protocol file says: sources, times, for whom, what is watched, how long it lasts."""

from __future__ import annotations

from collections.abc import Iterable

from desens_gui.domain.plan.printed import Printed, PrintedColumn
from desens_gui.domain.protocol.about import (
    About,
    Certainty,
    CitedTime,
    Monitored,
    ReactionType,
    Source,
    Status,
    ToleranceKind,
    ToleranceRule,
    Watched,
)
from desens_gui.domain.quantities import Amount, Concentration, Duration
from desens_gui.system.protocol_file import (
    MonitoringEntry,
    PrintedEntry,
    SourceEntry,
    TimeEntry,
    ToleranceEntry,
    names,
)
from desens_gui.system.toml_reading import Table
from desens_gui.wording.file_words import Fault
from desens_gui.wording.typed import Unreadable, parse_amount, parse_concentration, parse_number

EXAMPLES = ("400 mg", "50 mcg", "640000 units")
CONCENTRATIONS = ("0.04 mg/mL", "5 mcg/mL", "1000 units/mL")


class HeadReader:
    """Reads one protocol; knows its sources, so that no number can name one that is not described."""

    def __init__(self, file: Table) -> None:
        self.file = file
        self.status = file.choice("status", Status)
        self.described = tuple(self._read_sources()) if file.has("sources") else ()

    def about(self) -> About:
        file = self.file
        return About(
            reactions=file.choices("reactions", ReactionType) if file.has("reactions") else (),
            monitoring=tuple(self._monitored(entry) for entry in self.listed("monitoring")),
            tolerance=self._tolerance(file.table("tolerance")) if file.has("tolerance") else None,
        )

    def listed(self, name: str) -> Iterable[Table]:
        """The tables of a list; none where the list is left out."""
        return self.file.tables(name) if self.file.has(name) else ()

    def time(self, name: str) -> CitedTime | None:
        if not self.file.has(name):
            return None
        time = self.file.table(name).only(*names(TimeEntry))
        return CitedTime(duration=minutes(time, "minutes"), sources=self.cited(time))

    def cited(self, entry: Table) -> tuple[str, ...]:
        """The sources an entry names; each is described, and one is needed in a verified protocol."""
        keys = self._keys(entry)
        if not keys and self.status is Status.VERIFIED:
            raise entry.problem(Fault.NO_SOURCE)
        return keys

    def read_in(self, entry: Table) -> tuple[str, ...]:
        """As `cited`, for a dose, rate or interval: in a verified protocol one of them was really read."""
        keys = self.cited(entry)
        read = {source.key for source in self.described if source.certainty is Certainty.READ}
        if self.status is Status.VERIFIED and not read.intersection(keys):
            raise entry.problem(Fault.NO_SOURCE)
        return keys

    def _keys(self, entry: Table) -> tuple[str, ...]:
        named = entry.texts("sources") if entry.has("sources") else ()
        known = tuple(source.key for source in self.described)
        for key in named:
            if key not in known:
                raise entry.problem(Fault.NOT_ONE_OF, "sources", found=f'"{key}"', allowed=known or ("[]",))
        return named

    def _read_sources(self) -> Iterable[Source]:
        keys: set[str] = set()
        for source in self.file.tables("sources"):
            source.only(*names(SourceEntry))
            key = source.text("key")
            if key in keys:
                raise source.problem(Fault.REPEATED, "key")
            keys.add(key)
            yield Source(
                key=key,
                title=source.text("title"),
                where=source.text("where"),
                read=source.text("read"),
                certainty=source.choice("certainty", Certainty)
                if source.has("certainty")
                else Certainty.READ,
            )

    def _monitored(self, entry: Table) -> Monitored:
        entry.only(*names(MonitoringEntry))
        return Monitored(
            what=entry.choice("what", Watched),
            every=minutes(entry, "every_min") if entry.has("every_min") else None,
            sources=self.cited(entry),
        )

    def _tolerance(self, entry: Table) -> ToleranceRule:
        entry.only(*names(ToleranceEntry))
        kind = entry.choice("rule", ToleranceKind)
        given = entry.has("call_after_h") and entry.has("repeat_after_h")
        if given != (kind is ToleranceKind.LIMITS):
            raise entry.problem(Fault.EITHER_OR, allowed=("call_after_h and repeat_after_h", "another rule"))
        return ToleranceRule(
            kind=kind,
            call_after=_hours(entry, "call_after_h") if given else None,
            repeat_after=_hours(entry, "repeat_after_h") if given else None,
            sources=self.cited(entry),
        )


def read_printed(file: Table) -> tuple[Printed, ...]:
    """The printed columns that stand in the file beside its protocol."""
    return tuple(_printed(entry) for entry in file.tables("printed")) if file.has("printed") else ()


def _printed(entry: Table) -> Printed:
    entry.only(*names(PrintedEntry))
    cells = entry.cells("values")
    for cell in cells:
        if cell and isinstance(parse_number(cell), Unreadable):
            raise entry.problem(Fault.NOT_NUMBER, "values", found=f'"{cell}"')
    return Printed(
        column=entry.choice("column", PrintedColumn),
        values=cells,
        dose=amount(entry, "dose") if entry.has("dose") else None,
        decimals=entry.whole("decimals", 0, 12) if entry.has("decimals") else None,
    )


def amount(entry: Table, name: str) -> Amount:
    """Text with a unit: "400 mg"."""
    read = parse_amount(entry.text(name))
    if isinstance(read, Unreadable):
        raise entry.problem(Fault.NOT_LIKE, name, allowed=EXAMPLES)
    return read


def concentration(entry: Table, name: str) -> Concentration:
    """Text with a unit: "0.04 mg/mL"."""
    read = parse_concentration(entry.text(name))
    if isinstance(read, Unreadable):
        raise entry.problem(Fault.NOT_LIKE, name, allowed=CONCENTRATIONS)
    return read


def minutes(entry: Table, name: str) -> Duration:
    return Duration.minutes(entry.number(name, "0.1", "1440"))


def _hours(entry: Table, name: str) -> Duration:
    return Duration.minutes(entry.number(name, "1", "1000") * 60)
