"""The C compiler comes by itself where it may."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from devtool import compiler
from devtool.libraries import Tools

ROOT = Tools(is_root=True, apt=True, dnf=False, zypper=False)


def nothing_to_install(_names: list[str]) -> bool:
    pytest.fail("installed without need")


def answers(*found: bool) -> Callable[[], bool]:
    left = list(found)
    return lambda: left.pop(0)


def test_one_that_is_there_is_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert compiler.provide(ROOT, nothing_to_install, lambda: True)
    assert capsys.readouterr().err == ""


def test_root_gets_one() -> None:
    asked: list[list[str]] = []

    def install(names: list[str]) -> bool:
        asked.append(names)
        return True

    assert compiler.provide(ROOT, install, answers(False, True))
    assert asked == [["gcc", "libc6-dev"]]
    assert not compiler.provide(ROOT, lambda _names: False, answers(False))


@pytest.mark.parametrize(
    ("tools", "said"),
    [
        (ROOT._replace(is_root=False), "skipped: type  sudo apt-get install -y gcc libc6-dev"),
        (ROOT._replace(apt=False), "are skipped\n"),
    ],
)
def test_elsewhere_it_says_what_is_skipped(
    tools: Tools, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not compiler.provide(tools, nothing_to_install, lambda: False)
    assert said in capsys.readouterr().err
