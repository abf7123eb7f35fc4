"""A proof is for what stands there at this moment; where nobody's name is asked there is none."""

from __future__ import annotations

from desens_gui.domain.commands.check import RecordNote
from desens_gui.domain.commands.people import SignSession
from desens_gui.domain.events.people import Meaning
from desens_gui.domain.instants import Utc
from desens_gui.domain.proof import Means, Proof
from desens_gui.session.moment import Moment
from desens_gui.session.proving import proof_of
from tests.courses import observing
from tests.driving import NURSE


def test_a_proof_names_the_person_the_moment_and_what_was_shown() -> None:
    chair = observing()
    at = Moment(chair.session, chair.clock.now(), chair.now_ns)
    assert proof_of(at, SignSession(meaning=Meaning.PERFORMED), NURSE, Means.BADGE) == Proof(
        person=NURSE.id,
        role=NURSE.role,
        how=Means.BADGE,
        digest=chair.session.treatment.digest,
        at=Utc(at.stamp.utc_us),
    )


def test_for_a_note_nobody_shows_anything() -> None:
    chair = observing()
    at = Moment(chair.session, chair.clock.now(), chair.now_ns)
    assert proof_of(at, RecordNote(text="pale"), NURSE, Means.PIN) is None
