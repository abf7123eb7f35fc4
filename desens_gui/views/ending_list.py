"""How it ended: the closed list, with what opens each answer (SAFETY S5)."""

from __future__ import annotations

from desens_gui.domain.decide.ending import end_missing
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.refusals.ending import EndIncomplete
from desens_gui.domain.stage import Ended, Observing, Stopping
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.ending import EndingOption, EndingsView
from desens_gui.views.parts.facts import LineView
from desens_gui.views.scene import Scene
from desens_gui.wording.endings import desensitized, ending_detail, ending_name, not_desensitized
from desens_gui.wording.refusals import not_yet


def called_ending(scene: Scene) -> Ending | None:
    """The ending that was called, or that the session has; None while only "completed" is open."""
    stage = scene.session.stage
    return stage.ending if isinstance(stage, Observing | Stopping | Ended) else None


def endings(scene: Scene) -> EndingsView:
    """ "Completed" is chosen as soon as it is possible; every other ending is called with Stop today."""
    words, called = scene.words, called_ending(scene)
    options = []
    for each in Ending:
        blocked = _blocked(scene, each, called)
        options.append(
            EndingOption(
                code=each.value,
                label=ending_name(words, each),
                sub="" if each is called else ending_detail(words, each),
                chosen=not blocked and each is (called or Ending.COMPLETED),
                blocked_reason=blocked,
            )
        )
    return EndingsView(
        head=CardHead(title=words("How it ended"), note=words("one answer, closed list")),
        options=tuple(options),
        foot=None if called is Ending.DIED else _tolerance(scene, called),
    )


def _tolerance(scene: Scene, called: Ending | None) -> LineView:
    """What the ending means for the next dose: before it is certain both, then the one that holds."""
    words = scene.words
    only = words("Only “Completed” gives tolerance, until the next dose is due.")
    if called is Ending.COMPLETED:
        return LineView(strong=desensitized(words), text=only)
    if called is not None:
        return LineView(strong=not_desensitized(words), text=only)
    return LineView(strong=only, text=words("Any other ending reads: {line}.", line=not_desensitized(words)))


def _blocked(scene: Scene, each: Ending, called: Ending | None) -> str:
    words = scene.words
    if called is not None and each is called:
        return ""
    if isinstance(scene.session.stage, Ended):
        return words("The session is closed")
    if called is not None:
        return words("Not open: the session ends as “{ending}”", ending=ending_name(words, called))
    if each is not Ending.COMPLETED:
        return words("Press Stop today (F11)")
    missing = end_missing(scene.session, scene.now_ns)
    return not_yet(words, (EndIncomplete(ending=each, missing=missing),)) if missing else ""
