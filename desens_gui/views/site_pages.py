"""The pages of the site's set-up, one question group each."""

from __future__ import annotations

from desens_gui.domain.recorded import Role
from desens_gui.domain.site import Page
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.facts import LineView, PairView
from desens_gui.views.parts.setup import AnswerView, FormBlock, PickRow, PickView
from desens_gui.views.parts.site import PRINT, SiteState
from desens_gui.views.pump_entry import Problems
from desens_gui.views.setup_answers import choice_answer, text_answer
from desens_gui.views.setup_sound import PLAY
from desens_gui.wording.roles import role_name
from desens_gui.wording.site_words import policy_lines
from desens_gui.wording.words import Words

Blocks = tuple[FormBlock, ...]
ROLES = (Role.NURSE, Role.ALLERGIST, Role.PHARMACIST, Role.ADMINISTRATOR)


class SitePages:
    """One rendering."""

    def __init__(self, words: Words, state: SiteState, draft: FormDraft, problems: Problems) -> None:
        self._words, self._state, self._draft, self._problems = words, state, draft, problems

    def blocks(self) -> Blocks:
        if self._state.asks_administrator:
            return (self._signing(Role.ADMINISTRATOR, "site:admin", "site:admin_pin"),)
        pages = {
            Page.NAME: self._name,
            Page.STAFF: self._staff,
            Page.POLICY: self._policy,
            Page.PROTOCOL: self._protocol,
            Page.ENCRYPTION: self._encryption,
            Page.SOUND: self._sound,
            Page.BACKUP: self._backup,
        }
        page = self._state.page
        return self._done() if page is None else pages[page]()

    def _text(self, code: str, name: str, hint: str = "", *, wide: bool = False) -> AnswerView:
        return text_answer(self._draft, self._problems, code, name, hint=hint, wide=wide)

    def _secret(self, code: str, name: str, hint: str = "") -> AnswerView:
        return text_answer(self._draft, self._problems, code, name, hint=hint, kind="secret")

    def _signing(self, role: Role, code: str, pin: str) -> FormBlock:
        words = self._words
        ids = ", ".join(each.id for each in self._state.people if each.active and each.role is role)
        return FormBlock(
            title=role_name(words, role),
            note=words("signs by PIN"),
            answers=(self._text(code, words("Your id"), ids), self._secret(pin, words("PIN"))),
        )

    def _pins(self) -> tuple[AnswerView, ...]:
        words = self._words
        hint = words("6 digits or 12 characters")
        first = self._secret("site:pin", words("New PIN or passphrase"), hint)
        return first, self._secret("site:again", words("The same once more"))

    def _name(self) -> Blocks:
        words = self._words
        site = FormBlock(
            title=words("Site"), answers=(self._text("site:name", words("Site name"), wide=True),)
        )
        if self._state.people:
            return (site,)
        answers = (
            self._text("site:person", words("Name"), wide=True),
            self._text("site:id", words("Staff number or short id")),
            *self._pins(),
        )
        note = words("changes the site later")
        return site, FormBlock(title=words("First administrator"), note=note, answers=answers)

    def _staff(self) -> Blocks:
        words = self._words
        roles = [(role.value, role_name(words, role)) for role in ROLES]
        there = tuple(
            PairView(label=role_name(words, each.role), value=f"{each.name} ({each.id})")
            for each in self._state.people
        )
        answers = (
            self._text("site:person", words("Name"), wide=True),
            self._text("site:id", words("Staff number or short id")),
            choice_answer(self._draft, self._problems, "site:role", words("Role"), roles),
            *self._pins(),
            self._secret("site:badge", words("Badge"), words("tap it, or none")),
        )
        need = LineView(text=words("At least one allergist, and everybody who works at the chair."))
        return (
            FormBlock(title=words("Here already"), pairs=there),
            FormBlock(title=words("One more person"), lines=(need,), answers=answers),
        )

    def _policy(self) -> Blocks:
        words, policy = self._words, self._state.policy
        lines = tuple(LineView(text=line) for line in policy_lines(policy, words))
        revision = words("revision {revision}", revision=policy.revision)
        own = self._text("site:file", words("Edited policy file"), words("none: the default"), wide=True)
        return (
            FormBlock(title=policy.title, note=revision, lines=lines),
            FormBlock(answers=(own,)),
            self._signing(Role.ALLERGIST, "site:doctor", "site:doctor_pin"),
        )

    def _protocol(self) -> Blocks:
        words, code = self._words, "site:protocol"
        chosen = self._draft.choice(code)
        rows = tuple(
            PickRow(code=each, title=title, sub=each, chosen=each == chosen)
            for each, title in self._state.protocols
        )
        name = words("Protocol for emergencies")
        pick = PickView(code=code, name=name, rows=rows, problem=self._problems.get(code, ""))
        note = words("verified, into a vein")
        return (
            FormBlock(title=name, note=note, pick=pick),
            self._signing(Role.ALLERGIST, "site:doctor", "site:doctor_pin"),
        )

    def _encryption(self) -> Blocks:
        words, code = self._words, "site:encrypt"
        options = [("on", words("On")), ("off", words("Off: shown in the window"))]
        asked = choice_answer(self._draft, self._problems, code, words("Encrypt session files"), options)
        first = FormBlock(title=words("Encryption"), answers=(asked,))
        if self._draft.choice(code) != "on":
            return (first,)
        groups = self._state.key.split(" ")
        half = len(groups) // 2
        shown = tuple(LineView(strong="   ".join(each)) for each in (groups[:half], groups[half:]))
        warned = LineView(
            text=words(
                "Keep it on paper, twice, where medication is locked. Whoever has it can read every session."
            )
        )
        printing = ActionView(intent=PRINT, label=words("Save the page to print"), icon="folder")
        return (
            first,
            FormBlock(title=words("RECOVERY KEY of this site"), lines=(*shown, warned)),
            FormBlock(answers=(self._text("site:pdf", words("PDF file"), wide=True),), action=printing),
            FormBlock(answers=(self._text("site:back", words("Type it back from the paper"), wide=True),)),
        )

    def _sound(self) -> Blocks:
        words = self._words
        options = [("yes", words("Heard")), ("no", words("Not heard"))]
        asked = words("Ten short tones: heard at the chair?")
        play = ActionView(intent=PLAY, label=words("Play the alarm sound"), icon="bell")
        answer = choice_answer(self._draft, self._problems, "site:heard", asked, options)
        return FormBlock(title=words("Alarm sound"), action=play), FormBlock(answers=(answer,))

    def _backup(self) -> Blocks:
        words = self._words
        hint = words("on another disk or a share")
        rule = LineView(text=words("Finished sessions are copied there. It is written to and read back now."))
        answer = self._text("site:folder", words("Backup folder"), hint, wide=True)
        return (FormBlock(title=words("Backup folder"), lines=(rule,), answers=(answer,)),)

    def _done(self) -> Blocks:
        words = self._words
        line = LineView(
            strong=words("The site is set up."),
            text=words("“Begin” opens the set-up of a session under it. An administrator changes it later."),
        )
        return (FormBlock(title=self._state.record.name, lines=(line,)),)
