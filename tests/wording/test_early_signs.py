"""Early signs by their codes; a symptom's code is read as the symptom."""

from __future__ import annotations

from desens_gui.wording.early_signs import EARLY_SIGNS, early_sign_name
from desens_gui.wording.words import ENGLISH


def test_every_early_sign_of_one_tap_has_words_of_its_own() -> None:
    said = [early_sign_name(ENGLISH, code) for code in EARLY_SIGNS]
    assert said[0] == "Throat clearing"
    assert len(set(said)) == len(said)


def test_any_other_code_is_a_symptom() -> None:
    assert early_sign_name(ENGLISH, "hives") == "Hives"
    assert early_sign_name(ENGLISH, "left_ear") == "left ear"
