"""People at this workstation as the window program has them: what they do is noted, or it is said."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desens_gui.app.sign_in_worker import SignInWorker
from desens_gui.app.site import Site
from desens_gui.domain.quantities import Duration
from desens_gui.domain.recorded import Actor, Role
from desens_gui.session.audit import AuditEntry, What
from desens_gui.session.live_session import LiveSession, NewFact
from desens_gui.session.people import Member, SignIn
from desens_gui.session.signing_in import active
from desens_gui.storage.problem_words import workstation_sentence
from desens_gui.storage.problems import StorageProblem
from desens_gui.system.paths import Folders
from desens_gui.wording.file_words import fault_sentence
from desens_gui.wording.words import Words


class PeopleHere:
    """Begun before the session is opened, closed after it."""

    def __init__(self, place: Folders, words: Words) -> None:
        self._place = place
        self._words = words
        self._site = Site(place)
        self._standing = fault_sentence(self._site.fault, words) if self._site.fault is not None else ""
        self._worker: SignInWorker | None = None
        self.audit = self._site.audit_writer()

    def attend(self, live: LiveSession) -> SignIn:
        """Who may sign in; and what is done here by nobody in particular is noted, to be named later."""
        live.listen(lambda facts: self._note_unidentified(live, facts))
        self._worker = SignInWorker(
            lambda: self._site.signing_in(self.audit, lambda: live.state.opened.session_id), self._members()
        )
        return self._worker

    def _members(self) -> tuple[Member, ...]:
        """Nobody where the staff cannot be read: then names are typed, and that is said."""
        try:
            return active(self._site.staff.people())
        except StorageProblem as problem:
            why = workstation_sentence(problem, self._words)
            self._standing = self._words("{file}: {said}", file=self._place.staff.name, said=why)
            return ()

    def exporting(self, live: LiveSession, actor: Callable[[], Actor]) -> Callable[[str], None]:
        """To be called with the form in which what is recorded left: a page, a copy."""
        keep = self.keeper(live)

        def note(form: str) -> None:
            keep(What.EXPORTED, actor(), form)

        return note

    def keeper(self, live: LiveSession) -> Callable[[What, Actor, str], None]:
        """Notes who covered or uncovered the screen, left, or took what is recorded out of it."""

        def note(what: What, actor: Actor, how: str) -> None:
            stamp, session_id = live.moment().stamp, live.state.opened.session_id
            self.audit.note(AuditEntry(what=what, actor=actor, stamp=stamp, session=session_id, codes=(how,)))

        return note

    def said(self) -> str:
        """What is wrong with staff, their policy or the audit; "" when nothing is."""
        problem = self.audit.problem
        if problem is None:
            return self._standing
        name, why = self._place.audit.name, workstation_sentence(problem, self._words)
        return self._words("Who did what is not noted. {file}: {why}", file=name, why=why)

    def idle(self, running: bool) -> Duration | None:
        """After how long without a key or a tap the screen is covered."""
        policy = self._site.policy
        return policy.idle_running if running else policy.idle

    def close(self) -> None:
        if self._worker is not None:
            self._worker.close()
        self.audit.close()

    def _note_unidentified(self, live: LiveSession, facts: Sequence[NewFact]) -> None:
        for fact in facts:
            recorded = fact.recorded
            if recorded.actor.role is Role.UNIDENTIFIED:
                self.audit.note(
                    AuditEntry(
                        what=What.UNIDENTIFIED,
                        actor=recorded.actor,
                        stamp=recorded.stamp,
                        session=live.state.opened.session_id,
                        command=str(type(recorded.event).__struct_config__.tag),
                    )
                )
