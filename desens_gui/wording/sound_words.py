"""Why no alarm can be heard, and what the battery says."""

from __future__ import annotations

from desens_gui.wording.words import Words

NO_DEVICE, NOT_OPENED, MUTED, NO_FILE = "no_device", "not_opened", "muted", "no_file"


def fault_words(words: Words, fault: str) -> str:
    """fault: the code of a sound fault."""
    said = {
        NO_DEVICE: words("No loudspeaker was found. Alarms are only seen: stay where the screen is."),
        NOT_OPENED: words("The loudspeaker cannot be used. Alarms are only seen: stay where the screen is."),
        MUTED: words("The sound of this computer is muted. Turn it on."),
        NO_FILE: words("The alarm sounds of this program are missing. Alarms are only seen."),
    }
    return said[fault]


def battery_words(words: Words, percent: int) -> str:
    return words("{percent} % left and not plugged in. Plug it in.", percent=percent)
