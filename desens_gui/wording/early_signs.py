"""What often comes before a reaction, by the codes that the record keeps."""

from __future__ import annotations

from desens_gui.wording.symptoms import symptom_name
from desens_gui.wording.words import Words

EARLY_SIGNS = ("throat_clearing", "cough", "restless", "asks_for_water", "flushed", "other")
"""Those of one tap, in the order shown."""


def early_sign_name(words: Words, code: str) -> str:
    """A code that is none of one tap is read as a symptom."""
    names = {
        "throat_clearing": words.within("early sign", "Throat clearing"),
        "cough": words.within("early sign", "Light cough"),
        "restless": words.within("early sign", "Restless"),
        "asks_for_water": words.within("early sign", "Asks for water"),
        "flushed": words.within("early sign", "Warm, flushed"),
        "other": words.within("early sign", "Other sign"),
    }
    return names.get(code) or symptom_name(words, code)
