"""The alarm strip: the most urgent condition, or in quiet words where the session stands (SAFETY S16)."""

from __future__ import annotations

from msgspec.structs import replace

from desens_gui.domain.alarms import Condition, conditions, urgency
from desens_gui.domain.events.alarm import AlarmCode, Priority
from desens_gui.domain.session import AlarmStanding
from desens_gui.views.alarm_texts import strip_texts
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.alarm import AlarmStripView
from desens_gui.views.scene import Scene
from desens_gui.views.where_it_stands import last_check, where_it_stands
from desens_gui.wording.alarms import alarm_name
from desens_gui.wording.stages import stage_name

SAID_BY_REACTION = frozenset({AlarmCode.PUMP_NOT_STOPPED, AlarmCode.VITALS_OVERDUE})
"""The strip of a reaction says these itself."""
GIVES_WAY = frozenset({AlarmCode.NO_SOUND, AlarmCode.WATCHDOG_OFF})
"""Once acknowledged they stand at the edge and in the foot: the strip says again what is next."""


def alarm_strip(scene: Scene) -> AlarmStripView:
    """In review nothing alarms: the strip names where the session stood."""
    if scene.mode == "review":
        return AlarmStripView(title=stage_name(scene.words, scene.session.stage), text=last_check(scene))
    found = standing(scene)
    loud = tuple(one for one in found if not _gave_way(scene, one))
    if not loud:
        quiet = scene.words("No other alarm") if found else scene.words("No active alarm")
        return _beside(where_it_stands(scene, quiet), scene, found)
    top = loud[0]
    title, text = strip_texts(scene, top)
    said = SAID_BY_REACTION if top.alarm is AlarmCode.REACTION else frozenset()
    rest = tuple(one for one in found if one is not top and one.alarm not in said)
    strip = AlarmStripView(
        level=top.priority.value,
        title=title,
        text=text,
        acknowledge=_acknowledge(scene),
        pause_audio=_pause_audio(scene),
        silent=top.priority is not Priority.LOW and AlarmCode.NO_SOUND in scene.technical,
    )
    return _beside(strip, scene, rest)


def standing(scene: Scene) -> tuple[Condition, ...]:
    """Every condition of this moment, the most urgent first.

    After the end nothing alarms but a copy that is missing.
    """
    if scene.session.is_over:
        missed = AlarmCode.BACKUP_MISSED in scene.technical
        return (Condition(AlarmCode.BACKUP_MISSED, Priority.LOW),) if missed else ()
    return conditions(scene.session, scene.now_ns, scene.technical)


def unacknowledged(scene: Scene) -> tuple[AlarmStanding, ...]:
    """The alarms on record that nobody acknowledged, the most urgent first."""
    true = {one.alarm for one in standing(scene)}
    open_ones = (one for one in scene.session.alarms if not one.acknowledged and one.alarm in true)
    return tuple(sorted(open_ones, key=lambda one: urgency(one.alarm, one.priority)))


def _gave_way(scene: Scene, condition: Condition) -> bool:
    if condition.alarm not in GIVES_WAY or condition.priority is not Priority.LOW:
        return False
    return any(one.alarm is condition.alarm and one.acknowledged for one in scene.session.alarms)


def _beside(strip: AlarmStripView, scene: Scene, others: tuple[Condition, ...]) -> AlarmStripView:
    """What else is true, at the right edge."""
    names = ", ".join(alarm_name(scene.words, one.alarm) for one in others)
    if not names:
        return strip
    return replace(strip, note_icon=f"alarm_{others[0].priority.value}", note_strong=names, note="")


def _acknowledge(scene: Scene) -> ActionView | None:
    """The most urgent that still may sound. A reaction is no news to whoever called it."""
    codes = [one.alarm for one in unacknowledged(scene) if one.alarm is not AlarmCode.REACTION]
    if not codes:
        return None
    return ActionView(intent=f"acknowledge:{codes[0].value}", label=scene.words("Acknowledge"), key="F10")


def _pause_audio(scene: Scene) -> ActionView | None:
    """Offered while something sounds again and again."""
    pause = scene.session.audio_pause
    sounding = [
        one
        for one in unacknowledged(scene)
        if one.priority is not Priority.LOW and one.alarm is not AlarmCode.REACTION
    ]
    if pause is not None and scene.now_ns < pause.until_ns:
        sounding = [one for one in sounding if one.raised_ns > pause.from_ns]
    if not sounding:
        return None
    return ActionView(intent="pause_audio", label=scene.words("Pause sound"), key="F9")
