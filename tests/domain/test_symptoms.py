"""Symptoms by code, and the chips that come first."""

from __future__ import annotations

import pytest

from desens_gui.domain.symptoms import SymptomList
from desens_gui.system.symptoms import load_symptoms


@pytest.fixture
def symptoms() -> SymptomList:
    return load_symptoms()


@pytest.mark.parametrize(
    ("drug", "system", "first"),
    [
        ("ceftazidime", "general", ["chills", "fever", "back_pain"]),
        ("CARBOplatin", "skin", ["itchy_palms_soles", "flush_warmth", "hives"]),
        ("PACLitaxel ", "skin", ["flush_warmth", "hives", "itch"]),
        ("docetaxel", "general", ["back_pain", "chills", "fever"]),
        ("docetaxel", "stomach_bowel", ["nausea", "vomiting", "cramps"]),
        ("riTUXimab", "general", ["chills", "fever", "rigors"]),
        ("riTUXimab", "chest", ["wheeze", "breathless", "cough"]),
    ],
)
def test_chips_follow_the_drug(symptoms: SymptomList, drug: str, system: str, first: list[str]) -> None:
    assert [symptom.code for symptom in symptoms.shown_first(system, drug)] == first


@pytest.mark.parametrize("drug", ["", "paclitaxel", "rituximab"])
def test_first_and_more_together_are_the_whole_system(symptoms: SymptomList, drug: str) -> None:
    for system in symptoms.systems:
        first = symptoms.shown_first(system.code, drug)
        more = symptoms.shown_more(system.code, drug)
        assert len(first) == 3
        assert {*first, *more} == set(system.symptoms)
        assert len(first) + len(more) == len(system.symptoms)


def test_codes_are_looked_up(symptoms: SymptomList) -> None:
    assert symptoms.system("throat_nose").text == "Throat, nose"
    assert symptoms.symptom("doom").text == "Doom"
    with pytest.raises(KeyError):
        symptoms.system("hair")
    with pytest.raises(KeyError):
        symptoms.symptom("hair_loss")
