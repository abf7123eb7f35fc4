"""The manual's page on the record: its commands run, and what it names is there under that name."""

from __future__ import annotations

import io
import re
import shlex
import shutil
import sqlite3
from pathlib import Path

import pytest
from reliability.protections import PROTECTIONS

from desens_gui.app.keys_here import not_encrypted
from desens_gui.cli.encryption import ACTIONS
from desens_gui.cli.main import main
from desens_gui.cli.verify import EXIT
from desens_gui.storage.opening import create_session
from desens_gui.storage.problem_words import sentence
from desens_gui.storage.problems import Full, NearlyFull
from desens_gui.storage.restore import ASIDE
from desens_gui.storage.schema import VERSION
from desens_gui.storage.seal import Seal
from desens_gui.storage.session_log import SqliteLog
from desens_gui.storage.verify import verify
from desens_gui.system.encryption import Standing
from desens_gui.system.paths import Folders
from desens_gui.system.resources import resource
from desens_gui.system.settings import load_settings
from desens_gui.wording.words import ENGLISH
from tests.cli.paper import set_up
from tests.fake_clock import FakeClock
from tests.storage.facts import session as facts
from tests.storage.locked_files import holding

KEPT = Path(__file__).parents[1] / "session_files" / f"schema-{VERSION}.desens"
KEY = b"k" * 32


@pytest.fixture
def page() -> str:
    return resource("help", "record.md").read_text("utf-8")


def blocks(page: str) -> list[str]:
    return [line for block in re.findall(r"```\n(.*?)```", page, re.DOTALL) for line in block.splitlines()]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the page's commands are typed in: a session, a backup of it, a key."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "backup").mkdir()
    for copy in ("session.desens", "backup/session.desens"):
        shutil.copyfile(KEPT, tmp_path / copy)
    (tmp_path / "workstation.key").write_bytes(KEY)
    return tmp_path


def test_every_command_runs(
    page: str, here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    commands = [line for line in blocks(page) if line.startswith("desens-gui ")]
    assert len(commands) == 7
    for number, line in enumerate(commands):
        words = shlex.split(line)[1:]
        if "--key" in words:
            _sealed(here / "session.desens")
        if words[0] == "encryption":
            with holding():
                assert set_up(here / "data-on", monkeypatch, capsys)[0] == 0
            continue
        if words[0] == "export":
            monkeypatch.setattr("sys.stdin", io.StringIO("four words or more\n" * 2))
        if words[0] == "restore":
            words += ["--data", f"data-{number}"]
        assert main(words) == 0, line


def _sealed(path: Path) -> None:
    """The kept file was sealed with a key that nobody has any more."""
    path.unlink()
    create_session(path)
    log = SqliteLog(path, clock=FakeClock(), seal=Seal(lambda: KEY))
    log.append(facts(4))
    log.close()


def test_every_view_shows_rows_or_none(page: str, here: Path) -> None:
    tool, file, query = shlex.split(next(line for line in blocks(page) if line.startswith("sqlite3 ")))
    listed = page.split("These views are readable:")[1].split("which lists", maxsplit=1)[0]
    connection = sqlite3.connect(here / file)
    try:
        assert connection.execute(query).fetchall()
        made = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'view'")}
    finally:
        connection.close()
    assert tool == "sqlite3"
    assert set(re.findall(r"`(\w+)`", listed)) == made


def test_the_setting_is_one(page: str, here: Path) -> None:
    settings = here / "settings.toml"
    settings.write_text(next(line for line in blocks(page) if line.startswith("backup_folder")) + "\n")
    loaded = load_settings(settings)
    assert loaded.fault is None
    assert loaded.settings.backup_folder == Path("/mnt/backup/desens")


def test_files_codes_and_sentences_are_those_of_the_program(page: str) -> None:
    place = Folders(Path("data"))
    for name in (place.sessions.name, place.key.name, place.settings.name, f"{ASIDE}-1", "-journal"):
        assert f"`{name}`" in page
    assert {int(code) for code in re.findall(r"^\| (\d) \|", page, re.MULTILINE)} == set(EXIT.values())
    assert str(verify(KEPT).code) in page
    assert f"the present one is {VERSION}." in page
    for problem in (Full(), NearlyFull()):
        assert f'"{sentence(problem, ENGLISH).split(":")[0]}"' in page


def test_options_and_protections_it_names_are_there(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    named = re.findall(r"`(--[a-z-]+)`", page)
    assert main(["verify", "--help"]) == 0
    told = capsys.readouterr().out
    assert named
    assert not [option for option in named if option not in told]
    assert re.findall(r'--without "([^"]+)"', page)[0] in PROTECTIONS


def test_the_actions_and_sentences_of_encryption_are_those_of_the_program(page: str) -> None:
    place = Folders(Path("data"))
    for name in (place.site_key.name, place.staff.name, place.audit.name):
        assert f"`{name}`" in page
    told = page.split("## Who can read it")[1].split("## Check a file", maxsplit=1)[0]
    assert not [action for action in ACTIONS if action not in told]
    assert f'"{not_encrypted(Standing.NEVER, Path(), ENGLISH)}"' in told


def test_the_readme_names_the_page() -> None:
    root = Path(__file__).parents[2]
    assert "resources/help/record.md" in (root / "README.md").read_text("utf-8")
