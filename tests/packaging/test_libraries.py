"""Qt's system libraries: installed where allowed, else the one command to type."""

from __future__ import annotations

import pytest
from devtool import libraries
from devtool.libraries import Missing, Tools, command_to_type, find_missing, packages, provide
from devtool.speech import Stop

ROOT_WITH_APT = Tools(is_root=True, apt=True, dnf=False, zypper=False)
NURSE_WITH_APT = ROOT_WITH_APT._replace(is_root=False)
NOTHING = Missing((), ())
EGL = Missing(("libEGL.so.1",), ())
CURSOR = Missing((), ("libxcb-cursor.so.0",))


class Apt:
    """Stands in for apt-get: what it was asked for, and whether it works."""

    def __init__(self, *, works: bool) -> None:
        self.works = works
        self.asked: list[list[str]] = []

    def __call__(self, names: list[str]) -> bool:
        self.asked.append(names)
        return self.works

    def probe(self, before: Missing) -> Missing:
        return NOTHING if self.asked and self.works else before


def test_each_library_is_asked_of_the_linker() -> None:
    absent = {"libEGL.so.1", "libxcb-shape.so.0"}
    assert find_missing(lambda name: name not in absent) == Missing(("libEGL.so.1",), ("libxcb-shape.so.0",))


def test_the_linker_finds_what_is_there_and_only_that() -> None:
    assert not libraries.is_loadable("libdesens-is-not-a-library.so.9")


def test_two_libraries_of_one_package_name_it_once() -> None:
    assert packages(["libgthread-2.0.so.0", "libEGL.so.1", "libglib-2.0.so.0"]) == ["libegl1", "libglib2.0-0"]


@pytest.mark.parametrize(
    ("tools", "command"),
    [
        (ROOT_WITH_APT, "apt-get install -y libegl1"),
        (NURSE_WITH_APT, "sudo apt-get install -y libegl1"),
        (
            Tools(is_root=False, apt=False, dnf=True, zypper=False),
            "sudo dnf install -y 'libEGL.so.1()(64bit)'",
        ),
        (Tools(is_root=True, apt=False, dnf=False, zypper=True), "zypper install -y 'libEGL.so.1()(64bit)'"),
    ],
)
def test_there_is_one_command_to_type(tools: Tools, command: str) -> None:
    assert command_to_type(("libEGL.so.1",), tools) == command


def test_an_unknown_system_is_told_the_names() -> None:
    unknown = Tools(is_root=False, apt=False, dnf=False, zypper=False)
    assert "libEGL.so.1" in command_to_type(("libEGL.so.1",), unknown)


def test_nothing_missing_asks_nothing() -> None:
    apt = Apt(works=True)
    assert provide(ROOT_WITH_APT, apt, lambda: NOTHING) == NOTHING
    assert apt.asked == []


@pytest.mark.parametrize("missing", [EGL, CURSOR])
def test_root_gets_them_installed(missing: Missing) -> None:
    apt = Apt(works=True)
    assert provide(ROOT_WITH_APT, apt, lambda: apt.probe(missing)) == NOTHING
    assert apt.asked == [packages(missing.all)]


@pytest.mark.parametrize("tools", [NURSE_WITH_APT, ROOT_WITH_APT])
def test_without_a_needed_library_it_stops_with_the_command(tools: Tools) -> None:
    with pytest.raises(Stop) as stop:
        provide(tools, Apt(works=False), lambda: EGL)
    assert stop.value.code == 2
    assert "libEGL.so.1" in stop.value.sentence
    assert "apt-get install -y libegl1" in stop.value.sentence


def test_without_a_library_for_a_screen_it_goes_on(capsys: pytest.CaptureFixture[str]) -> None:
    apt = Apt(works=True)
    assert provide(NURSE_WITH_APT, apt, lambda: CURSOR) == CURSOR
    assert apt.asked == []
    assert "sudo apt-get install -y libxcb-cursor0" in capsys.readouterr().err
