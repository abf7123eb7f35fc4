"""The chain can be followed by anyone with the standard library."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from pathlib import Path

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
