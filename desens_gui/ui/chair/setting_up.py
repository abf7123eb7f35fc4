"""Set-up in the window: which card is open, and its answers handed to the session."""

from __future__ import annotations

from msgspec.structs import replace

from desens_gui.domain.answers import Refused
from desens_gui.domain.commands.setup import VerifyPlan
from desens_gui.domain.protocol.protocol import Protocol
from desens_gui.session.live_session import LiveSession
from desens_gui.ui.chair.forms import Forms
from desens_gui.ui.chair.objections import Objections
from desens_gui.ui.chair.proving import Proving
from desens_gui.ui.chair.signing import Signing
from desens_gui.ui.chair.site_form import SiteAnswers, SiteForm
from desens_gui.views.bedside import frame
from desens_gui.views.entry.setup import READS, setup_commands, signing_in
from desens_gui.views.parts.frame import FrameView
from desens_gui.views.parts.setup import SetupView
from desens_gui.views.scene import Scene
from desens_gui.views.second_way import Way, way_of
from desens_gui.views.setup import setup, setup_banner, setup_strip
from desens_gui.views.setup_actions import setup_actions
from desens_gui.views.setup_draft import draft_after, draft_to_change
from desens_gui.views.setup_refused import setup_refused
from desens_gui.views.setup_state import CHANGE, OPEN

SCREEN = "setup"


class SettingUp:
    """`protocols` are those that may be planned. site: of this workstation; None in a simulation."""

    def __init__(
        self,
        protocols: tuple[Protocol, ...],
        forms: Forms,
        objections: Objections,
        site: SiteAnswers | None = None,
    ) -> None:
        self._site = SiteForm(site, forms, objections)
        self._protocols = protocols
        self._forms = forms
        self._objections = objections
        self._card = OPEN

    def view(self, scene: Scene) -> SetupView:
        said = self._objections
        if self._site.is_open(scene):
            return self._site.view(scene)
        return setup(scene, self._forms.of(SCREEN), said.problems, said.refused, self._card, self._protocols)

    def frame(self, scene: Scene) -> FrameView:
        whole = replace(
            frame(scene),
            banner=setup_banner(scene, self._card),
            alarm=setup_strip(scene, self._card),
            actions=setup_actions(scene, self._forms.of(SCREEN), self._card),
        )
        return self._site.frame(scene, whole)

    def ask(self, intent: str, scene: Scene, live: LiveSession, signing: Signing, proving: Proving) -> bool:
        """Whether the intent was set-up's own."""
        if self._site.ask(intent, scene):
            return True
        if not intent.startswith((OPEN, CHANGE)) and intent not in READS:
            return False
        self._objections.forget()
        if intent in READS:
            self._hand_in(intent, scene, live, signing, proving)
        else:
            self._forms.use(SCREEN, draft_to_change(scene, self._forms.of(SCREEN), intent))
            self._card = intent
        return True

    def _hand_in(
        self, intent: str, scene: Scene, live: LiveSession, signing: Signing, proving: Proving
    ) -> None:
        """The answers of a card, in order; the first refusal ends it and is shown."""
        entry = setup_commands(scene, self._forms.of(SCREEN), intent, self._protocols)
        if entry.problems:
            self._objections.problems.update(entry.problems)
            return
        actor = signing_in(entry.commands) or signing.actor(live.state)
        again = scene.session.plan_read_ns is not None
        for command in entry.commands:
            if isinstance(command, VerifyPlan) and again and self._second_person(scene):
                self._prove(command, scene, proving)
                return
            decision = live.submit(command, actor)
            if isinstance(decision, Refused):
                self._objections.refused = setup_refused(scene, decision.reasons)
                return
        self._accepted(intent)

    def _prove(self, command: VerifyPlan, scene: Scene, proving: Proving) -> None:
        purpose = scene.words("Second person: plan verification")
        proving.ask(command, purpose, lambda refused: self._told(refused, scene), own=False)

    def _second_person(self, scene: Scene) -> bool:
        return way_of(scene, self._forms.of(SCREEN)) is Way.PERSON

    def _told(self, refused: Refused | None, scene: Scene) -> None:
        """What became of the second reading once badge or PIN were shown."""
        if refused is None:
            self._accepted("save:verify")
        else:
            self._objections.refused = setup_refused(scene, refused.reasons)

    def _accepted(self, intent: str) -> None:
        self._forms.use(SCREEN, draft_after(self._forms.of(SCREEN), intent))
        self._card = OPEN
