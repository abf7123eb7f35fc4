"""The settings of a workstation: exact, and a wrong file never keeps the program from starting."""

from __future__ import annotations

from pathlib import Path

import pytest

from desens_gui.system.paths import folders
from desens_gui.system.settings import Loaded, Settings, load_settings
from desens_gui.wording.file_words import fault_sentence
from desens_gui.wording.words import ENGLISH


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return folders(tmp_path).settings


def test_without_a_file_the_defaults_stand(path: Path) -> None:
    assert load_settings(path) == Loaded(Settings(backup_folder=None))


def test_a_backup_folder(path: Path, tmp_path: Path) -> None:
    path.write_text("", "utf-8")
    assert load_settings(path) == Loaded(Settings())
    path.write_text(f'backup_folder = "{tmp_path.as_posix()}"', "utf-8")
    assert load_settings(path) == Loaded(Settings(backup_folder=tmp_path))
    path.write_text('backup_folder = "~/copies"', "utf-8")
    assert load_settings(path).settings.backup_folder == Path.home() / "copies"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('backup = "/x"', "settings.toml: “backup” is not a known name; known here are backup_folder."),
        ("backup_folder = 1", "settings.toml: “backup_folder” is 1; it must be text in quotes."),
        (
            'backup_folder = "copies"',
            'settings.toml: “backup_folder” is "copies"; write it like "/mnt/backup/desens".',
        ),
        ("[", "settings.toml is not a TOML file: "),
    ],
)
def test_a_wrong_file_is_said_and_the_defaults_stand(path: Path, text: str, said: str) -> None:
    path.write_text(text, "utf-8")
    loaded = load_settings(path)
    assert loaded.settings == Settings()
    assert loaded.fault is not None
    assert fault_sentence(loaded.fault, ENGLISH).startswith(said)
