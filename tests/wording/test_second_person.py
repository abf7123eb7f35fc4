"""Why nobody else is there, as it is read."""

from __future__ import annotations

from desens_gui.wording.second_person import ONE_TAP, second_person_reason
from desens_gui.wording.words import ENGLISH


def test_every_code_has_words_and_typed_reasons_stay() -> None:
    assert len({second_person_reason(ENGLISH, code) for code in ONE_TAP}) == len(ONE_TAP)
    assert not any("_" in second_person_reason(ENGLISH, code) for code in ONE_TAP)
    assert second_person_reason(ENGLISH, "night\u202e") == "night‹U+202E›"
