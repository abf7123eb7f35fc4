"""The bar at the foot: REACTION far left, the one primary action far right, and why not yet."""

from __future__ import annotations

from desens_gui.domain.stage import (
    ChangingBag,
    Ended,
    Flushing,
    GoingUp,
    Observing,
    Paused,
    Reacting,
    Resuming,
    SettingUp,
    Stepping,
    Stopping,
)
from desens_gui.views.parts.action import ActionBarView, ActionView
from desens_gui.views.primary import primary
from desens_gui.views.scene import Scene
from desens_gui.wording import numbers
from desens_gui.wording.words import Words


def actions(scene: Scene) -> ActionBarView:
    """Nothing to press in review but what review offers itself; nothing after the session is closed."""
    if scene.mode == "review":
        return ActionBarView()
    stage = scene.session.stage
    if isinstance(stage, Ended):
        return ActionBarView(secondary=(_handover(scene.words),))
    if isinstance(stage, SettingUp):
        return ActionBarView(
            reaction=_reaction(scene),
            secondary=(_note(scene.words), _stop(scene.words)),
            primary=primary(scene),
        )
    return ActionBarView(reaction=_reaction(scene), secondary=_secondary(scene), primary=primary(scene))


def _reaction(scene: Scene) -> ActionView:
    stage, words = scene.session.stage, scene.words
    if isinstance(stage, Reacting):
        label = words("REACTION OPEN")
        sub = words("Called {time}", time=scene.hh_mm_ss(stage.called_ns))
    else:
        label = words("REACTION")
        sub = words("You stop the pump") if scene.session.pump_runs else words("Opens the card")
    return ActionView(intent="reaction", label=label, sub=sub, icon="alarm_high", key="F12", kind="danger")


def _secondary(scene: Scene) -> tuple[ActionView, ...]:
    words = scene.words
    match scene.session.stage:
        case Stepping() if scene.session.on_last_step:
            shown = (_early_sign(words), _pause(words), _vitals(words), _note(words), *_empty(scene))
        case Stepping():
            shown = (_early_sign(words), _pause(words), _stay(scene), _vitals(words), _note(words))
        case GoingUp():
            shown = (_early_sign(words), _pause(words), _stay(scene), _vitals(words), _note(words))
        case Paused() if scene.session.pump_runs:
            shown = (_not_paused(words), _vitals(words), _note(words))
        case Resuming():
            shown = (_pause(words), _vitals(words), _note(words))
        case Reacting():
            return (_in_error(words), _note(words), _stop(words))
        case Stopping():
            return (_vitals(words), _note(words))
        case Observing():
            shown = (_early_sign(words), _vitals(words), _note(words), _handover(words))
        case ChangingBag() | Flushing() | Paused():
            shown = (_vitals(words), _note(words))
        case _:
            shown = ()
    return (*shown, _stop(words))


def _early_sign(words: Words) -> ActionView:
    return ActionView(
        intent="early_sign", label=words("Early sign"), sub=words("Mild, going on"), icon="flag", key="F5"
    )


def _pause(words: Words) -> ActionView:
    return ActionView(intent="pause", label=words("Pause: you stop the pump"), icon="pause", key="F8")


def _not_paused(words: Words) -> ActionView:
    return ActionView(
        intent="stay",
        label=words("Not paused"),
        sub=words("The pump never stopped"),
        icon="undo",
        key="F6",
    )


def _stay(scene: Scene) -> ActionView:
    run, words = scene.session.step, scene.words
    rate = numbers.rate(scene.session.pump.rate) if scene.session.pump and scene.session.pump.rate else ""
    number = run.number if run is not None else 0
    return ActionView(
        intent="stay",
        label=words("Stay on step {step}", step=number),
        sub=words("{rate}, repeat in {time}", rate=rate, time=numbers.minutes(scene.policy.stay_repeat)),
        icon="clock",
        key="F6",
    )


def _vitals(words: Words) -> ActionView:
    return ActionView(intent="open_check", label=words("Vitals"), sub=words("Now"), icon="pulse", key="F3")


def _note(words: Words) -> ActionView:
    return ActionView(intent="note", label=words("Note, medication"), icon="note", key="F4")


def _stop(words: Words) -> ActionView:
    return ActionView(
        intent="stop_today",
        label=words("Stop today"),
        sub=words("desensitization"),
        icon="stop",
        key="F11",
        key_shown=False,
    )


def _in_error(words: Words) -> ActionView:
    return ActionView(
        intent="entered_in_error",
        label=words("Entered in error"),
        sub=words("With the reason"),
        icon="undo",
    )


def _empty(scene: Scene) -> tuple[ActionView, ...]:
    bag = scene.plan.last_step.bag
    return (
        ActionView(
            intent="bag_empty",
            label=scene.words("Bag {bag} is empty", bag=bag),
            sub=scene.words("Then flush the line"),
            icon="tick",
            key="F7",
        ),
    )


def _handover(words: Words) -> ActionView:
    return ActionView(
        intent="handover", label=words("Handover"), sub=words("Save the page"), icon="printer", key="F7"
    )
