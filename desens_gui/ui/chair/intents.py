"""What each intent of the live session does: open a form, or hand a command to the session."""

from __future__ import annotations

from collections.abc import Callable

from desens_gui.domain.answers import Refused
from desens_gui.domain.commands.alarm import AcknowledgeAlarm, CheckSound, PauseAudio
from desens_gui.domain.commands.check import AnswerForWatch, RecordEarlySign, RecordSeen
from desens_gui.domain.commands.ending import ReportFlushed
from desens_gui.domain.commands.every import Command
from desens_gui.domain.commands.people import CoSign, SignSession
from desens_gui.domain.commands.pump import DoubleCheckBag, ReportIvSite
from desens_gui.domain.commands.reaction import CallReaction, JudgePattern
from desens_gui.domain.commands.setup import StartSession
from desens_gui.domain.commands.step import Escalate, Pause, StayOnStep
from desens_gui.domain.events.alarm import AlarmCode
from desens_gui.domain.events.people import Meaning
from desens_gui.domain.events.pump import IvSite
from desens_gui.domain.events.step import PauseReason
from desens_gui.domain.grading.picture import Pattern
from desens_gui.session.live_session import LiveSession
from desens_gui.ui.chair.forms import KEPT, Forms
from desens_gui.ui.chair.objections import Objections
from desens_gui.ui.chair.proving import Proving, Told
from desens_gui.ui.chair.signing import Signing
from desens_gui.views.check_draft_state import draft_state
from desens_gui.views.entry.away import read_away
from desens_gui.views.entry.forms import FormReader
from desens_gui.views.entry.orders import READS, read_order
from desens_gui.views.panel_grade import SCALE
from desens_gui.views.parts.draft import FormDraft, picked
from desens_gui.views.place import PANELS, SIGN_IN
from desens_gui.views.scene import Scene
from desens_gui.views.second_way import Way, read_reason, way_of
from desens_gui.views.setup_sound import HEARD, YES
from desens_gui.wording.refusals import refusals
from desens_gui.wording.words import Words


class Intents:
    """`opened` is the form that stands open, or ""."""

    def __init__(
        self, live: LiveSession, words: Words, forms: Forms, objections: Objections, signing: Signing
    ) -> None:
        self._live = live
        self._words = words
        self._forms = forms
        self._objections = objections
        self._signing = signing
        self.proving = Proving(lambda: live, signing, lambda: self._open(SIGN_IN), self._back)
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
            "change_nurse": lambda _: self._change_nurse(),
            "back": lambda _: self._back(),
        }

    def ask(self, intent: str, scene: Scene, screen: str) -> None:
        """An intent that nobody knows is none of the live session's and does nothing here."""
        head, _, tail = intent.partition(":")
        if head == "acknowledge":
            self._submit(head, AcknowledgeAlarm(alarm=AlarmCode(tail)))
            return
        if intent == "pause_audio":
            self._submit(intent, PauseAudio())
            return
        self._objections.forget()
        if intent in self._table:
            self._table[intent](scene)
        elif intent in READS:
            self._read(intent, scene, screen)
        elif intent in PANELS:
            self._open(intent)
        elif head in ("co_sign", "sign"):
            self._sign(head, tail)
        else:
            self._tap(head, tail)

    def _tap(self, head: str, tail: str) -> None:
        """Short forms of one tap: the button is the answer."""
        if head == "pause":
            self._submit("pause", Pause(reason=PauseReason(tail)), closes=True)
        elif head == "early_sign":
            self._submit("early_sign", RecordEarlySign(sign=tail), closes=True)
        elif head == "pattern":
            self._submit("pattern", JudgePattern(pattern=Pattern(tail)), closes=True)
        elif head == "grade_on":
            self._forms.use("grade", picked(FormDraft(), SCALE, tail))
        elif head == "watched":
            self._submit("watched", AnswerForWatch(by=tail), closes=True)

    def choose(self, code: str, option: str) -> None:
        """Choices that are answers at once."""
        if code == "iv_site":
            self._objections.forget()
            self._submit("iv_site", ReportIvSite(site=IvSite(option)), closes=self.opened == "iv_site")
        elif code == HEARD:
            self._submit(code, CheckSound(heard=option == YES))

    def _open(self, form: str) -> None:
        self.opened = form

    def _change_nurse(self) -> None:
        """Everything runs on meanwhile; a form that stood open is kept as if it was left."""
        if self._signing.staffed:
            self._back()
            self._signing.begin()
            self._open(SIGN_IN)

    def _back(self) -> None:
        """A form that is left unanswered is empty when it is opened again; a note and a check are kept."""
        if self.opened == SIGN_IN:
            self._signing.begin()
        if self.opened and self.opened not in KEPT:
            self._forms.clear(self.opened)
        self.opened = ""

    def _submit(self, intent: str, command: Command, *, closes: bool = False) -> bool:
        """Whether it was accepted; a refusal is shown beside what was tried."""
        decision = self._live.submit(command, self._signing.actor(self._live.state))
        if isinstance(decision, Refused):
            zone_offset_min = self._live.state.zone_offset_min
            self._objections.refuse(intent, refusals(self._words, decision.reasons, zone_offset_min))
            return False
        if closes:
            self.opened = ""
        return True

    def _reaction(self) -> None:
        """Never refused for a name that is missing: REACTION always works."""
        self.opened = ""
        self._submit("reaction", CallReaction())

    def _read(self, intent: str, scene: Scene, screen: str) -> None:
        reader = FormReader(scene, self._forms.of(screen))
        command = read_order(reader, intent)
        if command is None:
            self._objections.unreadable(intent, reader.problems)
            return
        if isinstance(command, DoubleCheckBag):
            self._second_reading(scene, reader, command)
            return
        confirms = intent.startswith("confirm:")
        if self._submit(intent.removeprefix("confirm:"), command, closes=confirms) and confirms:
            self._forms.clear(screen)

    def _second_reading(self, scene: Scene, reader: FormReader, command: DoubleCheckBag) -> None:
        """By a second person with badge or PIN; else why there is none is said first."""
        if way_of(scene, reader.draft) is Way.PERSON:
            purpose = self._words("Second person: independent double check")
            self.proving.ask(command, purpose, self._told("double_check"), own=False)
            return
        reason = read_reason(reader)
        if reader.problems:
            self._objections.unreadable("double_check", reader.problems)
        elif reason is None or self._submit("double_check", reason):
            self._submit("double_check", command)

    def _sign(self, head: str, tail: str) -> None:
        """In the own name of whoever shows badge or PIN, whoever acts here."""
        told = self._told("signatures")
        if head == "co_sign":
            self.proving.ask(CoSign(of=int(tail)), self._words("Co-sign"), told, own=True)
        else:
            signs = SignSession(meaning=Meaning(tail))
            self.proving.ask(signs, self._words("Sign the session"), told, own=True)

    def _told(self, intent: str) -> Told:
        """What became of a command that waited for badge or PIN."""

        def told(refused: Refused | None) -> None:
            if refused is not None:
                offset = self._live.state.zone_offset_min
                self._objections.refuse(intent, refusals(self._words, refused.reasons, offset))

        return told

    def _answer_away(self, scene: Scene) -> None:
        entry = read_away(scene, self._forms.of("restart"))
        if entry.command is None:
            self._objections.unreadable("answer_away", entry.problems)
            if entry.missing:
                self._objections.refuse("answer_away", entry.missing)
            return
        if self._submit("answer_away", entry.command):
            self._forms.clear("restart")

    def _save_check(self, scene: Scene) -> bool:
        entry = draft_state(scene, self._forms.check).entry
        if entry.problems:
            self._objections.unreadable("save_check", entry.problems)
            return False
        if not self._submit("save_check", entry.command, closes=True):
            return False
        self._forms.clear("check")
        return True

    def _save_and_go_up(self, scene: Scene) -> None:
        if self._save_check(scene):
            self._submit("go_up", Escalate())

    def _stay(self, scene: Scene) -> None:
        """From the open form: what was entered is saved first."""
        if self.opened == "check" and not self._forms.check.empty and not self._save_check(scene):
            return
        self._submit("stay", StayOnStep(), closes=True)
