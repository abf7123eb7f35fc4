"""What the screen calls saved survives a power cut; the same test finds the setting that does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from reliability.encrypted import require, site
from reliability.power import EXTRA, FULL, recorded_run, try_cuts

SCENARIO = "08-transferred"

pytestmark = pytest.mark.usefixtures("shims")


def test_no_cut_loses_what_was_acknowledged(tmp_path: Path) -> None:
    cuts = try_cuts(recorded_run(SCENARIO, tmp_path, EXTRA), tmp_path / "out", seed=3, most=1300)
    assert cuts.images >= 1000
    assert cuts.acknowledged > 30
    assert (cuts.lost, cuts.damaged) == (0, 0)


def test_no_cut_loses_what_was_acknowledged_in_an_encrypted_file(tmp_path: Path) -> None:
    with site(tmp_path / "data"):
        log = recorded_run(SCENARIO, tmp_path, EXTRA)
        require(next((tmp_path / "out").glob("*.desens")), encrypted=True)
        cuts = try_cuts(log, tmp_path / "out", seed=3, most=300)
    assert cuts.images >= 200
    assert cuts.acknowledged > 30
    assert (cuts.lost, cuts.damaged) == (0, 0)


def test_with_the_default_of_sqlite_the_last_entry_is_lost(tmp_path: Path) -> None:
    cuts = try_cuts(recorded_run(SCENARIO, tmp_path, FULL), tmp_path / "out", seed=3, most=200)
    assert cuts.lost > 0
    assert cuts.damaged == 0
