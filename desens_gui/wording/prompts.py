"""What time asked for, in words: a prompt is no alarm."""

from __future__ import annotations

from desens_gui.domain.events.step import PromptKind
from desens_gui.wording.words import Words


def prompt_name(words: Words, prompt: PromptKind) -> str:
    names = {
        PromptKind.CHECK_SOON: words("Check due soon"),
        PromptKind.CHECK_DUE: words("Check due"),
        PromptKind.CHECK_LATE: words("Check late"),
        PromptKind.CHECK_VERY_LATE: words("Check very late"),
        PromptKind.STOP_UNTIL_CHECKED: words("Stop the pump until the check is done"),
        PromptKind.SEEN_DUE: words("Half-way: see and ask the patient"),
        PromptKind.STEP_ELAPSED: words("The step has had its minutes"),
        PromptKind.OBSERVATION_OVER: words("Observation over"),
    }
    return names[prompt]
