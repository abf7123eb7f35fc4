"""Where things are: the project, its own environment, and what the tools leave behind."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
CACHE = ROOT / ".cache"
LOCK = ROOT / "requirements.lock"
PROJECT = ROOT / "pyproject.toml"
VERSION = ROOT / "desens_gui" / "__init__.py"
STAMP = VENV / "desens-set-up.txt"
UNFINISHED = VENV / "desens-unfinished.txt"


def venv_python(venv: Path = VENV) -> Path:
    """The interpreter inside an environment."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
