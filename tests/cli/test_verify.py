"""desens-gui verify: its exit codes, and what it says to a person."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desens_gui.cli.main import main
from desens_gui.storage import snapshot
from desens_gui.storage.verify import verify
from tests.storage.files import append_raw, plain, run, session_file, tamper


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return session_file(tmp_path)


def said(capsys: pytest.CaptureFixture[str]) -> str:
    out, err = capsys.readouterr()
    assert not (out and err)
    first, *more = (out + err).strip().split("\n")
    assert not more or first.startswith("ALTERED: ")
    return first


def test_intact(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = verify(path).code
    assert main(["verify", str(path)]) == 0
    assert said(capsys) == f"intact as far as the file alone can show, compare code {code}"
    assert main(["verify", str(path), "--expect", str(code).lower()]) == 0
    assert said(capsys) == f"intact as far as the file alone can show, compare code {code}"


def test_later_entries(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = verify(path).code
    append_raw(path, "seen_no_change/1", "{}")
    assert main(["verify", str(path), "--expect", str(code)]) == 0
    assert said(capsys).endswith("; entries after the expected one: 1")


def test_altered(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = str(verify(path).code)
    tamper(path, "DELETE FROM event WHERE seq > 6")
    assert main(["verify", str(path), "--expect", code]) == 1
    assert said(capsys) == "ALTERED: The file ends with entry 6: the code was made later."
    tamper(path, "UPDATE event SET actor = 'x' WHERE seq = 4")
    assert main(["verify", str(path)]) == 1
    assert said(capsys) == "ALTERED: Entry 4 was changed after it was written."


def test_not_a_session(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("hello")
    assert main(["verify", str(other)]) == 2
    assert said(capsys) == "The file is not a session file."
    assert main(["verify", str(tmp_path / "none")]) == 2
    assert said(capsys) == "The session file or its folder cannot be found or opened."


def test_newer(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(path, "PRAGMA user_version=9")
    assert main(["verify", str(path)]) == 2
    assert said(capsys) == "The file was written by a newer program: schema 9 is not known here."


def test_locked(path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshot, "_PAUSE_S", 0.001)
    holder = plain(path)
    holder.execute("BEGIN EXCLUSIVE")
    assert main(["verify", str(path)]) == 3
    holder.close()
    assert said(capsys) == "Another program keeps the session file locked."


def test_a_code_that_is_none(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(path), "--expect", "312"]) == 2
    assert said(capsys) == "--expect: “312” is not a compare code; one looks like 312-8A31-77F0."


def test_a_sealed_file_and_its_key(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The key of the data folder is found; one given by name must have sealed every entry."""
    assert main(["simulate", "08-transferred", "--out", str(tmp_path)]) == 0
    (path,) = tmp_path.glob("*.desens")
    key = tmp_path / "data" / "workstation.key"
    capsys.readouterr()
    code = verify(path).code
    intact = f"intact as far as the file alone can show, compare code {code}"
    assert main(["verify", str(path)]) == 0
    assert said(capsys) == f"{intact}; every entry is sealed with the key {key}"
    assert main(["verify", str(path), "--key", str(key)]) == 0
    assert said(capsys) == f"{intact}; every entry is sealed with the key {key}"
    other = tmp_path / "other.key"
    other.write_bytes(b"o" * 32)
    assert main(["verify", str(path), "--key", str(other)]) == 1
    assert said(capsys) == "ALTERED: Entry 1 is not sealed with this key."
    other.write_bytes(b"o")
    assert main(["verify", str(path), "--key", str(other)]) == 2
    assert said(capsys) == f"--key: {other} is no key that can be read: a key has 32 bytes."
    key.unlink()
    assert main(["verify", str(path)]) == 0
    assert said(capsys) == intact


HEAVY = {"msgspec", "sqlite_utils", "numpy", "PySide6", "platformdirs", "babel"}


def test_it_starts_without_the_heavy_parts(path: Path) -> None:
    program = (
        "import sys; from desens_gui.cli.main import main; code = main(sys.argv[1:]);"
        f"print(sorted({HEAVY} & set(sys.modules)), file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "verify", str(path)], capture_output=True, text=True, check=True
    )
    assert done.stderr.strip() == "[]"
