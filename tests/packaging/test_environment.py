"""The environment: when it is taken as it is, when it is built upon, when it is begun again."""

from __future__ import annotations

from pathlib import Path

import pytest
from devtool import environment, places
from devtool.processes import UNREACHABLE, child_environment


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder of its own, with an environment that was made from it."""
    venv = tmp_path / ".venv"
    python = places.venv_python(venv)
    python.parent.mkdir(parents=True)
    python.touch()
    for name in ("LOCK", "PROJECT", "VERSION"):
        path = tmp_path / name.lower()
        path.write_text(f"{name} 1", "utf-8")
        monkeypatch.setattr(places, name, path)
    monkeypatch.setattr(places, "ROOT", tmp_path)
    monkeypatch.setattr(places, "VENV", venv)
    monkeypatch.setattr(places, "STAMP", venv / "stamp")
    monkeypatch.setattr(places, "UNFINISHED", venv / "unfinished")
    monkeypatch.setattr(places, "venv_python", lambda: python)
    places.STAMP.write_text(environment.made_from(), "utf-8")
    return tmp_path


def test_an_environment_made_from_these_files_is_taken_as_it_is(project: Path) -> None:
    assert environment.read_stamp() == environment.made_from()


@pytest.mark.parametrize("name", ["lock", "project", "version"])
def test_a_changed_file_renews_it(project: Path, name: str) -> None:
    (project / name).write_text("2", "utf-8")
    assert environment.read_stamp() != environment.made_from()


def test_an_interrupted_install_is_no_environment(project: Path) -> None:
    places.UNFINISHED.touch()
    assert environment.read_stamp() is None


def test_an_absent_interpreter_is_no_environment(project: Path) -> None:
    places.venv_python().unlink()
    assert environment.read_stamp() is None


def test_a_renewed_lock_builds_upon_what_is_there(project: Path) -> None:
    stamp = environment.read_stamp()
    assert not environment.needs_fresh_start(stamp, interrupted=False, has_pip=True)


def test_what_cannot_be_built_upon_is_begun_again(project: Path) -> None:
    stamp = environment.read_stamp()
    assert environment.needs_fresh_start(stamp, interrupted=True, has_pip=True)
    assert environment.needs_fresh_start(stamp, interrupted=False, has_pip=False)
    assert environment.needs_fresh_start("/moved/from/here 0123", interrupted=False, has_pip=True)


def test_a_child_sees_only_this_environment() -> None:
    outside = {
        "PATH": "/bin",
        "CONDA_PREFIX": "/conda",
        "VIRTUAL_ENV": "/other",
        "PYTHONPATH": "/x",
        "PYTHONDONTWRITEBYTECODE": "1",
        "LANG": "C",
    }
    inside = child_environment(outside, Path("/project/.venv"))
    assert inside["VIRTUAL_ENV"] == str(Path("/project/.venv"))
    assert inside["PATH"].startswith(str(places.venv_python(Path("/project/.venv")).parent))
    assert inside["LANG"] == "C"
    assert not {"CONDA_PREFIX", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE"} & set(inside)


@pytest.mark.parametrize(
    ("line", "unreachable"),
    [
        (
            "WARNING: Retrying: 'NewConnectionError(': Failed to establish a new connection: [Errno -3]')'",
            True,
        ),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", False),
        ("ERROR: No matching distribution found for pyside6-essentials==6.11.3", False),
    ],
)
def test_an_index_out_of_reach_is_told_from_other_failures(line: str, unreachable: bool) -> None:
    assert (UNREACHABLE.search(line) is not None) is unreachable
