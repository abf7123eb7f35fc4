"""The project keeps its own rules about files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture import rules

ROOT = Path(__file__).resolve().parents[2]


def test_no_file_is_longer_than_the_cap() -> None:
    assert not rules.too_long(ROOT)


def test_every_module_is_named_for_a_job() -> None:
    assert not rules.vaguely_named(ROOT)


def test_no_test_waits_for_time_to_pass() -> None:
    assert not rules.sleeps(ROOT)


@pytest.mark.parametrize("folder", ["packaging"])
def test_the_folder_of_tools_does_not_shadow_the_library_of_its_name(folder: str) -> None:
    assert not (ROOT / folder / "__init__.py").exists()
