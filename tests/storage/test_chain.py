"""The chain can be followed by anyone with the standard library."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from pathlib import Path

import pytest

from desens_gui.storage.chain import START, follow
from desens_gui.storage.problems import Altered, Why
from desens_gui.storage.snapshot import snapshot
from desens_gui.storage.verify import checked
from tests.storage.files import session_file


def recomputed(path: Path) -> str:
    """The thirty lines of DESIGN 5: nothing of ours, only what the documentation says."""
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    previous = "0" * 64
    try:
        for row in connection.execute("SELECT * FROM event ORDER BY seq"):
            columns = dict(row)
            stored = columns.pop("hash")
            columns.pop("seal")
            assert columns["prev_hash"] == previous
            text = json.dumps(columns, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
            previous = hashlib.sha256(text.encode("utf-8")).hexdigest()
            assert stored == previous
    finally:
        connection.close()
    return previous


def test_the_chain_is_recomputed_with_the_standard_library(tmp_path: Path) -> None:
    path = session_file(tmp_path, 30)
    assert len(recomputed(path)) == 64


@pytest.mark.parametrize("column", ["boot_ns", "payload"])
def test_a_value_of_another_type_is_no_entry(tmp_path: Path, column: str) -> None:
    """What only damage can put into a strict table."""
    with snapshot(session_file(tmp_path)) as connection:
        row, _ = next(checked(connection))
    with pytest.raises(Altered) as caught:
        follow({**row, column: 1.5}, START)  # type: ignore[dict-item]
    assert (caught.value.why, caught.value.entry) == (Why.FORM, 1)
