"""Names of what a chart of the course shows, by the codes of course.marks and course.intervals."""

from __future__ import annotations

from desens_gui.wording.words import Words


def mark_name(words: Words, kind: str) -> str:
    """As in the legend; KeyError for a code that is none."""
    names = {
        "check": words.within("chart mark", "check"),
        "symptom": words.within("chart mark", "new or worse symptom"),
        "early_sign": words.within("chart mark", "early sign"),
        "note": words.within("chart mark", "note"),
        "medication": words.within("chart mark", "medication"),
        "reaction": words.within("chart mark", "reaction"),
        "pause": words.within("chart mark", "pause"),
        "resume": words.within("chart mark", "resumed"),
        "bag_change": words.within("chart mark", "bag change"),
        "drug_end": words.within("chart mark", "end of drug"),
        "stop": words.within("chart mark", "stopped today"),
        "end": words.within("chart mark", "end"),
    }
    return names[kind]


def stop_cause(words: Words, cause: str) -> str:
    """Why the pump stood still; KeyError for a code that is none."""
    names = {
        "pause": words.within("pump stopped", "pause"),
        "reaction": words.within("pump stopped", "reaction"),
        "bag_change": words.within("pump stopped", "bag change"),
        "flush": words.within("pump stopped", "in the flush"),
        "end": words.within("pump stopped", "end"),
    }
    return names[cause]


def gap_name(words: Words, kind: str) -> str:
    """Why the program did not look; KeyError for a code that is none."""
    names = {
        "away": words("Program was away"),
        "stall": words("Program did not respond"),
        "sleep": words("Computer slept"),
    }
    return names[kind]
