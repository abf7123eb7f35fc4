"""Signing in at the terminal before something that only an administrator may do."""

from __future__ import annotations

from desens_gui.app.sign_in_said import said
from desens_gui.domain.recorded import Actor, Role
from desens_gui.session.people import SignedIn
from desens_gui.session.signing_in import SigningIn
from desens_gui.system.prompting import ask, ask_secret
from desens_gui.wording.words import Words


class NotSignedIn(Exception):
    """Why, as one sentence."""


def sign_in(signing_in: SigningIn, words: Words, only: str = "") -> Actor:
    """Who signed in. only: this person beside any administrator; asked for by id where it may be several."""
    members = signing_in.members()
    administrators = [member.id for member in members if member.role is Role.ADMINISTRATOR]
    may = administrators if not only or only in administrators else [only, *administrators]
    who = may[0] if len(may) == 1 else ask(words("Your id ({ids}):", ids=", ".join(may)))
    answer = signing_in.pin(who, ask_secret(words("PIN of {id}:", id=who)))
    if not isinstance(answer, SignedIn):
        raise NotSignedIn(said(answer, words))
    if answer.person.id != only and answer.person.role is not Role.ADMINISTRATOR:
        raise NotSignedIn(words("Only an administrator may do this."))
    return answer.person.actor
