"""The foot of the window."""

from __future__ import annotations

from typing import Literal

from desens_gui.views.parts.status import StatusView
from desens_gui.views.scene import Scene
from desens_gui.wording import moments


def status(scene: Scene) -> StatusView:
    saved, state = _saved(scene)
    wrong = scene.recording.problem or scene.recording.backup
    return StatusView(saved=saved, saved_state=state, file=wrong, user=scene.actor, chair=scene.chair)


def _saved(scene: Scene) -> tuple[str, Literal["saved", "saving", "lost"]]:
    words, offset, recording = scene.words, scene.session.zone_offset_min, scene.recording
    if scene.mode == "review":
        return words("Opened read only"), "saved"
    if recording.lost and recording.waiting_since_us is not None:
        since = moments.hour_minute_second(recording.waiting_since_us, offset)
        return words("NOT BEING RECORDED since {time}", time=since), "lost"
    if recording.waiting_since_us is not None:
        return words("saving"), "saving"
    if recording.saved_us is None:
        return words("Nothing to save yet"), "saved"
    return words("Saved {time}", time=moments.hour_minute(recording.saved_us, offset)), "saved"
