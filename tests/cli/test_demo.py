"""desens-gui demo: options and folders that cannot be. What it leaves: tests/end_to_end."""

from __future__ import annotations

import os
import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path

import pytest

from desens_gui.cli import demo


def parsed(*words: str) -> object:
    parser = ArgumentParser(exit_on_error=False)
    demo.add(parser)
    return parser.parse_args(list(words))


def test_without_options() -> None:
    args = parsed()
    assert (args.out, args.speed, args.theme, args.size) == (  # type: ignore[attr-defined]
        Path("desens-demo"),
        None,
        "light",
        (1920, 1080),
    )


def test_size_and_speed() -> None:
    args = parsed("--size", "1366x768", "--speed", "240")
    assert (args.size, args.speed) == ((1366, 768), 240.0)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "words",
    [
        ("--size", "big"),
        ("--size", "640x480"),
        ("--size", "9000x9000"),
        ("--speed", "0"),
        ("--speed", "fast"),
        ("--speed", "nan"),
        ("--theme", "pink"),
    ],
)
def test_what_cannot_be_is_named(words: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "desens_gui", "demo", *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert words[1] in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_folder_in_a_file_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "desens_gui", "demo", "--out", str(tmp_path / "file" / "out")],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("--out: ")
    assert done.stderr.count("\n") == 1
