"""Any SQLite tool shows a readable record: every view is filled from the facts it is for."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desens_gui.domain.events.reaction import ReactionEnteredInError
from desens_gui.storage.codec import kinds
from tests.storage.facts import filled, recorded, session
from tests.storage.files import plain, stored


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """One of every kind, with nothing left out."""
    facts = session(1)
    others = [kind for kind in kinds().values() if kind is not ReactionEnteredInError]
    facts += [
        recorded(seq, filled(kind)) for seq, kind in enumerate([*others, ReactionEnteredInError], start=2)
    ]
    connection = plain(stored(tmp_path_factory.mktemp("views") / "s.desens", facts))
    connection.row_factory = sqlite3.Row
    yield connection
    connection.close()


def view(connection: sqlite3.Connection, name: str) -> list[dict[str, Any]]:
    return [dict(row) for row in connection.execute(f"SELECT * FROM {name} ORDER BY seq")]


def one(connection: sqlite3.Connection, name: str) -> dict[str, Any]:
    (row,) = view(connection, name)
    return row


@pytest.mark.parametrize(
    "name", ["vitals", "checks", "steps", "reactions", "treatments", "staff", "corrections", "audit"]
)
def test_every_column_is_filled_from_some_fact(connection: sqlite3.Connection, name: str) -> None:
    rows = view(connection, name)
    empty = {column for column in rows[0] if all(row[column] is None for row in rows)} - {"second_person"}
    assert not empty, "a path in the view fits no field"


def test_times_are_shown_in_the_zone_of_the_session(connection: sqlite3.Connection) -> None:
    row = view(connection, "audit")[0]
    assert (row["utc"], row["local_time"]) == ("2026-11-22T10:00:00Z", "2026-11-22 11:00:00")


def test_vitals_carry_their_units(connection: sqlite3.Connection) -> None:
    row = one(connection, "vitals")
    assert (row["heart_rate_per_min"], row["systolic_mmhg"], row["spo2_percent"]) == (2, 2, 2)
    assert (row["temperature_celsius"], row["oxygen_given"], row["consciousness_acvpu"]) == ("2.5", 1, "A")


def test_checks_list_answers_and_signs(connection: sqlite3.Connection) -> None:
    row = one(connection, "checks")
    assert (row["answers"], row["signs"]) == ("text none", "text mild")


def test_commanded_and_reported_rates_have_columns_of_their_own(connection: sqlite3.Connection) -> None:
    rates = {
        row["kind"]: (row["commanded_rate_ml_h"], row["reported_rate_ml_h"])
        for row in view(connection, "steps")
    }
    assert rates["escalation_commanded/1"] == ("2.5", None)
    assert rates["pump_reported_running/1"] == (None, "2.5")
    assert rates["stay_decided/1"] == (None, None)


def test_a_correction_names_the_entry_it_corrects(connection: sqlite3.Connection) -> None:
    called = next(row["seq"] for row in view(connection, "reactions") if row["kind"] == "reaction_called/1")
    assert one(connection, "corrections")["corrects_seq"] == called


def test_audit_is_every_entry(connection: sqlite3.Connection) -> None:
    rows = view(connection, "audit")
    assert len(rows) == len(kinds()) + 1
    assert all(row["actor"] == "n.weber" and row["role"] == "nurse" for row in rows)


def test_views_of_an_empty_record_are_valid(tmp_path: Path) -> None:
    connection = plain(stored(tmp_path / "s.desens", session(1)))
    assert connection.execute("SELECT * FROM corrections").fetchall() == []
    connection.close()
