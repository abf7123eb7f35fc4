"""A window with the set-up in it, at the fake clock, wired as the program wires it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from desens_gui.domain.answers import Refused
from desens_gui.domain.commands.setup import SetPolicy
from desens_gui.domain.events.setup import SessionStarted
from desens_gui.domain.protocol.protocol import Protocol
from desens_gui.domain.recorded import PROGRAM, Actor, Role
from desens_gui.system.protocols import load_protocol, protocol_ids
from desens_gui.ui.screens.setup import SetupScreen
from desens_gui.ui.theme import Scheme
from desens_gui.ui.window import MainWindow
from desens_gui.views.entry.setup import READS, setup_commands, signing_in
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.frame import FrameView
from desens_gui.views.scene import Scene
from desens_gui.views.setup import setup, setup_banner, setup_strip
from desens_gui.views.setup_actions import setup_actions
from desens_gui.views.setup_draft import draft_after, draft_to_change
from desens_gui.views.setup_refused import setup_refused
from desens_gui.views.status import status
from desens_gui.wording.words import ENGLISH
from tests import readings
from tests.courses import opened
from tests.driving import Chair, default_policy
from tests.ui import stage

NOBODY = Actor("", Role.UNIDENTIFIED)
PROTOCOLS: tuple[Protocol, ...] = tuple(load_protocol(name) for name in protocol_ids())


def new_chair() -> Chair:
    """A file just opened, with its policy."""
    chair = opened()
    chair.do(SetPolicy(policy=default_policy()), PROGRAM)
    return chair


class SetupDesk:
    """Intents go to the rules; what was refused stands at its field. `open_check` takes a whole check."""

    def __init__(
        self, chair: Chair, scheme: Scheme = "light", size: tuple[int, int] = (1366, 768), card: str = ""
    ) -> None:
        self.chair = chair
        self.actor = NOBODY if not chair.session.staff else Actor(chair.session.staff[-1].id, Role.NURSE)
        self.chosen = card
        self.problems: dict[str, str] = {}
        self.refused: dict[str, str] = {}
        self.baseline: dict[str, Any] = {}
        self.window = MainWindow(
            stage.looks(scheme, size[0]), lambda: chair.clock.now().mono_ns, lambda: True
        )
        self.window.add_screen("setup", SetupScreen)
        self.window.resize(*size)
        screen = self.window.screen_named("setup")
        assert isinstance(screen, SetupScreen)
        self.screen = screen
        if card.startswith("change:"):
            screen.use_draft(draft_to_change(self.scene, FormDraft(), card))
        self.render()
        self.window.intent.connect(self.ask)
        screen.changed.connect(self.render)

    @property
    def scene(self) -> Scene:
        chair = self.chair
        return Scene(
            session=chair.session,
            stamp=chair.clock.now(),
            words=ENGLISH,
            actor=self.actor.id,
            chair="Chair 4",
        )

    def has_started(self) -> bool:
        return any(isinstance(each.event, SessionStarted) for each in self.chair.records)

    def show(self) -> MainWindow:
        self.window.show()
        self.window.activateWindow()
        (self.screen.first_focus() or self.window.frame.action_bar.primary).setFocus()
        QCoreApplication.processEvents()
        return self.window

    def render(self) -> None:
        scene, draft = self.scene, self.screen.draft
        self.window.render_frame(
            FrameView(
                banner=setup_banner(scene, self.chosen),
                alarm=setup_strip(scene, self.chosen),
                actions=setup_actions(scene, draft, self.chosen),
                status=status(scene),
            )
        )
        self.screen.render(setup(scene, draft, self.problems, self.refused, self.chosen, PROTOCOLS))
        QApplication.processEvents()

    def ask(self, intent: str) -> None:
        self.problems, self.refused = {}, {}
        if intent in READS:
            self._submit(intent)
        elif intent == "open_check":
            self.chair.do(readings.check(self.chair.now, **self.baseline), self.actor)
            self.chosen = ""
        elif intent.startswith(("card:", "change:")):
            self.chosen = intent
            if intent.startswith("change:"):
                self.screen.use_draft(draft_to_change(self.scene, self.screen.draft, intent))
        if not self.has_started():
            self.render()

    def _submit(self, intent: str) -> None:
        entry = setup_commands(self.scene, self.screen.draft, intent, PROTOCOLS)
        self.problems = entry.problems
        if entry.problems:
            return
        self.actor = signing_in(entry.commands) or self.actor
        for command in entry.commands:
            answer = self.chair.submit(command, self.actor)
            if isinstance(answer, Refused):
                self.refused = setup_refused(self.scene, answer.reasons)
                return
        self.screen.use_draft(draft_after(self.screen.draft, intent))
        self.chosen = ""
