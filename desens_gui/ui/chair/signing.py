"""Who acts at this chair: by sign-in where staff are set up, else whom set-up asked for."""

from __future__ import annotations

from collections.abc import Callable

from desens_gui.domain.commands.setup import IdentifyStaff
from desens_gui.domain.recorded import Actor
from desens_gui.domain.session import Session
from desens_gui.session.live_session import LiveSession
from desens_gui.session.people import Answer, Member, NotLooked, SignedIn, SignIn, Waiting, WrongPin
from desens_gui.session.signing_in import NOBODY
from desens_gui.ui.screens.sign_in import SignInScreen
from desens_gui.ui.theme import Looks
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.sign_in import Colleague, SigningState
from desens_gui.views.sign_in import PEOPLE, WHO, found, meant
from desens_gui.wording.staff_words import must_wait, not_known, wrong_pin
from desens_gui.wording.words import Words


class Asked:
    """Somebody is asked to show who they are for one thing; who acts here stays who it is."""

    def __init__(self, purpose: str, done: Callable[[SignedIn], None]) -> None:
        self.purpose = purpose
        self.done = done


class Signing:
    """`who` is signed in; None: nobody. port None: no staff are kept here, as in a simulation.

    signed_in is called once somebody is. locked: the screen is covered,
    and whoever acts has shown nothing yet. Nothing here keeps a PIN or a badge.
    """

    def __init__(
        self,
        port: SignIn | None,
        words: Words,
        signed_in: Callable[[Member], None],
        changed: Callable[[], None],
        now_us: Callable[[], int],
        locked: Callable[[], bool] = bool,
    ) -> None:
        self._port = port
        self._words = words
        self._signed_in = signed_in
        self._changed = changed
        self._now_us = now_us
        self._screen: SignInScreen | None = None
        self._chosen = self._said = ""
        self._looking = False
        self._since_us: int | None = None
        self._asked: Asked | None = None
        self.who: Member | None = None
        self.before: Member | None = None
        """Whom the last sign-in took the place of; None: nobody."""
        self._locked = locked

    @property
    def staffed(self) -> bool | None:
        """None: nobody is asked here who they are."""
        return None if self._port is None else bool(self._port.members())

    @property
    def acting(self) -> Member | None:
        """Whose name stands under what is done now: over a covered screen nobody's."""
        return None if self._locked() else self.who

    def actor(self, session: Session) -> Actor:
        """Where staff are set up only a badge or a PIN names anybody."""
        if self.staffed:
            return self.acting.actor if self.acting is not None else NOBODY
        staff = session.staff
        return Actor(staff[-1].id, staff[-1].role) if staff else NOBODY

    def name(self, session: Session) -> str:
        if self.staffed:
            return self.acting.name if self.acting is not None else ""
        staff = session.staff
        return staff[-1].name if staff else ""

    def build(self, looks: Looks) -> SignInScreen:
        self._screen = SignInScreen(looks)
        self._screen.badge.connect(self._badge)
        return self._screen

    def state(self) -> SigningState:
        members = self._port.members() if self._port is not None else ()
        return SigningState(
            colleagues=tuple(Colleague(each.id, each.name, each.role) for each in members),
            chosen=self._chosen,
            said=self._said,
            looking=self._looking,
            since_us=self._since_us,
            purpose=self._asked.purpose if self._asked is not None else "",
        )

    def begin(self) -> None:
        """The form was opened, or left: nothing of an earlier try stands in it, no answer to it counts."""
        self._asked, self._looking = None, False
        self._empty()

    def ask_for(self, purpose: str, done: Callable[[SignedIn], None]) -> None:
        """The form stands for this one thing until it is left."""
        self.begin()
        self._asked = Asked(purpose, done)

    def _empty(self) -> None:
        self._chosen = self._said = ""
        if self._screen is not None:
            self._screen.clear()
            self._screen.take_pin()

    # ---- what a person does

    def ask(self, intent: str) -> bool:
        """Whether the intent was of the sign-in form."""
        if intent == "sign_in":
            self._pin()
        elif intent == "sign_in_who":
            self._name_entered()
        else:
            return False
        return True

    def choose(self, code: str, person: str) -> None:
        if code == PEOPLE:
            self._chosen, self._said = person, ""
            if self._screen is not None:
                self._screen.card.secret.setFocus()

    def typed(self) -> None:
        self._said = ""

    @property
    def _draft(self) -> FormDraft:
        return self._screen.draft if self._screen is not None else FormDraft()

    def _pin(self) -> None:
        person = meant(self.state(), self._draft.text(WHO))
        if self._port is None or self._screen is None or self._looking:
            return
        if person is None:
            self._said = self._words("Choose a name first, or tap a badge.")
            return
        pin = self._screen.take_pin()
        if not pin:
            self._said = self._words("PIN: nothing was entered.")
            self._screen.card.secret.setFocus()
            return
        self._looking, self._said = True, ""
        self._port.with_pin(person.id, pin, self._answer_to(self._asked))

    def _name_entered(self) -> None:
        """One name: on to its PIN. None at all: a scanner typed a badge into this field."""
        typed = self._draft.text(WHO)
        fitting = found(self.state(), typed)
        if self._screen is None:
            return
        if fitting:
            self._screen.card.secret.setFocus()
        elif typed.strip():
            self._screen.clear()
            self._badge(typed.strip())

    def _badge(self, code: str) -> None:
        if self._port is not None and not self._looking:
            self._looking, self._said = True, ""
            self._port.with_badge(code, self._answer_to(self._asked))
        self._changed()

    def _answer_to(self, asked: Asked | None) -> Callable[[Answer], None]:
        """What was asked for one thing answers no other: a form that was left meanwhile is not answered."""
        return lambda answer: self._answered(answer, asked)

    def _answered(self, answer: Answer, asked: Asked | None) -> None:
        if asked is not self._asked:
            return
        self._looking = False
        if isinstance(answer, SignedIn) and asked is not None:
            self.begin()
            asked.done(answer)
        elif isinstance(answer, SignedIn):
            same = self.who is None or self.who.id == answer.person.id
            self.before = None if same else self.who
            self.who, self._since_us = answer.person, self._now_us()
            self.begin()
            self._signed_in(answer.person)
        else:
            self._said = self._sentence(answer)
        self._changed()

    def _sentence(self, answer: Answer) -> str:
        match answer:
            case WrongPin(wait=wait):
                return wrong_pin(self._words, wait)
            case Waiting(left=left):
                return must_wait(self._words, left)
            case NotLooked():
                return self._words(
                    "Nobody can sign in now: the staff cannot be read. "
                    "REACTION, pause and stop work all the same."
                )
            case _:
                return not_known(self._words)


def identify(live: LiveSession, person: Member) -> None:
    """The record names who acts; nothing new where it knows this person in this role."""
    known = live.state.known(person.id)
    if known is None or known.role is not person.role or known.name != person.name:
        live.submit(IdentifyStaff(id=person.id, name=person.name, role=person.role), person.actor)
