"""Pump, syringe and labels from their files; every fault by its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from desens_gui.domain.quantities import Amount, Number, Rate, Volume
from desens_gui.system.equipment import load_equipment, load_labelled
from desens_gui.system.toml_reading import TomlProblem
from desens_gui.wording.file_words import fault_sentence
from desens_gui.wording.words import ENGLISH

EQUIPMENT = """
[pump]
name = "Ours"
lowest_ml_h = 0.1
highest_ml_h = 999
increment_ml_h = 0.1
smallest_volume_ml = 1
accuracy_percent = 5

[syringe]
smallest_ml = 0.1
increment_ml = 0.01
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "pump.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_pump_and_a_syringe(tmp_path: Path) -> None:
    found = load_equipment(written(tmp_path, EQUIPMENT))
    assert found.pump is not None
    assert found.pump.highest == Rate(999)
    assert found.pump.accuracy_percent == Number(5)
    assert found.syringe is not None
    assert found.syringe.smallest == Volume.of("0.1")


def test_either_may_be_left_out(tmp_path: Path) -> None:
    assert load_equipment(written(tmp_path, "")).pump is None
    plain = EQUIPMENT.replace("accuracy_percent = 5\n", "").partition("[syringe]")[0]
    found = load_equipment(written(tmp_path, plain))
    assert found.syringe is None
    assert found.pump is not None
    assert found.pump.accuracy_percent is None


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("highest_ml_h = 999", "highest_ml_h = 0.01", "“pump.highest_ml_h” must not fall in this order"),
        (
            "increment_ml_h = 0.1",
            "increment_ml_h = 0",
            "“pump.increment_ml_h” is 0; allowed is 0.001 to 2000.",
        ),
        ("[syringe]", "[spoon]", "“spoon” is not a known name"),
    ],
)
def test_what_is_wrong_is_named(old: str, new: str, sentence: str, tmp_path: Path) -> None:
    with pytest.raises(TomlProblem) as problem:
        load_equipment(written(tmp_path, EQUIPMENT.replace(old, new, 1)))
    assert sentence in fault_sentence(problem.value.fault, ENGLISH)


def test_the_labelled_rates_have_their_source() -> None:
    (vancomycin,) = load_labelled()
    assert vancomycin.per_minute == Amount.of("10 mg")
    assert "https://" in vancomycin.source
