"""A machine that cannot hold the program is told why, in one sentence."""

from __future__ import annotations

import pytest
from devtool.machine import Machine, glibc_version, this_machine, trouble

GOOD = Machine(
    python=(3, 12),
    executable="/usr/bin/python3",
    has_venv=True,
    has_ensurepip=True,
    glibc=(2, 36),
    has_apt=True,
)


def test_a_good_machine_has_no_trouble() -> None:
    assert trouble(GOOD, environment_exists=False) is None


def test_the_machine_that_runs_the_tests_is_good() -> None:
    assert trouble(this_machine(), environment_exists=False) is None


@pytest.mark.parametrize(
    ("machine", "words"),
    [
        (GOOD._replace(python=(3, 10)), ["Python 3.11 or newer", "3.10"]),
        (GOOD._replace(python=(3, 15)), ["no build for Python 3.15", "3.14"]),
        (GOOD._replace(glibc=(2, 31)), ["glibc 2.34", "glibc 2.31", "Debian 12"]),
        (GOOD._replace(glibc=()), ["glibc 2.34", "another C library"]),
        (GOOD._replace(has_venv=False), ["no venv module", "apt-get install python3.12-venv"]),
        (GOOD._replace(has_ensurepip=False), ["no venv module", "apt-get install python3.12-venv"]),
        (GOOD._replace(has_ensurepip=False, has_apt=False), ["/usr/bin/python3", "venv and ensurepip"]),
        (
            GOOD._replace(has_venv=False, executable="/home/n/python/bin/python3"),
            ["/home/n/python/bin/python3", "venv and ensurepip"],
        ),
    ],
)
def test_trouble_is_one_sentence_that_says_what_to_do(machine: Machine, words: list[str]) -> None:
    sentence = trouble(machine, environment_exists=False)
    assert sentence is not None
    assert [word for word in words if word not in sentence] == []
    assert "\n" not in sentence
    assert sentence.endswith(".")


def test_an_environment_that_is_there_needs_no_venv_module() -> None:
    assert trouble(GOOD._replace(has_venv=False), environment_exists=True) is None


def test_off_linux_nothing_is_asked_of_the_c_library() -> None:
    assert trouble(GOOD._replace(glibc=None), environment_exists=False) is None


@pytest.mark.parametrize(
    ("text", "version"),
    [("glibc 2.36", (2, 36)), ("glibc 2.34.1", (2, 34)), ("musl 1.2.4", ()), ("", ()), (None, ())],
)
def test_the_c_library_is_read_from_its_own_words(text: str | None, version: tuple[int, ...]) -> None:
    assert glibc_version(text) == version
