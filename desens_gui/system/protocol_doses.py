"""Reading a protocol of single doses: within a day, over days, or a graded challenge."""

from __future__ import annotations

from desens_gui.domain.protocol.about import CitedTime, ProtocolKind, Route
from desens_gui.domain.protocol.doses import (
    Companion,
    DoseProtocol,
    FollowOn,
    ProtocolDose,
    Stock,
    TargetMeans,
)
from desens_gui.domain.quantities import Number, Volume
from desens_gui.system.protocol_file import (
    MAX_BAGS,
    MAX_DAYS,
    MAX_REVISION,
    MAX_STEPS,
    CompanionEntry,
    DoseEntry,
    DoseFile,
    FollowOnEntry,
    PercentEntry,
    StockEntry,
    names,
)
from desens_gui.system.protocol_head import HeadReader, amount, concentration, minutes
from desens_gui.system.toml_reading import Table
from desens_gui.wording.file_words import Fault


def read_doses(file: Table) -> DoseProtocol:
    """The protocol in one TOML table; TomlProblem names the first fault."""
    head = HeadReader(file.only(*names(DoseFile)))
    return DoseProtocol(
        id=file.text("id"),
        revision=file.whole("revision", 1, MAX_REVISION),
        title=file.text("title"),
        kind=file.choice("kind", ProtocolKind),
        route=file.choice("route", Route),
        status=head.status,
        drugs=file.texts("drugs") if file.has("drugs") else (),
        target=file.choice("target", TargetMeans),
        stocks=tuple(_stock(stock, head) for stock in head.listed("stocks")),
        doses=tuple(_dose(dose, head) for dose in file.tables("doses")),
        companion=_companion(file.table("companion"), head) if file.has("companion") else None,
        follow_on=_follow_on(file.table("follow_on"), head) if file.has("follow_on") else None,
        fev1_min_percent=_percent(file.table("fev1_min"), head) if file.has("fev1_min") else None,
        observation=head.time("observation"),
        sources=head.described,
        about=head.about(),
    )


def _stock(stock: Table, head: HeadReader) -> Stock:
    stock.only(*names(StockEntry))
    return Stock(
        number=stock.whole("stock", 1, MAX_BAGS),
        concentration=concentration(stock, "concentration"),
        sources=head.read_in(stock),
    )


def _dose(dose: Table, head: HeadReader) -> ProtocolDose:
    dose.only(*names(DoseEntry))
    if dose.has("amount") == dose.has("share"):
        raise dose.problem(Fault.EITHER_OR, allowed=("amount", "share"))
    ongoing = dose.has("ongoing") and dose.flag("ongoing")
    if ongoing and dose.has("days"):
        raise dose.problem(Fault.EITHER_OR, allowed=("days", "ongoing = true"))
    days = dose.whole("days", 1, MAX_DAYS) if dose.has("days") else 1
    return ProtocolDose(
        number=dose.whole("dose", 1, MAX_STEPS),
        amount=amount(dose, "amount") if dose.has("amount") else None,
        share=Number(dose.number("share")) if dose.has("share") else None,
        stock=dose.whole("stock", 1, MAX_BAGS) if dose.has("stock") else None,
        day=dose.whole("day", 1, MAX_DAYS) if dose.has("day") else 1,
        days=None if ongoing else days,
        wait=minutes(dose, "wait_min") if dose.has("wait_min") else None,
        wait_at_most=minutes(dose, "wait_at_most_min") if dose.has("wait_at_most_min") else None,
        push=minutes(dose, "push_min") if dose.has("push_min") else None,
        flush=Volume(dose.number("flush_ml", "0", "1000")) if dose.has("flush_ml") else None,
        sources=head.read_in(dose),
    )


def _companion(entry: Table, head: HeadReader) -> Companion:
    entry.only(*names(CompanionEntry))
    return Companion(
        drug=entry.text("drug"),
        per_amount=Number(entry.number("per_mg", "0", "1000")),
        sources=head.read_in(entry),
    )


def _follow_on(entry: Table, head: HeadReader) -> FollowOn:
    entry.only(*names(FollowOnEntry))
    sources = head.cited(entry)
    within = minutes(entry, "within_min") if entry.has("within_min") else None
    return FollowOn(
        drug=entry.text("drug"),
        route=entry.choice("route", Route),
        amount=amount(entry, "amount") if entry.has("amount") else None,
        within=CitedTime(duration=within, sources=sources) if within is not None else None,
        sources=sources,
    )


def _percent(entry: Table, head: HeadReader) -> Number:
    entry.only(*names(PercentEntry))
    head.cited(entry)
    return Number(entry.number("percent", "1", "150"))
