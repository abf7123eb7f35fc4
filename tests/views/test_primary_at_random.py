"""Whatever was done before: the primary action is one the rules take, or it says why not."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from desens_gui.domain.answers import Refused
from desens_gui.domain.quantities import Duration
from desens_gui.domain.session import StepRun
from desens_gui.domain.stage import Stepping
from desens_gui.views.actions import actions
from desens_gui.views.parts.action import ActionView
from desens_gui.views.place import place
from desens_gui.views.shown import Typed, frame_view, screen_view
from tests import courses
from tests.driving import Chair
from tests.views.at_chair import SYMPTOMS, courses_of, scene_of, texts_of
from tests.views.nurses import DEEDS, meant, typed

STARTS = {
    "first bag": courses.first_bag,
    "step 1": lambda: courses.at_step(1),
    "step 8": lambda: courses.ready(8),
    "step 9": lambda: courses.at_step(9),
    "ready 9": lambda: courses.ready(9),
    "step 12": lambda: courses.at_step(12),
    "emptied": courses.emptied,
    "observing": courses.observing,
}
PRESS = "press"
deeds = st.lists(st.sampled_from([PRESS, PRESS, PRESS, *DEEDS]), min_size=1, max_size=25)


def primary_of(chair: Chair) -> ActionView | None:
    return actions(scene_of(chair), typed(chair)).primary


def refused(chair: Chair, action: ActionView) -> bool:
    """Decided, not recorded."""
    return isinstance(chair.decide(meant(chair, action.intent, typed(chair))), Refused)


def press(chair: Chair) -> None:
    action = primary_of(chair)
    if action is not None and not action.blocked_reason:
        chair.do(meant(chair, action.intent, typed(chair)))


@settings(max_examples=150)
@given(start=st.sampled_from(sorted(STARTS)), done=deeds)
def test_the_primary_action_is_taken_exactly_when_it_is_not_blocked(start: str, done: list[str]) -> None:
    chair = STARTS[start]()
    for deed in done:
        if deed == PRESS:
            press(chair)
        else:
            DEEDS[deed](chair)
        action = primary_of(chair)
        if action is None:
            assert chair.session.is_over
            continue
        assert refused(chair, action) == bool(action.blocked_reason), (action, chair.session.stage)
        assert action.blocked_reason == "" or action.blocked_reason.startswith("Not yet. ")


@settings(max_examples=30)
@given(start=st.sampled_from(sorted(STARTS)), done=deeds)
def test_every_screen_can_be_shown_at_every_moment(start: str, done: list[str]) -> None:
    chair = STARTS[start]()
    for deed in done:
        (press if deed == PRESS else DEEDS[deed])(chair)
    scene, runs = scene_of(chair), courses_of(chair)
    for opened in ("", "check", "note", "stop_today", "pause"):
        name = place(scene, opened)
        view = screen_view(scene, name, runs, SYMPTOMS, Typed())
        frame = frame_view(scene, name, Typed())
        for text in (*texts_of(view), *texts_of(frame)):
            assert text == text.strip() or not text.strip()
            assert "{" not in text
            assert "None" not in text.split() or text in ("None", "None recorded", "keys 1 to 7 = None")


def minutes_left(chair: Chair, run: StepRun) -> bool:
    """The step runs and has more than a minute to go; the last one never ends by its minutes."""
    return (
        isinstance(chair.session.stage, Stepping)
        and not chair.session.on_last_step
        and scene_of(chair).step_left(run) > Duration(60)
    )


def test_pressing_only_the_primary_action_leads_through_a_whole_session() -> None:
    """The nurse does what stands at the right, waits where it says why not, and hangs bags."""
    chair = courses.first_bag()
    pressed: Counter[str] = Counter()
    for _ in range(2000):
        action = primary_of(chair)
        if action is None:
            break
        waits = action.intent == "open_check" and action.label == "Check now"
        run = chair.session.step
        too_early = run is not None and action.intent == "open_check" and minutes_left(chair, run)
        if action.blocked_reason or waits or too_early:
            DEEDS["hang"](chair)
            chair.wait(20)
        else:
            press(chair)
            pressed[action.intent] += 1
    assert chair.session.is_over
    assert chair.session.ending is not None
    assert chair.session.ending.value == "completed"
    assert pressed["go_up"] + pressed["go_up_none_new"] == 11
    assert pressed["pump_running"] == 12
    assert pressed["finish"] == 1
