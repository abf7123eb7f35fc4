"""A person who copies the recovery key to paper and types it back."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desens_gui.cli.main import main

Said = tuple[int, str, str]


class Paper(io.StringIO):
    """What is typed while the recovery key stands on the screen: what `says` makes of it."""

    def __init__(self, out: Callable[[], str], says: Callable[[str], str]) -> None:
        super().__init__()
        self._out, self._says = out, says

    def readline(self, *_: object) -> str:  # type: ignore[override]
        shown = [line for line in self._out().splitlines() if line.startswith("    ")]
        return self._says("".join(shown)) + "\n"


def set_up(
    data: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    says: Callable[[str], str] = str,
) -> Said:
    """What `encryption on` answers, says and complains of."""
    seen, told = list[str](), list[str]()

    def out() -> str:
        shown, error = capsys.readouterr()
        seen.append(shown)
        told.append(error)
        return "".join(seen)

    monkeypatch.setattr(sys, "stdin", Paper(out, says))
    code = main(["encryption", "on", "--data", str(data)])
    rest, error = capsys.readouterr()
    return code, "".join([*seen, rest]), "".join([*told, error])
