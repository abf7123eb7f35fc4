"""People at this workstation as the window program has them: what they do is noted, or it is said."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desens_gui.app.audit import audit_file
from desens_gui.domain.recorded import Actor, Role
from desens_gui.session.audit import AuditEntry, What
from desens_gui.session.live_session import LiveSession, NewFact
from desens_gui.storage.audit_writer import AuditWriter
from desens_gui.storage.problem_words import workstation_sentence
from desens_gui.system.ids import SystemIds
from desens_gui.system.paths import Folders
from desens_gui.wording.words import Words


class PeopleHere:
    """Begun before the session is opened, closed after it."""

    def __init__(self, place: Folders, words: Words) -> None:
        self._place = place
        self._words = words
        self.audit = AuditWriter(audit_file(place), SystemIds())

    def attend(self, live: LiveSession) -> None:
        """Note what is done here by nobody in particular: it is to be named later."""
        live.listen(lambda facts: self._note_unidentified(live, facts))

    def page_saved(self, live: LiveSession, actor: Callable[[], Actor]) -> Callable[[], None]:
        """To be called when the handover page was saved."""

        def note() -> None:
            stamp, session_id = live.moment().stamp, live.state.opened.session_id
            entry = AuditEntry(
                what=What.EXPORTED, actor=actor(), stamp=stamp, session=session_id, codes=("pdf",)
            )
            self.audit.note(entry)

        return note

    def said(self) -> str:
        """What is wrong with the audit; "" when nothing is."""
        problem = self.audit.problem
        if problem is None:
            return ""
        name, why = self._place.audit.name, workstation_sentence(problem, self._words)
        return self._words("Who did what is not noted. {file}: {why}", file=name, why=why)

    def close(self) -> None:
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
