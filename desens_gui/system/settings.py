"""The settings of this workstation: one small TOML file in the data folder."""

from __future__ import annotations

from pathlib import Path

import msgspec
import tomli_w

from desens_gui.system.toml_reading import TomlProblem, read_toml
from desens_gui.system.whole_file import write_whole
from desens_gui.wording.file_words import Fault, FileFault

NAMES = ("backup_folder",)


class Settings(msgspec.Struct, frozen=True):
    """backup_folder: where finished sessions are copied to; None: no backup is wanted."""

    backup_folder: Path | None = None


class Loaded(msgspec.Struct, frozen=True):
    """The settings, and what was wrong with their file: then the defaults stand for all of it."""

    settings: Settings
    fault: FileFault | None = None


def load_settings(path: Path) -> Loaded:
    """No file: the defaults. A wrong file never keeps the program from starting."""
    if not path.exists():
        return Loaded(Settings())
    try:
        return Loaded(_read(path))
    except TomlProblem as problem:
        return Loaded(Settings(), problem.fault)


def keep_settings(path: Path, settings: Settings) -> None:
    """OSError. What a person wrote beside the values is not kept."""
    folder = settings.backup_folder
    values = {} if folder is None else {"backup_folder": str(folder)}
    write_whole(path, tomli_w.dumps(values).encode(), replace=True)


def _read(path: Path) -> Settings:
    """Any other name is refused."""
    table = read_toml(path).only(*NAMES)
    if not table.has("backup_folder"):
        return Settings()
    folder = Path(table.text("backup_folder")).expanduser()
    if not folder.is_absolute():
        raise table.problem(Fault.NOT_LIKE, "backup_folder", allowed=('"/mnt/backup/desens"',))
    return Settings(backup_folder=folder)
