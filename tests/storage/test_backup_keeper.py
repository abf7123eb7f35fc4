"""The backup runs beside the program and says what it missed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desens_gui.storage.backup_keeper import BackupKeeper
from desens_gui.storage.problems import Missing
from tests.session.log_contract import WAIT_S
from tests.storage.test_backup import FINISHED


@pytest.fixture
def keeper(tmp_path: Path) -> Iterator[BackupKeeper]:
    made = BackupKeeper(lambda: sorted(tmp_path.glob("*.desens")), tmp_path / "backup")
    yield made
    assert made.close()


def test_it_works_when_it_is_asked_and_each_time_anew(keeper: BackupKeeper, tmp_path: Path) -> None:
    assert keeper.wait(0)
    shutil.copyfile(FINISHED, tmp_path / "one.desens")
    keeper.ask()
    assert keeper.wait(WAIT_S)
    assert [(each.session.name, type(each.problem)) for each in keeper.missed] == [("one.desens", Missing)]
    (tmp_path / "backup").mkdir()
    shutil.copyfile(FINISHED, tmp_path / "two.desens")
    keeper.ask()
    assert keeper.wait(WAIT_S)
    assert keeper.missed == ()
    assert sorted(each.name for each in (tmp_path / "backup").iterdir()) == ["one.desens", "two.desens"]


def test_what_was_asked_is_finished_before_it_closes(keeper: BackupKeeper, tmp_path: Path) -> None:
    (tmp_path / "backup").mkdir()
    shutil.copyfile(FINISHED, tmp_path / "one.desens")
    keeper.ask()
    assert keeper.close(WAIT_S)
    assert (tmp_path / "backup" / "one.desens").exists()
