"""The entries of a scenario: when, by whom, what; blocks written out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import msgspec

from desens_gui.domain.events.step import PromptKind
from desens_gui.domain.recorded import PROGRAM, Actor
from desens_gui.domain.refusals.every import AnyRefusal
from desens_gui.session.scenario import Entry, Jump, WaitFor
from desens_gui.session.spoken_time import ELAPSED_LIKE, SPAN_LIKE, elapsed_ns, span_ns
from desens_gui.system.scenario_actions import COMMANDS, SPANS, Book, read_action, span, tag_of
from desens_gui.system.scenario_blocks import written_out
from desens_gui.system.toml_reading import Table
from desens_gui.wording.file_words import Fault

ACTIONS = (*COMMANDS, "check", "block", *SPANS, "clock_step", "crash")
NOT_NESTED = tuple(action for action in ACTIONS if action != "block")
TIMING = ("at", "after", "when")
AROUND = ("by", "second_person", "refused")
PROMPT = "prompt "
WAITS = (*WaitFor, *(f"{PROMPT}{kind}" for kind in PromptKind))
REFUSALS = tuple(tag_of(kind) for kind in get_args(AnyRefusal))


class _Context(msgspec.Struct, frozen=True):
    """Of the entry that is written out: its own line, and who acts unless it says otherwise."""

    line: int
    by: str | None
    second_person: str | None


def read_entries(file: Table, book: Book) -> Iterator[Entry]:
    for table in file.tables("do"):
        action = _action(table, ACTIONS)
        context = _Context(book.lines.of(table.where), book.by, None)
        if action == "block":
            yield from _block(table, book, _people(table, book, context))
        else:
            yield _entry(table, action, book, context, 0)


def _action(table: Table, actions: tuple[str, ...]) -> str:
    """The one thing that the entry says to do."""
    extra = ("with",) if table.has("block") else ()
    table.only(*actions, *TIMING, *AROUND, *extra)
    named = [name for name in actions if table.has(name)]
    if len(named) != 1:
        raise table.problem(Fault.EITHER_OR, allowed=actions)
    return named[0]


def _block(table: Table, book: Book, context: _Context) -> Iterator[Entry]:
    name = table.text("block")
    if name not in book.blocks:
        raise table.problem(Fault.NOT_ONE_OF, "block", allowed=tuple(book.blocks) or ("[[blocks]]",))
    if table.has("refused"):
        raise table.problem(Fault.UNKNOWN_NAME, "refused", allowed=("block", "with", "by", *TIMING))
    values = table.table("with") if table.has("with") else Table({}, table.file, f"{table.where}.with")
    if any(table.has(each) for each in TIMING):
        yield _timed(table, Entry(line=context.line, by=PROGRAM))
    for entry in written_out(book.blocks[name], values):
        yield _entry(entry, _action(entry, NOT_NESTED), book, context, book.lines.of(entry.where))


def _entry(table: Table, action: str, book: Book, context: _Context, block_line: int) -> Entry:
    people = _people(table, book, context)
    read = read_action(table, action, book)
    jumps = isinstance(read, Jump)
    entry = Entry(
        line=context.line,
        block_line=block_line,
        action=read,
        by=PROGRAM if jumps else _actor(table, book, people.by),
        second_person=_actor(table, book, people.second_person) if people.second_person else None,
        refused=() if jumps else _refused(table),
    )
    return _timed(table, entry)


def _people(table: Table, book: Book, context: _Context) -> _Context:
    by = table.text("by") if table.has("by") else context.by
    second = table.text("second_person") if table.has("second_person") else context.second_person
    for name, person in (("by", by), ("second_person", second)):
        if person is not None and person not in book.staff:
            raise table.problem(Fault.NOT_ONE_OF, name, found=f'"{person}"', allowed=tuple(book.staff))
    return _Context(context.line, by, second)


def _actor(table: Table, book: Book, by: str | None) -> Actor:
    if by is None:
        raise table.problem(Fault.MISSING, "by")
    return Actor(by, book.staff[by].role)


def _refused(table: Table) -> tuple[str, ...]:
    refused = table.texts("refused") if table.has("refused") else ()
    for name in refused:
        if name not in REFUSALS:
            raise table.problem(Fault.NOT_ONE_OF, "refused", found=f'"{name}"', allowed=REFUSALS)
    return refused


def _timed(table: Table, entry: Entry) -> Entry:
    if table.has("at") and (table.has("when") or table.has("after")):
        raise table.problem(Fault.EITHER_OR, allowed=("at", "when, after"))
    at_ns = span(table, "at", elapsed_ns, ELAPSED_LIKE) if table.has("at") else None
    after_ns = span(table, "after", span_ns, SPAN_LIKE) if table.has("after") else 0
    wait = _wait(table) if table.has("when") else None
    return msgspec.structs.replace(entry, at_ns=at_ns, after_ns=after_ns, wait=wait)


def _wait(table: Table) -> WaitFor | PromptKind:
    text = table.text("when")
    if text not in WAITS:
        raise table.problem(Fault.NOT_ONE_OF, "when", allowed=WAITS)
    return PromptKind(text.removeprefix(PROMPT)) if text.startswith(PROMPT) else WaitFor(text)
