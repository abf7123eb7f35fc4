"""The audit file: what goes in comes out, once, in order; and nothing can be taken out unseen."""

from __future__ import annotations

from pathlib import Path

import pytest

from desens_gui.domain.answers import Refused
from desens_gui.domain.commands.check import RecordNote
from desens_gui.domain.recorded import PROGRAM
from desens_gui.domain.refusals.general import NoSession, TextMissing
from desens_gui.session.audit import AuditEntry, RefusalsOf, What
from desens_gui.storage import audit_writer
from desens_gui.storage.audit_file import LAYOUT, AuditFile, ToNote
from desens_gui.storage.audit_writer import AuditWriter
from desens_gui.storage.chain import Link, chained
from desens_gui.storage.noted import Noted, append
from desens_gui.storage.opening import open_session
from desens_gui.storage.problems import Altered, StorageProblem, UnknownNewer
from desens_gui.storage.schema import COLUMNS
from desens_gui.storage.seal import Seal
from tests.fake_clock import FakeClock, FakeIds
from tests.staff import LINDQVIST
from tests.storage.files import INSERT, run, tamper
from tests.storage.staff_files import KEY, Notes

SEAL = Seal(lambda: KEY)
FULL = AuditEntry(
    what=What.REFUSED,
    actor=LINDQVIST.actor,
    stamp=FakeClock().now(),
    session="2026-11-22-k7qm2x9d",
    command="escalate",
    codes=("check_incomplete", "too_early"),
    person="n2",
)
BARE = AuditEntry(what=What.VIEWED, actor=PROGRAM, stamp=FakeClock().now())


@pytest.fixture
def file(tmp_path: Path) -> AuditFile:
    return AuditFile(tmp_path / "audit.db", seal=SEAL, workstation="chair-4")


def test_entries_are_read_as_they_were_noted(file: AuditFile) -> None:
    assert file.read() == ()
    file.append([ToNote("1", FULL), ToNote("2", BARE)])
    file.append([ToNote("3", FULL)])
    assert file.read() == (FULL, BARE, FULL)


def test_an_entry_tried_again_is_there_once(file: AuditFile) -> None:
    file.append([ToNote("1", FULL)])
    file.append([ToNote("1", FULL), ToNote("2", BARE)])
    assert file.read() == (FULL, BARE)


@pytest.mark.requirement("R-AUDIT-1")
def test_an_entry_that_was_changed_or_taken_out_is_seen(file: AuditFile, tmp_path: Path) -> None:
    file.append([ToNote(str(number), FULL) for number in range(3)])
    tamper(tmp_path / "audit.db", "DELETE FROM event WHERE seq = 2")
    with pytest.raises(Altered):
        file.read()


@pytest.mark.parametrize(
    ("kind", "payload", "problem"),
    [
        ("audit/2", {"what": "viewed"}, UnknownNewer),
        ("audit/1", {"what": "dreamt"}, UnknownNewer),
        ("audit/1", {"what": "viewed", "codes": "x"}, Altered),
    ],
)
def test_what_a_newer_program_wrote_is_not_guessed(
    file: AuditFile, tmp_path: Path, kind: str, payload: dict[str, str], problem: type[StorageProblem]
) -> None:
    file.append([ToNote("1", FULL)])
    connection = open_session(tmp_path / "audit.db", layout=LAYOUT)
    entry = Noted(
        uuid="2", kind=kind, stamp=BARE.stamp, actor=PROGRAM, workstation="chair-4", payload=dict(payload)
    )
    append(connection, [entry], SEAL)
    connection.close()
    with pytest.raises(problem):
        file.read()


def test_a_file_that_cannot_be_written_stops_nobody_and_is_said(tmp_path: Path) -> None:
    missing = AuditFile(tmp_path / "gone" / "audit.db", seal=SEAL, workstation="chair-4")
    writer = AuditWriter(missing, FakeIds())
    for _ in range(3):
        writer.note(FULL)
    assert not writer.close(0.2)
    assert isinstance(writer.problem, StorageProblem)


def test_what_was_noted_is_on_disk_when_the_writer_has_closed(file: AuditFile) -> None:
    writer = AuditWriter(file, FakeIds())
    for _ in range(20):
        writer.note(FULL)
    assert writer.close()
    assert writer.problem is None
    assert file.read() == (FULL,) * 20


def test_a_damaged_file_is_a_problem_and_not_a_crash(file: AuditFile, tmp_path: Path) -> None:
    file.append([ToNote("1", FULL)])
    run(tmp_path / "audit.db", "PRAGMA user_version=9")
    with pytest.raises(UnknownNewer):
        file.append([ToNote("2", BARE)])


def test_a_role_or_a_time_that_no_program_wrote_is_named(file: AuditFile, tmp_path: Path) -> None:
    for number, (column, problem) in enumerate({"role": UnknownNewer, "utc": Altered}.items()):
        path = tmp_path / f"{number}.db"
        one = AuditFile(path, seal=SEAL, workstation="chair-4")
        one.append([ToNote("1", FULL)])
        connection = open_session(path, layout=LAYOUT)
        row = dict(
            zip(COLUMNS, connection.execute("SELECT * FROM event").fetchone(), strict=True),
            seq=2,
            uuid="2",
            **{column: "surgeon"},
        )
        linked, _ = chained(row, Link(1, str(row["hash"])), SEAL)
        connection.execute(INSERT, [linked[name] for name in COLUMNS])
        connection.close()
        with pytest.raises(problem):
            one.read()


def test_what_waits_too_long_is_lost_from_the_oldest_on_and_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit_writer, "MOST_WAITING", 2)
    writer = AuditWriter(AuditFile(tmp_path / "gone" / "a.db", seal=SEAL, workstation="c"), FakeIds())
    for _ in range(5):
        writer.note(FULL)
    assert writer.lost == 3
    writer.close(0.2)


def test_a_refusal_is_noted_by_its_codes_alone() -> None:
    notes = Notes()
    refused = Refused((TextMissing(field="Okafor"), NoSession()))
    RefusalsOf(notes, "s1").refused(RecordNote(text="Okafor"), LINDQVIST.actor, refused, BARE.stamp)
    assert notes.entries == [
        AuditEntry(
            what=What.REFUSED,
            actor=LINDQVIST.actor,
            stamp=BARE.stamp,
            session="s1",
            command="record_note",
            codes=("text_missing", "no_session"),
        )
    ]
