"""The foot of the window."""

from __future__ import annotations

from typing import Literal

from desens_gui.domain.events.alarm import AlarmCode
from desens_gui.views.alarm import standing
from desens_gui.views.panel_signatures import outstanding_words
from desens_gui.views.parts.status import StatusView
from desens_gui.views.scene import Scene
from desens_gui.wording import moments


def status(scene: Scene) -> StatusView:
    saved, state = _saved(scene)
    recording = scene.recording
    wrong = recording.problem or recording.backup or recording.not_encrypted
    audio, off = _audio(scene)
    return StatusView(
        saved=saved,
        saved_state=state,
        file=wrong,
        audio=audio,
        audio_off=off,
        user=_user(scene),
        chair=scene.chair,
        outstanding=_outstanding(scene),
    )


def _outstanding(scene: Scene) -> str:
    """On every page until the last name is there; after the end it is signed on the handover page."""
    said = outstanding_words(scene)
    if not said or scene.mode == "review" or scene.session.is_over or not scene.staffed:
        return said
    return scene.words("{outstanding}: Ctrl+S", outstanding=said)


def _audio(scene: Scene) -> tuple[str, bool]:
    """Whether alarms sound, and whether that is marked. In a closed session and in review nothing sounds."""
    words, pause = scene.words, scene.session.audio_pause
    if scene.mode == "review" or not scene.sound or scene.session.is_over:
        return "", False
    if scene.sound == "off":
        return words("Simulation: sound off"), False
    if AlarmCode.NO_SOUND in {one.alarm for one in standing(scene)}:
        return words("NO ALARM SOUND"), True
    if pause is not None and scene.now_ns < pause.until_ns:
        return words("Sound paused until {time}", time=scene.hh_mm_ss(pause.until_ns)), True
    return words("Sound on"), False


def _user(scene: Scene) -> str:
    """Who acts; that nobody proved a name is said with it."""
    words = scene.words
    if scene.staffed:
        nobody = words("Nobody signed in: Ctrl+N")
        return words("{name}, Ctrl+N changes", name=scene.actor) if scene.who else nobody
    if scene.staffed is None:
        return scene.actor
    alone = words("Single-user mode: no staff set up here")
    return f"{scene.actor}. {alone}" if scene.actor else alone


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
