"""desens-gui protocols."""

from __future__ import annotations

from pathlib import Path

import pytest

from desens_gui.cli import main
from desens_gui.system.protocols import dose_protocol_ids, protocol_ids
from desens_gui.system.resources import resource

PRINTED = Path(__file__).resolve().parents[1] / "data" / "printed"


def test_the_library_is_listed_with_its_status(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["protocols"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[1:]] == [*protocol_ids(), *dose_protocol_ids()]
    twelve = next(line for line in lines if line.startswith("rdd-3bag-12step"))
    assert twelve.endswith(
        "infusion in bags                                 12     verified: numbers read in the sources"
    )


def test_one_protocol_is_shown_with_its_sources(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["protocols", "show", "tmp-smx-6dose"]) == 0
    assert "[gluckstein-ruskin]" in capsys.readouterr().out


def test_a_sound_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["protocols", "check", "lrdp-13dose"]) == 0
    assert capsys.readouterr() == ("Doubling series, 13 doses (lrdp-13dose): no fault found.\n", "")


def test_a_print_that_does_not_add_up(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["protocols", "check", str(PRINTED / "ceftazidime-2000.toml")]) == 2
    said = capsys.readouterr()
    assert said == ("", "Printed “bag_drug”, row 3: 2000 is printed, 1,984.26 comes out.\n")


@pytest.mark.parametrize(
    ("name", "old", "new", "sentence"),
    [
        ("tmp-smx-6dose", "dose = 2,", "dose = 3,", "Doses: number 3 stands in place 2;"),
        ("tmp-smx-6dose", 'amount = "2 mg"', 'amount = "2 g"', "own.toml: “doses[3].amount” is "),
        ("../rdd-3bag-12step", "step = 2,", "step = 3,", "Steps: number 3 stands in place 2;"),
    ],
)
def test_a_file_that_makes_no_plan(
    name: str, old: str, new: str, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = resource("protocols", "doses", f"{name}.toml").read_text("utf-8")
    own = tmp_path / "own.toml"
    own.write_text(text.replace(old, new), "utf-8")
    assert main(["protocols", "check", str(own)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(sentence)
