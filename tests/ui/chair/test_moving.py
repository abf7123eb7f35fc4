"""Handing over at the chair: the form asks, the carrier is told, what it says stands on the closed screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from desens_gui.domain.commands.parts import ClosePart
from desens_gui.domain.events.parts import Leaving
from desens_gui.domain.recorded import Actor
from desens_gui.ui.chair.moving import Moving
from desens_gui.ui.chair.objections import Objections
from desens_gui.views.parts.draft import FormDraft
from tests import courses
from tests.driving import NURSE
from tests.ui.chair.conftest import Begin
from tests.views.at_chair import scene_of


class Carrier:
    said = ""

    def __init__(self) -> None:
        self.begun: list[tuple[Path, str, Actor]] = []
        self.beats = 0

    def begin(self, folder: Path, to: str, actor: Actor) -> None:
        self.begun.append((folder, to, actor))

    def beat(self) -> None:
        self.beats += 1


class Typed:
    """The forms, as far as this asks for them."""

    def __init__(self, **texts: str) -> None:
        self.draft = FormDraft(texts=texts, chosen={"move:how": "copy"})

    def of(self, _name: str) -> FormDraft:
        return self.draft


FILLED = {"move:to": "ward-7", "move:folder": "/media/usb"}


def test_a_copy_is_the_carriers_and_what_is_missing_is_said() -> None:
    carrier, objections = Carrier(), Objections()
    scene = scene_of(courses.at_step(9))
    moving = Moving(carrier, Typed(**FILLED), objections)  # type: ignore[arg-type]
    assert moving.ask("confirm:move", scene, NURSE)
    assert carrier.begun == [(Path("/media/usb"), "ward-7", NURSE)]
    assert not moving.ask("confirm:note", scene, NURSE)
    lacking = Moving(carrier, Typed(), objections)  # type: ignore[arg-type]
    assert lacking.ask("confirm:move", scene, NURSE)
    assert set(objections.problems) == set(FILLED)
    assert len(carrier.begun) == 1
    nowhere = Moving(None, Typed(**FILLED), objections)  # type: ignore[arg-type]
    assert not nowhere.ask("confirm:move", scene, NURSE)
    nowhere.beat(scene)


def test_what_it_says_is_said_once_and_stands_as_long_as_the_closed_part() -> None:
    carrier, objections = Carrier(), Objections()
    moving = Moving(carrier, Typed(), objections)  # type: ignore[arg-type]
    chair = courses.at_step(9)
    moving.beat(scene_of(chair))
    carrier.said = "Writing a copy."
    moving.beat(scene_of(chair))
    assert objections.notice(0) == "Writing a copy."
    objections.forget()
    moving.beat(scene_of(chair))
    assert objections.notice(0) == ""
    chair.do(ClosePart(why=Leaving.HANDED_OVER, to="ward-7"))
    moving.beat(scene_of(chair))
    assert objections.notice(10**15) == "Writing a copy."
    assert carrier.beats == 4


@pytest.mark.requirement("R-S21-take-over")
def test_that_it_goes_on_elsewhere_already_closes_the_window_for_everything_but_its_page(
    begin: Begin,
) -> None:
    chair = begin(courses.at_step(9))
    chair.window.intent.emit("stop_today")
    chair.window.intent.emit("move")
    texts = {"move:to": "ward-7", "move:code": "312-8a31-77f0"}
    chair.chair.forms.use("move", FormDraft(texts=texts, chosen={"move:how": "continued"}))
    chair.window.intent.emit("confirm:move")
    QCoreApplication.processEvents()
    assert chair.chair.shown == "elsewhere"
    left = chair.live.state.left
    assert left is not None
    assert (left.to, left.code) == ("ward-7", "312-8A31-77F0")
    before = chair.live.state.seq
    for intent in ("reaction", "go_up", "stop_today", "note", "move"):
        chair.window.intent.emit(intent)
    assert chair.live.state.seq == before
    assert chair.chair.shown == "elsewhere"
    chair.window.intent.emit("handover")
    assert chair.handed_over == 1
