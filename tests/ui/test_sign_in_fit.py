"""Signing in, and the frame that says who acts, fit on the real window at both sizes and themes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from desens_gui.course.so_far import course_of
from desens_gui.domain.commands.check import RecordNote
from desens_gui.domain.quantities import Duration
from desens_gui.domain.recorded import Actor, Role
from desens_gui.ui.chair.screens import add_screens
from desens_gui.ui.screens.sign_in import SignInScreen
from desens_gui.ui.window import MainWindow
from desens_gui.views.cover import COVER, cover_panel, covered_frame
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.frame import FrameView
from desens_gui.views.parts.sign_in import Colleague, SigningState
from desens_gui.views.place import SIGN_IN
from desens_gui.views.scene import Recording, Scene
from desens_gui.views.shown import Typed, frame_view, screen_view
from desens_gui.views.sign_in import sign_in, sign_in_frame
from desens_gui.wording.staff_words import wrong_pin
from desens_gui.wording.words import ENGLISH
from tests import courses
from tests.driving import Chair
from tests.ui import stage
from tests.ui.live_scenes import now_us
from tests.ui.test_session_moments import fits
from tests.views.at_chair import SYMPTOMS

LONG = "Wilhelmina van der Meulen-Achterberg, RN"
NURSE, NOBODY = Actor("n-4711-08", Role.NURSE), Actor("unidentified", Role.UNIDENTIFIED)
PEOPLE = tuple(Colleague(f"n-{number}", LONG, Role.ADMINISTRATOR) for number in range(9))
WRONG = SigningState(colleagues=PEOPLE, chosen="n-3", said=wrong_pin(ENGLISH, Duration(256)), since_us=0)


def scene_of(chair: Chair, **changes: Any) -> Scene:
    known: dict[str, Any] = {
        "staffed": True,
        "chair": "Chair 4",
        "recording": Recording(saved_us=chair.now.us),
    }
    return Scene(session=chair.session, stamp=chair.clock.now(), words=ENGLISH, **{**known, **changes})


def written_by_nobody() -> Chair:
    chair = courses.at_step(9)
    for _ in range(7):
        chair.do(RecordNote(text="Patient pale, blanket given, asked about itch and breathing"), NOBODY)
    return chair


def signing(chair: Chair, state: SigningState, **changes: Any) -> tuple[str, Any, FrameView]:
    scene, draft = scene_of(chair, **changes), FormDraft()
    whole = sign_in_frame(frame_view(scene, SIGN_IN, Typed()), scene, draft, state)
    return SIGN_IN, sign_in(scene, course_of(chair.records).steps(scene.now_ns), draft, state), whole


def standing(chair: Chair, name: str, **changes: Any) -> tuple[str, Any, FrameView]:
    scene = scene_of(chair, **changes)
    steps = course_of(chair.records).steps(scene.now_ns)
    return name, screen_view(scene, name, steps, SYMPTOMS, Typed()), frame_view(scene, name, Typed())


def covered(chair: Chair) -> tuple[str, Any, FrameView]:
    scene = scene_of(chair, veiled=True, staffed=False)
    steps = course_of(chair.records).steps(scene.now_ns)
    return COVER, cover_panel(scene, steps), covered_frame(frame_view(scene, COVER, Typed()), scene)


MOMENTS: dict[str, Callable[[], tuple[str, Any, FrameView]]] = {
    "before anything": lambda: signing(courses.opened(), SigningState(colleagues=PEOPLE[:3])),
    "a wrong PIN while the step runs": lambda: signing(courses.at_step(9), WRONG, who=NURSE, actor=LONG),
    "who acts": lambda: standing(courses.at_step(9), "bedside", who=NURSE, actor=LONG),
    "nobody": lambda: standing(courses.at_step(9), "bedside"),
    "single-user mode": lambda: standing(courses.at_step(9), "bedside", staffed=False, actor=LONG),
    "entries without a name": lambda: standing(written_by_nobody(), "unidentified", who=NURSE, actor=LONG),
    "covered": lambda: covered(courses.at_step(9)),
    "relieving the nurse": lambda: standing(
        courses.at_step(9),
        "cover_chair",
        who=NURSE,
        actor=LONG,
        relieves=courses.at_step(9).session.staff[-1].id,
    ),
    "the last step": lambda: standing(courses.at_step(12), "bedside", who=NURSE, actor=LONG),
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_it_fits(moment: str, keep: Callable[[QWidget], None]) -> None:
    name, view, frame = MOMENTS[moment]()
    window = MainWindow(stage.looks(), stage.never_asked, lambda: True)
    add_screens(window, now_us)
    window.add_screen(SIGN_IN, SignInScreen)
    window.render_frame(frame)
    screen: Any = window.screen_named(name)
    screen.render(view)
    window.show_screen(name)
    keep(stage.off_screen(window))
    for look in stage.in_every_look(window):
        with look:
            fits(window)
