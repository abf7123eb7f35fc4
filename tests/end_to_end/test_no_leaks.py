"""Names, identifiers and PINs stand in session files, backups and what a person exported: nowhere else."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

import pytest
from msgspec import Struct

from desens_gui.storage.reading import read_session
from tests.end_to_end import canary
from tests.unmeasured import unmeasured

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")

ALLOWED = (
    r"given/day\.toml",
    r"out/[0-9a-z-]+\.(desens|pdf)",
    r"exports/[0-9a-z_-]+\.(csv|pdf)",
    r"backup/[0-9a-z-]+\.desens",
    r"home/data/desens/staff\.db",
    r"home/data/desens/sessions/[0-9a-z-]+\.desens",
)
HOMES = {"HOME": "", "XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": "config", "XDG_CACHE_HOME": "cache",
         "XDG_STATE_HOME": "state", "XDG_RUNTIME_DIR": "runtime"}  # fmt: skip


class Day(Struct, frozen=True):
    """What the day left behind, and what it said."""

    root: Path
    out: str
    err: str


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Day:
    """One day in a process of its own, with folders that nobody used before."""
    root = tmp_path_factory.mktemp("canary")
    for folder in ("given", "tmp", "backup", "home/runtime"):
        (root / folder).mkdir(mode=0o700, parents=True)
    (root / "given" / "day.toml").write_text(canary.scenario(), "utf-8")
    own = {name: str(root / "home" / folder) for name, folder in HOMES.items()}
    environment = {**unmeasured(), **own, "TMPDIR": str(root / "tmp"), "PYTHONDONTWRITEBYTECODE": "1"}
    environment["QT_QPA_PLATFORM"] = "offscreen"
    command = [sys.executable, "-m", "tests.end_to_end.canary_child", str(root)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode < 0, done.stderr
    return Day(root, done.stdout, done.stderr)


def test_the_day_went_through_every_door(day: Day) -> None:
    assert "[0, 0, 0, 0, 0, 0, 2, 0, 0, 2]" in day.out, (day.out, day.err)
    assert "LookupError" in day.err
    made = {path.relative_to(day.root).parts[0] for path in day.root.rglob("*") if path.is_file()}
    assert made == {"given", "out", "exports", "home", "backup", "tmp"}


def test_what_may_hold_the_names_holds_them(day: Day) -> None:
    (session,) = (day.root / "out").glob("*.desens")
    assert set(canary.held(session.read_bytes())) == set(canary.RECORDED)
    assert canary.NOTE in canary.held((day.root / "exports" / "events.csv").read_bytes())
    assert canary.held((day.root / "home/data/desens/staff.db").read_bytes()) == [canary.ADMINISTRATOR]


@pytest.mark.hazard("H-LEAK")
@pytest.mark.requirement("R-LEAK-1")
def test_no_name_stands_anywhere_else(day: Day, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that was killed while it read has left a copy; the next one that reads removes it."""
    assert canary.leaks(day.root / "tmp", ())
    monkeypatch.setattr(tempfile, "tempdir", str(day.root / "tmp"))
    (session,) = (day.root / "out").glob("*.desens")
    assert read_session(session)
    assert list((day.root / "tmp").iterdir()) == []
    assert canary.leaks(day.root, ALLOWED) == []


def test_no_name_is_said_and_no_window_is_named_after_one(day: Day) -> None:
    """Titles and standard output are in one, what the program complains of in the other."""
    assert canary.held(day.out.encode()) == []
    assert canary.held(day.err.encode()) == []


def test_a_pin_or_a_badge_stands_nowhere_at_all(day: Day) -> None:
    for path in day.root.rglob("*"):
        assert path.is_dir() or not set(canary.SECRETS).intersection(canary.held(path.read_bytes())), path


@pytest.mark.parametrize("coding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_the_search_finds_what_is_hidden(coding: str, tmp_path: Path) -> None:
    name = canary.FAMILY.upper().encode(coding)
    (tmp_path / "plain").write_bytes(b"x" + name)
    (tmp_path / "page.pdf").write_bytes(b"stream\n" + zlib.compress(b"(" + name + b") Tj") + b"\nendstream")
    (tmp_path / f"{canary.IDENTIFIER}.txt").write_text("", "utf-8")
    found = canary.leaks(tmp_path, ("allowed",))
    assert sorted(found) == sorted(
        [f"{canary.IDENTIFIER}.txt: the name", f"page.pdf: {canary.FAMILY}", f"plain: {canary.FAMILY}"]
    )
    assert canary.leaks(tmp_path, ("plain", r"page\.pdf"))[0].endswith("the name")
