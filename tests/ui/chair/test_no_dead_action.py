"""Whatever is offered at any stage does something when it is pressed: no dead button anywhere."""

from __future__ import annotations

from collections.abc import Callable

from desens_gui.domain.commands.ending import StopToday
from desens_gui.domain.commands.pump import ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction
from desens_gui.domain.commands.restart import ResumeProgram
from desens_gui.domain.commands.step import Escalate, Pause, Resume
from desens_gui.domain.events.ending import Ending, Transfer
from desens_gui.domain.events.step import PauseReason
from desens_gui.domain.recorded import PROGRAM
from desens_gui.ui.widgets.action_button import ActionButton
from tests import courses
from tests.driving import MINUTE, Chair
from tests.ui.chair.at_chair import AtChair
from tests.ui.chair.conftest import Begin

Moment = Callable[[], Chair]


def after(chair: Chair, *commands: object) -> Chair:
    for command in commands:
        chair.do(command)  # type: ignore[arg-type]
    return chair


def waited(chair: Chair, minutes: int) -> Chair:
    chair.run(minutes * MINUTE)
    return chair


def paused() -> Chair:
    return after(courses.at_step(5), Pause(reason=PauseReason.TOILET))


def resuming() -> Chair:
    chair = after(paused(), ReportPumpStopped())
    chair.wait(1)
    chair.check()
    return after(chair, Resume())


def away() -> Chair:
    chair = courses.at_step(5)
    last = chair.clock.now()
    chair.wait(300)
    chair.do(ResumeProgram(last_seen=last, program="desens"), PROGRAM)
    return chair


def transferred() -> Chair:
    to = Transfer(where="Ward 7", to_whom="Dr Weiss", pump_running=True, line_content="bag 2")
    return after(courses.at_step(5), StopToday(ending=Ending.TRANSFERRED, transfer=to))


MOMENTS: dict[str, Moment] = {
    "set-up": courses.set_up,
    "first bag": courses.first_bag,
    "step": lambda: courses.at_step(5),
    "IV site due": lambda: waited(courses.at_step(5), 61),
    "ready": lambda: courses.ready(5),
    "going up": lambda: after(courses.ready(5), Escalate()),
    "bag change": lambda: after(courses.ready(8), Escalate()),
    "paused, running": paused,
    "paused": lambda: after(paused(), ReportPumpStopped()),
    "resuming": resuming,
    "away": away,
    "reaction": lambda: after(courses.at_step(5), CallReaction()),
    "reaction, stopped": lambda: after(courses.at_step(5), CallReaction(), ReportPumpStopped()),
    "last step": lambda: courses.at_step(12),
    "last step, half-way": lambda: waited(courses.at_step(12), 16),
    "last step, much too late": lambda: waited(courses.at_step(12), 26),
    "flush": courses.emptied,
    "observation": courses.observing,
    "transferred, running": transferred,
    "closed": courses.completed,
}


def offered(chair: AtChair) -> list[ActionButton]:
    """Everything that can be pressed and is not blocked; what is blocked says why."""
    every = (each for each in chair.window.findChildren(ActionButton) if each.isVisibleTo(chair.window))
    return [each for each in every if each.view.intent and not each.view.blocked_reason]


def seen(chair: AtChair) -> tuple[object, ...]:
    window = chair.window
    card = getattr(window.screen_named("setup"), "_card", None) if chair.shown == "setup" else None
    typed = chair.chair.forms.of(chair.shown)
    return len(chair.events), chair.shown, chair.alarm, chair.handed_over, card, typed


def test_every_action_does_something(begin: Begin) -> None:
    pressed: set[str] = set()
    for name, moment in MOMENTS.items():
        chair = begin(moment())
        intents = [button.view.intent for button in offered(chair)]
        assert intents, name
        for intent in intents:
            if intent in pressed:
                continue
            pressed.add(intent)
            fresh = begin(moment())
            before = seen(fresh)
            next(button for button in offered(fresh) if button.view.intent == intent).click()
            assert seen(fresh) != before, f"{intent} does nothing: {name}"
    assert len(pressed) > 20
    assert {"reaction", "open_check", "pause", "stop_today", "note", "iv_site", "handover"} <= pressed
    assert any(intent.startswith("watched:") for intent in pressed)
