"""The foot of the window."""

from __future__ import annotations

from desens_gui.views.parts.status import StatusView
from desens_gui.views.scene import Scene
from desens_gui.wording import moments


def status(scene: Scene) -> StatusView:
    words, offset, recording = scene.words, scene.session.zone_offset_min, scene.recording
    foot = {"user": scene.actor, "chair": scene.chair, "help": ""}
    if scene.mode == "review":
        return StatusView(saved=words("Opened read only"), **foot)
    if recording.lost and recording.waiting_since_us is not None:
        since = moments.hour_minute_second(recording.waiting_since_us, offset)
        return StatusView(saved=words("NOT BEING RECORDED since {time}", time=since), saved_state="lost", **foot)
    if recording.waiting_since_us is not None:
        return StatusView(saved=words("saving"), saved_state="saving", **foot)
    if recording.saved_us is None:
        return StatusView(saved=words("Nothing to save yet"), **foot)
    return StatusView(
        saved=words("Saved {time}", time=moments.hour_minute(recording.saved_us, offset)), **foot
    )
