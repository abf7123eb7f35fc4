"""Set-up in the window: which card is open, and its answers handed to the session."""

from __future__ import annotations

from msgspec.structs import replace

from desens_gui.domain.answers import Refused
from desens_gui.domain.protocol.protocol import Protocol
from desens_gui.session.live_session import LiveSession
from desens_gui.ui.chair.drafts import Drafts
from desens_gui.ui.chair.intents import NOBODY, acting
from desens_gui.views.bedside import frame
from desens_gui.views.entry.setup import READS, setup_commands, signing_in
from desens_gui.views.parts.frame import FrameView
from desens_gui.views.parts.setup import SetupView
from desens_gui.views.scene import Scene
from desens_gui.views.setup import setup, setup_strip
from desens_gui.views.setup_actions import setup_actions
from desens_gui.views.setup_refused import setup_refused
from desens_gui.views.setup_state import CHANGE, OPEN

SCREEN = "setup"


class SettingUp:
    """`protocols` are those that may be planned."""

    def __init__(self, protocols: tuple[Protocol, ...]) -> None:
        self._protocols = protocols
        self._card = OPEN

    def view(self, scene: Scene, drafts: Drafts) -> SetupView:
        return setup(scene, drafts.of(SCREEN), drafts.problems, drafts.refused, self._card, self._protocols)

    def frame(self, scene: Scene, drafts: Drafts) -> FrameView:
        strip = setup_strip(scene, self._card)
        bar = setup_actions(scene, drafts.of(SCREEN), self._card)
        return replace(frame(scene), alarm=strip, actions=bar)

    def ask(self, intent: str, scene: Scene, live: LiveSession, drafts: Drafts) -> bool:
        """Whether the intent was set-up's own."""
        if intent.startswith((OPEN, CHANGE)):
            drafts.forget_problems()
            self._card = intent
            return True
        if intent not in READS:
            return False
        drafts.forget_problems()
        self._hand_in(intent, scene, live, drafts)
        return True

    def _hand_in(self, intent: str, scene: Scene, live: LiveSession, drafts: Drafts) -> None:
        """The answers of a card, in order; the first refusal ends it and is shown."""
        entry = setup_commands(scene, drafts.of(SCREEN), intent, self._protocols)
        if entry.problems:
            drafts.problems.update(entry.problems)
            return
        staff = scene.session.staff
        actor = acting(live) if staff else signing_in(entry.commands) or NOBODY
        for command in entry.commands:
            decision = live.submit(command, actor)
            if isinstance(decision, Refused):
                drafts.refused = setup_refused(scene, decision.reasons)
                return
        self._card = OPEN
