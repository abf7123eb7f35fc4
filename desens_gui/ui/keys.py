"""Which key asks for what: one table for every place. Keys of actions on screen stand in their views."""

from __future__ import annotations

REACTION_KEYS = ("F12", "Ctrl+Space")
PRIMARY_KEY = "F2"
AGAIN_NS = 1_000_000_000  # a second F2 inside this is ignored (SAFETY S23)

# Asked for when no action on screen names the key.
ALWAYS: dict[str, str] = {
    "F12": "reaction",
    "Ctrl+Space": "reaction",
    "F1": "help",
    "F9": "pause_audio",
    "Ctrl+N": "change_nurse",
    "Ctrl+L": "cover",
    "Ctrl+S": "signatures",
    "F11": "stop_today",
    "Ctrl+1": "place_1",
    "Ctrl+2": "place_2",
    "Ctrl+3": "place_3",
    "Ctrl+4": "place_4",
    "Ctrl+F": "search",
    "Ctrl+K": "all_keys",
    "Esc": "back",
}

# What Enter in a field that repeats what the pump shows hands in, by the code of the field.
HANDED_IN: dict[str, str] = {
    "pump_rate": "pump_running",
    "set_rate": "rate_set",
    "stop_time": "pump_stopped",
    "relieving:rate": "confirm:cover_chair",
}

# The same of the sign-in form.
SIGNS_IN: dict[str, str] = {"sign_in:pin": "sign_in", "sign_in:who": "sign_in_who"}

FUNCTION_KEYS = tuple(f"F{number}" for number in range(1, 13))
SHORTCUTS = tuple(dict.fromkeys((*FUNCTION_KEYS, *ALWAYS)))


def sign_of(text: str) -> str:
    """The digit or letter typed, as a view names it ("5", "E"); empty for anything else."""
    return text.upper() if len(text) == 1 and text.isascii() and text.isalnum() else ""
