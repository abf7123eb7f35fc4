"""A person at the terminal who sets a site up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desens_gui.cli.main import main
from tests.storage.staff_files import PlainHasher

ADMIN, DOCTOR = "271828", "161803"
NAMED = ("Unit 4", "K. Vermeer", "x1", ADMIN, ADMIN)
STAFFED = ("R. Achterberg", "allergist", "a1", DOCTOR, DOCTOR, "0004711-A", "")
ACCEPTED = ("", "a1", DOCTOR)
APPROVED = ("rdd-3bag-12step", "a1", DOCTOR)
Said = tuple[int, str, str]
Desk = Callable[..., Said]


class Person:
    """Types these lines; KEY is answered with the recovery key that was shown last."""

    def __init__(self, capsys: pytest.CaptureFixture[str], lines: tuple[str, ...]) -> None:
        self._capsys, self._lines, self.said = capsys, iter(lines), ("", "")

    def isatty(self) -> bool:
        return False

    def readline(self) -> str:
        shown = self._capsys.readouterr()
        self.said = (self.said[0] + shown.out, self.said[1] + shown.err)
        line = next(self._lines, None)
        if line == "KEY":
            line = " ".join(re.findall(r"\b[0-9A-HJKMNP-TV-Z]{5}\b", self.said[0])[-8:])
        return "" if line is None else f"{line}\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    @contextmanager
    def silent(_words: object) -> Iterator[str]:
        yield "no loudspeaker"

    monkeypatch.setattr("desens_gui.system.pin_hashing.Argon", lambda _cost: PlainHasher())
    monkeypatch.setattr("desens_gui.app.sound_check.alarm_sound", silent)

    def run(*arguments: str, typed: tuple[str, ...] = ()) -> Said:
        person = Person(capsys, typed)
        monkeypatch.setattr("sys.stdin", person)
        code = main(["site", *arguments, "--data", str(tmp_path / "data")])
        out, error = capsys.readouterr()
        return code, person.said[0] + out, person.said[1] + error

    return run
