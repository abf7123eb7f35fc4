"""A command waits until whoever answers for it shows badge or PIN (SAFETY S10)."""

from __future__ import annotations

from collections.abc import Callable

from desens_gui.domain.answers import Refused
from desens_gui.domain.commands.every import Command
from desens_gui.domain.digests import shown_digest
from desens_gui.domain.instants import Utc
from desens_gui.domain.proof import Proof
from desens_gui.session.live_session import LiveSession
from desens_gui.session.people import SignedIn
from desens_gui.ui.chair.signing import Signing, identify

Told = Callable[[Refused | None], None]
"""What came of it; None: accepted."""


class Proving:
    """`open` puts the sign-in form on the screen and `close` takes it away again."""

    def __init__(
        self,
        live: Callable[[], LiveSession],
        signing: Signing,
        open_form: Callable[[], None],
        close_form: Callable[[], None],
    ) -> None:
        self._live = live
        self._signing = signing
        self._open = open_form
        self._close = close_form

    @property
    def possible(self) -> bool:
        """Only where staff are set up can anybody show who they are."""
        return bool(self._signing.staffed)

    def ask(self, command: Command, purpose: str, told: Told, *, own: bool) -> None:
        """own: who shows badge or PIN signs for themself, whoever acts here; else beside who acts.

        The digest is of what stands there now: what changes until then is signed by nobody.
        """
        digest = shown_digest(self._live().state, command)
        if digest is None:
            return

        def shown(who: SignedIn) -> None:
            live = self._live()
            self._close()
            identify(live, who.person)
            actor = who.person.actor if own else self._signing.actor(live.state)
            proof = Proof(
                person=who.person.id,
                role=who.person.role,
                how=who.how,
                digest=digest,
                at=Utc(live.moment().stamp.utc_us),
            )
            decision = live.submit(command, actor, proof)
            told(decision if isinstance(decision, Refused) else None)

        self._signing.ask_for(purpose, shown)
        self._open()
