"""desens-gui restore: sessions come back, one sentence for each."""

from __future__ import annotations

from pathlib import Path

import pytest

from desens_gui.cli.main import main
from desens_gui.storage.backup import back_up
from desens_gui.storage.verify import State, verify
from desens_gui.system.locks import ChairLock
from tests.storage.facts import session
from tests.storage.files import session_file, stored

FINISHED = Path(__file__).parents[1] / "session_files" / "schema-1.desens"


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """A folder with the backups of two sessions."""
    folder = tmp_path / "backup"
    folder.mkdir()
    back_up(FINISHED, folder)
    (tmp_path / "made").mkdir()
    back_up(session_file(tmp_path / "made"), folder)
    return folder


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def test_all_of_them_come_back(backup: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["restore", str(backup), "--data", str(data)]) == 0
    assert capsys.readouterr().out == "s.desens: restored.\nschema-1.desens: restored.\n"
    restored = data / "sessions" / "schema-1.desens"
    assert verify(restored).code == verify(FINISHED).code
    restored.write_bytes(b"rot")
    assert main(["restore", str(backup / "schema-1.desens"), "--data", str(data)]) == 0
    assert capsys.readouterr().out == (
        "schema-1.desens: restored; the damaged file was put aside, not deleted.\n"
    )
    assert verify(restored).state is State.INTACT
    assert main(["restore", str(backup), "--data", str(data)]) == 0
    assert capsys.readouterr().out.count("is there already, whole.") == 2


def test_an_older_state_is_brought_up_to_date(
    backup: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (data / "sessions").mkdir(parents=True)
    stored(data / "sessions" / "s.desens", session(3))
    assert main(["restore", str(backup / "s.desens"), "--data", str(data)]) == 0
    assert capsys.readouterr().out == "s.desens: restored; an older state of it was there.\n"


def test_what_cannot_be_restored_is_said_and_the_rest_comes_back(
    backup: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (backup / "s.desens").write_bytes(b"rot")
    assert main(["restore", str(backup), "--data", str(data)]) == 2
    out, err = capsys.readouterr()
    assert out == "schema-1.desens: restored.\n"
    assert err == "s.desens: The file is not a session file.\n"


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("notes.txt", "notes.txt: The file is not a session file."),
        ("none.desens", "none.desens: The session file or its folder cannot be found or opened."),
        ("empty", "empty holds no session file."),
    ],
)
def test_what_is_no_backup(
    tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str], named: str, said: str
) -> None:
    (tmp_path / "notes.txt").write_text("x")
    (tmp_path / "empty").mkdir()
    assert main(["restore", str(tmp_path / named), "--data", str(data)]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert err.count("\n") == 1
    assert said.removeprefix(named) in err


def test_never_under_a_running_program(backup: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data.mkdir()
    lock = ChairLock(data)
    lock.acquire()
    assert main(["restore", str(backup), "--data", str(data)]) == 2
    lock.release()
    said = capsys.readouterr().err
    assert said.startswith("Desens already runs at ")
    assert said.endswith(" Close it first.\n")


def test_a_data_folder_that_cannot_be_made(
    backup: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("x")
    assert main(["restore", str(backup), "--data", str(tmp_path / "file")]) == 2
    assert capsys.readouterr().err.startswith("--data: ")
