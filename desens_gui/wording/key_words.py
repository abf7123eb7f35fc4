"""What is wrong with a recovery key as it was typed; apart, so that `verify` starts quickly."""

from __future__ import annotations

from desens_gui.wording.words import Words


def misread_sentence(group: int | None, words: Words) -> str:
    """group: of the recovery key as it was typed, the first that cannot be; None: too few or too many."""
    if group is None:
        return words("Recovery key: it has eight groups of five letters and digits.")
    return words("Recovery key: group {group} is not as it stands on the paper.", group=group)
