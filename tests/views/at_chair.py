"""What a driven session shows: the scene of a chair, its courses, and the texts of a view."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from desens_gui.course.so_far import course_of
from desens_gui.course.steps import StepCourse
from desens_gui.domain.commands.restart import ResumeProgram
from desens_gui.domain.recorded import PROGRAM
from desens_gui.system.symptoms import load_symptoms
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.ordered import OrderedRow
from desens_gui.views.place import place
from desens_gui.views.scene import Scene
from desens_gui.views.shown import ScreenView, Typed, screen_view
from desens_gui.wording.words import ENGLISH
from tests.driving import Chair

SYMPTOMS = load_symptoms()


def scene_of(chair: Chair, **changes: Any) -> Scene:
    known: dict[str, Any] = {"actor": "Mara Lindt", "chair": "chair-4"}
    return Scene(session=chair.session, stamp=chair.clock.now(), words=ENGLISH, **{**known, **changes})


def courses_of(chair: Chair) -> tuple[StepCourse, ...]:
    return course_of(chair.records).steps(chair.now_ns)


def shown(chair: Chair, opened: str = "", typed: Typed | None = None) -> ScreenView:
    """The screen that stands, with the form that a person opened."""
    scene = scene_of(chair)
    return screen_view(scene, place(scene, opened), courses_of(chair), SYMPTOMS, typed or Typed())


def away(chair: Chair, seconds: float, *, reboot: bool = False) -> Chair:
    """The program is gone for so long and comes back."""
    last = chair.clock.now()
    if reboot:
        chair.clock.reboot("boot-2", seconds)
    else:
        chair.wait(seconds)
    chair.do(ResumeProgram(last_seen=last, program="desens 0.1"), PROGRAM)
    return chair


def form(texts: dict[str, str] | None = None, /, **chosen: str) -> FormDraft:
    return FormDraft(texts=texts or {}, chosen=chosen)


def by_code(rows: tuple[OrderedRow, ...]) -> dict[str, OrderedRow]:
    return {row.code: row for row in rows}


def states(rows: tuple[OrderedRow, ...]) -> list[tuple[str, str]]:
    return [(row.code, row.state) for row in rows]


def texts_of(value: Any) -> Iterator[str]:
    """Every text in a view."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_of(each)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from texts_of(getattr(value, name))
