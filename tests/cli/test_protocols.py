"""desens-gui protocols."""

from __future__ import annotations

import pytest

from desens_gui.cli import main


def test_the_library_is_listed_with_its_status(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["protocols"]) == 0
    assert capsys.readouterr().out.splitlines()[:3] == [
        "Protocol         Title          Bags  Steps  Status",
        "rdd-2bag-8step   2-bag 8-step      2      8  recalled, locked: may be planned, not started",
        "rdd-3bag-12step  3-bag 12-step     3     12  verified: numbers read in the sources",
    ]
