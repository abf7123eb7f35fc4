"""Short forms of one tap: why the pump is to stop, which early sign was seen."""

from __future__ import annotations

from desens_gui.domain.events.step import PauseReason
from desens_gui.views.panel_parts import PanelParts
from desens_gui.views.parts.action import ActionView
from desens_gui.views.scene import Scene
from desens_gui.wording.early_signs import EARLY_SIGNS, early_sign_name
from desens_gui.wording.pauses import pause_reason

ASKED_REASONS = tuple(reason for reason in PauseReason if reason is not PauseReason.FOUND_STOPPED)


def pause_panel(scene: Scene) -> PanelParts:
    words = scene.words
    return PanelParts(
        title=words("Pause"),
        lead=words("STOP THE PUMP. Then tap the reason."),
        text=words("The pump counts as running until you say that it shows stopped."),
        urgent=True,
        options=tuple(
            ActionView(intent=f"pause:{reason.value}", label=pause_reason(words, reason), key=str(number))
            for number, reason in enumerate(ASKED_REASONS, start=1)
        ),
    )


def early_sign_panel(scene: Scene) -> PanelParts:
    words = scene.words
    return PanelParts(
        title=words("Early sign"),
        text=words("Marks the course. The step goes on. If in doubt: REACTION."),
        options=tuple(
            ActionView(intent=f"early_sign:{code}", label=early_sign_name(words, code), key=str(number))
            for number, code in enumerate(EARLY_SIGNS, start=1)
        ),
    )
