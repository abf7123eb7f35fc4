"""What is wrong in a protocol file is named by its place, whatever its kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from desens_gui.system.protocol_check import check_protocol
from desens_gui.system.protocols import load_any, load_protocol
from desens_gui.system.resources import resource
from desens_gui.system.toml_reading import TomlProblem
from desens_gui.wording.file_words import fault_sentence
from desens_gui.wording.words import ENGLISH

FAULTS = [
    ("lrdp-13dose", 'concentration = "0.1 mg/mL"', 'concentration = "0.1 mg"', "“bags[1].concentration”"),
    (
        "lrdp-13dose",
        'concentration = "0.1 mg/mL"',
        'concentration = "0.1 mg/mL", dilution = 1',
        "“bags[1]” needs exactly one of dilution, concentration.",
    ),
    ("lrdp-13dose", 'kind = "infusion-series"', 'kind = "infusion-ramp"', "needs exactly one of ramps."),
    ("vancomycin-ramp", 'kind = "infusion-ramp"', 'kind = "infusion-bags"', "needs exactly one of steps."),
    (
        "vancomycin-ramp",
        "every_min = 5",
        "every_min = 0",
        "“ramps[1].every_min” is 0; allowed is 0.1 to 1440.",
    ),
    (
        "doses/tmp-smx-6dose",
        'rule = "interval"',
        'rule = "limits"',
        "“tolerance” needs exactly one of call_after_h",
    ),
    ("doses/aspirin-aerd-90min", 'rule = "limits"', 'rule = "interval"', "“tolerance” needs exactly one of"),
    ("doses/tmp-smx-6dose", 'amount = "0.02 mg",', "", "“doses[1]” needs exactly one of amount, share."),
    (
        "doses/allopurinol-slow",
        "ongoing = true",
        "ongoing = true, days = 3",
        "“doses[10]” needs exactly one of days, ongoing = true.",
    ),
    ("doses/tmp-smx-6dose", '"0.004", "0.04"', '"little", "0.04"', '“printed[1].values” is "little"'),
    (
        "doses/tmp-smx-6dose",
        '"0.004", "0.04"',
        "0.004, 0.04",
        "“printed[1].values” is 0.004; it must be text",
    ),
    (
        "doses/aspirin-aerd-90min",
        'sources = ["degregorio-2019"] },',
        'sources = ["recalled"] },',
        "names no source",
    ),
]


@pytest.mark.parametrize(("name", "old", "new", "sentence"), FAULTS)
def test_the_place_of_a_fault_is_named(name: str, old: str, new: str, sentence: str, tmp_path: Path) -> None:
    text = resource("protocols", *f"{name}.toml".split("/")).read_text("utf-8")
    own = tmp_path / "own.toml"
    own.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(TomlProblem) as problem:
        check_protocol(str(own))
    assert sentence in fault_sentence(problem.value.fault, ENGLISH)


def test_where_an_infusion_is_needed_single_doses_are_refused(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(resource("protocols", "doses", "tmp-smx-6dose.toml").read_text("utf-8"), "utf-8")
    with pytest.raises(TomlProblem) as problem:
        load_protocol(str(own))
    assert "allowed are infusion-bags, infusion-series, infusion-ramp" in fault_sentence(
        problem.value.fault, ENGLISH
    )


def test_a_syringe_series_is_read_with_push_and_flush(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    text = resource("protocols", "doses", "challenge-2step.toml").read_text("utf-8")
    own.write_text(text.replace("wait_min = 30", "wait_min = 30, push_min = 2, flush_ml = 10"), "utf-8")
    first = load_any(str(own)).doses[0]  # type: ignore[union-attr]  # the file is one of single doses
    assert first.push is not None
    assert first.push.in_minutes == 2
    assert first.flush is not None
    assert first.flush.text == "10"
