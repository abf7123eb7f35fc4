"""The list of symptoms: complete, each code once, nothing unknown."""

from __future__ import annotations

from pathlib import Path

import pytest

from desens_gui.domain.findings import SYSTEMS, Consciousness
from desens_gui.domain.standing import FEVERISH
from desens_gui.system.resources import resource
from desens_gui.system.symptoms import load_symptoms
from desens_gui.system.toml_reading import TomlProblem
from desens_gui.wording.file_words import fault_sentence
from desens_gui.wording.words import ENGLISH

SHIPPED = resource("symptoms.toml").read_text("utf-8")

# What the safety review asks for and what the literature lists, each by the chip that stands for it.
ASKED = {
    "itch of palms": "itchy_palms_soles",
    "itch of scalp": "itchy_scalp",
    "itch": "itch",
    "warmth": "flush_warmth",
    "flushing": "flush_warmth",
    "hives": "hives",
    "angioedema": "face_swelling",
    "lip or tongue swelling": "lip_tongue_swelling",
    "throat tightness": "tight_throat",
    "itchy throat": "itchy_throat",
    "sneezing": "sneezing",
    "watery eyes": "watery_eyes",
    "rhinorrhea": "runny_nose",
    "voice change": "voice_change",
    "metallic taste": "metallic_taste",
    "cough": "cough",
    "wheeze": "wheeze",
    "dyspnea": "breathless",
    "chest pain": "chest_pain",
    "chest tightness": "chest_tightness",
    "faint, dizziness": "dizzy_faint",
    "syncope": "collapse",
    "nausea": "nausea",
    "vomiting": "vomiting",
    "cramps": "cramps",
    "diarrhea": "diarrhea",
    "urge to go, incontinence": "urge_incontinence",
    "uterine cramps": "uterine_cramps",
    "back pain": "back_pain",
    "pelvic pain": "pelvic_pain",
    "doom": "doom",
    "headache": "headache",
    "chills": "chills",
    "rigors": "rigors",
    "fever": "fever",
}


@pytest.mark.parametrize(("asked", "code"), ASKED.items())
def test_everything_that_must_be_asked_has_a_chip(asked: str, code: str) -> None:
    assert load_symptoms().symptom(code).text, asked


def test_the_list_fits_the_rules() -> None:
    symptoms = load_symptoms()
    assert tuple(system.code for system in symptoms.systems) == SYSTEMS
    assert tuple(level.code for level in symptoms.consciousness) == tuple(Consciousness)
    for code in FEVERISH:
        assert symptoms.symptom(code).code == code


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            'code = "wheeze"',
            'code = "cough"',
            'own.toml: “systems[3].symptoms[3].code” is "cough" a second time',
        ),
        (
            'first = ["wheeze"',
            'first = ["whistle"',
            'own.toml: “systems[3].first” is "whistle"; allowed are wheeze,',
        ),
        ('code = "chest"', 'code = "lungs"', "own.toml: “systems” is […]; allowed are skin, throat_nose,"),
        (
            '{ system = "chest"',
            '{ system = "lungs"',
            'own.toml: “drug_classes[2].first[2].system” is "lungs"; allowed',
        ),
        (
            '["chills", "fever", "rigors"]',
            '["hives"]',
            'own.toml: “drug_classes[3].first[1].symptoms” is "hives"',
        ),
        (
            'A = "Alert"',
            'X = "Alert"',
            "own.toml: “consciousness.X” is not a known name; known here are A, C, V,",
        ),
        (
            "[consciousness]",
            "[awareness]",
            "own.toml: “awareness” is not a known name; known here are systems,",
        ),
    ],
)
def test_a_malformed_list_gets_one_sentence(old: str, new: str, sentence: str, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    assert old in SHIPPED
    own.write_text(SHIPPED.replace(old, new, 1), "utf-8")
    with pytest.raises(TomlProblem) as problem:
        load_symptoms(own)
    assert fault_sentence(problem.value.fault, ENGLISH).startswith(sentence)
