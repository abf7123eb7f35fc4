"""What desens-gui plan says below its table, and where one number comes from."""

from __future__ import annotations

from pathlib import Path

import pytest

from desens_gui.cli import main
from tests.system.test_equipment import EQUIPMENT

TWELVE = ("plan", "rdd-3bag-12step", "--dose", "1000 mg")


def said(capsys: pytest.CaptureFixture[str], *typed: str) -> str:
    assert main([*TWELVE, *typed]) == 0
    return capsys.readouterr().out


def test_a_plan_without_findings_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    whole = said(capsys)
    assert whole.rstrip().endswith("\n\nNo red or yellow finding.")
    assert "Step 1 gives 1/50,000 of the dose." in whole
    assert "At the vein" not in whole


def test_one_set_kept_throughout(capsys: pytest.CaptureFixture[str]) -> None:
    whole = said(capsys, "--connection", "same_set", "--line", "18 mL")
    assert "  12         922.681         920.897          71.433" in whole
    assert "RED  Step 12, at the vein: 22 s into it the dose rate rises from 32 to 317.482 mg/h" in whole


def test_a_set_primed_without_drug(capsys: pytest.CaptureFixture[str]) -> None:
    whole = said(capsys, "--primed-with", "diluent")
    assert "   4           0.2             0               0.37" in whole


def test_the_pump_of_the_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pump = tmp_path / "pump.toml"
    pump.write_text(EQUIPMENT, "utf-8")
    whole = said(capsys, "--pump", str(pump), "--final-rate", "75 mL/h", "--scale-rates")
    assert "Ours is accurate within 5 %: every dose at the pump may be off by as much." in whole
    assert "RED  Step 1: the pump cannot run 1.875 mL/h; the nearest is 1.9 mL/h" in whole
    rounded = said(capsys, "--pump", str(pump), "--final-rate", "75 mL/h", "--scale-rates", "--round-rates")
    assert "Edited here: step 1 runs at 1.9 mL/h." in rounded
    assert "the pump cannot run" not in rounded
    assert "Total 1,000 mg in " in rounded
    pump.write_text(EQUIPMENT.replace("accuracy_percent = 5\n", ""), "utf-8")
    assert "accurate" not in said(capsys, "--pump", str(pump))


def test_values_for_each_kg_stand_below_40_kg_only(capsys: pytest.CaptureFixture[str]) -> None:
    assert "For each kg, at 12.5 kg:" in said(capsys, "--weight-kg", "12.5")
    assert "For each kg" not in said(capsys, "--weight-kg", "40")


def test_findings_of_single_doses(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", "allopurinol-slow"]) == 0
    assert "YELLOW  Dose 5: the unit changes from mcg to mg." in capsys.readouterr().out


def test_where_one_number_comes_from(capsys: pytest.CaptureFixture[str]) -> None:
    whole = said(capsys, "--explain", "step 12 minutes")
    assert whole.startswith("Step 12, time: 174.375 min\nWorked out as: volume / rate\n")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (
            ["--explain", "step 3 bag"],
            "Explain: “step 3 bag” is no number of a plan; write “step 9” and one of",
        ),
        (["--explain", ""], ""),
        (["--explain", "step 13 dose"], "Explain: the plan has no step 13."),
        (["--weight-kg", "heavy"], "Weight: “heavy” is not a number"),
        (["--weight-kg", "0"], "Weight: it must be above 0 kg."),
        (["--line", "18"], "Line: “18” has no unit; allowed: mL."),
        (["--round-rates"], "Pump: --round-rates needs its limits;"),
        (["--pump", "none.toml"], "There is no file none.toml."),
    ],
)
def test_what_will_not_do(typed: list[str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = main([*TWELVE, *typed])
    found = capsys.readouterr()
    assert code == (2 if sentence else 0)
    assert found.err.startswith(sentence)
    if sentence:
        assert found.out == "", "nothing half"
