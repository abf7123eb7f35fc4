"""desens-gui plan, as it is typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desens_gui.cli import main
from desens_gui.system.resources import resource

SHIPPED = resource("protocols", "rdd-3bag-12step.toml").read_text("utf-8")


def test_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", "rdd-3bag-12step", "--dose", "2000 mg", "--drug", "ceftazidime"]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("ceftazidime 2,000 mg, protocol 3-bag 12-step")
    assert said.err == ""


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", "rdd-3bag-12step", "--dose", "2000 mg", "--format", "json"]) == 0
    whole = json.loads(capsys.readouterr().out)
    assert whole["steps"][8]["cumulative"] == "35.5826"


def test_csv_is_two_tables_or_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", "rdd-3bag-12step", "--dose", "2000 mg", "--format", "csv"]) == 0
    steps, bags = capsys.readouterr().out.split("\n\n")
    assert steps.startswith("step,bag,")
    assert bags.startswith("bag,volume_ml,")
    for only, whole in (("steps", steps + "\n"), ("bags", bags)):
        assert main(["plan", "rdd-3bag-12step", "--dose", "2000 mg", "--format", "csv", "--only", only]) == 0
        assert capsys.readouterr().out == whole


def test_a_protocol_from_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = tmp_path / "own.toml"
    own.write_text(SHIPPED.replace('title = "3-bag 12-step"', 'title = "Ours"'), "utf-8")
    assert main(["plan", str(own), "--dose", "5 mcg"]) == 0
    assert capsys.readouterr().out.startswith("5 mcg, protocol Ours (rdd-3bag-12step, revision 1)")


@pytest.mark.parametrize(
    ("dose", "sentence"),
    [
        ("0 mg", "Dose: 0 mg is not allowed; the target dose must be above 0.\n"),
        ("-5 mg", "Dose: \u22125 mg is not allowed; the target dose must be above 0.\n"),
        ("", "Dose: nothing was entered; write for example 12.5 mg.\n"),
        ("lots", "Dose: “lots” is not a number; write for example 12.5 mg.\n"),
        ("2000", "Dose: “2000” has no unit; allowed: mg, mcg, units.\n"),
        ("2 g", "Dose: “2 g” has a unit that is not known here; allowed: mg, mcg, units.\n"),
        (
            "2,000 mg",
            (
                "Dose: “2,000 mg” could mean thousands or a decimal; "
                "write it without the comma, with a full stop before decimals.\n"
            ),
        ),
    ],
)
def test_a_dose_that_will_not_do(dose: str, sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", "rdd-3bag-12step", f"--dose={dose}"]) == 2
    assert capsys.readouterr() == ("", sentence)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "{ bag = 2, volume_ml = 250,",
            "{ bag = 2, volume_ml = 10,",
            "Bag 2: its steps need 18.75 mL, and 10 mL is too small; at least 18.75 mL is needed.\n",
        ),
        (
            "volume_ml = 250",
            'volume_ml = "a lot"',
            (
                'own.toml: “bags[1].volume_ml” is "a lot"; '
                "it must be a plain number without quotes, at most 15 digits.\n"
            ),
        ),
        ("steps = [", "steps = [[", "own.toml is not a TOML file: "),
    ],
)
def test_a_protocol_that_will_not_do(
    old: str, new: str, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own.toml"
    assert old in SHIPPED
    own.write_text(SHIPPED.replace(old, new, 1), "utf-8")
    assert main(["plan", str(own), "--dose", "2000 mg"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(sentence)
    assert said.err.count("\n") == 1


def test_every_reason_has_its_own_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        SHIPPED.replace("rate_ml_h = 2,", "rate_ml_h = 0,").replace("dilution = 0.01", "dilution = 2")
    )
    assert main(["plan", str(own), "--dose", "2000 mg"]) == 2
    assert capsys.readouterr().err.splitlines() == [
        "Bag 1: a dilution of 2 is not allowed; it must be above 0 and at most 1.",
        "Step 1: a rate of 0 mL/h is not allowed; it must be above 0 mL/h.",
    ]


def test_nothing_unknown_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", "rdd-9bag", "--dose", "1 mg"]) == 2
    assert capsys.readouterr().err.startswith("There is no protocol “rdd-9bag”; known are lrdp-13dose,")
    assert main(["plan", "rdd-9bag.toml", "--dose", "1 mg"]) == 2
    assert capsys.readouterr().err == "There is no file rdd-9bag.toml.\n"


def test_what_differs_from_the_protocol(capsys: pytest.CaptureFixture[str]) -> None:
    changes = ("--bag", "1=50 mL,1.5 mg", "--bag", "3=250 mL", "--final-rate", "75 mL/h", "--scale-rates")
    rest = ("--last-bag", "corrected", "--format", "json")
    assert main(["plan", "rdd-3bag-12step", "--dose", "675 mg", *changes, *rest]) == 0
    whole = json.loads(capsys.readouterr().out)
    assert whole["bags"][0]["drug"] == "1.5"
    assert whole["steps"][0]["rate_ml_h"] == "1.875"
    assert whole["steps"][-1]["cumulative"] == "675"
    assert whole["total_dose"] == "675"
    assert main(["plan", "rdd-3bag-12step", "--dose", "675 mg", *changes, "--last-bag", "uncorrected"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1] == "As the pharmacy makes it: bag 1 has 1.5 mg in 50 mL."
    assert lines[4] == "Edited here: the last bag holds the whole target, stopped when the target is reached."
    assert (
        main(["plan", "rdd-3bag-12step", "--dose", "675 mg", "--last-bag", "uncorrected", "--format", "json"])
        == 0
    )
    assert json.loads(capsys.readouterr().out)["last_bag"] == "uncorrected"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (["--bag", "50 mL"], "Bag: “50 mL” cannot be read; write it like 1=“50 mL,1.5 mg” or 3=“250 mL”.\n"),
        (["--bag", "1=50"], "Bag 1: “50” has no unit; allowed: mL.\n"),
        (
            ["--bag", "1=50 mL,2 g"],
            "Bag 1: “2 g” has a unit that is not known here; allowed: mg, mcg, units.\n",
        ),
        (["--bag", "7=50 mL"], "Bag 7: the protocol has no such bag; it has bags 1 to 3.\n"),
        (["--final-rate", "fast"], "Final rate: “fast” is not a number; write for example 12.5 mL/h.\n"),
        (
            ["--scale-rates"],
            "Final rate: --scale-rates needs it; write for example --final-rate “75 mL/h”.\n",
        ),
    ],
)
def test_a_change_that_will_not_do(
    typed: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["plan", "rdd-3bag-12step", "--dose", "675 mg", *typed]) == 2
    assert capsys.readouterr() == ("", sentence)


def test_single_doses_bring_their_own_target(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["plan", "penicillin-oral-14dose", "--stock", "3=40000 units/mL", "--then", "2400000 units"])
        == 0
    )
    said = capsys.readouterr().out
    assert said.startswith("1,296,700 units, protocol Oral penicillin V, 14 doses")
    assert "640,000  units  40,000 units/mL       16 " in said
    assert "penicillin 2,400,000 units, IV" in said


def test_a_challenge_takes_shares_of_the_dose(capsys: pytest.CaptureFixture[str]) -> None:
    for style, start in (
        ("json", "{"),
        ("csv", "dose,first_day"),
        ("table", "500 mg, protocol Graded challenge"),
    ):
        assert main(["plan", "challenge-2step", "--dose", "500 mg", "--format", style]) == 0
        assert capsys.readouterr().out.startswith(start)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (["challenge-2step"], "Dose: this protocol needs one; write for example --dose “2000 mg”.\n"),
        (["rdd-3bag-12step"], "Dose: nothing was entered; write for example 12.5 mg.\n"),
        (
            ["challenge-2step", "--dose", "0 mg"],
            "Dose: 0 mg is not allowed; the target dose must be above 0.\n",
        ),
        (
            ["tmp-smx-6dose", "--final-rate", "5 mL/h"],
            "--final-rate: TMP-SMX, 6 doses, counted in mg of sulfamethoxazole has no bags; leave it out.\n",
        ),
        (
            ["rdd-3bag-12step", "--dose", "5 mg", "--then", "5 mg"],
            "--stock and --then: 3-bag 12-step has no single doses; leave them out.\n",
        ),
        (
            ["tmp-smx-6dose", "--stock", "weak"],
            "Concentration: “weak” cannot be read; write it like 1=“1000 units/mL”.\n",
        ),
        (
            ["tmp-smx-6dose", "--stock", "1=5 mg"],
            "Concentration 1: “5 mg” has a unit that is not known here; allowed: mg/mL, mcg/mL, units/mL.\n",
        ),
        (["tmp-smx-6dose", "--then", "5"], "Therapeutic dose: “5” has no unit; allowed: mg, mcg, units.\n"),
        (
            ["tmp-smx-6dose", "--stock", "2=5 mg/mL"],
            "Concentration 2: each of the 1 concentrations may be given once, and no other.\n",
        ),
    ],
)
def test_doses_that_will_not_do(typed: list[str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", *typed]) == 2
    assert capsys.readouterr() == ("", sentence)
