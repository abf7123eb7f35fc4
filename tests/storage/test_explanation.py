"""What `verify` tells the person who holds an altered file, in whole sentences."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from desens_gui.storage.breach import breach
from desens_gui.storage.explanation import explained
from desens_gui.storage.problems import Altered, Why
from desens_gui.storage.verify import State, verify
from desens_gui.wording.words import ENGLISH
from tests.storage.files import rechain, tamper

KEPT = Path(__file__).parents[1] / "session_files" / "schema-1.desens"
CODE = "161-872C-DE06"
CHECK = (
    "22-Nov-2026 08:18:20, M. Lindqvist, RN (Nurse): Baseline check: HR 92, BP 128/76, Resp 14, SpO2 98 %, "
    "36.6 °C, on air, alert; no symptoms"
)
DOUBT = "Entries in doubt: 150."
LAST = "Compare with the printed page or the backup before anybody relies on the rest."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return Path(shutil.copyfile(KEPT, tmp_path / "kept.desens"))


def told(path: Path, expect: str | None = None) -> list[str]:
    verdict = verify(path, expect)
    assert verdict.state is State.ALTERED
    assert verdict.breach is not None
    *lines, last = explained(verdict.breach, ENGLISH)
    assert last == LAST
    return lines


def test_a_changed_value_is_shown_as_it_reads_now(path: Path) -> None:
    tamper(
        path, "UPDATE event SET payload = replace(payload, '\"per_min\":8', '\"per_min\":9') WHERE seq = 12"
    )
    assert told(path) == [
        "It now reads: " + CHECK,
        "As it was written, as far as the file alone can show: entries 1 to 11, up to 22-Nov-2026 08:09:35.",
        "From entry 12 on, that is after 22-Nov-2026 08:09:35, the file vouches for nothing. " + DOUBT,
    ]


def test_what_is_no_entry_any_more(path: Path) -> None:
    tamper(path, "UPDATE event SET payload = '{}', actor = x'ff' || 'x' WHERE seq = 2")
    assert told(path)[:2] == [
        "What stands in its place cannot be read as an entry.",
        "As it was written, as far as the file alone can show: entry 1, of 22-Nov-2026 08:04:00.",
    ]


def test_an_entry_that_is_gone(path: Path) -> None:
    tamper(path, "DELETE FROM event WHERE seq = 50")
    assert told(path)[0] == "There is no entry 50; later ones are there."


def test_entries_that_are_gone_at_the_end(path: Path) -> None:
    tamper(path, "DELETE FROM event WHERE seq > 150")
    assert told(path, CODE) == [
        "The last entry there is of 22-Nov-2026 13:58:56.",
        "Entries missing at the end: 11.",
    ]


def test_entries_that_were_written_anew(path: Path) -> None:
    tamper(path, "UPDATE event SET seal = NULL, workstation = 'other'")
    rechain(path)
    assert told(path, CODE) == ["Any entry up to entry 161 may differ from what was written."]


def test_the_first_entry(path: Path) -> None:
    tamper(path, "UPDATE event SET utc = 'never' WHERE seq = 1")
    assert told(path)[-1] == "The file vouches for none of its entries."
    tamper(path, "DELETE FROM event WHERE seq < 3")
    assert told(path)[0] == "There is no entry 1; later ones are there."


def test_a_time_that_is_none_is_shown_as_it_stands(path: Path) -> None:
    """The last entry still there, of a file whose times were written anew."""
    tamper(path, "UPDATE event SET seal = NULL", "DELETE FROM event WHERE seq > 20")
    tamper(path, "UPDATE event SET utc = 'never' WHERE seq = 20")
    rechain(path)
    assert told(path, CODE)[0] == "The last entry there is of never."


def test_a_file_that_is_damaged_throughout_has_nothing_to_tell(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:4096] + bytes(len(content) - 4096))
    verdict = verify(path)
    assert (verdict.state, verdict.breach) == (State.ALTERED, None)


def test_a_file_that_cannot_be_read_again_has_nothing_to_tell() -> None:
    connection = sqlite3.connect(":memory:")
    assert breach(connection, Altered(Why.CONTENT, 3)) is None
    connection.close()
