"""What stands beside the primary action, each with its key."""

from __future__ import annotations

from desens_gui.domain.decide.asking import away_problem
from desens_gui.domain.events.ending import Ending
from desens_gui.views.parts.action import ActionView
from desens_gui.views.scene import Scene
from desens_gui.wording import numbers
from desens_gui.wording.endings import ending_name
from desens_gui.wording.grading import scale_grade
from desens_gui.wording.refusals import not_yet
from desens_gui.wording.words import Words


def early_sign(words: Words) -> ActionView:
    label, sub = words("Early sign"), words("Mild, going on")
    return ActionView(intent="early_sign", label=label, sub=sub, icon="flag", key="F5")


def pause(words: Words) -> ActionView:
    return ActionView(intent="pause", label=words("Pause: you stop the pump"), icon="pause", key="F8")


def not_paused(words: Words) -> ActionView:
    label, sub = words("Not paused"), words("The pump never stopped")
    return ActionView(intent="stay", label=label, sub=sub, icon="undo", key="F6")


def stay(scene: Scene) -> ActionView:
    """Also takes back an increase that was not set at the pump."""
    words, run, rate = scene.words, scene.session.step, scene.pump_rate
    label = words("Stay on step {step}", step=run.number) if run is not None else words("Stay on step")
    again = words("Repeat in {time}", time=numbers.minutes(scene.policy.stay_repeat))
    sub = numbers.rate(rate) if rate is not None else again
    return ActionView(intent="stay", label=label, sub=sub, icon="clock", key="F6")


def vitals(words: Words) -> ActionView:
    return ActionView(intent="open_check", label=words("Vitals"), sub=words("Now"), icon="pulse", key="F3")


def note(words: Words) -> ActionView:
    return ActionView(intent="note", label=words("Note, medication"), icon="note", key="F4")


def grade(scene: Scene) -> ActionView:
    """With the newest grade, once there is one."""
    words, episode = scene.words, scene.session.episode
    given = episode.newest_grades() if episode is not None else ()
    newest = given[-1] if given else None
    sub = scale_grade(words, newest.scale, newest.grade, newest.suffix) if newest else words("None yet")
    return ActionView(intent="grade", label=words("Grade"), sub=sub, icon="flag", key="F6")


def take_over(words: Words) -> ActionView:
    label, sub = words("Take over here"), words("From another workstation")
    return ActionView(intent="take_over", label=label, sub=sub, icon="arrow_right")


def stop_today(words: Words) -> ActionView:
    return ActionView(
        intent="stop_today",
        label=words("Stop today"),
        sub=words("desensitization"),
        icon="stop",
        key="F11",
        key_shown=False,
    )


def in_error(words: Words) -> ActionView:
    label, sub = words("Entered in error"), words("With the reason")
    return ActionView(intent="entered_in_error", label=label, sub=sub, icon="undo")


def bag_empty(scene: Scene) -> ActionView:
    words = scene.words
    label = words("Bag {bag} is empty", bag=scene.plan.last_step.bag)
    return ActionView(
        intent="bag_empty", label=label, sub=words("Then flush the line"), icon="tick", key="F7"
    )


def watched(scene: Scene) -> ActionView:
    """Signed by the person at this chair."""
    label = scene.words("Patient watched, go on")
    return ActionView(intent=f"watched:{scene.actor}", label=label, sub=scene.actor, icon="person")


def iv_site(words: Words) -> ActionView:
    return ActionView(intent="iv_site", label=words("IV site"), sub=words("Look now"), icon="search")


def pump_stopped(words: Words) -> ActionView:
    label = words("The pump shows STOPPED")
    return ActionView(intent="pump_stopped", label=label, icon="stop", key="F8")


def close_now(scene: Scene, ending: Ending) -> ActionView:
    """Not before somebody said what the pump did while the program was away."""
    words, unanswered = scene.words, away_problem(scene.asking)
    blocked = "" if unanswered is None else not_yet(words, (unanswered,))
    label, sub = (
        words("Close the session"),
        words("How it ended: {ending}", ending=ending_name(words, ending)),
    )
    return ActionView(intent="finish", label=label, sub=sub, icon="tick", blocked_reason=blocked)


def handover(words: Words) -> ActionView:
    label, sub = words("Handover"), words("Save the page")
    return ActionView(intent="handover", label=label, sub=sub, icon="printer", key="F7")
