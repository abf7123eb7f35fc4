"""The site's set-up in the place of a session's, before there is a patient; each page is kept by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from desens_gui.domain.site import Page
from desens_gui.ui.chair.forms import Forms
from desens_gui.ui.chair.objections import Objections
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.frame import FrameView
from desens_gui.views.parts.setup import SetupView
from desens_gui.views.parts.site import LEAVE, OPEN, PAGE, PRINT, SAVE, SiteState
from desens_gui.views.scene import Scene
from desens_gui.views.site_set_up import offering, site_frame, site_set_up

SCREEN = "setup"
MINE = "site:"


class SiteAnswers(Protocol):
    """Whoever keeps them. Problems come by field code; SAVE stands for the page as a whole."""

    def state(self) -> SiteState: ...

    def open(self, page: Page | None) -> None:
        """That page, None: the first that is missing."""
        ...

    def save(self, draft: FormDraft, secret: Callable[[str], str]) -> dict[str, str]:
        """secret: takes what was typed into a field that shows dots, once."""
        ...

    def print_key(self, file: str) -> dict[str, str]: ...

    def leave(self) -> None:
        """The program begins again with what was changed."""
        ...


class SiteForm:
    """answers None: a simulation, in which no site is set up."""

    def __init__(self, answers: SiteAnswers | None, forms: Forms, objections: Objections) -> None:
        self._answers = answers
        self._forms = forms
        self._objections = objections
        self._open = False

    def is_open(self, scene: Scene) -> bool:
        return self._open and scene.session.patient is None

    def view(self, scene: Scene) -> SetupView:
        return site_set_up(scene, self._state(), self._forms.of(SCREEN), self._objections.problems)

    def frame(self, scene: Scene, frame: FrameView) -> FrameView:
        if self.is_open(scene):
            return site_frame(frame, scene, self._state(), self._forms.of(SCREEN))
        offered = self._answers is not None and scene.session.patient is None
        return offering(frame, scene.words) if offered else frame

    def ask(self, intent: str, scene: Scene) -> bool:
        """Whether it was the site's own."""
        if not (intent.startswith(MINE) or (intent == "back" and self.is_open(scene))):
            return False
        answers = self._answers
        if answers is None:
            return True
        self._objections.forget()
        if intent == OPEN:
            self._open = True
            self._go(answers, None)
        elif intent == SAVE:
            self._save(answers)
        elif intent == PRINT:
            self._objections.problems.update(answers.print_key(self._forms.of(SCREEN).text("site:pdf")))
        elif intent.startswith(PAGE):
            self._go(answers, Page(intent.removeprefix(PAGE)))
        elif intent in (LEAVE, "back"):
            self._forms.clear(SCREEN)
            self._open = False
            answers.leave()
        return True

    def _go(self, answers: SiteAnswers, page: Page | None) -> None:
        self._forms.clear(SCREEN)
        answers.open(page)

    def _save(self, answers: SiteAnswers) -> None:
        problems = answers.save(self._forms.of(SCREEN), lambda code: self._forms.take(SCREEN, code))
        if problems:
            self._objections.problems.update(problems)
        else:
            self._forms.clear(SCREEN)

    def _state(self) -> SiteState:
        assert self._answers is not None, "open only where there is somebody to answer to"
        return self._answers.state()
