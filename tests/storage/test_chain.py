"""The chain can be followed by anyone with the standard library; the compare code is read and written."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from pathlib import Path

import pytest

from desens_gui.storage.chain import code, read_code
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


def test_the_compare_code() -> None:
    assert code(312, "8a3177f0" + "c" * 56) == "312-8A31-77F0"
    assert read_code("312-8A31-77F0") == (312, "8a3177f0")
    assert read_code(" 312-8a31-77f0\n") == (312, "8a3177f0")


@pytest.mark.parametrize(
    "text", ["", "312", "312-8A31", "312-8A31-77G0", "0-0000-0000", "-1-8A31-77F0", "312 8A31"]
)
def test_what_is_no_compare_code(text: str) -> None:
    with pytest.raises(ValueError, match="not a compare code"):
        read_code(text)
