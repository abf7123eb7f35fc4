"""What each intent of the live session does: open a form, or hand a command to the session."""

from __future__ import annotations

from collections.abc import Callable

from desens_gui.domain.answers import Refused
from desens_gui.domain.commands.check import AnswerForWatch, RecordEarlySign, RecordSeen
from desens_gui.domain.commands.ending import ReportFlushed
from desens_gui.domain.commands.every import Command
from desens_gui.domain.commands.pump import ReportIvSite
from desens_gui.domain.commands.reaction import CallReaction
from desens_gui.domain.commands.setup import StartSession
from desens_gui.domain.commands.step import Escalate, Pause, StayOnStep
from desens_gui.domain.events.pump import IvSite
from desens_gui.domain.events.step import PauseReason
from desens_gui.domain.recorded import Actor, Role
from desens_gui.session.live_session import LiveSession
from desens_gui.ui.chair.drafts import Drafts
from desens_gui.views.check_draft_state import draft_state
from desens_gui.views.entry.away import read_away
from desens_gui.views.entry.forms import FormReader
from desens_gui.views.entry.orders import READS, read_order
from desens_gui.views.parts.check_draft import CheckDraft
from desens_gui.views.place import PANELS
from desens_gui.views.scene import Scene
from desens_gui.wording.refusals import refusals
from desens_gui.wording.words import Words

NOBODY = Actor("unidentified", Role.UNIDENTIFIED)
CheckForm = Callable[[], CheckDraft]


def acting(live: LiveSession) -> Actor:
    """Who acts at this chair: the person that set-up asked for."""
    staff = live.state.staff
    return Actor(staff[0].id, staff[0].role) if staff else NOBODY


class Intents:
    """`opened` is the form that stands open, or "". `check_form` gives the check as typed."""

    def __init__(
        self,
        live: LiveSession,
        words: Words,
        drafts: Drafts,
        check_form: CheckForm,
        clear: Callable[[str], None],
    ) -> None:
        self._live = live
        self._words = words
        self._drafts = drafts
        self._check_form = check_form
        self._clear = clear
        self.opened = ""
        self._table: dict[str, Callable[[Scene], object]] = {
            "reaction": lambda _: self._reaction(),
            "open_check": lambda _: self._open("check"),
            "save_check": self._save_check,
            "save_and_go_up": self._save_and_go_up,
            "go_up": lambda _: self._submit("go_up", Escalate()),
            "go_up_none_new": lambda _: self._submit("go_up", Escalate(none_new=True)),
            "stay": self._stay,
            "seen": lambda _: self._submit("seen", RecordSeen()),
            "flushed": lambda scene: self._submit("flushed", ReportFlushed(volume_ml=scene.policy.flush)),
            "answer_away": self._answer_away,
            "start_session": lambda _: self._submit("start_session", StartSession()),
            "back": lambda _: self._open(""),
        }

    def ask(self, intent: str, scene: Scene, screen: str) -> None:
        """An intent that nobody knows is none of the live session's and does nothing here."""
        self._drafts.forget_problems()
        head, _, tail = intent.partition(":")
        if intent in self._table:
            self._table[intent](scene)
        elif intent in READS:
            self._read(intent, scene, screen)
        elif intent in PANELS:
            self._open(intent)
        elif head == "pause":
            self._submit("pause", Pause(reason=PauseReason(tail)), closes=True)
        elif head == "early_sign":
            self._submit("early_sign", RecordEarlySign(sign=tail), closes=True)
        elif head == "watched":
            self._submit("watched", AnswerForWatch(by=tail), closes=True)

    def choose(self, code: str, option: str) -> None:
        """Choices that are answers at once."""
        if code == "iv_site":
            self._drafts.forget_problems()
            self._submit("iv_site", ReportIvSite(site=IvSite(option)))

    def _open(self, form: str) -> None:
        self.opened = form

    def _submit(self, intent: str, command: Command, *, closes: bool = False) -> bool:
        """Whether it was accepted; a refusal is shown beside what was tried."""
        decision = self._live.submit(command, acting(self._live))
        if isinstance(decision, Refused):
            zone_offset_min = self._live.state.zone_offset_min
            self._drafts.refuse(intent, refusals(self._words, decision.reasons, zone_offset_min))
            return False
        if closes:
            self.opened = ""
        return True

    def _reaction(self) -> None:
        """Never refused for a name that is missing: REACTION always works."""
        self.opened = ""
        self._submit("reaction", CallReaction())

    def _read(self, intent: str, scene: Scene, screen: str) -> None:
        reader = FormReader(scene, self._drafts.of(screen))
        command = read_order(reader, intent)
        if command is None:
            self._drafts.problems.update(reader.problems)
            self._drafts.notice = next(iter(reader.problems.values()), "")
            return
        if self._submit(intent.removeprefix("confirm:"), command, closes=intent.startswith("confirm:")):
            self._drafts.clear(screen)
            self._clear(screen)

    def _answer_away(self, scene: Scene) -> None:
        entry = read_away(scene, self._drafts.of("restart"))
        if entry.command is None:
            self._drafts.problems.update(entry.problems)
            sentence = entry.missing or next(iter(entry.problems.values()), "")
            self._drafts.refuse("answer_away", sentence)
            return
        if self._submit("answer_away", entry.command):
            self._drafts.clear("restart")
            self._clear("restart")

    def _save_check(self, scene: Scene) -> bool:
        entry = draft_state(scene, self._check_form()).entry
        if entry.problems:
            self._drafts.notice = next(iter(entry.problems.values()))
            return False
        if not self._submit("save_check", entry.command, closes=True):
            return False
        self._clear("check")
        return True

    def _save_and_go_up(self, scene: Scene) -> None:
        if self._save_check(scene):
            self._submit("go_up", Escalate())

    def _stay(self, scene: Scene) -> None:
        """From the open form: what was entered is saved first."""
        if self.opened == "check" and not self._check_form().empty and not self._save_check(scene):
            return
        self._submit("stay", StayOnStep(), closes=True)
