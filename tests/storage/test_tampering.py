"""What is found by whom (RELIABILITY: triggers, chain, chain with the code noted outside)."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from desens_gui.storage.problems import Altered, UnknownNewer, Why
from desens_gui.storage.reading import read_session
from desens_gui.storage.schema import COLUMNS
from desens_gui.storage.verify import State, Verdict, verify
from tests.storage.facts import session
from tests.storage.files import append_raw, rechain, run, session_file, tamper

LENGTH = 8


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return session_file(tmp_path, LENGTH)


def noted(path: Path) -> str:
    """The code on the printed page."""
    verdict = verify(path)
    assert verdict.state is State.INTACT
    assert verdict.code is not None
    return verdict.code


def found(verdict: Verdict) -> tuple[Why, int | None]:
    assert verdict.state is State.ALTERED
    assert verdict.code is None
    assert isinstance(verdict.problem, Altered)
    return verdict.problem.why, verdict.problem.entry


def test_an_untouched_file_is_intact(path: Path) -> None:
    code = noted(path)
    assert code.startswith("8-")
    assert verify(path, code) == Verdict(State.INTACT, code)
    assert read_session(path) == tuple(session(LENGTH))


CHANGES = {
    "seq": ("UPDATE event SET seq = 40 WHERE seq = 4", (Why.SEQUENCE, 4)),
    "uuid": ("UPDATE event SET uuid = 'x' WHERE seq = 4", (Why.CONTENT, 4)),
    "kind": ("UPDATE event SET kind = 'step_started/1' WHERE seq = 4", (Why.CONTENT, 4)),
    "utc": ("UPDATE event SET utc = '2026-11-22T09:00:00Z' WHERE seq = 4", (Why.CONTENT, 4)),
    "boot_ns": ("UPDATE event SET boot_ns = boot_ns + 1 WHERE seq = 4", (Why.CONTENT, 4)),
    "mono_ns": ("UPDATE event SET mono_ns = mono_ns + 1 WHERE seq = 4", (Why.CONTENT, 4)),
    "boot_id": ("UPDATE event SET boot_id = 'x' WHERE seq = 4", (Why.CONTENT, 4)),
    "zone_offset_min": ("UPDATE event SET zone_offset_min = 0 WHERE seq = 4", (Why.CONTENT, 4)),
    "actor": ("UPDATE event SET actor = 'x' WHERE seq = 4", (Why.CONTENT, 4)),
    "role": ("UPDATE event SET role = 'allergist' WHERE seq = 4", (Why.CONTENT, 4)),
    "second_person": ("UPDATE event SET second_person = NULL WHERE seq = 4", (Why.CONTENT, 4)),
    "workstation": ("UPDATE event SET workstation = 'x' WHERE seq = 4", (Why.CONTENT, 4)),
    "payload": ("UPDATE event SET payload = replace(payload, '4', '5') WHERE seq = 4", (Why.CONTENT, 4)),
    "prev_hash": ("UPDATE event SET prev_hash = hash WHERE seq = 4", (Why.PREVIOUS, 4)),
    "hash": ("UPDATE event SET hash = prev_hash WHERE seq = 4", (Why.CONTENT, 4)),
    "seal": ("UPDATE event SET seal = 'x' WHERE seq = 4", (Why.SEAL, 4)),
}


@pytest.mark.parametrize("column", COLUMNS)
def test_a_change_in_any_column_is_reported_with_its_entry(path: Path, column: str) -> None:
    statement, wanted = CHANGES[column]
    tamper(path, statement)
    assert found(verify(path)) == wanted
    with pytest.raises(Altered):
        read_session(path)


def test_a_row_taken_out_is_reported(path: Path) -> None:
    tamper(path, "DELETE FROM event WHERE seq = 4")
    assert found(verify(path)) == (Why.SEQUENCE, 4)


def test_a_row_taken_out_with_the_rest_moved_up_is_reported(path: Path) -> None:
    tamper(
        path,
        "DELETE FROM event WHERE seq = 4",
        *(f"UPDATE event SET seq = seq - 1 WHERE seq = {n}" for n in range(5, 9)),
    )
    assert found(verify(path)) == (Why.PREVIOUS, 4)


def test_two_rows_that_changed_places_are_reported(path: Path) -> None:
    tamper(
        path,
        "UPDATE event SET seq = 40 WHERE seq = 4",
        "UPDATE event SET seq = 4 WHERE seq = 5",
        "UPDATE event SET seq = 5 WHERE seq = 40",
    )
    assert found(verify(path)) == (Why.PREVIOUS, 4)


def test_an_end_cut_off_is_reported_to_whoever_holds_the_code(path: Path) -> None:
    code = noted(path)
    tamper(path, "DELETE FROM event WHERE seq > 5")
    assert verify(path).state is State.INTACT  # the file alone cannot show it
    assert found(verify(path, code)) == (Why.CUT_SHORT, 5)


def test_an_older_copy_played_back_is_reported_to_whoever_holds_the_code(path: Path, tmp_path: Path) -> None:
    older = session_file_of(tmp_path / "older", 3)
    shutil.copyfile(older, path.with_name("replayed.desens"))
    code = noted(path)
    assert found(verify(path.with_name("replayed.desens"), code)) == (Why.CUT_SHORT, 3)


def session_file_of(folder: Path, length: int) -> Path:
    folder.mkdir()
    return session_file(folder, length)


def test_a_forger_who_works_out_the_chain_again_is_reported_to_whoever_holds_the_code(path: Path) -> None:
    code = noted(path)
    tamper(path, "UPDATE event SET payload = replace(payload, 'note 4', 'note 5') WHERE seq = 4")
    rechain(path)
    assert verify(path).state is State.INTACT  # the file alone cannot show it
    assert found(verify(path, code)) == (Why.NOT_THE_CODE, 8)


def test_entries_after_the_noted_one_are_counted(path: Path) -> None:
    code = noted(path)
    append_raw(path, "seen_no_change/1", "{}")
    verdict = verify(path, code)
    assert (verdict.state, verdict.later) == (State.INTACT, 1)
    assert verdict.code == noted(path) != code


def test_an_emptied_file_is_reported(path: Path) -> None:
    tamper(path, "DELETE FROM event")
    assert found(verify(path)) == (Why.NO_ENTRIES, None)


def test_a_first_entry_taken_out_is_reported_even_with_a_chain_that_fits(path: Path) -> None:
    tamper(path, "DELETE FROM event WHERE seq = 1")
    rechain(path)
    assert found(verify(path)) == (Why.FIRST_ENTRY, 1)


def test_triggers_taken_away_are_reported(path: Path) -> None:
    run(path, "DROP TRIGGER event_never_deleted")
    assert found(verify(path)) == (Why.SCHEMA, None)


def test_a_bit_that_rotted_in_a_payload_is_reported(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[raw.index(b"note 6") + 1] ^= 0x80
    path.write_bytes(raw)
    assert found(verify(path)) == (Why.CONTENT, 6)


def test_a_type_that_does_not_belong_is_reported(path: Path) -> None:
    """Only a hand in the bytes can do it: the table is STRICT."""
    raw = path.read_bytes()
    run(path, "PRAGMA writable_schema=1", "UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ')')")
    tamper(path, "UPDATE event SET payload = CAST(payload AS BLOB) WHERE seq = 4")
    run(
        path,
        "PRAGMA writable_schema=1",
        "UPDATE sqlite_schema SET sql = sql || ' STRICT' WHERE name = 'event'",
    )
    assert path.read_bytes() != raw
    why, _ = found(verify(path))
    assert why in (Why.DAMAGED, Why.FORM)


def test_random_single_bytes(path: Path) -> None:
    """Each change is reported to whoever holds the code, or every entry still reads as it was written."""
    code = noted(path)
    whole, facts = path.read_bytes(), tuple(session(LENGTH))
    chance = random.Random(22)
    reported = 0
    for _ in range(250):
        raw = bytearray(whole)
        raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
        path.write_bytes(raw)
        if verify(path, code).state is State.INTACT:
            assert read_session(path) == facts
        else:
            reported += 1
    assert reported


def test_every_truncation(path: Path) -> None:
    code = noted(path)
    whole = path.read_bytes()
    for length in range(0, len(whole), 1024):
        path.write_bytes(whole[:length])
        assert verify(path, code).state in (State.ALTERED, State.NOT_A_SESSION)


UNWRITTEN = {
    "a float": '{"at":"2026-11-22T10:42:12Z","bag":1,"rate_ml_h":"2.5","step":3.5}',
    "a key twice": '{"at":"2026-11-22T10:42:12Z","bag":2,"bag":1,"rate_ml_h":"2.5","step":3}',
    "blanks": '{"at": "2026-11-22T10:42:12Z"}',
    "no object": "[1]",
    "no JSON": "{",
    "too deep": "[" * 50_000,
}


@pytest.mark.parametrize("payload", UNWRITTEN.values(), ids=UNWRITTEN.keys())
def test_what_the_program_would_not_write_is_reported_though_the_chain_fits(path: Path, payload: str) -> None:
    append_raw(path, "step_started/1", payload)
    assert found(verify(path)) == (Why.FORM, 9)
    with pytest.raises(Altered) as caught:
        read_session(path)
    assert (caught.value.why, caught.value.entry) == (Why.FORM, 9)


UNREADABLE = {
    "a time": {"utc": "yesterday"},
    "a time in another form": {"utc": "2026-11-22T10:00:00.000000Z"},
    "a role": {"role": "porter"},
}


@pytest.mark.parametrize("changes", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_columns_the_program_would_not_write_are_not_read(path: Path, changes: dict[str, str]) -> None:
    append_raw(path, "seen_no_change/1", "{}", **changes)
    with pytest.raises(Altered) as caught:
        read_session(path)
    assert (caught.value.why, caught.value.entry) == (Why.FORM, 9)


def test_a_kind_of_a_newer_program_is_named_and_its_file_intact(path: Path) -> None:
    append_raw(path, "check_recorded/2", "{}")
    assert verify(path).state is State.INTACT
    with pytest.raises(UnknownNewer) as caught:
        read_session(path)
    assert caught.value.names == ("check_recorded/2",)
