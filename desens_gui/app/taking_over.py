"""Take over here: a session that was recorded at another workstation goes on in a new file of this one.

The new file begins as a verified copy of the old one and its chain goes on where the old one stood: every
fact, dose and correction is there as it was recorded, and nothing has to be carried over.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from desens_gui.app.keys_here import take_keys
from desens_gui.app.session_at_chair import PROGRAM_NAME, workstation, zone_of
from desens_gui.domain.answers import Refused
from desens_gui.domain.commands.parts import TakeOver
from desens_gui.domain.compare_code import code
from desens_gui.domain.events.parts import Leaving
from desens_gui.domain.evolve.evolving import fold
from desens_gui.domain.recorded import PROGRAM
from desens_gui.domain.session import Session
from desens_gui.domain.stage import SettingUp
from desens_gui.session.live_session import LiveSession
from desens_gui.session.opening import last_seen
from desens_gui.session.saving import Acks
from desens_gui.storage.copying import copy_rekeyed
from desens_gui.storage.keys import Encrypting
from desens_gui.storage.opening import sync_folder
from desens_gui.storage.part_of import Last, last_entry
from desens_gui.storage.problem_words import sentence
from desens_gui.storage.problems import OtherWriter, StorageProblem, problem_of_os, problems_named
from desens_gui.storage.reading import Whole, read_session, read_whole
from desens_gui.storage.seal import Seal
from desens_gui.storage.session_log import SqliteLog
from desens_gui.system.clock import SystemClock
from desens_gui.system.heartbeat import last_alive
from desens_gui.system.ids import SystemIds
from desens_gui.system.locks import SessionLock, SessionTaken, writer_of
from desens_gui.system.paths import SUFFIX, Folders, session_name, sessions_in
from desens_gui.system.taken_over import Mark, leave_mark, read_mark
from desens_gui.system.workstation_key import WorkstationKey
from desens_gui.system.zones import system_zone
from desens_gui.wording.parts import goes_on
from desens_gui.wording.plain import plain
from desens_gui.wording.refusals import refusals
from desens_gui.wording.words import Words
from desens_gui.wording.writers import Writer, since


class CannotTakeOver(Exception):
    """One sentence for the person who asked."""


class Found(Struct, frozen=True):
    """What would be taken over: of which workstation, up to when; mark: who has done so already."""

    state: Session
    code: str
    workstation: str
    last_us: int
    mark: Mark | None


def clock_is_behind(found: Found) -> bool:
    """The clock here is earlier than the last entry there: no clock tells the time between."""
    return SystemClock().now().utc_us < found.last_us


def behind(words: Words) -> str:
    return words(
        "The clock here is behind that entry: type the total that the pump shows, do not answer “ran”."
    )


class Taken(Struct, frozen=True):
    """The new part. marked: the old file says so too; else its workstation has to be told."""

    path: Path
    number: int
    code: str
    marked: bool


def look(source: Path) -> Found:
    """Whose session it is and where it stands; StorageProblem."""
    whole = read_whole(source)
    last = whole.records[-1]
    return Found(_state(whole), whole.code, last.workstation, last.stamp.utc_us, read_mark(source))


def take_over(
    source: Path, place: Folders, by: str, words: Words, *, is_off: bool = False, again: bool = False
) -> Taken:
    """The new part in the session folder of this workstation, which goes on with it when it is started.

    is_off: a person says that the machine which holds the file is switched off or its program closed.
    again: although it was taken over before, or is said to go on elsewhere.
    """
    try:
        place.make()
        keys = take_keys(place)
        _require_free(place, words)
        with _alone(source, is_off=is_off):
            return _taken_over(source, place, keys.encrypting, by, words, again=again)
    except StorageProblem as problem:
        raise CannotTakeOver(sentence(problem, words)) from problem
    except OSError as error:
        raise CannotTakeOver(sentence(problem_of_os(error), words)) from error


def _require_free(place: Folders, words: Words) -> None:
    """One patient to a chair: none that was started here stands open."""
    for path in sessions_in(place.sessions):
        try:
            started = _runs_here(path)
        except StorageProblem:
            continue  # the program names it when it starts
        if started:
            raise CannotTakeOver(
                words("A session of this workstation is still open: {file}. End it first.", file=path.name)
            )


def _runs_here(path: Path) -> bool:
    records = read_session(path)
    state = fold(records)
    return (
        state is not None
        and not state.is_over
        and not isinstance(state.stage, SettingUp)
        and records[-1].workstation == workstation()
    )


@contextmanager
def _alone(source: Path, *, is_off: bool) -> Iterator[None]:
    """Nobody writes the old file meanwhile; on a medium that cannot be written nobody does."""
    lock = SessionLock(source)
    try:
        lock.acquire(over_a_note=is_off)
    except SessionTaken as taken:
        raise OtherWriter(writer_of(taken.holder)) from taken
    except OSError:
        pass
    try:
        yield
    finally:
        lock.release()


def _taken_over(
    source: Path, place: Folders, encrypting: Encrypting | None, by: str, words: Words, *, again: bool
) -> Taken:
    """The new part is encrypted as this workstation does it, whatever the old one was."""
    clock, ids = SystemClock(), SystemIds()
    _require_open_to_take(look(source), place, words, again=again)
    target = place.sessions / session_name(clock.now().utc_us, system_zone(), ids)
    begun = target.with_name(f".{target.name}.begun")
    try:
        copy_rekeyed(source, begun, encrypting)
        whole, last = read_whole(begun), last_entry(begun)
        _begin(begun, target.stem, whole, last, source, place, by, words)
        taken = _state(read_whole(begun))
        first = last_entry(begun)
        own = code(*first.link)
        mark = Mark(
            workstation=workstation(),
            part_id=target.stem,
            code=own,
            since_us=clock.now().utc_us,
            zone_offset_min=taken.zone_offset_min,
        )
        marked = _marked(source, mark, place, words, again=again)
        with problems_named():
            begun.rename(target)
            sync_folder(target.parent)
    finally:
        begun.unlink(missing_ok=True)
    return Taken(target, taken.part_number, own, marked)


def _cut_short(mark: Mark, place: Folders) -> bool:
    """A take-over from here whose part never came to be: it is begun again."""
    part = place.sessions / f"{mark.part_id}{SUFFIX}"
    return mark.workstation == workstation() and not part.exists()


def _require_open_to_take(found: Found, place: Folders, words: Words, *, again: bool) -> None:
    state = found.state
    if state.opened.simulated:
        raise CannotTakeOver(words("This is the record of a simulation, not of a patient."))
    if again or (found.mark is not None and _cut_short(found.mark, place)):
        return
    if found.mark is not None:
        raise CannotTakeOver(_already(found.mark, words))
    if state.left is not None and state.left.why is Leaving.CONTINUED:
        raise CannotTakeOver(
            words("This session is said to go on already. {there}.", there=goes_on(words, state.left))
        )


def _already(mark: Mark, words: Words) -> str:
    writer = Writer(mark.workstation, mark.since_us, mark.zone_offset_min)
    return words(
        "{workstation} took this session over, {since}: part {part}, compare code {code}. Take that over.",
        workstation=plain(mark.workstation),
        since=since(writer, words),
        part=plain(mark.part_id),
        code=plain(mark.code),
    )


def _begin(
    path: Path, part_id: str, whole: Whole, last: Last, source: Path, place: Folders, by: str, words: Words
) -> None:
    """The new part's own first facts, on the disk when this returns."""
    clock, acks = SystemClock(), Acks()
    log = SqliteLog(path, clock=clock, on_ack=acks, seal=Seal(WorkstationKey(place.key)))
    live = LiveSession(
        log=log,
        acks=acks,
        clock=clock,
        ids=SystemIds(),
        zone=zone_of(whole.records),
        workstation=workstation(),
        records=whole.records,
    )
    try:
        command = TakeOver(
            part_id=part_id,
            from_workstation=whole.records[-1].workstation,
            head_hash=last.link.hash,
            head_seal=last.seal,
            by=by,
            last_seen=last_seen(whole.records, last_alive(Folders(source.parent.parent).heartbeat(source))),
            program=PROGRAM_NAME,
        )
        decision = live.submit(command, PROGRAM)
        if isinstance(decision, Refused):
            raise CannotTakeOver(refusals(words, decision.reasons, live.state.zone_offset_min))
    finally:
        live.close()


def _state(whole: Whole) -> Session:
    state = fold(whole.records)
    assert state is not None, "a session that was read whole has a first fact"
    return state


def _marked(source: Path, mark: Mark, place: Folders, words: Words, *, again: bool) -> bool:
    """Whether the old file says now who went on; of two that try at once the first one does."""
    found = read_mark(source)
    mine = again or (found is not None and _cut_short(found, place))
    try:
        leave_mark(source, mark, replace=mine)
    except FileExistsError as error:
        there = read_mark(source)
        raise CannotTakeOver(
            _already(there, words) if there is not None else words("Another workstation was quicker.")
        ) from error
    except OSError:
        return False
    return True
