"""Nothing that is said steers the terminal it is said on."""

from __future__ import annotations

import io
import sys

import pytest

from desens_gui.system.console import complain, say, speak_utf8

STEERING = "\x1b]0;title\x07\x1b[2J<b>\u202eGM 01\x9b31m"
SHOWN = "‹U+001B›]0;title‹U+0007›‹U+001B›[2J<b>‹U+202E›GM 01‹U+009B›31m"


def test_text_stands_there_as_text(capfd: pytest.CaptureFixture[str]) -> None:
    say(f"one\n{STEERING}\n", at_once=True)
    complain(f"two\n{STEERING}")
    assert capfd.readouterr() == (f"one\n{SHOWN}\n", f"two\n{SHOWN}\n")


def test_a_table_keeps_its_line_ends() -> None:
    kept, before = io.StringIO(newline=""), sys.stdout
    sys.stdout = kept
    try:
        say('"a","b"\r\n"1","2"\r\n')
    finally:
        sys.stdout = before
    assert kept.getvalue() == '"a","b"\r\n"1","2"\r\n'


def test_a_stream_that_is_none_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    speak_utf8()
    say("nobody hears it")
    complain("nor this")
