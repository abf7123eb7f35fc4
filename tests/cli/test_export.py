"""desens-gui export: the tables, and every way in which nothing is written."""

from __future__ import annotations

import csv
import os
import sys
from pathlib import Path

import pytest

from desens_gui.cli.main import main
from desens_gui.storage.verify import verify
from tests.handover.session_files import session_file
from tests.handover.sessions import completed


@pytest.fixture
def session(tmp_path: Path) -> Path:
    return session_file(tmp_path / "s.desens", completed())


def export(session: Path, *more: str, to: str = "csv", out: Path) -> int:
    return main(["export", str(session), "--to", to, "--out", str(out), *more])


def said(capsys: pytest.CaptureFixture[str]) -> str:
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    return err.strip()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_every_table_into_a_folder_that_is_made(session: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = session.parent / "a" / "tables"
    assert export(session, out=folder) == 0
    assert names(folder) == ["events.csv", "steps.csv", "vitals.csv"]
    assert capsys.readouterr().out.splitlines() == [
        *(str(folder / name) for name in ("events.csv", "vitals.csv", "steps.csv")),
        f"compare code {verify(session).code}",
    ]
    data = (folder / "steps.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines()))
    assert rows[-1]["given_total"] == "400"


def test_one_table_into_a_file(session: Path) -> None:
    target = session.parent / "v.csv"
    assert export(session, "--table", "vitals", out=target) == 0
    assert b"heart_rate_per_min" in target.read_bytes()
    assert names(session.parent) == ["s.desens", "v.csv"]


def test_a_file_that_is_there_already_stays(session: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = session.parent / "tables"
    folder.mkdir()
    (folder / "steps.csv").write_text("mine")
    assert export(session, out=folder) == 2
    assert said(capsys) == (
        f"--out: {folder / 'steps.csv'} exists already; give another name, or --replace to write over it."
    )
    assert names(folder) == ["steps.csv"]
    assert export(session, "--replace", out=folder) == 0
    assert (folder / "steps.csv").read_text("utf-8-sig").startswith('"step"')


def test_a_file_where_a_folder_is_needed_and_the_other_way(
    session: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = session.parent / "notes.txt"
    other.write_text("x")
    assert export(session, out=other) == 2
    assert said(capsys) == f"--out: {other} is a file; tables go into a folder, or name one --table."
    assert export(session, "--table", "steps", out=session.parent) == 2
    assert said(capsys) == f"--out: {session.parent} is a folder; give the name of a file."


@pytest.mark.parametrize("name", ["s.desens", "new.desens"])
def test_a_session_file_is_never_written_over(
    session: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    before = session.read_bytes()
    target = session.parent / name
    assert export(session, "--table", "steps", "--replace", out=target) == 2
    assert said(capsys) == f"--out: {target} is the name of a session file, never written over."
    linked = session.parent / "link.csv"
    linked.hardlink_to(session)
    assert export(session, "--table", "steps", "--replace", out=linked) == 2
    assert said(capsys).endswith("is the name of a session file, never written over.")
    assert session.read_bytes() == before


def test_a_file_that_is_no_session(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("hello")
    assert export(other, out=tmp_path / "tables") == 2
    assert said(capsys) == "notes.txt: The file is not a session file."
    assert export(tmp_path / "none", out=tmp_path / "tables") == 2
    assert said(capsys) == "none: The session file or its folder cannot be found or opened."
    assert names(tmp_path) == ["notes.txt"]


def test_a_format_that_is_not_known(session: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export(session, to="fax", out=session.parent / "x") == 2
    assert said(capsys).startswith("desens-gui export: argument --to: invalid choice: 'fax'")


def test_a_disk_that_fails_half_way_leaves_nothing(
    session: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = session.parent / "tables"
    real = os.fsync
    calls = []

    def second_fails(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")
        real(handle)

    monkeypatch.setattr(os, "fsync", second_fails)
    assert export(session, out=folder) == 2
    assert said(capsys) == f"--out: {folder} cannot be written: No space left on device."
    assert names(folder) == []


def test_a_place_that_cannot_be_made(session: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export(session, "--table", "steps", out=session.parent / "none" / "x.csv") == 2
    assert said(capsys).endswith("cannot be written: No such file or directory.")


def test_without_qt_the_page_is_refused_and_tables_are_not(
    session: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "desens_gui.app.paper", raising=False)
    monkeypatch.setitem(sys.modules, "PySide6.QtCore", None)
    assert export(session, to="pdf", out=session.parent / "page.pdf") == 2
    assert said(capsys).startswith("The page needs Qt, which does not start here: ")
    assert export(session, out=session.parent / "tables") == 0
